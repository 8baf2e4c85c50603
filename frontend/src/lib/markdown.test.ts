import { describe, expect, it } from "vitest";
import { blocksOf, inlineOf } from "./markdown";

const text = (words: string) => ({ type: "text", text: words });

describe("Markdown", () => {
  it("parts paragraphs, lists of both kinds and code", () => {
    const said = "One\nline\n\n- a\n- b\n1. c\n```py\n*x*\n```\nEnd";
    expect(blocksOf(said)).toEqual([
      { type: "paragraph", children: [text("One\nline")] },
      { type: "list", isOrdered: false, items: [[text("a")], [text("b")]] },
      { type: "list", isOrdered: true, items: [[text("c")]] },
      { type: "code", text: "*x*" },
      { type: "paragraph", children: [text("End")] },
    ]);
  });

  it("knows bold, italic, code and links", () => {
    expect(inlineOf("**a _b_** *c* `d*` [e](https://f.example/g) https://h.example.")).toEqual([
      { type: "strong", children: [text("a "), { type: "em", children: [text("b")] }] },
      text(" "),
      { type: "em", children: [text("c")] },
      text(" "),
      { type: "code", text: "d*" },
      text(" "),
      { type: "link", href: "https://f.example/g", text: "e" },
      text(" "),
      { type: "link", href: "https://h.example", text: "https://h.example" },
      text("."),
    ]);
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](data:text/html,y)",
    "[x](//elsewhere.example)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "snake_case_name",
    "2 * 3 * 4",
    "** not bold **",
  ])("leaves %s as the text that it is", (said) => {
    expect(inlineOf(said)).toEqual([text(said)]);
  });

  it("reads tables with their alignment, and rows that are too short or too long", () => {
    const said = "Who:\n| Who | `Right` |\n| :-- | --: |\n| Ann \\| Bob | **all** |\n| Cy |\n| a | b | c |\n\nEnd";
    expect(blocksOf(said)).toEqual([
      { type: "paragraph", children: [text("Who:")] },
      {
        type: "table",
        aligns: ["left", "right"],
        head: [[text("Who")], [{ type: "code", text: "Right" }]],
        rows: [
          [[text("Ann | Bob")], [{ type: "strong", children: [text("all")] }]],
          [[text("Cy")], []],
          [[text("a")], [text("b")]],
        ],
      },
      { type: "paragraph", children: [text("End")] },
    ]);
  });

  it.each(["a | b", "a | b\nc | d", "a | b\n---", "- - -"])("takes %j for no table", (said) => {
    expect(blocksOf(said).some(({ type }) => type === "table")).toBe(false);
  });

  it("reads code that nobody closed to its end", () => {
    expect(blocksOf("```\na\n\nb")).toEqual([{ type: "code", text: "a\n\nb" }]);
  });

  it.each(["[", "*", "**a", "_a ", "`", "[a](", "```\n", "1. ", "https://", "|", "a|b\n-|-\n"])(
    "comes to an end with %j many times",
    (part) => {
      expect(blocksOf(part.repeat(20_000 / part.length))).not.toEqual([]);
    },
  );
});
