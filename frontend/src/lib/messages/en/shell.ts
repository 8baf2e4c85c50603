/** The frame around every page: rail, top bar, palette, keys, connection. */
import { plural } from "@/lib/text";

interface Unsaved {
  decisions: number;
  changes: number;
  isAway: boolean;
  areKept: boolean;
}

export const shell = {
  nav: {
    main: "Main",
    home: "Home",
    systems: "Systems",
    catalogue: "Catalogue",
    workspace: "Workspace",
    collapse: "Collapse the menu",
    expand: "Expand the menu",
    open: "Open the menu",
    switchWorkspace: "Other workspaces",
    breadcrumb: "Where you are",
    skip: "Skip to the content",
    me: "You",
    light: "Light",
    dark: "Dark",
    system: "As the system",
    colours: "Colours",
    language: "Language",
    account: "Account and password",
    apiDocs: "API reference",
    signOut: "Sign out",
    keys: "Keys",
  },
  tabs: {
    label: "Parts of this system",
    picture: "Picture",
    stake: "Stake",
    suggestions: "Suggestions",
    findings: "Findings",
    reports: "Reports",
    history: "History",
  },
  connection: {
    lost: "Not connected. You can go on; the page catches up when the connection is back.",
    unsaved: ({ decisions, changes, isAway, areKept }: Unsaved) => {
      const counted = [
        ...(decisions > 0 ? [plural(decisions, "decision", "decisions")] : []),
        ...(changes > 0 ? [plural(changes, "change", "changes")] : []),
      ];
      const are = decisions + changes === 1 ? "is" : "are";
      const line = isAway ? "Not connected. " : "";
      const [it, isKept] = changes === 1 ? ["it", "It is kept"] : ["them", "They are kept"];
      const kept =
        decisions > 0
          ? "Bifocal keeps trying: leave this page open."
          : areKept
            ? `${isKept} in this browser and saved as soon as the server answers.`
            : `This browser has no room to keep ${it}: leave this page open.`;
      return `${line}${counted.join(" and ")} ${are} not saved yet. ${kept}`;
    },
  },
  refused: {
    title: (words: string) => `Not saved: ${words}`,
    typed: "You wrote",
    isGone:
      "Somebody has deleted it meanwhile; the history says who. What you wrote is kept here: copy it, or try again once it is back.",
    discard: "Discard",
    toSystem: "Go to that system",
  },
  people: {
    label: (count: number) => `${plural(count, "other person is", "other people are")} here`,
    line: (name: string, where: string) => (where ? `${name}: ${where}` : name),
    besideMe: "On this system",
    inWorkspace: "In this workspace",
    elsewhere: "Elsewhere in this workspace",
    away: "Away",
    goTo: (name: string) => `Go to where ${name} is`,
    follow: (name: string) => `Follow ${name}`,
    stopFollowing: (name: string) => `Stop following ${name}`,
    following: (name: string) => `Following ${name}`,
    followsYou: "follows you",
    stop: "Stop",
    stopKey: "Stop (Esc, or do anything yourself)",
  },
  palette: {
    title: "Search everything",
    placeholder: "Search systems, elements, findings, entries, controls and commands",
    empty: "Nothing goes by that name.",
    systems: "Systems",
    elements: "Elements",
    findings: "Findings",
    entries: "Catalogue",
    controls: "Controls",
    commands: "Commands",
    hint: "Search",
    goTo: (place: string) => `Go to ${place}`,
    theme: "Change between light and dark",
    showKeys: "Show the keys",
  },
  keys: {
    title: "Keys",
    names: { mod: "Ctrl", delete: "Del", escape: "Esc", tab: "Tab", alt: "Alt", space: "Space" },
    everywhere: "Everywhere",
    search: "Search everything",
    help: "Show this list",
    undo: "Undo what was just done",
    escape: "Close what is open",
    suggestions: "Suggestions",
    next: "Next",
    previous: "Previous",
    otherLane: "To the other lane",
    thisLane: "To the lane on the left",
    accept: "Accept",
    dismiss: "Dismiss",
    edit: "Edit",
    select: "Select",
    expand: "Show all of it",
    suggest: "Suggest",
    path: "Show on the picture, and back",
    counterpart: "To its counterpart",
    questions: "To the questions",
    answer: "Answer the question in focus",
    dontKnow: "Leave it unknown",
  },
};
