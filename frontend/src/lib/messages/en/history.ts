/** What happened, in sentences. */
import { type ChangedRow, changedRow, valueSaid } from "@/lib/changed";
import { plural, wordsOf } from "@/lib/text";
import { vocabulary } from "./vocabulary";

type Changes = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const count = (value: unknown): number => (Array.isArray(value) ? value.length : typeof value === "number" ? value : 0);
const lower = (name: string): string => wordsOf(name).toLowerCase();
const fieldName = (field: string): string => vocabulary.fields[field] ?? lower(field);

/** Fields whose value is a pair of before and after. */
const changedFields = (changes: Changes): string =>
  Object.entries(changes)
    .filter(([, value]) => Array.isArray(value) && value.length === 2)
    .map(([field]) => fieldName(field.replace("attributes.", "")))
    .join(", ");

const decided = (changes: Changes): string => {
  const marks = changes.before && typeof changes.before === "object" ? Object.keys(changes.before) : [];
  const named = marks.length > 3 ? `${marks.length} findings` : marks.join(", ");
  const became: Record<string, string> = {
    open: `accepted ${named} into the register`,
    dismissed: `dismissed ${named}`,
    suggested: `took back the decision on ${named}`,
    treating: `began to treat ${named}`,
    resolved: `resolved ${named}`,
    accepted: `accepted the risk of ${named}`,
  };
  const deed = became[text(changes.status)] ?? `decided on ${named}`;
  return changes.reason ? `${deed}: ${text(changes.reason)}` : deed;
};

const MOST_NAMES = 3;
const versionSaid = (name: unknown, revision: unknown): string =>
  text(name) ? `the version ${text(name)}` : `revision ${text(revision)}`;
const VALUES = { yes: "yes", no: "no", nothing: "unknown" };

const fieldSaid = ({ field, values }: ChangedRow["fields"][number]): string => {
  const name = fieldName(field.replace("attributes.", ""));
  return values ? `${name} (${values.map((value) => valueSaid(value, VALUES)).join(" → ")})` : name;
};

/** "renamed Memory to Long memory", "changed description of Agent". */
const changed = (row: object): string => {
  const { name, before, fields } = changedRow(row);
  const said = fields.map(fieldSaid).join(", ");
  if (before !== undefined) return `renamed ${before} to ${name}${said ? ` and changed ${said}` : ""}`;
  return said ? `changed ${said} of ${name}` : `changed ${name}`;
};

const rowsOf = (rows: unknown): object[] => (Array.isArray(rows) ? (rows as object[]) : []);
const namesOf = (rows: readonly object[]): string[] => [
  ...new Set(rows.map((row) => text((row as { name?: unknown }).name))),
];

const many = (done: string, rows: readonly object[]): string =>
  `${done} ${namesOf(rows).length > MOST_NAMES ? `${rows.length} things` : namesOf(rows).join(", ")}`;

/** A deed of many changes: what was added, changed and removed, by name as long as these are few. */
const edited = (changes: Changes): string => {
  const [added, altered, removed] = [rowsOf(changes.added), rowsOf(changes.changed), rowsOf(changes.removed)];
  const isFew = altered.length <= MOST_NAMES;
  const parts = [
    ...("restored" in changes ? [`went back to ${versionSaid(changes.restored, changes.restored_revision)}`] : []),
    ...(added.length > 0 ? [many("added", added)] : []),
    ...(isFew ? altered.map(changed) : [many("changed", altered)]),
    ...(removed.length > 0 ? [many("removed", removed)] : []),
  ];
  const placed = count(changes.placed);
  if (parts.length === 0 && placed > 0) parts.push(`arranged ${plural(placed, "thing", "things")} on the diagram`);
  return parts.join("; ");
};

const named = (changes: Changes): string => text(changes.slug);
const because = (changes: Changes): string => (changes.reason ? `: ${text(changes.reason)}` : "");

function ofKnowledge(kind: string): Record<string, (changes: Changes) => string> {
  return {
    [`${kind}.added`]: (changes) => `wrote the ${kind} ${named(changes)}${because(changes)}`,
    [`${kind}.overridden`]: (changes) =>
      `changed ${changedFields(changes)} in a copy of the ${kind} ${named(changes)}${because(changes)}`,
    [`${kind}.changed`]: (changes) =>
      `changed ${changedFields(changes)} of the ${kind} ${named(changes)}${because(changes)}`,
    [`${kind}.removed`]: (changes) => `took back what was written of the ${kind} ${named(changes)}`,
    [`${kind}.switched_off`]: (changes) => `switched off the ${kind} ${named(changes)}${because(changes)}`,
    [`${kind}.switched_on`]: (changes) => `switched on the ${kind} ${named(changes)}`,
  };
}

