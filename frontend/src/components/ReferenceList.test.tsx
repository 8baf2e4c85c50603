import { expect, it } from "vitest";
import { ReferenceList } from "./ReferenceList";
import { shown } from "./testing";

it("names the edition, and the number that another edition has for the same", () => {
  const leak = { framework: "OWASP Top 10", edition: "2025", identifier: "LLM07", title: "System Prompt Leakage" };
  const { container } = shown(<ReferenceList references={[{ ...leak, now: "OWASP-LLM-2026:LLM08", formerly: "" }]} />);
  expect(container.textContent).toContain("OWASP Top 10 2025 · now OWASP-LLM-2026:LLM08");
  expect(container.textContent).not.toContain("formerly");
});

it("links out to the framework with its edition, and only to the web", () => {
  const line = { framework: "OWASP Top 10", edition: "2025", identifier: "LLM07", title: "Leakage" };
  const { container } = shown(<ReferenceList references={[{ ...line, url: "https://owasp.org/llm" }]} />);
  const link = container.querySelector("a");
  expect([link?.textContent, link?.getAttribute("href")]).toEqual(["OWASP Top 10 2025", "https://owasp.org/llm"]);
  const odd = shown(<ReferenceList references={[{ ...line, url: "javascript:alert(1)" }]} />);
  expect(odd.container.querySelector("a")).toBeNull();
});
