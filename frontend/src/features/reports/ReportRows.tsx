/** The PDFs of a system: being made, failed, or there to fetch. */
import { Button } from "@mantine/core";
import { useSystemScope } from "@/api/scope";
import { reportAddress } from "@/api/reports";
import type { Report } from "@/api/types";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Moment } from "@/components/Moment";
import { ProgressLine } from "@/components/ProgressLine";
import { messages } from "@/lib/messages";
import { formatBytes } from "@/lib/text";
import classes from "./ReportRows.module.css";

const words = messages.reports;

export function ReportRows({ reports }: { reports: readonly Report[] }) {
  if (reports.length === 0) return <EmptyState picture="page" text={words.empty} />;
  return (
    <ul className={classes.list}>
      {reports.map((report) => (
        <li key={report.id}>
          <ReportRow report={report} />
        </li>
      ))}
    </ul>
  );
}

function ReportRow({ report }: { report: Report }) {
  const scope = useSystemScope();
  if (report.state === "queued" || report.state === "running") {
    return <ProgressLine title={report.state === "queued" ? words.queued : words.making} done={0} total={0} />;
  }
  if (report.state !== "done") return <ErrorPanel error={new Error(report.error)} title={words.failed} />;
  return (
    <div className={classes.row}>
      <div>
        <strong>{report.title}</strong>
        <p>
          {words.pages(report.pages)} · {formatBytes(report.size)} · {report.asked_by} ·{" "}
          <Moment at={report.created_at} />
        </p>
        {report.warnings.map((warning) => (
          <p key={warning}>{warning}</p>
        ))}
      </div>
      <Button
        component="a"
        href={reportAddress(scope.workspace, scope.system, report.id)}
        target="_blank"
        rel="noopener"
      >
        {words.download}
      </Button>
    </div>
  );
}
