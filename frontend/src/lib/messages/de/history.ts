/** What happened, in sentences. */
import type { Messages } from "@/lib/messages";
import { type ChangedRow, changedRow, valueSaid } from "@/lib/changed";
import { plural, wordsOf } from "@/lib/text";
import { vocabulary } from "./vocabulary";

type Changes = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const count = (value: unknown): number => (Array.isArray(value) ? value.length : typeof value === "number" ? value : 0);
const quoted = (value: unknown): string => `„${text(value)}“`;
const because = (changes: Changes): string => (changes.reason ? `: ${text(changes.reason)}` : "");
const things = (number: number): string => plural(number, "Ding", "Dinge");
const fieldName = (field: string): string => vocabulary.fields[field] ?? wordsOf(field);

/** Fields whose value is a pair of before and after. */
const changedFields = (changes: Changes): string =>
  Object.entries(changes)
    .filter(([, value]) => Array.isArray(value) && value.length === 2)
    .map(([field]) => fieldName(field.replace("attributes.", "")))
    .join(", ");

const decided = (changes: Changes): string => {
  const marks = changes.before && typeof changes.before === "object" ? Object.keys(changes.before) : [];
  const named = marks.length > 3 ? plural(marks.length, "Befund", "Befunde") : marks.join(", ");
  const became: Record<string, string> = {
    open: `hat ${named} ins Register übernommen`,
    dismissed: `hat ${named} verworfen`,
    suggested: `hat die Entscheidung über ${named} zurückgenommen`,
    treating: `hat begonnen, ${named} zu behandeln`,
    resolved: `hat ${named} erledigt`,
    accepted: `hat das Risiko von ${named} akzeptiert`,
  };
  return (became[text(changes.status)] ?? `hat über ${named} entschieden`) + because(changes);
};

const MOST_NAMES = 3;
const VALUES = { yes: "ja", no: "nein", nothing: "unbekannt" };

const fieldSaid = ({ field, values }: ChangedRow["fields"][number]): string => {
  const name = fieldName(field.replace("attributes.", ""));
  return values ? `${name} (${values.map((value) => valueSaid(value, VALUES)).join(" → ")})` : name;
};

const changed = (row: object): string => {
  const { name, before, fields } = changedRow(row);
  const said = fields.map(fieldSaid).join(", ");
  if (before !== undefined) return `hat ${before} in ${name} umbenannt${said ? ` und geändert: ${said}` : ""}`;
  return said ? `hat an ${name} geändert: ${said}` : `hat ${name} geändert`;
};

const rowsOf = (rows: unknown): object[] => (Array.isArray(rows) ? (rows as object[]) : []);
const namesOf = (rows: readonly object[]): string[] => [
  ...new Set(rows.map((row) => text((row as { name?: unknown }).name))),
];

const many = (done: string, rows: readonly object[]): string =>
  `hat ${namesOf(rows).length > MOST_NAMES ? things(rows.length) : namesOf(rows).join(", ")} ${done}`;

/** A deed of many changes: what was added, changed and removed, by name as long as these are few. */
const edited = (changes: Changes): string => {
  const [added, altered, removed] = [rowsOf(changes.added), rowsOf(changes.changed), rowsOf(changes.removed)];
  const isFew = altered.length <= MOST_NAMES;
  const parts = [
    ...("restored" in changes
      ? [
          changes.restored
            ? `ist zur Version ${quoted(changes.restored)} zurückgekehrt`
            : `ist zum Stand ${text(changes.restored_revision)} zurückgekehrt`,
        ]
      : []),
    ...(added.length > 0 ? [many("hinzugefügt", added)] : []),
    ...(isFew ? altered.map(changed) : [many("geändert", altered)]),
    ...(removed.length > 0 ? [many("entfernt", removed)] : []),
  ];
  const placed = count(changes.placed);
  if (parts.length === 0 && placed > 0) parts.push(`hat ${things(placed)} auf dem Diagramm angeordnet`);
  return parts.join("; ");
};

