/** A control while it is written: from what the server shows, and to a row in the form of the files. */
import type { CatalogueControl, ControlFunction, ControlKind, Effect, Factor, RowContent } from "@/api/knowledge";
import type { Source } from "@/lib/lens";

export interface ControlDraft {
  slug: string;
  title: string;
  gist: string;
  function: ControlFunction;
  kind: ControlKind;
  factor: Factor;
  effects: Record<Source, Effect>;
  effectReason: string;
  treats: string[];
  verification: string;
  references: string[];
}

export const NEW_CONTROL: ControlDraft = {
  slug: "",
  title: "",
  gist: "",
  function: "resist",
  kind: "preventive",
  factor: "withstand",
  effects: { adversarial: "helps", unintended: "nothing" },
  effectReason: "",
  treats: [],
  verification: "",
  references: [],
};

export function draftOf(control: CatalogueControl): ControlDraft {
  const { slug, title, gist, kind, factor, verification } = control;
  return {
    ...{ slug, title, gist, kind, factor, verification },
    function: control.function,
    effects: { adversarial: control.effect_on_adversarial, unintended: control.effect_on_unintended },
    effectReason: control.effect_reason,
    // As they are written, also what an upgrade took away: whoever mends the control sees what is to be mended.
    treats: control.content.treats as string[],
    references: control.content.references as string[],
  };
}

export const isHurting = ({ effects }: ControlDraft): boolean => Object.values(effects).includes("hurts");

export function rowOf({ effects, effectReason, verification, ...rest }: ControlDraft): RowContent {
  const reason = effectReason.trim();
  return { ...rest, effect: { ...effects, ...(reason ? { reason } : {}) }, verification: verification.trim() || null };
}
