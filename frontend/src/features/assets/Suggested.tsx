/** What this system probably has at stake, to pick from: one or several at once, each because of something in the model. */
import { Button, Checkbox, CloseButton } from "@mantine/core";
import { useState } from "react";
import { useMay, useSystemScope } from "@/api/scope";
import { type StakeSuggestion, type StakeType, usePick, useStakeSuggestions } from "@/api/stake";
import { showToast } from "@/components/toasts";
import { messages } from "@/lib/messages";
import { listed } from "@/lib/text";
import { useDismissed } from "./useDismissed";
import classes from "./stake.module.css";

const words = messages.stake;

interface SuggestedProps {
  type: StakeType;
  /** Whether nothing is in the list yet: then this is where one begins. */
  isFirst: boolean;
}

export function Suggested({ type, isFirst }: SuggestedProps) {
  const mayEdit = useMay("edit_system");
  const dismissed = useDismissed(useSystemScope().system);
  const [isAsked, setIsAsked] = useState<boolean | null>(null);
  const all = (useStakeSuggestions().data ?? []).filter((one) => one.type === type);
  const open = all.filter(({ slug }) => !dismissed.slugs.includes(slug));
  const isOpen = isAsked ?? isFirst;
  if (!mayEdit || all.length === 0) return null;
  return (
    <div className={classes.suggested} role="group" aria-label={words.suggestedFor[type]}>
      <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setIsAsked(!isOpen)}>
        {words.suggested(open.length)}
      </Button>
      {isOpen ? <Picking type={type} open={open} onDismiss={dismissed.add} /> : null}
      {isOpen && open.length < all.length ? (
        <Button size="compact-xs" variant="subtle" onClick={() => dismissed.bringBack(all.map(({ slug }) => slug))}>
          {words.dismissedAgain(all.length - open.length)}
        </Button>
      ) : null}
    </div>
  );
}

interface PickingProps {
  type: StakeType;
  open: readonly StakeSuggestion[];
  onDismiss: (slug: string) => void;
}

function Picking({ type, open, onDismiss }: PickingProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const pick = usePick();
  const picked = open.filter(({ slug }) => chosen.has(slug));
  const toggle = (slug: string) => setChosen((before) => toggled(before, slug));
  const add = async () => {
    const said = words.picked(picked.length, picked[0]?.title ?? "");
    const done = await pick(said, picked);
    if (!done) return;
    setChosen(new Set());
    showToast(said, done.takeBack, done.takenBack);
  };
  return (
    <form action={add}>
      <ul className={classes.list}>
        {open.map((one) => (
          <li key={one.slug} className={classes.suggestion}>
            <Checkbox
              size="sm"
              checked={chosen.has(one.slug)}
              onChange={() => toggle(one.slug)}
              label={one.title}
              description={because(one)}
            />
            <CloseButton
              size="sm"
              aria-label={words.dismiss(one.title)}
              title={words.dismiss(one.title)}
              onClick={() => onDismiss(one.slug)}
            />
          </li>
        ))}
      </ul>
      {open.length > 0 ? (
        <Button type="submit" size="compact-sm" disabled={picked.length === 0}>
          {picked.length > 0 ? words.addPicked[type](picked.length) : words.choose}
        </Button>
      ) : null}
    </form>
  );
}

function toggled(slugs: ReadonlySet<string>, slug: string): ReadonlySet<string> {
  const next = new Set(slugs);
  if (!next.delete(slug)) next.add(slug);
  return next;
}

const because = ({ because: facts, more }: StakeSuggestion): string =>
  words.because(listed(more > 0 ? [...facts, words.morePlaces(more)] : facts));
