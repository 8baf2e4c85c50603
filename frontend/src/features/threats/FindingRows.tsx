/** The register: findings as rows. */
import { Link } from "@tanstack/react-router";
import { useSystemScope } from "@/api/scope";
import type { Finding } from "@/api/types";
import { LensMark } from "@/components/LensMark";
import { Moment } from "@/components/Moment";
import { Row, Rows, tableClasses } from "@/components/Rows";
import { Tag } from "@/components/Tag";
import { messages } from "@/lib/messages";

const words = messages.findings;
const COLUMNS = [
  { title: words.number },
  { title: words.finding },
  { title: words.target, isWide: true },
  { title: words.status },
  { title: words.changed, isNumber: true, isWide: true },
];

export function FindingRows({ findings, selected }: { findings: readonly Finding[]; selected: string | undefined }) {
  const params = useSystemScope();
  return (
    <Rows columns={COLUMNS} label={words.title}>
      {findings.map((finding) => (
        <Row key={finding.id} isCurrent={finding.id === selected}>
          <td>
            <span className={tableClasses.named}>
              <LensMark source={finding.source} label={messages.lens.ofSource[finding.source]} />
              <span className={tableClasses.mark}>{finding.mark}</span>
            </span>
          </td>
          <td>
            <Link
              to="/w/$workspace/systems/$system/findings/$finding"
              params={{ ...params, finding: finding.id }}
              search={(search) => search}
            >
              {finding.title}
            </Link>
          </td>
          <td data-wide className={tableClasses.muted}>
            {finding.target_name}
          </td>
          <td>
            <StatusTag finding={finding} />
          </td>
          <td data-number data-wide className={tableClasses.muted}>
            <Moment at={finding.updated_at} />
          </td>
        </Row>
      ))}
    </Rows>
  );
}

export function StatusTag({ finding }: { finding: Pick<Finding, "status" | "outdated"> }) {
  const look = {
    suggested: "unknown",
    dismissed: "faded",
    open: "strong",
    treating: "strong",
    resolved: "plain",
    accepted: "plain",
  } as const;
  return (
    <>
      <Tag look={look[finding.status]}>{words.statuses[finding.status]}</Tag>
      {finding.outdated ? <Tag look="faded">{messages.suggestions.outdated}</Tag> : null}
    </>
  );
}
