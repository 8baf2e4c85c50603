/** Treatments of a finding: its controls, how far each has come, and how one knows. */
export const treatments = {
  title: "Controls",
  none: "The catalogue names no control for this. Record what helps as text in the finding, or add a control of your own.",
  deeds: { planned: "Plan", in_place: "In place", verified: "Verified" },
  deedsOf: (control: string) => `How far is “${control}”?`,
  states: {
    idea: "An idea",
    planned: "Planned",
    in_place: "In place",
    verified: "Verified",
    stale: "To be verified again",
  },
  standing: (state: string, until: string | null, isPast: boolean) =>
    until ? `${state}, ${isPast ? "which held until" : "until"} ${until}` : state,
  owner: "Who sees to it",
  due: "Due",
  verifiedUntil: "Holds until",
  evidence: "How was it verified?",
  verify: "It is verified",
  remove: "Not treated with this",
  moved: (control: string, state: string) => `“${control}” is now ${state.toLowerCase()}.`,
  removed: (control: string) => `“${control}” is no longer recorded.`,
};
