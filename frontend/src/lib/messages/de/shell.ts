/** The frame around every page: rail, top bar, palette, keys, connection. */
import type { Messages } from "@/lib/messages";
import { plural } from "@/lib/text";

export const shell: Pick<Messages, "nav" | "tabs" | "connection" | "refused" | "people" | "palette" | "keys"> = {
  nav: {
    main: "Hauptmenü",
    home: "Start",
    systems: "Systeme",
    catalogue: "Katalog",
    workspace: "Arbeitsbereich",
    collapse: "Menü einklappen",
    expand: "Menü ausklappen",
    open: "Menü öffnen",
    switchWorkspace: "Andere Arbeitsbereiche",
    breadcrumb: "Standort",
    skip: "Zum Inhalt springen",
    me: "Eigenes Menü",
    light: "Hell",
    dark: "Dunkel",
    system: "Wie das Gerät",
    colours: "Farben",
    language: "Sprache",
    account: "Konto und Passwort",
    apiDocs: "API-Referenz",
    signOut: "Abmelden",
    keys: "Tasten",
  },
  tabs: {
    label: "Teile dieses Systems",
    picture: "Bild",
    stake: "Auf dem Spiel",
    suggestions: "Vorschläge",
    findings: "Befunde",
    reports: "Berichte",
    history: "Verlauf",
  },
  connection: {
    lost: "Keine Verbindung. Weiterarbeiten geht; die Seite holt auf, sobald die Verbindung wieder steht.",
    unsaved: ({ decisions, changes, isAway, areKept }) => {
      const counted = [
        ...(decisions > 0 ? [plural(decisions, "Entscheidung", "Entscheidungen")] : []),
        ...(changes > 0 ? [plural(changes, "Änderung", "Änderungen")] : []),
      ];
      const are = decisions + changes === 1 ? "ist" : "sind";
      const line = isAway ? "Keine Verbindung. " : "";
      const kept =
        decisions > 0
          ? "Bifocal versucht es weiter: diese Seite offen lassen."
          : areKept
            ? "Dieser Browser behält alles und speichert es, sobald der Server antwortet."
            : "Dieser Browser hat keinen Platz mehr dafür: diese Seite offen lassen.";
      return `${line}${counted.join(" und ")} ${are} noch nicht gespeichert. ${kept}`;
    },
  },
  refused: {
    title: (words) => `Nicht gespeichert: ${words}`,
    typed: "Geschrieben war",
    isGone:
      "Jemand hat es inzwischen gelöscht; im Verlauf steht, wer. Das Geschriebene bleibt hier: kopieren, oder noch einmal versuchen, sobald es wieder da ist.",
    discard: "Verwerfen",
    toSystem: "Zu jenem System",
  },
  people: {
    label: (count) => plural(count, "weitere Person ist hier", "weitere Personen sind hier"),
    line: (name, where) => (where ? `${name}: ${where}` : name),
    besideMe: "An diesem System",
    inWorkspace: "In diesem Arbeitsbereich",
    elsewhere: "Anderswo im Arbeitsbereich",
    away: "Abwesend",
    goTo: (name) => `Dorthin, wo ${name} ist`,
    follow: (name) => `${name} folgen`,
    stopFollowing: (name) => `${name} nicht mehr folgen`,
    following: (name) => `Diese Ansicht folgt ${name}`,
    followsYou: "folgt dieser Seite",
    stop: "Beenden",
    stopKey: "Beenden (Esc oder selbst etwas tun)",
  },
  palette: {
    title: "Alles durchsuchen",
    placeholder: "Systeme, Elemente, Befunde, Einträge, Maßnahmen und Befehle suchen",
    empty: "Nichts heißt so.",
    systems: "Systeme",
    elements: "Elemente",
    findings: "Befunde",
    entries: "Katalog",
    controls: "Maßnahmen",
    commands: "Befehle",
    hint: "Suchen",
    goTo: (place) => `Gehe zu ${place}`,
    theme: "Zwischen hell und dunkel wechseln",
    showKeys: "Tasten anzeigen",
  },
  keys: {
    title: "Tasten",
    names: { mod: "Strg", delete: "Entf", escape: "Esc", tab: "Tab", alt: "Alt", space: "Leertaste" },
    everywhere: "Überall",
    search: "Alles durchsuchen",
    help: "Diese Liste anzeigen",
    undo: "Das Letzte rückgängig machen",
    escape: "Schließen, was offen ist",
    suggestions: "Vorschläge",
    next: "Nächster",
    previous: "Voriger",
    otherLane: "Zur anderen Spalte",
    thisLane: "Zur linken Spalte",
    accept: "Übernehmen",
    dismiss: "Verwerfen",
    edit: "Bearbeiten",
    select: "Auswählen",
    expand: "Ganz anzeigen",
    suggest: "Vorschläge machen",
    path: "Auf dem Bild zeigen, und zurück",
    counterpart: "Zum Gegenstück",
    questions: "Zu den Fragen",
    answer: "Die Frage im Fokus beantworten",
    dontKnow: "Unbekannt lassen",
  },
};
