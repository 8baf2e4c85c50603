/** What the details of assets, losses and assumptions share: conflicts, the fields, the way to remove. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { type PartKind, useRemovePart } from "@/api/parts";
import type { Saver } from "@/api/saver";
import { useMay } from "@/api/scope";
import { Conflicts } from "@/components/Conflicts";
import form from "@/components/form.module.css";
import { useRemoval } from "@/components/useRemoval";
import { messages } from "@/lib/messages";
import classes from "./stake.module.css";

interface PartFrameProps {
  kind: PartKind;
  id: string;
  name: string;
  saver: Saver;
  onGone: () => void;
  children: (isDisabled: boolean) => ReactNode;
}

export function PartFrame({ kind, id, name, saver, onGone, children }: PartFrameProps) {
  const mayEdit = useMay("edit_system");
  const remove = useRemoval(useRemovePart(kind).mutateAsync);
  return (
    <div className={classes.fields}>
      <Conflicts conflicts={saver.conflicts} onKeepTheirs={saver.keepTheirs} onUseMine={saver.useMine} />
      {children(!mayEdit)}
      {mayEdit ? (
        <div>
          <Button
            variant="subtle"
            onClick={() => {
              remove(id, name);
              onGone();
            }}
          >
            {messages.common.remove}
          </Button>
        </div>
      ) : (
        <p className={form.note}>{messages.picture.readOnly}</p>
      )}
    </div>
  );
}
