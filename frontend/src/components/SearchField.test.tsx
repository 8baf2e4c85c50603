import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { useState } from "react";
import { SearchField } from "./SearchField";

function Searched() {
  const [words, setWords] = useState<string | undefined>("old");
  return (
    <MantineProvider env="test">
      <SearchField label="Search" value={words} onChange={setWords} />
      <output>{words}</output>
      <button type="button" onClick={() => setWords(undefined)}>
        Clear
      </button>
    </MantineProvider>
  );
}

it("asks for what was typed, keeps the space that is being typed, and is emptied from outside", async () => {
  render(<Searched />);
  const field = screen.getByRole<HTMLInputElement>("searchbox");
  fireEvent.change(field, { target: { value: "planted " } });
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("planted"));
  expect(field.value).toBe("planted ");
  fireEvent.click(screen.getByText("Clear"));
  expect(field.value).toBe("");
});