function ofKnowledge(kind: string, one: string, of: string): Record<string, (changes: Changes) => string> {
  const named = (changes: Changes) => text(changes.slug);
  return {
    [`${kind}.added`]: (changes) => `hat ${one} ${named(changes)} geschrieben${because(changes)}`,
    [`${kind}.overridden`]: (changes) =>
      `hat in einer Kopie ${of} ${named(changes)} geändert: ${changedFields(changes)}${because(changes)}`,
    [`${kind}.changed`]: (changes) =>
      `hat an ${of.replace("des", "dem").replace("Eintrags", "Eintrag")} ${named(changes)} geändert: ${changedFields(changes)}${because(changes)}`,
    [`${kind}.removed`]: (changes) => `hat zurückgenommen, was zu ${one} ${named(changes)} geschrieben war`,
    [`${kind}.switched_off`]: (changes) => `hat ${one} ${named(changes)} ausgeschaltet${because(changes)}`,
    [`${kind}.switched_on`]: (changes) => `hat ${one} ${named(changes)} eingeschaltet`,
  };
}

const SENTENCES: Record<string, (changes: Changes) => string> = {
  "system.created": (changes) => `hat das System ${text(changes.name)} angelegt`,
  "system.edited": edited,
  "version.saved": (changes) => `hat das Modell als Version ${quoted(changes.name)} festgehalten`,
  "version.deleted": (changes) =>
    changes.name ? `hat die Version ${quoted(changes.name)} gelöscht` : `hat Stand ${text(changes.revision)} gelöscht`,
  "template.saved": (changes) =>
    `hat das System ${text(changes.system)} als Vorlage ${quoted(changes.name)} gespeichert`,
  "template.deleted": (changes) => `hat die Vorlage ${quoted(changes.name)} gelöscht`,
  "system.imported": (changes) => `hat das System ${text(changes.name)} importiert`,
  "diagram.arranged": (changes) => `hat ${things(count(changes.count))} auf dem Diagramm angeordnet`,
  "run.started": () => "hat Vorschläge angefordert",
  "run.cancelled": () => "hat den Lauf abgebrochen",
  "run.failed": () => "hat einen Lauf mit einem Fehler enden sehen",
  "run.finished": (changes) =>
    `hat Vorschläge erhalten: ${count(changes.new)} neu, ${count(changes.refreshed)} bestätigt, ${count(changes.outdated)} nicht mehr zutreffend`,
  "finding.raised": (changes) => `hat ${text(changes.mark)} ${quoted(changes.title)} aufgenommen`,
  "finding.source_changed": (changes) =>
    `hat ${text(changes.mark)} durch die andere Linse angesehen: ${text(changes.reason)}`,
  "finding.decided": decided,
  "finding.linked": (changes) => `hat verknüpft: ${text(changes.link)}`,
  "finding.unlinked": (changes) => `hat die Verknüpfung gelöst: ${text(changes.link)}`,
  "finding.changed": (changes) => `hat an ${text(changes.mark)} geändert: ${changedFields(changes)}`,
  ...ofKnowledge("entry", "den Eintrag", "des Eintrags"),
  ...ofKnowledge("control", "die Maßnahme", "der Maßnahme"),
  "pack.imported": (changes) =>
    `hat das Paket ${text(changes.title)} ${text(changes.version)} importiert: ${count(changes.new)} neu, ${count(changes.changed)} geändert, ${count(changes.gone)} entfallen`,
  "pack.removed": (changes) => `hat das Paket ${text(changes.title)} entfernt`,
  "treatment.added": (changes) =>
    `behandelt ${text(changes.mark)} mit ${text(changes.control)}: ${stateName(text(changes.state))}`,
  "treatment.changed": (changes) =>
    `hat an ${text(changes.control)} für ${text(changes.mark)} geändert: ${changedFields(changes)}`,
  "treatment.removed": (changes) => `behandelt ${text(changes.mark)} nicht mehr mit ${text(changes.control)}`,
  "report.requested": () => "hat einen Bericht angefordert",
  "report.finished": () => "hat einen Bericht erhalten",
  "report.made": () => "hat einen Bericht erhalten",
};

const STATES: Record<string, string> = {
  idea: "eine Idee",
  planned: "geplant",
  in_place: "umgesetzt",
  verified: "nachgewiesen",
  stale: "erneut nachzuweisen",
};
const stateName = (state: string): string => STATES[state] ?? wordsOf(state);

