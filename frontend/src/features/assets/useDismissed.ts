/** Suggestions that this person does not want to see for a system, kept in this browser. */
import { useState } from "react";
import { keep, kept } from "@/lib/kept";

const KEPT = "bifocal-stake-dismissed-";

function dismissed(system: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(kept(KEPT + system) ?? "[]");
    return Array.isArray(found) ? found.filter((slug) => typeof slug === "string") : [];
  } catch {
    return [];
  }
}

export function useDismissed(system: string) {
  const [slugs, setSlugs] = useState(() => dismissed(system));
  const change = (next: (before: readonly string[]) => string[]) => {
    // Another list of the same page may have kept some in between.
    const all = next(dismissed(system));
    keep(KEPT + system, JSON.stringify(all));
    setSlugs(all);
  };
  return {
    slugs,
    add: (slug: string) => change((before) => [...before, slug]),
    bringBack: (some: readonly string[]) => change((before) => before.filter((slug) => !some.includes(slug))),
  };
}
