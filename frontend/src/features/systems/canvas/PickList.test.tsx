import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { shown } from "@/components/testing";
import { PickList } from "./PickList";

it("says whether it was closed by key or lost the focus", async () => {
  const close = vi.fn();
  shown(
    <>
      <PickList label="What?" picks={[{ key: "agent", name: "Agent" }]} onPick={vi.fn()} onClose={close} />
      <input aria-label="Elsewhere" />
    </>,
  );
  await userEvent.keyboard("{Escape}");
  await userEvent.click(screen.getByRole("textbox", { name: "Elsewhere" }));
  expect(close.mock.calls).toEqual([[true], [false]]);
});
