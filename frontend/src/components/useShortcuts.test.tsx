import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { shown } from "./testing";
import { useShortcuts } from "./useShortcuts";

const deeds: string[] = [];

function Page() {
  useShortcuts({ a: () => deeds.push("accept"), enter: () => deeds.push("open"), "mod+k": () => deeds.push("search") });
  return (
    <>
      <input aria-label="Reason" />
      <button type="button">Dismiss</button>
      <article tabIndex={-1}>Card</article>
    </>
  );
}

it("does what a key says, except where the key is text or presses a button", () => {
  shown(<Page />);
  fireEvent.keyDown(screen.getByText("Card"), { key: "a" });
  fireEvent.keyDown(screen.getByLabelText("Reason"), { key: "a" });
  fireEvent.keyDown(screen.getByText("Card"), { key: "Enter" });
  fireEvent.keyDown(screen.getByText("Dismiss"), { key: "Enter" });
  fireEvent.keyDown(screen.getByLabelText("Reason"), { key: "k", ctrlKey: true });
  expect(deeds).toEqual(["accept", "open", "search"]);
});
