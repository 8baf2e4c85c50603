/** The desk on which suggestions are decided: what is in focus, selected, open, and what the deeds do. */
import { useEffect, useState } from "react";
import { useDecide } from "@/api/decisions";
import { useSystemScope } from "@/api/scope";
import type { Finding } from "@/api/types";
import { showSaving } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { acrossFrom, afterLeaving, counterpartOf, type LaneRow, readingOrder, stepFrom } from "./lanes";

const words = messages.suggestions;

export type DeskMode = { deed: "dismiss"; ids: string[] } | { deed: "edit"; id: string } | null;

export interface Desk {
  focus: string | null;
  selected: ReadonlySet<string>;
  expanded: ReadonlySet<string>;
  mode: DeskMode;
  setFocus: (id: string) => void;
  setMode: (mode: DeskMode) => void;
  step: (by: 1 | -1) => void;
  cross: (lane: Finding["source"]) => void;
  /** To the counterpart of the one in focus. */
  jump: () => void;
  toggleSelected: (id: string) => void;
  toggleExpanded: (id: string) => void;
  selectAll: () => void;
  clear: () => void;
  /** The selected ones, or else the one in focus. */
  concerned: () => string[];
  accept: (ids: string[]) => void;
  dismiss: (ids: string[], reason: string) => void;
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface Said {
  saving: (what: string) => string;
  saved: (what: string) => string;
}

/** How each system's desk was left, for whoever comes back from the picture. */
const left = new Map<string, Pick<Desk, "focus" | "expanded">>();

/** `shown` is the one that the address names; without it the desk is as it was left. */
export function useDesk(rows: readonly LaneRow[], shown: string | undefined): Desk {
  const { system } = useSystemScope();
  const order = readingOrder(rows);
  const [before] = useState(() => left.get(system));
  const [wanted, setFocus] = useState<string | null>(shown ?? before?.focus ?? null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(
    new Set([...(before?.expanded ?? []), ...(shown ? [shown] : [])]),
  );
  const [mode, setMode] = useState<DeskMode>(null);
  const decide = useDecide();
  // What somebody else decided meanwhile is no longer on this desk.
  const here = new Set(order.map((finding) => finding.id));
  const focus = wanted && here.has(wanted) ? wanted : null;
  useEffect(() => void left.set(system, { focus, expanded }), [system, focus, expanded]);
  const selected = new Set([...chosen].filter((id) => here.has(id)));

  const put = (ids: string[], status: "open" | "dismissed", reason: string, say: Said) => {
    if (ids.length === 0) return;
    const mark = order.find((finding) => finding.id === ids[0])?.mark ?? "";
    setFocus(afterLeaving(order, ids));
    setChosen(new Set());
    setMode(null);
    const rows = order.filter((finding) => ids.includes(finding.id));
    const undo = () => decide.mutate({ findings: ids, status: "suggested", rows });
    const what = ids.length === 1 ? mark : words.many(ids.length);
    showSaving(decide.mutateAsync({ findings: ids, status, reason }), say.saved(what), say.saving(what), undo);
  };

  return {
    focus,
    selected,
    expanded,
    mode,
    setFocus,
    setMode,
    step: (by) => setFocus(stepFrom(order, focus, by)),
    cross: (lane) => setFocus(acrossFrom(rows, focus, lane)),
    jump: () => setFocus(counterpartOf(order, focus) ?? focus),
    toggleSelected: (id) => setChosen(toggled(selected, id)),
    toggleExpanded: (id) => setExpanded(toggled(expanded, id)),
    selectAll: () => setChosen(here),
    clear: () => setChosen(new Set()),
    concerned: () => (selected.size > 0 ? [...selected] : focus ? [focus] : []),
    accept: (ids) => put(ids, "open", "", words.accepting),
    dismiss: (ids, reason) => put(ids, "dismissed", reason, words.dismissing),
  };
}
