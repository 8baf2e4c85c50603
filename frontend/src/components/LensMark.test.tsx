import { expect, it } from "vitest";
import { LensMark } from "./LensMark";
import { shown } from "./testing";

it("tells the lenses apart by shape and letter, not by colour alone", () => {
  const threat = shown(<LensMark source="adversarial" label="Threat" />).container;
  const hazard = shown(<LensMark source="unintended" label="Hazard" />).container;
  expect(threat.querySelector("path")).not.toBeNull();
  expect(threat.querySelector("svg")?.textContent).toBe("T");
  expect(hazard.querySelector("circle")).not.toBeNull();
  expect(hazard.querySelector("svg")?.textContent).toBe("H");
});

it("shows both marks where the lenses overlap", () => {
  expect(shown(<LensMark source="both" />).container.querySelector("svg")?.textContent).toBe("TH");
});
