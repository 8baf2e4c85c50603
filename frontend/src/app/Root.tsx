/** What every address shares: the notes at the foot, and nothing else. */
import { Outlet } from "@tanstack/react-router";
import { Toaster } from "@/components/Toaster";

export function Root() {
  return (
    <>
      <Outlet />
      <Toaster />
    </>
  );
}
