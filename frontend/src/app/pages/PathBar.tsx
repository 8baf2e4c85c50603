/** Above the picture: the finding whose way is drawn, that way as a row of names, and the way back to it. */
import { Button, CloseButton, Tooltip } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useFinding } from "@/api/findings";
import type { Picture } from "@/api/picture";
import { asProblem } from "@/api/problems";
import { useSystemScope } from "@/api/scope";
import type { Finding } from "@/api/types";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Keys } from "@/components/Keys";
import { LensMark } from "@/components/LensMark";
import { useShortcuts } from "@/components/useShortcuts";
import { PathRow } from "@/features/threats/PathRow";
import { messages } from "@/lib/messages";
import { type Trail, trailOf } from "@/lib/trail";
import classes from "./system.module.css";

const words = messages.suggestions;

interface PathBarProps {
  finding: string;
  picture: Picture;
  /** Whether Escape closes this and not something that is open before it. */
  mayClose: boolean;
}

export function PathBar({ finding: id, picture, mayClose }: PathBarProps) {
  const finding = useFinding(id);
  const navigate = useNavigate({ from: "/w/$workspace/systems/$system/picture" });
  const close = () => void navigate({ search: (search) => ({ ...search, path: undefined }) });
  useShortcuts({ escape: close }, mayClose);
  const isGone = asProblem(finding.error)?.status === 404 || asProblem(finding.error)?.status === 400;
  if (finding.error && !isGone) return <ErrorPanel error={finding.error} onRetry={() => void finding.refetch()} />;
  return (
    <section className={classes.path} aria-label={words.path}>
      {finding.data ? <Shown finding={finding.data} picture={picture} /> : isGone ? <p>{words.pathGone}</p> : null}
      <CloseButton size="sm" aria-label={words.closePath} title={words.closePath} onClick={close} />
    </section>
  );
}

function Shown({ finding, picture }: { finding: Finding; picture: Picture }) {
  const back = useWayBack(finding);
  useShortcuts({ p: back });
  const here = new Set([...picture.elements, ...picture.flows].map(({ id }) => id));
  const isWhole = [...(finding.trace?.path ?? []), finding.target].every((one) => here.has(one));
  return (
    <div>
      <p>
        <LensMark source={finding.source} size={16} label={messages.lens.ofSource[finding.source]} /> {finding.mark}{" "}
        {finding.title}
      </p>
      <PathRow finding={finding}>
        <Tooltip label={<Keys shortcut="p" />}>
          <Button variant="subtle" size="compact-xs" onClick={back}>
            {words.backToCard}
          </Button>
        </Tooltip>
      </PathRow>
      {isWhole || finding.target_type === "system" ? null : <p className={classes.note}>{words.pathPartlyGone}</p>}
    </div>
  );
}

/** To the card on the desk while nobody has decided, and to the register after that. */
function useWayBack(finding: Finding): () => void {
  const params = useSystemScope();
  const navigate = useNavigate();
  const base = "/w/$workspace/systems/$system";
  if (finding.status === "suggested")
    return () => void navigate({ to: `${base}/suggestions`, params, search: { show: finding.id } });
  return () => void navigate({ to: `${base}/findings/$finding`, params: { ...params, finding: finding.id } });
}

/** What stands out on the picture while an address names a finding. */
export function useTrail(finding: string | undefined, picture: Pick<Picture, "flows">): Trail | undefined {
  const found = useFinding(finding).data;
  const { flows } = picture;
  return useMemo(() => {
    if (!found || found.id !== finding) return undefined;
    return trailOf({ ...found, trace: found.trace && { path: found.trace.path ?? [] } }, flows);
  }, [found, finding, flows]);
}