const SENTENCES: Record<string, (changes: Changes) => string> = {
  "system.created": (changes) => `created the system ${text(changes.name)}`,
  "system.edited": edited,
  "version.saved": (changes) => `kept the model as the version ${text(changes.name)}`,
  "version.deleted": (changes) => `deleted ${versionSaid(changes.name, changes.revision)}`,
  "template.saved": (changes) => `saved the system ${text(changes.system)} as the template ${text(changes.name)}`,
  "template.deleted": (changes) => `deleted the template ${text(changes.name)}`,
  "system.imported": (changes) => `imported the system ${text(changes.name)}`,
  "diagram.arranged": (changes) => `arranged ${count(changes.count)} things on the diagram`,
  "run.started": () => "asked for suggestions",
  "run.cancelled": () => "called the run off",
  "run.failed": () => "saw a run stop with an error",
  "run.finished": (changes) =>
    `got suggestions: ${count(changes.new)} new, ${count(changes.refreshed)} confirmed, ${count(changes.outdated)} no longer apply`,
  "finding.raised": (changes) => `raised ${text(changes.mark)} ${text(changes.title)}`,
  "finding.source_changed": (changes) =>
    `looked at ${text(changes.mark)} through the other lens: ${text(changes.reason)}`,
  "finding.decided": decided,
  "finding.linked": (changes) => `linked ${text(changes.link)}`,
  "finding.unlinked": (changes) => `took away the link ${text(changes.link)}`,
  "finding.changed": (changes) => `changed ${changedFields(changes)} of ${text(changes.mark)}`,
  ...ofKnowledge("entry"),
  ...ofKnowledge("control"),
  "pack.imported": (changes) =>
    `imported the pack ${text(changes.title)} ${text(changes.version)}: ${count(changes.new)} new, ${count(changes.changed)} changed, ${count(changes.gone)} gone`,
  "pack.removed": (changes) => `removed the pack ${text(changes.title)}`,
  "treatment.added": (changes) =>
    `treated ${text(changes.mark)} with ${text(changes.control)}: ${lower(text(changes.state))}`,
  "treatment.changed": (changes) =>
    `changed ${changedFields(changes)} of ${text(changes.control)} for ${text(changes.mark)}`,
  "treatment.removed": (changes) => `took ${text(changes.control)} away from ${text(changes.mark)}`,
  "report.requested": () => "asked for a report",
  "report.finished": () => "got a report",
  "report.made": () => "got a report",
};

const ofComment = (deed: string) => (changes: Changes) => `${deed} ${text(changes.name)}: “${text(changes.text)}”`;
const COMMENTS: Record<string, (changes: Changes) => string> = {
  "comment.created": ofComment("commented on"),
  "comment.edited": ofComment("edited a comment on"),
  "comment.deleted": ofComment("deleted a comment on"),
  "comment.resolved": ofComment("resolved a comment on"),
  "comment.reopened": ofComment("reopened a comment on"),
};

const DEEDS: Record<string, string> = {
  created: "added",
  deleted: "removed",
  changed: "changed",
  started: "started",
  finished: "finished",
};

/** A deed as the rest of a sentence that starts with who did it. */
function sentence(verb: string, changes: Changes): string {
  const known = SENTENCES[verb] ?? COMMENTS[verb];
  if (known) return known(changes);
  const [object = "", deed = ""] = verb.split(".");
  const done = DEEDS[deed] ?? lower(deed);
  const fields = deed === "changed" ? changedFields(changes) : "";
  if (fields) return `changed ${fields} of ${lower(object)}`;
  return `${done} the ${lower(object)} ${text(changes.name)}`.trim();
}

export const history = {
  title: "History",
  empty: "Nothing has happened yet.",
  more: "Earlier",
  versions: "Versions",
  versionsAbout:
    "How the model was, to compare with and to go back to: under a name that you give it, and by itself whenever work pauses for ten minutes.",
  noVersions: "No version is kept yet. Keep one before a review or a large change.",
  keep: "Keep this version",
  versionName: "Name of the version",
  revision: (number: number) => `revision ${number}`,
  keptBy: (name: string) => `kept by ${name}`,
  keptByItself: "kept by itself when work paused",
  compare: "Compare with now",
  compareWith: "Compare with",
  now: "How it is now",
  close: "Back to history",
  comparing: (before: string, after: string) => `From “${before}” to ${after}`,
  quoted: (name: string) => `“${name}”`,
  same: "Nothing differs.",
  drawing: (before: string) => `Drawing of what differs from ${before}`,
  restore: "Go back to it",
  restoreTitle: (name: string) => `Go back to “${name}”?`,
  restoreAbout:
    "The model becomes what it was then: what came since goes, what went comes back. How it is now is kept as a version first, so you can come back. Findings stay as they are.",
  restored: (name: string) => `The model is as in “${name}” again.`,
  deleteVersion: (name: string) => `Delete the version ${name}`,
  deeds: { added: "Added", changed: "Changed", gone: "Gone" },
  arrangement: "where things are drawn",
  sentence,
  ofNamed: (said: string, name: string) => `${said} ${name}`,
};
