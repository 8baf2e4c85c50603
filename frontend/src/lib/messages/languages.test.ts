import { describe, expect, it } from "vitest";
import { de } from "./de";
import { en } from "./en";

/** What English and German write alike. A word is added here on purpose only. */
const ALIKE = new Set([
  ...[
    "Bifocal",
    "Name",
    "Optional",
    "System",
    "Status",
    "Element",
    "Person",
    "Partner",
    "Version",
    "Import",
    "Training",
    "Esc",
    "Tab",
    "Alt",
  ],
  ...[
    "name",
    "text",
    "status",
    "API tokens",
    "{0} → {1}",
    "{0}",
    "{0} {1}",
    "{0}: NaN",
    "{0} – {1}",
    "{0}: {1}",
    "–",
    "ATLAS:AML.T0051",
    "…",
  ],
]);

type Leaves = Map<string, unknown>;

function leavesOf(value: unknown, path: string, into: Leaves = new Map()): Leaves {
  if (typeof value === "object" && value !== null)
    for (const [key, part] of Object.entries(value)) leavesOf(part, path ? `${path}.${key}` : key, into);
  else into.set(path, value);
  return into;
}

/** What a function says of stand-ins, or nothing where it needs more than words and numbers. */
function said(leaf: unknown): string {
  if (typeof leaf !== "function") return String(leaf);
  const standIns = Array.from({ length: leaf.length }, (_, index) => `{${index}}`);
  try {
    return String(leaf(...standIns));
  } catch {
    return "";
  }
}

const english = leavesOf(en, "");
const german = leavesOf(de, "");
const pairs = [...english].map(([path, leaf]) => [path, leaf, german.get(path)] as const);

describe("German beside English", () => {
  it("names the same words, in the same places", () => {
    expect([...german.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it("asks the same of every sentence", () => {
    const odd = pairs.filter(
      ([, one, other]) => typeof one === "function" && one.length !== (other as () => void).length,
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  it("leaves nothing in English", () => {
    const same = pairs.filter(([, one, other]) => said(one) !== "" && said(one) === said(other));
    expect(same.map(([path, leaf]) => `${path}: ${said(leaf)}`).filter((line) => !isAlike(line))).toEqual([]);
  });

  it("has no English words between the German ones", () => {
    const left = [...german].filter(([, leaf]) =>
      / (the|of|and|is|are|with|your|you|from|that|this|it) /i.test(` ${said(leaf)} `),
    );
    expect(left.map(([path, leaf]) => `${path}: ${said(leaf)}`)).toEqual([]);
  });

  it("addresses nobody and shouts at nobody", () => {
    const left = [...german].filter(([, leaf]) => /[^.:?] (Sie|Ihr\w*)\b|\b(du|dein\w*)\b|!/.test(said(leaf)));
    expect(left.map(([path, leaf]) => `${path}: ${said(leaf)}`)).toEqual([]);
  });
});

function isAlike(line: string): boolean {
  return ALIKE.has(line.slice(line.indexOf(": ") + 2));
}
