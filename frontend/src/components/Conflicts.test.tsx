import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Conflicts } from "./Conflicts";
import { shown } from "./testing";

it("says values as people know them", () => {
  const conflict = (field: string, theirs: unknown, yours: unknown) => ({ field, theirs, yours, by: "Ada" });
  shown(
    <Conflicts
      conflicts={[
        conflict("boundary", null, "Shop"),
        conflict("attributes.exposure", null, "public_internet"),
        conflict("out_of_scope", true, false),
        conflict("tags", [], ["one", "two_parts"]),
        conflict("needs", { integrity: "high" }, {}),
      ]}
      onKeepTheirs={vi.fn()}
      onUseMine={vi.fn()}
    />,
  );
  expect(screen.getAllByRole("listitem").map(({ lastChild }) => lastChild?.textContent)).toEqual([
    "None",
    "Shop",
    "Unknown",
    "Public internet",
    "Yes",
    "No",
    "None",
    "one, two_parts",
    "Integrity: high",
    "None",
  ]);
});
