/** Where the collections that keep incidents show one, by how it is cited; null for what is kept elsewhere. */

const COLLECTIONS: readonly (readonly [cited: RegExp, address: string])[] = [
  [/^AI Incident Database (\d+)$/, "https://incidentdatabase.ai/cite/"],
  [/^MITRE ATLAS (AML\.CS\d{4})$/, "https://atlas.mitre.org/studies/"],
  [/^(https?:\/\/\S+)$/, ""],
];

export function exampleAddress(source: string): string | null {
  for (const [cited, address] of COLLECTIONS) {
    const identifier = cited.exec(source.trim())?.[1];
    if (identifier) return address + identifier;
  }
  return null;
}
