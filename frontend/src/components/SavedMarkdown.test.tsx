import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { SavedMarkdown } from "./SavedMarkdown";
import { shown } from "./testing";

it("saves once when one leaves it, although it is a text to be read from then on", async () => {
  const onSave = vi.fn();
  shown(<SavedMarkdown label="Description" value="Before" onSave={onSave} />);
  fireEvent.click(screen.getByRole("button"));
  const field = screen.getByLabelText("Description");
  fireEvent.change(field, { target: { value: "After" } });
  fireEvent.blur(field);
  await Promise.resolve();
  expect(screen.queryByLabelText("Description")).toBeNull();
  expect(onSave.mock.calls).toEqual([["After"]]);
});
