/** The two lenses: which source is seen through which, and the letter each is marked with. */

export type Source = "adversarial" | "unintended";
export type Lens = "security" | "safety";

export const SOURCES: readonly Source[] = ["adversarial", "unintended"];

/** Where a cause can come from, by who wants it. */
export const ORIGINS_OF: Record<Source, readonly string[]> = {
  adversarial: ["external_attacker", "malicious_user", "insider", "third_party_content", "supply_chain"],
  unintended: ["human", "technical", "statistical", "emergent", "socio_technical", "environmental"],
};

const LETTERS: Record<Source, string> = { adversarial: "T", unintended: "H" };

export const lensOf = (source: Source): Lens => (source === "adversarial" ? "security" : "safety");

export const otherSource = (source: Source): Source => (source === "adversarial" ? "unintended" : "adversarial");

/** The letter of the mark: T for a threat, H for a hazard. */
export const letterOf = (source: Source): string => LETTERS[source];

/** How people call a finding: "T-12". */
export const findingCode = (source: Source, number: number): string => `${letterOf(source)}-${number}`;
