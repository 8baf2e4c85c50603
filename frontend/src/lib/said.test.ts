import { expect, it } from "vitest";
import { said } from "./said";

it("says values as people know them", () => {
  expect(said("boundary", null)).toBe("None");
  expect(said("boundary", "Shop")).toBe("Shop");
  expect(said("attributes.exposure", null)).toBe("Unknown");
  expect(said("attributes.exposure", "public_internet")).toBe("Public internet");
  expect(said("attributes.exposure", ["public_internet"], { public_internet: "Anybody" })).toBe("Anybody");
  expect([said("out_of_scope", true), said("out_of_scope", false)]).toEqual(["Yes", "No"]);
  expect([said("tags", []), said("tags", ["one", "two_parts"])]).toEqual(["None", "one, two_parts"]);
  expect([said("needs", {}), said("needs", { integrity: "high" })]).toEqual(["None", "Integrity: high"]);
});
