import { expect, it } from "vitest";
import { exampleAddress } from "./exampleAddress";

it.each([
  ["AI Incident Database 102", "https://incidentdatabase.ai/cite/102"],
  ["MITRE ATLAS AML.CS0040", "https://atlas.mitre.org/studies/AML.CS0040"],
  ["https://example.org/report", "https://example.org/report"],
  ["javascript:alert(1)", null],
  ["Our own minutes of May", null],
])("leads from %s to %s", (source, address) => {
  expect(exampleAddress(source)).toBe(address);
});
