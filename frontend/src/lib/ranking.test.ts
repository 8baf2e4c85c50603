import { describe, expect, it } from "vitest";
import { type Findable, ranked } from "./ranking";

const KINDS: Findable[] = [
  { name: "Agent", about: "Decides on its own what to do next.", group: "Agents and their tools" },
  { name: "Tool server", about: "Offers tools to agents, such as an MCP server.", group: "Agents and their tools" },
  { name: "Vector store", about: "Passages and vectors: a retrieval index.", group: "Data" },
  { name: "Data store", about: "A database or files.", group: "Data" },
  { name: "Restore", about: "Brings back what was lost.", group: "Operation" },
  { name: "Tool", about: "Does something when it is called.", group: "Agents and their tools" },
];
const found = (query: string, kinds = KINDS) => ranked(kinds, query, (kind) => kind).map(({ name }) => name);

describe("ranked", () => {
  it("puts the exact name first, then names that begin so, descriptions, and the group last", () => {
    expect(found("tool")).toEqual(["Tool", "Tool server", "Agent"]);
  });

  it("puts a word that begins so before one that only holds it", () => {
    expect(found("store")).toEqual(["Vector store", "Data store", "Restore"]);
  });

  it.each([
    ["mcp", "Tool server"],
    ["index", "Vector store"],
    ["database", "Data store"],
  ])("finds %s by the description", (query, name) => {
    expect(found(query)).toEqual([name]);
  });

  it("asks for every word, wherever it is", () => {
    expect(found("store vector")).toEqual(["Vector store"]);
    expect(found("agents mcp")).toEqual(["Tool server"]);
    expect(found("store nothing")).toEqual([]);
  });

  it("gives all as they stood without a query", () => {
    expect(found(" ")).toEqual(KINDS.map(({ name }) => name));
  });

  it("knows German, with and without dots and capitals", () => {
    const kinds: Findable[] = [
      { name: "Agent", about: "Entscheidet selbst.", group: "Agenten und ihre Werkzeuge" },
      {
        name: "Werkzeugserver",
        about: "Bietet Werkzeuge an, etwa ein MCP-Server.",
        group: "Agenten und ihre Werkzeuge",
      },
      { name: "Rückfrage", about: "Ein Mensch prüft vor der Ausführung.", group: "Menschen" },
      { name: "Werkzeug", about: "Tut etwas, wenn es gerufen wird.", group: "Agenten und ihre Werkzeuge" },
    ];
    expect(found("werkzeug", kinds)).toEqual(["Werkzeug", "Werkzeugserver", "Agent"]);
    expect(found("ruck", kinds)).toEqual(["Rückfrage"]);
    expect(found("PRÜFT", kinds)).toEqual(["Rückfrage"]);
    expect(found("mcp", kinds)).toEqual(["Werkzeugserver"]);
  });
});
