/** Suggestions: asking for them, the two lanes, deciding. */
import type { Messages } from "@/lib/messages";
import { plural } from "@/lib/text";

const noLonger = (count: number): string => `${count} ${count === 1 ? "trifft" : "treffen"} nicht mehr zu`;

export const suggestions: Messages["suggestions"] = {
  suggest: "Vorschläge machen",
  suggestAgain: "Neu vorschlagen",
  queued: "Wartet auf einen freien Platz",
  running: "Das System wird betrachtet",
  lookingAt: (element) => `gerade bei ${element}`,
  failed: "Der Lauf ist stehen geblieben",
  failedAbout:
    "Keine Entscheidung wurde angetastet. Noch einmal versuchen; bleibt er wieder stehen, der Betreuung des Servers Bescheid geben.",
  cancelled: "Der Lauf wurde abgebrochen. Was er gefunden hatte, wurde nicht behalten.",
  finished: (added, refreshed, outdated) =>
    [
      plural(added, "neuer Vorschlag", "neue Vorschläge"),
      refreshed ? `${refreshed} bestätigt` : "",
      outdated ? noLonger(outdated) : "",
    ]
      .filter(Boolean)
      .join(", "),
  lastRun: "Letzter Lauf",
  never:
    "Noch hat niemand hingesehen. Das Bild wird abgegangen, und Bedrohungen und Gefährdungen werden vorgeschlagen, jede mit ihrem Grund.",
  noElements: "Noch gibt es nichts zu betrachten. Zuerst mindestens ein Element beschreiben.",
  goToPicture: "Zum Bild",
  allDecided: "Über alles Vorgeschlagene ist entschieden.",
  noneFound:
    "Zu dem, was bisher bekannt ist, gibt es keinen Vorschlag. Mehr Fragen zu den Elementen beantworten, dann noch einmal versuchen.",
  noneInFilter: "Mit diesem Filter bleibt kein Vorschlag übrig.",
  anywhere: "Alle Vorschläge anzeigen",
  laneEmpty: { adversarial: "Hier wartet keine Bedrohung.", unintended: "Hier wartet keine Gefährdung." },
  lanes: "Spalten",
  because: "Weil",
  lowerBecause: (text) => `Niedriger, weil ${text}`,
  path: "Der Weg, den es nimmt",
  goneStop: "entfernt",
  showOnPicture: "Auf dem Bild zeigen",
  backToCard: "Zurück dorthin",
  closePath: "Wieder das ganze Bild zeigen",
  pathGone: "Was diese Adresse zeigt, steht nicht mehr im Register. Das Bild ist vollständig.",
  pathPartlyGone: "Ein Teil davon ist hier nicht gezeichnet: er wurde entfernt oder steht auf einem anderen Diagramm.",
  certaintyTitle: "Wie gewiss",
  seenThrough: "Gesehen durch",
  withstand: "Muss standhalten",
  disturbance: (label, example) => (example ? `${label} – ${example}` : label),
  conflict: "Hilft der einen Seite und schadet der anderen",
  certain: "Gewiss",
  possible: "Möglich",
  certainAbout: "Alles, wovon es abhängt, ist bekannt und trifft zu",
  possibleAbout: "Es trifft zu, falls sich das Unbekannte so herausstellt",
  certaintyWords: {
    certain: "Gewiss: alles, wovon es abhängt, ist bekannt und trifft zu",
    possible: "Möglich: es trifft zu, falls sich das Unbekannte so herausstellt",
  },
  wouldSettle: "Würde es klären",
  also: (names) => `auch ${names.join(", ")}`,
  reference: "Verweis",
  references: "Verweise",
  inCatalogue: "Im Katalog nachlesen",
  control: "Maßnahme",
  controls: "Maßnahmen",
  effects: { helps: "hilft", nothing: "bewirkt nichts", hurts: "schadet" },
  factors: {
    challenge: "Es wird seltener auf die Probe gestellt.",
    withstand: "Es hält öfter stand, wenn es darauf ankommt.",
    catch: "Was durchkommt, wird vor dem Schaden aufgehalten.",
    impact: "Der Schaden ist kleiner.",
    relief: "Der Schaden bleibt begrenzt und ist früher behoben.",
  },
  verifiedBy: (test) => `So nachweisen: ${test}`,
  counterpart: "Gegenstück",
  harms: "Verletzt",
  expand: "Einzelheiten",
  collapse: "Weniger",
  accept: "Übernehmen",
  dismiss: "Verwerfen",
  edit: "Bearbeiten",
  accepting: { saving: (what) => `${what}: wird übernommen …`, saved: (what) => `${what}: übernommen.` },
  dismissing: { saving: (what) => `${what}: wird verworfen …`, saved: (what) => `${what}: verworfen.` },
  many: (count) => plural(count, "Vorschlag", "Vorschläge"),
  dismissTitle: (count) =>
    count === 1 ? "Warum gehört er nicht hierher?" : `Warum gehören diese ${count} nicht hierher?`,
  dismissReason: "Grund",
  dismissReasons: [
    "In diesem System kann das nicht geschehen.",
    "Ein anderer Befund deckt es schon ab.",
    "Was es verletzt, ist hier nicht wichtig.",
    "Der Aufbau verhindert es.",
  ],
  dismissKept: "Ein verworfener Vorschlag bleibt in jedem späteren Lauf verworfen.",
  select: (title) => `„${title}“ auswählen`,
  selected: (count) => `${count} ausgewählt`,
  selectAll: "Alle auswählen",
  clear: "Aufheben",
  filterElement: "Element",
  anyElement: "Jedes Element",
  filterCertainty: "Gewissheit",
  outdated: "Trifft nicht mehr zu",
  outdatedAbout: "Das Bild hat sich seither geändert; der letzte Lauf hat das nicht wiedergefunden",
  questionsTitle: (questions, settled) =>
    `${plural(questions, "Frage würde", "Fragen würden")} ${plural(settled, "Vorschlag", "Vorschläge")} klären`,
  questionsBear: (questions, borneOn) =>
    `${plural(questions, "Frage betrifft", "Fragen betreffen")} ${plural(borneOn, "Vorschlag", "Vorschläge")}`,
  questionsOpen: (questions) => plural(questions, "offene Frage", "offene Fragen"),
  questionsNone: "Keine Frage ist offen.",
  questionBears: (count) => `betrifft ${count}`,
  moreQuestions: "Mehr Fragen",
  dontKnow: "Weiß nicht",
  noneOfThem: "Nichts davon",
  saveAnswer: "Speichern",
  answered: (name, answer) => `${name}: ${answer}`,
  answerWaits: "Gespeichert. Gleich wird neu betrachtet",
  lookingAgain: "Wird neu betrachtet",
  answerForNextRun: "Gespeichert. Der nächste Lauf berücksichtigt es",
  changed: (certain, gone, added) => {
    const settled = certain + gone;
    if (settled + added === 0) return "Dadurch hat sich nichts geändert.";
    const how = [certain ? `${certain} jetzt gewiss` : "", gone ? noLonger(gone) : ""];
    const detail = settled ? ` (${how.filter(Boolean).join(", ")})` : "";
    return `${[`${settled} geklärt${detail}`, `${added} neu`].join(", ")}.`;
  },
  showOutdated: noLonger,
  saveAndAccept: "Speichern und übernehmen",
  titleLabel: "Was geschieht",
  descriptionLabel: "Wie und warum",
};
