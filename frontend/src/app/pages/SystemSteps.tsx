/**
 * Five steps to a signed report. They tick themselves, and go away when all are done or when they are sent away. At
 * the picture they take one slim line from the start: one that came later would move what is being drawn.
 */
import { CloseButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconCheck } from "@tabler/icons-react";
import { Link, useMatch, useParams } from "@tanstack/react-router";
import { type Steps, useSteps } from "@/api/steps";
import type { System } from "@/api/types";
import { messages } from "@/lib/messages";
import classes from "./system.module.css";

const words = messages.home.steps;
const STEPS = [
  { key: "picture", tab: "picture" },
  { key: "stake", tab: "stake" },
  { key: "suggest", tab: "suggestions" },
  { key: "decide", tab: "suggestions" },
  { key: "handOver", tab: "reports" },
] as const satisfies readonly { key: keyof Steps; tab: string }[];

export function SystemSteps({ system }: { system: System }) {
  const params = useParams({ from: "/w/$workspace/systems/$system" });
  const [isHidden, setIsHidden] = useLocalStorage({ key: "bifocal-steps-hidden", defaultValue: false });
  const steps = useSteps(system);
  const isAtPicture = useMatch({ from: "/w/$workspace/systems/$system/picture", shouldThrow: false }) !== undefined;
  if (isHidden || !steps || Object.values(steps).every(Boolean)) return null;
  const next = STEPS.find((step) => !steps[step.key]);
  return (
    <ol className={classes.steps} aria-label={words.label} data-slim={isAtPicture || undefined}>
      {STEPS.map((step) => (
        <li key={step.key}>
          <Link
            to={`/w/$workspace/systems/$system/${step.tab}`}
            params={params}
            className={classes.step}
            data-next={step === next || undefined}
            title={isAtPicture ? words[step.key] : undefined}
          >
            <span className={classes.dot} data-done={steps[step.key] || undefined}>
              {steps[step.key] ? <IconCheck size={11} stroke={3} aria-label={words.done} /> : null}
            </span>
            <span className={isAtPicture && step !== next ? "visually-hidden" : undefined}>{words[step.key]}</span>
          </Link>
        </li>
      ))}
      <li className={classes.hide}>
        <CloseButton size="sm" aria-label={words.hide} onClick={() => setIsHidden(true)} />
      </li>
    </ol>
  );
}
