import { afterEach, describe, expect, it, vi } from "vitest";
import { keep, kept } from "@/lib/kept";

const full = (): never => {
  throw new DOMException("", "QuotaExceededError");
};

afterEach(() => vi.unstubAllGlobals());

describe("what a person has chosen", () => {
  it("is there again on the next page", () => {
    expect(kept("columns")).toBeNull();
    keep("columns", "name kind");
    expect(localStorage.getItem("columns")).toBe("name kind");
    expect(kept("columns")).toBe("name kind");
  });

  it("holds for this page where the storage is full, and no longer than it is", () => {
    keep("columns", "name");
    vi.stubGlobal("localStorage", { getItem: () => "name", setItem: full });
    keep("columns", "name owner");
    expect(kept("columns")).toBe("name owner");
    vi.unstubAllGlobals();
    keep("columns", "kind");
    localStorage.setItem("columns", "of another tab");
    expect(kept("columns")).toBe("of another tab");
  });

  it("holds for this page where the browser forbids even to look at the storage", () => {
    const forbidden = vi.spyOn(window, "localStorage", "get").mockImplementation(full);
    expect(kept("rail")).toBeNull();
    keep("rail", "narrow");
    expect(kept("rail")).toBe("narrow");
    forbidden.mockRestore();
  });
});
