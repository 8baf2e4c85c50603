/** Suggestions that this person does not want to see for a system, kept in this browser. */
import { useState } from "react";

const KEPT = "bifocal-stake-dismissed-";

function kept(system: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT + system) ?? "[]");
    return Array.isArray(found) ? found.filter((slug) => typeof slug === "string") : [];
  } catch {
    return [];
  }
}

export function useDismissed(system: string) {
  const [slugs, setSlugs] = useState(() => kept(system));
  const keep = (next: (before: readonly string[]) => string[]) => {
    // Another list of the same page may have kept some in between.
    const all = next(kept(system));
    localStorage.setItem(KEPT + system, JSON.stringify(all));
    setSlugs(all);
  };
  return {
    slugs,
    add: (slug: string) => keep((before) => [...before, slug]),
    bringBack: (some: readonly string[]) => keep((before) => before.filter((slug) => !some.includes(slug))),
  };
}
