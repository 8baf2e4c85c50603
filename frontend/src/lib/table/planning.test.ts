import { describe, expect, it } from "vitest";
import { arranged, type Column } from "./columns";
import { headOf, pasteOf, planOf, type TableOf } from "./planning";
import { choiceReader, choicesReader, labelsOf, nameReader } from "./reading";
import { nearestOf } from "./nearest";

interface Fruit {
  id: string;
  name: string;
  kind: string;
  marks?: string[];
}

const kinds = [
  { value: "stone_fruit", label: "Stone fruit" },
  { value: "berry", label: "Berry" },
];
const labels: Record<string, string> = { stone_fruit: "Stone fruit", berry: "Berry" };
const columns: Column<Fruit>[] = [
  { id: "name", title: "Name", width: 1, text: ({ name }) => name, read: nameReader("name", 20, true), isNeeded: true },
  {
    id: "kind",
    title: "Kind",
    width: 1,
    text: ({ kind }) => labels[kind] ?? kind,
    read: choiceReader({ options: kinds, fields: (kind) => ({ kind }) }),
    isNeeded: true,
  },
  {
    id: "attributes.marks",
    title: "Marks",
    width: 1,
    text: ({ marks }) => (marks ?? []).join("; "),
    read: choicesReader({
      options: [
        { value: "red", label: "Red" },
        { value: "sweet", label: "Sweet, mostly" },
      ],
      fields: (marks) => ({ attributes: { marks } }),
      blank: { value: null },
      none: "None",
    }),
    isFor: ({ kind }) => kind === undefined || kind === "berry",
  },
];
const table: TableOf<Fruit> = { columns, keyOf: (text) => text("name") };
const rows: Fruit[] = [
  { id: "1", name: "Cherry", kind: "stone_fruit" },
  { id: "2", name: "Currant", kind: "berry" },
];
const paste = (block: string[][], at: { row: number; column: number }) =>
  planOf(table, rows, pasteOf(table, { rows, columns }, rows, block, at));
const withoutIds = ({ changes }: ReturnType<typeof planOf>) =>
  changes.map(({ id, isNew, fields }) => (isNew ? fields : { id, ...fields }));

