import { describe, expect, it } from "vitest";
import { isShortcut, isTyping } from "@/lib/shortcuts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("isShortcut", () => {
  it.each([
    ["a plain letter", press("j"), "j", true],
    ["another letter", press("k"), "j", false],
    ["a letter with shift", press("J", { shiftKey: true }), "j", false],
    ["a letter with control, which belongs to the browser", press("a", { ctrlKey: true }), "a", false],
    ["a question mark, which needs shift on many keyboards", press("?", { shiftKey: true }), "?", true],
    ["control and K", press("k", { ctrlKey: true }), "mod+k", true],
    ["command and K", press("k", { metaKey: true }), "mod+k", true],
    ["K alone", press("k"), "mod+k", false],
    ["shift and X", press("X", { shiftKey: true }), "shift+x", true],
  ])("judges %s", (_, event, shortcut, expected) => {
    expect(isShortcut(event, shortcut)).toBe(expected);
  });
});

describe("isTyping", () => {
  it("knows fields from the rest of the page", () => {
    expect(isTyping(document.createElement("input"))).toBe(true);
    expect(isTyping(document.createElement("button"))).toBe(false);
    expect(isTyping(null)).toBe(false);
  });
});
