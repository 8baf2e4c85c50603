/** Who is signed in. */
import { useQuery } from "@tanstack/react-query";
import { brought, client, goToSignIn } from "@/api/client";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problems";
import type { Me } from "@/api/types";

async function readMe(): Promise<Me> {
  try {
    return await brought<Me>(client.GET("/api/v1/me"));
  } catch (error) {
    // This address is open to everybody who is signed in, so a refusal means that nobody is.
    if (error instanceof Problem && error.status === 403) goToSignIn();
    throw error;
  }
}

export const useMe = () => useQuery({ queryKey: keys.me, queryFn: readMe, staleTime: 60_000 });
