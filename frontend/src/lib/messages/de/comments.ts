/** Comments and the inbox of mentions. */
import type { Messages } from "@/lib/messages";
import { plural } from "@/lib/text";

export const comments: Messages["comments"] = {
  title: "Kommentare",
  count: (open) => plural(open, "offener Kommentar", "offene Kommentare"),
  empty: "Dazu hat noch niemand etwas gesagt.",
  write: "Kommentar schreiben",
  writeHint: "Fragen oder erzählen. @ erwähnt jemanden.",
  answer: "Antworten",
  answerTo: (author) => `${author} antworten`,
  send: "Kommentieren",
  saveEdit: "Kommentar speichern",
  editing: "Eigenen Kommentar bearbeiten",
  edit: "Bearbeiten",
  editMine: (text) => `Eigenen Kommentar bearbeiten: ${text}`,
  remove: "Löschen",
  removeMine: (text) => `Eigenen Kommentar löschen: ${text}`,
  removedName: "Der eigene Kommentar",
  resolve: "Erledigen",
  resolveThread: (author) => `Das Gespräch von ${author} erledigen`,
  reopen: "Wieder öffnen",
  resolvedBy: (name) => (name ? `Erledigt von ${name}` : "Erledigt"),
  showResolved: (count) => `${plural(count, "erledigtes Gespräch", "erledigte Gespräche")} anzeigen`,
  hideResolved: "Erledigte Gespräche ausblenden",
  edited: "bearbeitet",
  waiting: "noch nicht gespeichert",
  doing: {
    say: "Kommentieren",
    reword: "Kommentar bearbeiten",
    unsay: "Kommentar löschen",
    resolve: "Gespräch erledigen",
    reopen: "Gespräch wieder öffnen",
  },
  somebody: "Ehemaliges Mitglied",
  left: (count) => `Noch ${plural(count, "Zeichen", "Zeichen")}`,
  people: "Wer erwähnt werden kann",
  peopleFound: (count) => `${plural(count, "Person", "Personen")} zum Erwähnen: auf, ab und Eingabe wählen`,
};

export const inbox: Messages["inbox"] = {
  title: "Erwähnungen",
  mentions: (count) => plural(count, "Erwähnung", "Erwähnungen"),
  none: "Keine neuen Erwähnungen",
  nothing: "Seit dem letzten Blick gab es keine Erwähnung.",
  line: (author, about) => `${author} zu ${about}`,
  readAll: "Alle als gelesen markieren",
  more: (count) => `und ${plural(count, "weitere", "weitere")}`,
};
