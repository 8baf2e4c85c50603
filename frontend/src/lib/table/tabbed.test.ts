import { describe, expect, it } from "vitest";
import { readTabbed, tabbedOf } from "./tabbed";

describe("cells from a spreadsheet", () => {
  it.each([
    ["", []],
    ["a", [["a"]]],
    [
      "a\tb\nc\td\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a\t\r\n\tb\r\n",
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    ["a\rb", [["a"], ["b"]]],
    ['"two\nlines"\tb', [["two\nlines", "b"]]],
    ['"says ""no"""\t"a\tb"', [['says "no"', "a\tb"]]],
    ['6" pipe\t"quoted" not', [['6" pipe', '"quoted" not']]],
    ['"never closed\tb', [['"never closed', "b"]]],
    ["\n\n", [[""], [""]]],
  ])("%j", (text, block) => {
    expect(readTabbed(text)).toEqual(block);
  });

  it("come back as they were given", () => {
    const block = [
      ["plain", 'with "quotes"', "two\nlines"],
      ["", "tab\there", '"'],
    ];
    expect(readTabbed(tabbedOf(block))).toEqual(block);
  });
});
