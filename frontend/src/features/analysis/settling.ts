/** What answers do to suggestions: what they would settle, and what they have settled. */
import type { Asked } from "@/api/answers";
import type { Finding } from "@/api/types";

type Waiting = Pick<Finding, "id" | "certainty" | "outdated" | "trace">;

const keyOf = (asked: Asked): string => `${asked.object} ${asked.attribute}`;

/** How many suggestions have nothing unknown left once these questions are answered, and on how many they bear at all. */
export function settledBy(
  questions: readonly Asked[],
  findings: readonly Waiting[],
  isSaid: (asked: Asked) => boolean,
): { settled: number; borneOn: number } {
  const asked = new Set(questions.map(keyOf));
  const open = findings
    .filter((finding) => !finding.outdated)
    .map((finding) => (finding.trace?.unknown ?? []).filter((one) => !isSaid(one)).map(keyOf))
    .filter((unknown) => unknown.some((key) => asked.has(key)));
  return { settled: open.filter((unknown) => unknown.every((key) => asked.has(key))).length, borneOn: open.length };
}

export interface Changes {
  certain: number;
  gone: number;
  added: number;
}

/** What a run made of the suggestions that waited. What people decided meanwhile is their doing and not counted. */
export function changesBetween(before: readonly Waiting[], after: readonly Waiting[]): Changes {
  const was = new Map(before.filter((one) => !one.outdated).map((one) => [one.id, one]));
  const now = after.filter((one) => !one.outdated);
  return {
    certain: now.filter((one) => one.certainty === "certain" && was.get(one.id)?.certainty === "possible").length,
    gone: after.filter((one) => one.outdated && was.has(one.id)).length,
    added: now.filter((one) => !was.has(one.id)).length,
  };
}