describe("a pasted block", () => {
  it("does not say a whole file again that stands in one cell", () => {
    const [problem] = paste(
      [
        ["Name", "Kind"],
        ["Fig", "x".repeat(5_000_000)],
      ],
      { row: 0, column: 0 },
    ).problems;
    expect(problem?.problem).toContain("x…”");
    expect(problem?.problem.length).toBeLessThan(120);
  });

  it("goes into the cells from a place on, and past the last row it adds", () => {
    const plan = paste([["Plum"], ["Grape", "berry"], ["Sloe", "STONE FRUIT"]], { row: 1, column: 0 });
    expect(plan.problems).toEqual([]);
    expect(withoutIds(plan)).toEqual([
      { name: "Grape", kind: "berry" },
      { name: "Sloe", kind: "stone_fruit" },
      { id: "2", name: "Plum" },
    ]);
  });

  it("with a head changes the rows that it names and adds the others, whatever the order of its columns", () => {
    const block = [
      ["kind", "Remark", "NAME", "marks"],
      ["Berry", "x", "currant", "Red; Sweet, mostly"],
      ["", "", "Cherry", ""],
      ["Stone fruit", "", "Plum", ""],
    ];
    const plan = paste(block, { row: 0, column: 0 });
    expect(plan.problems.map(({ title, text }) => [title, text])).toEqual([["Remark", "x"]]);
    expect(withoutIds(plan)).toEqual([
      { name: "Plum", kind: "stone_fruit" },
      { id: "2", name: "currant", attributes: { marks: ["red", "sweet"] } },
    ]);
  });

  it("says of each cell that cannot be understood where it stands and what may be meant", () => {
    const plan = paste(
      [
        ["Name", "Kind"],
        ["Plum", "Stone frut"],
        ["", "Berry"],
        ["Grape", "Berry"],
      ],
      {
        row: 0,
        column: 0,
      },
    );
    expect(withoutIds(plan)).toEqual([{ name: "Grape", kind: "berry" }]);
    expect(plan.problems.map(({ number, title, problem }) => [number, title, problem])).toEqual([
      [2, "Kind", "“Stone frut” is not known here. Did you mean “Stone fruit”?"],
      [3, "Name", "This has to say something."],
    ]);
  });

  it("does not guess which row is meant by a name that is there twice or pasted twice", () => {
    const block = [
      ["Name", "Kind"],
      ["Cherry", "Berry"],
      ["cherry", "Stone fruit"],
      ["Currant", "Stone fruit"],
      ["Plum", "Berry"],
      ["Plum", "Stone fruit"],
    ];
    const twice = [...rows, { id: "3", name: "CURRANT", kind: "berry" }];
    const plan = planOf(table, twice, pasteOf(table, { rows: twice, columns }, twice, block, { row: 0, column: 0 }));
    // New rows may be called the same.
    expect(withoutIds(plan)).toEqual([
      { name: "Plum", kind: "berry" },
      { name: "Plum", kind: "stone_fruit" },
    ]);
    expect(plan.problems.map(({ number, title, text, problem }) => [number, title, text, problem])).toEqual([
      [2, "Name", "Cherry", "Another pasted row is for the same row here, so it is not clear which one holds."],
      [3, "Name", "cherry", "Another pasted row is for the same row here, so it is not clear which one holds."],
      [4, "Name", "Currant", "Several rows here are called so, so it is not clear which one is meant."],
    ]);
  });

  it("leaves out of a row only what that cannot have", () => {
    const plan = paste([["Sloe", "Stone fruit", "Red"]], { row: 2, column: 0 });
    expect(withoutIds(plan)).toEqual([{ name: "Sloe", kind: "stone_fruit" }]);
    expect(plan.problems.map(({ title }) => title)).toEqual(["Marks"]);
  });

  it("names what no column is there for, once for each column", () => {
    const named = paste(
      [
        ["Name", "Colour", "Kind"],
        ["Sloe", "", "Berry"],
        ["Plum", "Blue", "Berry"],
        ["Fig", "Red", "Berry"],
      ],
      { row: 0, column: 0 },
    );
    expect(withoutIds(named).map(({ name }) => name)).toEqual(["Sloe", "Plum", "Fig"]);
    expect(named.problems.map(({ number, title, text, problem }) => [number, title, text, problem])).toEqual([
      [3, "Colour", "Blue", "There is no column for this here."],
    ]);
    const wide = paste(
      [
        ["Sloe", "Berry", "", "beyond", ""],
        ["Plum", "Berry", "", "further"],
      ],
      { row: 2, column: 0 },
    );
    expect(withoutIds(wide).map(({ name }) => name)).toEqual(["Sloe", "Plum"]);
    expect(wide.problems.map(({ number, title, text }) => [number, title, text])).toEqual([[1, "Column 4", "beyond"]]);
  });

  it("changes nothing where everything says the same already", () => {
    expect(paste([["Cherry", "Stone fruit"]], { row: 0, column: 0 })).toEqual({ changes: [], problems: [] });
  });

  it.each([
    [
      [
        ["Name", "Kind"],
        ["a", "b"],
      ],
      true,
    ],
    [[["name"], ["a"]], true],
    [[["Name"]], false],
    [
      [
        ["Kind", "Other", "Thing"],
        ["a", "b", "c"],
      ],
      false,
    ],
    [
      [
        ["Plum", "Berry"],
        ["a", "b"],
      ],
      false,
    ],
    [
      [
        ["Name", "Name"],
        ["a", "b"],
      ],
      false,
    ],
  ])("%j has a head: %s", (block, isHead) => {
    expect(headOf(block, columns) !== null).toBe(isHead);
  });
});

describe("a text in a cell", () => {
  it.each(["", "  ", "\u200b\u200b", "\u2800"])("names nothing that can be seen: %j", (text) => {
    expect(nameReader("name", 20, true)(text)).toHaveProperty("problem");
  });

  it("tells an empty set from nothing", () => {
    const read = columns[2]?.read;
    expect(read?.("None")).toEqual({ fields: { attributes: { marks: [] } } });
    expect(read?.("")).toEqual({ fields: { attributes: { marks: null } } });
    expect(read?.("Blue")).toHaveProperty("problem");
  });

  it("has no letters in a name that nobody sees", () => {
    expect(nameReader("name", 20, true)("Bell\u0007\tand\u000bbook\u0000")).toEqual({
      fields: { name: "Bell and book" },
    });
  });

  it("finds the name that was meant, or none", () => {
    expect(nearestOf("Agnet", ["Actuator", "Agent", "Tool"])).toBe("Agent");
    expect(nearestOf("Refrigerator", ["Actuator", "Agent", "Tool"])).toBeUndefined();
  });

  it("tells rows that share a name apart", () => {
    const named = ["Agent", "Tool", "agent"].map((name, index) => ({ id: String(index), name }));
    expect([...labelsOf(named).values()]).toEqual(["Agent (1)", "Tool", "agent (2)"]);
  });
});

describe("rows", () => {
  it("are found by all words in any column, and sorted with nothing last", () => {
    const more: Fruit[] = [...rows, { id: "3", name: "Apple 10", kind: "" }, { id: "4", name: "Apple 9", kind: "" }];
    const ids = (query: string, column: string | null, isDescending = false) =>
      arranged(more, columns, query, column === null ? null : { column, isDescending }).map(({ id }) => id);
    expect(ids("fruit cher", null)).toEqual(["1"]);
    expect(ids("", "name")).toEqual(["4", "3", "1", "2"]);
    expect(ids("", "kind", true)).toEqual(["1", "2", "3", "4"]);
  });
});
