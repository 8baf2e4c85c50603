import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { SavedText } from "./SavedText";

function field(isLong = false) {
  const onSave = vi.fn();
  render(
    <MantineProvider env="test">
      <SavedText label="Name" value="Before" onSave={onSave} isLong={isLong} />
    </MantineProvider>,
  );
  const found = screen.getByLabelText<HTMLInputElement>("Name");
  fireEvent.change(found, { target: { value: "After" } });
  return { found, onSave };
}

it("saves by Enter, and not once more when it is left", () => {
  const { found, onSave } = field();
  fireEvent.keyDown(found, { key: "Enter" });
  fireEvent.blur(found);
  expect(onSave.mock.calls).toEqual([["After"]]);
});

it("puts back what was there by Escape", () => {
  const { found, onSave } = field();
  fireEvent.keyDown(found, { key: "Escape" });
  expect(found.value).toBe("Before");
  fireEvent.blur(found);
  expect(onSave).not.toHaveBeenCalled();
});

it("goes on in a new line of a long text, which only Ctrl+Enter saves", () => {
  const { found, onSave } = field(true);
  fireEvent.keyDown(found, { key: "Enter" });
  fireEvent.keyDown(found, { key: "Escape" });
  expect([found.value, onSave.mock.calls.length]).toEqual(["After", 0]);
  fireEvent.keyDown(found, { key: "Enter", ctrlKey: true });
  expect(onSave.mock.calls).toEqual([["After"]]);
});
