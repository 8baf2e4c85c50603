import { describe, expect, it } from "vitest";
import { cursorOf, everyRow } from "@/api/pages";

describe("pages", () => {
  it("finds the cursor in the address of the next page", () => {
    expect(cursorOf("http://here/api/v1/things?cursor=cD0y&page_size=2")).toBe("cD0y");
    expect(cursorOf(null)).toBeUndefined();
  });

  it("reads every page in order and stops at the last", async () => {
    const asked: (string | undefined)[] = [];
    const rows = await everyRow<number>(async (cursor) => {
      asked.push(cursor);
      return cursor === "b"
        ? { next: null, previous: null, results: [3] }
        : { next: "/things?cursor=b", previous: null, results: [1, 2] };
    });
    expect(rows).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, "b"]);
  });
});
