/** How many threats and hazards one part of the picture has, and the way to them. */
import { useSystemScope } from "@/api/scope";
import { LensCount } from "@/components/LensCount";
import { ButtonLink } from "@/components/links";
import type { LensCounts } from "@/lib/counts";
import { messages } from "@/lib/messages";
import classes from "./findings.module.css";

export function FindingsHere({ target, counts }: { target: string; counts: LensCounts | undefined }) {
  const params = useSystemScope();
  if (!counts) return null;
  return (
    <div className={classes.here}>
      <span>{messages.picture.findingsHere}</span>
      <LensCount source="adversarial" count={counts.adversarial} size={16} />
      <LensCount source="unintended" count={counts.unintended} size={16} />
      <ButtonLink to="/w/$workspace/systems/$system/findings" params={params} search={{ target }} variant="subtle">
        {messages.picture.seeFindings}
      </ButtonLink>
    </div>
  );
}
