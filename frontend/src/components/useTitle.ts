/** The document's title: what this page is, then where it is. */
import { useEffect } from "react";
import { messages } from "@/lib/messages";

export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), messages.product].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
