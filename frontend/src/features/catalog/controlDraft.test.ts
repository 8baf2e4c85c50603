import { expect, it } from "vitest";
import type { CatalogueControl } from "@/api/knowledge";
import { draftOf, isHurting, NEW_CONTROL, rowOf } from "./controlDraft";

it("writes a control as files have it, and leaves out what nobody said", () => {
  expect(rowOf({ ...NEW_CONTROL, title: "Gloves", effectReason: " " })).toMatchObject({
    title: "Gloves",
    effect: { adversarial: "helps", unintended: "nothing" },
    verification: null,
  });
  expect(rowOf({ ...NEW_CONTROL, effectReason: " It slows. " }).effect).toHaveProperty("reason", "It slows.");
});

it("begins with what is written, also where an upgrade took away what it names", () => {
  const shown = {
    effect_on_adversarial: "nothing",
    effect_on_unintended: "hurts",
    effect_reason: "It slows people.",
    treats: [],
    content: { treats: ["gone"], references: ["ATLAS:1"] },
  } as unknown as CatalogueControl;
  const draft = draftOf(shown);
  expect(draft.treats).toEqual(["gone"]);
  expect(draft.effectReason).toBe("It slows people.");
  expect(isHurting(draft)).toBe(true);
  expect(isHurting(NEW_CONTROL)).toBe(false);
});
