import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { AttributeSpec } from "@/api/knowledge";
import type { EffectiveAttribute } from "@/api/types";
import { shown } from "@/components/testing";
import { AttributeQuestion } from "./AttributeQuestion";

const MONITORED: AttributeSpec = {
  type: "bool",
  values: [],
  label: "Watched",
  ask: "Would somebody notice?",
  help: "",
  value_labels: {},
};
const DATA: AttributeSpec = {
  type: "set",
  values: ["personal", "credentials"],
  label: "Data",
  ask: "What sensitive data does it hold?",
  help: "",
  value_labels: { personal: "Personal", credentials: "Credentials" },
};
const REPRESENTATIVE: AttributeSpec = {
  type: "enum",
  values: ["assessed", "unknown"],
  label: "Represents the field",
  ask: "Does it represent the conditions of use?",
  help: "",
  value_labels: { assessed: "Yes, assessed", unknown: "Nobody has looked" },
};

function ask(spec: AttributeSpec, found?: EffectiveAttribute) {
  const answer = vi.fn();
  shown(
    <AttributeQuestion
      name="any"
      spec={spec}
      found={found}
      isDisabled={false}
      origin="from the system"
      onAnswer={answer}
    />,
  );
  return answer;
}

describe("AttributeQuestion", () => {
  it("shows what nobody has said as unknown, not as no", () => {
    ask(MONITORED);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Unknown" }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "No" }).checked).toBe(false);
  });

  it("makes an answer unknown again", async () => {
    const answer = ask(MONITORED, { value: false, from: "own" });
    await userEvent.click(screen.getByRole("radio", { name: "Unknown" }));
    expect(answer).toHaveBeenCalledWith(null);
  });

  it("marks what is inherited, and lets it be overruled", async () => {
    const answer = ask(MONITORED, { value: true, from: "system" });
    expect(screen.getByText("from the system")).toBeDefined();
    await userEvent.click(screen.getByRole("radio", { name: "No" }));
    expect(answer).toHaveBeenCalledWith(false);
  });

  it("tells a set that holds nothing from a set that nobody knows", async () => {
    const answer = ask(DATA);
    await userEvent.click(screen.getByLabelText(DATA.ask, { selector: "input" }));
    await userEvent.click(screen.getByText("None"));
    expect(answer).toHaveBeenCalledWith([]);
  });

  it("tells an answer that is called unknown from having none", async () => {
    const answer = ask(REPRESENTATIVE);
    const field = screen.getByLabelText<HTMLInputElement>(REPRESENTATIVE.ask, { selector: "input" });
    expect(field.value).toBe("Unknown");
    await userEvent.click(field);
    await userEvent.click(screen.getByText("Nobody has looked"));
    expect(answer).toHaveBeenCalledWith("unknown");
  });
});
