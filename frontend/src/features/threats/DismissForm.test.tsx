import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { shown } from "@/components/testing";
import { DismissForm } from "./DismissForm";

function open() {
  const dismiss = vi.fn();
  const cancel = vi.fn();
  shown(<DismissForm count={1} onCancel={cancel} onDismiss={dismiss} />);
  return { dismiss, cancel, field: screen.getByRole("textbox") };
}

it("takes a common reason by its number", async () => {
  const { dismiss } = open();
  await userEvent.keyboard("4");
  expect(dismiss).toHaveBeenCalledWith("It is prevented by design.");
});

it("takes numbers as text once something is written", async () => {
  const { dismiss, field } = open();
  await userEvent.type(field, "See T-12{Enter}");
  expect(dismiss).toHaveBeenCalledExactlyOnceWith("See T-12");
});

it("dismisses nothing without a reason", async () => {
  const { dismiss, field } = open();
  await userEvent.type(field, "   {Enter}");
  expect(dismiss).not.toHaveBeenCalled();
});

it("goes away by Escape", async () => {
  const { cancel } = open();
  await userEvent.keyboard("{Escape}");
  expect(cancel).toHaveBeenCalledOnce();
});
