/** Reports of a system. */
import { Button } from "@mantine/core";
import { useCreateReport, useReports } from "@/api/reports";
import { useMay } from "@/api/scope";
import { Loaded } from "@/components/Loaded";
import { Section } from "@/components/Section";
import { useTitle } from "@/components/useTitle";
import { useSystemName } from "@/app/pages/useSystemName";
import { ReportRows } from "@/features/reports/ReportRows";
import { messages } from "@/lib/messages";

const words = messages.reports;

export function ReportsPage() {
  const create = useCreateReport();
  const mayReport = useMay("report");
  useTitle(words.title, useSystemName());
  const button = mayReport ? (
    <Button variant="filled" loading={create.isPending} onClick={() => create.mutate()}>
      {words.create}
    </Button>
  ) : null;
  return (
    <Section title={words.title} about={words.about} actions={button}>
      <Loaded query={useReports()}>{(reports) => <ReportRows reports={reports} />}</Loaded>
    </Section>
  );
}
