import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { NameField } from "./NameField";
import { shown } from "./testing";

it.each([
  ["Sales\tdesk  two", "Sales desk two"],
  [" Desk ", null],
])("gives the name %j as tables would: %j", async (typed, given) => {
  const onEnd = vi.fn();
  const named = { name: "Desk" };
  shown(<NameField named={named} label="Name" className={undefined} onEnd={onEnd} />);
  await userEvent.paste(typed);
  await userEvent.keyboard("{Enter}");
  expect(onEnd.mock.calls).toEqual([[named, given, true]]);
});
