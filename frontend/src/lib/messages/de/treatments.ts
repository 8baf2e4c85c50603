/** Treatments of a finding: its controls, how far each has come, and how one knows. */
import type { Messages } from "@/lib/messages";

export const treatments: Messages["treatments"] = {
  title: "Maßnahmen",
  none: "Der Katalog nennt hierfür keine Maßnahme. Was hilft, als Text im Befund festhalten, oder eine eigene Maßnahme hinzufügen.",
  deeds: { planned: "Planen", in_place: "Umgesetzt", verified: "Nachgewiesen" },
  deedsOf: (control) => `Wie weit ist „${control}“?`,
  states: {
    idea: "Eine Idee",
    planned: "Geplant",
    in_place: "Umgesetzt",
    verified: "Nachgewiesen",
    stale: "Erneut nachzuweisen",
  },
  standing: (state, until, isPast) => (until ? `${state}, ${isPast ? "galt bis" : "bis"} ${until}` : state),
  owner: "Wer sich darum kümmert",
  due: "Fällig",
  verifiedUntil: "Gilt bis",
  evidence: "Wie wurde es nachgewiesen?",
  verify: "Es ist nachgewiesen",
  remove: "Nicht damit behandelt",
  moved: (control, state) => `„${control}“ ist jetzt: ${state}.`,
  removed: (control) => `„${control}“ ist nicht mehr festgehalten.`,
};
