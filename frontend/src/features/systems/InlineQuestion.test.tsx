import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { AttributeSpec, Vocabulary } from "@/api/knowledge";
import { shown } from "@/components/testing";
import { Answers } from "./InlineQuestion";
import { offerOf } from "./answers";

const spec = (type: AttributeSpec["type"], values: string[], labels: Record<string, string> = {}): AttributeSpec => ({
  type,
  values,
  label: "Any",
  ask: "Would somebody notice?",
  help: "",
  value_labels: labels,
});
const VOCABULARY = {
  attributes: {
    monitored: spec("bool", []),
    exposure: spec("enum", ["public", "internal"], { public: "Anybody" }),
    modality: spec("set", ["text", "code"]),
  } as Record<string, AttributeSpec>,
  boundary_trust: ["untrusted", "internal"],
} as Vocabulary;

const labels = (type: string, attribute: string) =>
  offerOf(type, attribute, "How far?", VOCABULARY)?.answers.map(({ label }) => label);

function open(attribute: string) {
  const offer = offerOf("element", attribute, "", VOCABULARY);
  if (!offer) throw new Error("The vocabulary of this test has the attribute.");
  const answer = vi.fn();
  const dontKnow = vi.fn();
  shown(<Answers offer={offer} onAnswer={answer} onDontKnow={dontKnow} />);
  return { answer, dontKnow };
}

describe("offerOf", () => {
  it("offers plain words for every sort of question", () => {
    expect(labels("element", "monitored")).toEqual(["Yes", "No"]);
    expect(labels("flow", "exposure")).toEqual(["Anybody", "Internal"]);
    expect(labels("boundary", "trust")).toEqual(["Untrusted", "Internal"]);
    expect(labels("element", "unheard_of")).toBeUndefined();
  });
});

describe("Answers", () => {
  it("answers with one click, and says in which words", async () => {
    const { answer } = open("monitored");
    await userEvent.click(screen.getByRole("button", { name: /No/ }));
    expect(answer).toHaveBeenCalledExactlyOnceWith(false, "No");
  });

  it("answers by number while the question has the focus, and leaves it unknown by 0", async () => {
    const { answer, dontKnow } = open("exposure");
    screen.getByRole("group").focus();
    await userEvent.keyboard("2");
    expect(answer).toHaveBeenCalledExactlyOnceWith("internal", "Internal");
    await userEvent.keyboard("0");
    expect(dontKnow).toHaveBeenCalledOnce();
  });

  it("waits with a set until all that holds is chosen", async () => {
    const { answer } = open("modality");
    await userEvent.click(screen.getByRole("button", { name: /Text/ }));
    await userEvent.click(screen.getByRole("button", { name: /Code/ }));
    expect(answer).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(answer).toHaveBeenCalledExactlyOnceWith(["text", "code"], "Text, Code");
  });

  it("takes a set by keys alone", async () => {
    const { answer } = open("modality");
    screen.getByRole("group").focus();
    await userEvent.keyboard("21{Enter}");
    expect(answer).toHaveBeenCalledExactlyOnceWith(["code", "text"], "Text, Code");
  });

  it("tells a set that holds nothing from one that nobody knows", async () => {
    const { answer } = open("modality");
    await userEvent.click(screen.getByRole("button", { name: "None of them" }));
    expect(answer).toHaveBeenCalledExactlyOnceWith([], "None of them");
  });
});
