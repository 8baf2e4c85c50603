import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { ErrorPanel } from "./ErrorPanel";
import { shown } from "./testing";

it("lists every problem of a refused file by its path, as text", () => {
  const errors = { "elements[3].kind": ["<b>robot</b> is not a kind."], "": ["It is cut off."] };
  shown(<ErrorPanel error={Object.assign(new Error("The file cannot be read."), { errors })} />);
  expect(screen.getByText("elements[3].kind")).toBeDefined();
  expect(screen.getByText("<b>robot</b> is not a kind.")).toBeDefined();
  expect(screen.getByText("(whole)")).toBeDefined();
  expect(screen.getByText("The file cannot be read.")).toBeDefined();
});

it("puts file and line, where a problem names them, in place of its path", () => {
  const errors = { file: ["house.yaml:12: 'origin' is 'magic'"] };
  shown(<ErrorPanel error={Object.assign(new Error("It cannot be read."), { errors })} />);
  expect(screen.getByText("house.yaml:12")).toBeDefined();
  expect(screen.getByText("'origin' is 'magic'")).toBeDefined();
  expect(screen.queryByText("file")).toBeNull();
});

it("says that the server cannot be reached instead of what the browser calls it", () => {
  shown(<ErrorPanel error={new TypeError("Failed to fetch")} />);
  expect(screen.queryByText(/Failed to fetch/)).toBeNull();
  expect(screen.getByText(/cannot be reached/)).toBeDefined();
});

it("survives an error that is nothing at all", () => {
  shown(<ErrorPanel error={undefined} />);
  expect(screen.getByText(/gave no reason/)).toBeDefined();
});

it("offers to try again where that is possible", async () => {
  const retry = vi.fn();
  shown(<ErrorPanel error={new Error("Too slow.")} onRetry={retry} />);
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(retry).toHaveBeenCalledOnce();
});