const ofComment = (deed: string) => (changes: Changes) => `hat ${deed}: ${text(changes.name)}, ${quoted(changes.text)}`;
const COMMENTS: Record<string, (changes: Changes) => string> = {
  "comment.created": (changes) => `hat ${text(changes.name)} kommentiert: ${quoted(changes.text)}`,
  "comment.edited": ofComment("einen Kommentar bearbeitet"),
  "comment.deleted": ofComment("einen Kommentar gelöscht"),
  "comment.resolved": ofComment("einen Kommentar erledigt"),
  "comment.reopened": ofComment("einen Kommentar wieder geöffnet"),
};

const DEEDS: Record<string, string> = {
  created: "hinzugefügt",
  deleted: "entfernt",
  changed: "geändert",
  started: "begonnen",
  finished: "beendet",
  requested: "angefordert",
  cancelled: "abgebrochen",
  revoked: "zurückgezogen",
  renamed: "umbenannt",
  opened: "geöffnet",
  closed: "geschlossen",
  removed: "entfernt",
  joined: "aufgenommen",
  role_changed: "in eine andere Rolle gebracht",
};

/** The articles of things in the accusative; where none stands here it is "das". */
const ARTICLES: Record<string, string> = {
  workspace: "den",
  flow: "den",
  placement: "den",
  loss: "den",
  finding: "den",
  run: "den",
  report: "den",
  workshop: "den",
  comment: "den",
  entry: "den",
  invitation: "die",
  boundary: "die",
  assumption: "die",
  treatment: "die",
  version: "die",
  template: "die",
  control: "die",
};

/** A deed as the rest of a sentence that starts with who did it. */
function sentence(verb: string, changes: Changes): string {
  const known = SENTENCES[verb] ?? COMMENTS[verb];
  if (known) return known(changes);
  const [object = "", deed = ""] = verb.split(".");
  const thing = vocabulary.things[object] ?? wordsOf(object);
  const one = `${ARTICLES[object] ?? "das"} ${thing}`;
  const fields = deed === "changed" ? changedFields(changes) : "";
  if (fields) return `hat geändert: ${fields} (${thing})`;
  const name = text(changes.name);
  return `hat ${one}${name ? ` ${quoted(name)}` : ""} ${DEEDS[deed] ?? wordsOf(deed)}`;
}

export const history: Messages["history"] = {
  title: "Verlauf",
  empty: "Noch ist nichts geschehen.",
  more: "Früheres",
  versions: "Versionen",
  versionsAbout:
    "Wie das Modell war, zum Vergleichen und zum Zurückkehren: unter einem Namen, den man ihm gibt, und von selbst, sobald die Arbeit zehn Minuten ruht.",
  noVersions: "Noch ist keine Version festgehalten. Eine festhalten vor einer Durchsicht oder großen Änderung.",
  keep: "Diese Version festhalten",
  versionName: "Name der Version",
  revision: (number) => `Stand ${number}`,
  keptBy: (name) => `festgehalten von ${name}`,
  keptByItself: "von selbst festgehalten, als die Arbeit ruhte",
  compare: "Mit jetzt vergleichen",
  compareWith: "Vergleichen mit",
  now: "Wie es jetzt ist",
  close: "Zurück zum Verlauf",
  comparing: (before, after) => `Von „${before}“ zu: ${after}`,
  quoted,
  same: "Nichts ist anders.",
  drawing: (before) => `Zeichnung dessen, was anders ist als in ${before}`,
  restore: "Dorthin zurückkehren",
  restoreTitle: (name) => `Zu „${name}“ zurückkehren?`,
  restoreAbout:
    "Das Modell wird, wie es damals war: was seither kam, geht; was ging, kommt wieder. Wie es jetzt ist, wird vorher als Version festgehalten, damit der Weg zurück offen bleibt. Befunde bleiben, wie sie sind.",
  restored: (name) => `Das Modell ist wieder wie in „${name}“.`,
  deleteVersion: (name) => `Version ${name} löschen`,
  deeds: { added: "Hinzugefügt", changed: "Geändert", gone: "Entfallen" },
  arrangement: "wo Dinge gezeichnet sind",
  sentence,
  ofNamed: (said, name) => `${said}: ${name}`,
};
