/** What can go wrong at one part of the picture, best first; each row leads to the finding. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useSystemScope } from "@/api/scope";
import type { Finding } from "@/api/types";
import { LensCount } from "@/components/LensCount";
import { LensMark } from "@/components/LensMark";
import { ButtonLink } from "@/components/links";
import { countOf, isAbout } from "@/lib/counts";
import { SOURCES } from "@/lib/lens";
import { messages } from "@/lib/messages";
import { StatusTag } from "./FindingRows";
import classes from "./findings.module.css";

const words = messages.picture;
const FEW = 5;

interface FindingsHereProps {
  findings: readonly Finding[];
  /** The element or flow; with `inside` the boundary in which those lie. */
  target: string;
  inside?: ReadonlySet<string>;
}

export function FindingsHere({ findings, target, inside }: FindingsHereProps) {
  const heading = useId();
  const params = useSystemScope();
  const [isWhole, setIsWhole] = useState(false);
  const here = findings.filter((finding) => isAbout(finding, inside ?? new Set([target])));
  if (here.length === 0) return null;
  const count = countOf(here);
  return (
    <section className={classes.here} aria-labelledby={heading}>
      <h3 id={heading}>{inside ? words.findingsInside : words.findingsHere}</h3>
      {SOURCES.map((source) => (
        <LensCount key={source} source={source} count={count[source]} size={16} />
      ))}
      <ul>
        {here.slice(0, isWhole ? Infinity : FEW).map((finding) => (
          <li key={finding.id}>
            <LensMark source={finding.source} label={messages.lens.ofSource[finding.source]} />
            <Link
              to="/w/$workspace/systems/$system/findings/$finding"
              params={{ ...params, finding: finding.id }}
              search={{}}
            >
              <small>{finding.mark}</small> {finding.title}
              {inside ? <small> {finding.target_name}</small> : null}
            </Link>
            <StatusTag finding={finding} />
          </li>
        ))}
      </ul>
      <div className={classes.further}>
        {here.length > FEW ? (
          <Button size="compact-xs" variant="subtle" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? words.fewFindings : words.allFindings(here.length)}
          </Button>
        ) : null}
        {inside ? null : (
          <ButtonLink
            to="/w/$workspace/systems/$system/findings"
            params={params}
            search={{ target }}
            size="compact-xs"
            variant="subtle"
          >
            {words.inRegister}
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
