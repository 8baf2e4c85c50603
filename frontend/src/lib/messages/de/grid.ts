/** Tables that people write in, and trees: their tools, what they say, and what they cannot understand. */
import type { Messages } from "@/lib/messages";
import { plural } from "@/lib/text";

const cells = (count: number): string => plural(count, "Zelle", "Zellen");
const rows = (count: number): string => plural(count, "Zeile", "Zeilen");

export const grid: Messages["grid"] = {
  happened: "Was gerade geschehen ist",
  help: "Pfeile gehen von Zelle zu Zelle, Eingabe oder Tippen schreibt, Entfernen leert, Umschalt und Pfeile wählen aus, Fragezeichen zeigt alle Tasten.",
  helpReadOnly:
    "Pfeile gehen von Zelle zu Zelle, Umschalt und Pfeile wählen aus, Eingabe öffnet die Zeile. Fragezeichen zeigt alle Tasten.",
  filter: "Filtern",
  columns: "Spalten",
  columnsShown: "Spalten, die angezeigt werden",
  addRow: "Neue Zeile",
  newRow: "Neue Zeile",
  newRowAbout: "Hier tippen, um hinzuzufügen",
  open: "Öffnen",
  duplicate: "Verdoppeln",
  remove: "Entfernen",
  where: (row, count) => `Zeile ${row} von ${count}`,
  counted: rows,
  countedOf: (shown, count) => `${shown} von ${rows(count)}`,
  selected: (height, width) => `${rows(height)} × ${plural(width, "Spalte", "Spalten")} ausgewählt`,
  noMatch: "Keine Zeile enthält diese Wörter.",
  nothing: "unbekannt",
  cellOf: (column, row) => `${column} von ${row}`,
  sortedUp: (column) => `Sortiert nach ${column}`,
  sortedDown: (column) => `Rückwärts sortiert nach ${column}`,
  unsorted: "Nicht sortiert",
  copied: (count) => `${cells(count)} kopiert`,
  cleared: (count) => `${cells(count)} geleert`,
  nothingToClear:
    "Keine dieser Zellen lässt sich leeren. Umschalt und Leertaste wählen ganze Zeilen aus, die Entfernen löscht.",
  saved: (text) => `${text || "Nichts"} übernommen`,
  rowAdded: (name) => `${name} hinzugefügt`,
  isNeeded: "Hier muss etwas stehen.",
  isInvisible: "Darin ist kein Buchstabe, keine Ziffer und kein Zeichen zu sehen.",
  isTooLong: (most) => `Das ist länger als ${most} Zeichen.`,
  isReadOnly: "Das lässt sich hier nicht schreiben.",
  isNotForThis: "Eine Zeile dieser Art kennt diese Antwort nicht.",
  isUnknown: (text, nearest) => `„${text}“ ist hier nicht bekannt.${nearest ? ` Ist „${nearest}“ gemeint?` : ""}`,
  needs: (column) => `${column} fehlt noch`,
  refused: (mine, problem) => `Nicht übernommen: „${mine}“. ${problem}`,
  theirs: (by, theirs) => `${by} hat inzwischen „${theirs}“ geschrieben.`,
  clash: (now) =>
    `Inzwischen steht hier „${now || "nichts"}“ von jemand anderem. Noch einmal Eingabe behält den eigenen Text, Escape den anderen.`,
  keepMine: "F2 und Eingabe schreiben den eigenen Text noch einmal, Escape lässt ihn fallen.",
  letGo: "Der eigene Text ist fallen gelassen.",
  nothingToPaste: "Es gibt nichts einzufügen.",
  tooManyRows: (count, most) => `Das sind ${rows(count)}. Höchstens ${rows(most)} auf einmal einfügen.`,
  tooLarge: "Das ist zu viel, um es auf einmal einzufügen.",
  pasteTitle: (what) => `${what} einfügen`,
  pasteBad: (count) =>
    `${cells(count)} ${count === 1 ? "ist" : "sind"} nicht zu verstehen. Was ausgelassen wird, bleibt, wie es ist.`,
  pasteRest: "Das Übrige einfügen",
  pasteNothing: "Nichts davon ist zu verstehen, also wird nichts eingefügt.",
  more: (count) => `Und ${plural(count, "weitere Zelle", "weitere Zellen")}.`,
  rowNumber: (number) => `Zeile ${number}`,
  pasted: (count, added, changed) => {
    const what = [...(added ? [added] : []), ...(changed > 0 ? [`${changed} geändert`] : [])];
    return `${rows(count)} einfügen: ${what.join(", ")}`;
  },
  unchanged: "Dort steht alles schon so.",
  filled: (count) => `${cells(count)} nach unten ausfüllen`,
  collapse: "Ausblenden, was darin ist",
  nameOf: (name) => `Name von ${name}`,
  keys: {
    title: "Tabellen",
    move: "Von Zelle zu Zelle",
    ends: "Zur ersten oder letzten Spalte",
    corners: "Zur ersten oder letzten Zelle",
    edit: "In die Zelle schreiben; Tippen tut es auch",
    save: "Übernehmen und nach unten; Tabulator geht nach rechts weiter",
    escape: "Getipptes fallen lassen",
    select: "Mehr auswählen",
    rows: "Ganze Zeilen auswählen",
    columns: "Eine ganze Spalte auswählen",
    all: "Alles auswählen",
    clear: "Zellen leeren oder ganze Zeilen entfernen",
    fill: "Nach unten ausfüllen",
    copy: "Kopieren, ausschneiden, einfügen, auch aus Tabellenkalkulationen",
    add: "Neue Zeile",
    duplicate: "Zeilen verdoppeln",
    open: "Die Zeile an der Seite öffnen",
    sort: "Auf einer Überschrift: sortieren",
  },
};
