/** The way that a finding takes, as a row of names with arrows, and the way to see it drawn. */
import { Tooltip } from "@mantine/core";
import { IconMap2 } from "@tabler/icons-react";
import { Fragment, type ReactNode } from "react";
import { useNames } from "@/api/names";
import { useSystemScope } from "@/api/scope";
import type { Finding } from "@/api/types";
import { Keys } from "@/components/Keys";
import { ButtonLink } from "@/components/links";
import { messages } from "@/lib/messages";
import { PartLink } from "./PartLink";
import classes from "./lanes.module.css";

const words = messages.suggestions;

/** Only a way that leads somewhere is a row; what happens in one place has none. */
export const hasPath = (finding: Finding): boolean => (finding.trace?.path?.length ?? 0) > 1;

export function PathRow({ finding, children }: { finding: Finding; children?: ReactNode }) {
  const names = useNames();
  if (!hasPath(finding)) return children ?? null;
  return (
    <div className={classes.path} role="group" aria-label={words.path}>
      {finding.trace?.path?.map((id, index) => (
        <Fragment key={`${id} ${index}`}>
          {index > 0 ? <span className={classes.arrow}>→</span> : null}
          {names.has(id) ? (
            <PartLink objectType="element" object={id}>
              {names.get(id)}
            </PartLink>
          ) : (
            <s>{words.goneStop}</s>
          )}
        </Fragment>
      ))}
      {children}
    </div>
  );
}

export function ShowOnPicture({ finding }: { finding: Finding }) {
  const params = useSystemScope();
  if (finding.target_type === "system" && !hasPath(finding)) return null;
  return (
    <Tooltip label={<Keys shortcut="p" />}>
      <ButtonLink
        variant="subtle"
        size="compact-xs"
        leftSection={<IconMap2 size={14} stroke={1.5} />}
        to="/w/$workspace/systems/$system/picture"
        params={params}
        search={{ path: finding.id }}
      >
        {words.showOnPicture}
      </ButtonLink>
    </Tooltip>
  );
}
