import { expect, it } from "vitest";
import { ControlList } from "./ControlList";
import { shown } from "./testing";

const decoys = {
  slug: "decoys",
  title: "Lay out decoys",
  effect_on_adversarial: "helps",
  effect_on_unintended: "hurts",
  effect_reason: "A decoy is a false fact.",
  factor: "catch",
  verification: "Have a tester search for an hour.",
};

it("says in words what a control does to each side, which factor it moves and how to verify it", () => {
  const { container } = shown(<ControlList controls={[decoys]} />);
  expect(container.textContent).toContain("A decoy is a false fact.");
  expect(container.textContent).toContain("What gets through is stopped before the loss.");
  expect(container.textContent).toContain("How to verify: Have a tester search for an hour.");
  expect([...container.querySelectorAll("[data-effect]")].map((effect) => effect.getAttribute("data-effect"))).toEqual([
    "helps",
    "hurts",
  ]);
});

it("shows which control helps one side and hurts the other", () => {
  const conflict = "Helps one side and hurts the other";
  expect(shown(<ControlList controls={[decoys]} />).container.textContent).toContain(conflict);
  const plain = { ...decoys, effect_on_unintended: "nothing" };
  expect(shown(<ControlList controls={[plain]} />).container.textContent).not.toContain(conflict);
});

it("asks for no verification where the catalogue names none", () => {
  const { container } = shown(<ControlList controls={[{ ...decoys, verification: "" }]} />);
  expect(container.textContent).not.toContain("How to verify");
});
