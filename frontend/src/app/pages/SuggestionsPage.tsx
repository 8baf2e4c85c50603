/** Suggestions: ask for them, and decide on them in two lanes. */
import { Button, Checkbox, Select } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useFindings } from "@/api/findings";
import { useLiveness } from "@/api/liveness";
import { useIsNowhere, useNames } from "@/api/names";
import { isUnfinished, useLatestRun } from "@/api/runs";
import type { Finding, Run } from "@/api/types";
import { NoSuggestions } from "@/app/pages/NoSuggestions";
import { OpenQuestions } from "@/app/pages/OpenQuestions";
import { useSystemName } from "@/app/pages/useSystemName";
import { Choice } from "@/components/Choice";
import { EmptyState } from "@/components/EmptyState";
import form from "@/components/form.module.css";
import { Loaded } from "@/components/Loaded";
import { useTitle } from "@/components/useTitle";
import { RunBar, useNewFindingsAfter } from "@/features/analysis/RunBar";
import { useAnswering } from "@/features/analysis/useAnswering";
import { SuggestionDesk } from "@/features/threats/SuggestionDesk";
import { messages } from "@/lib/messages";

const words = messages.suggestions;
const FROM = "/w/$workspace/systems/$system/suggestions";
const CERTAINTIES = [
  { value: "", label: messages.common.all },
  { value: "certain", label: words.certain },
  { value: "possible", label: words.possible },
];

export function SuggestionsPage() {
  useTitle(messages.tabs.suggestions, useSystemName());
  const run = useLatestRun(useLiveness() === true);
  const suggested = useFindings({ status: "suggested" });
  useNewFindingsAfter(run.data);
  return (
    <Loaded query={run}>
      {(latest) => (
        <Loaded query={suggested}>
          {(findings) => <Whole latest={latest} findings={findings} isReading={suggested.isFetching} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface WholeProps {
  latest: Run | null;
  findings: readonly Finding[];
  /** Whether newer findings are on their way, so that an empty list says nothing yet. */
  isReading: boolean;
}

function Whole({ latest, findings, isReading }: WholeProps) {
  const answering = useAnswering(latest);
  return (
    <>
      {latest ? <RunBar isQuiet={answering.isLooking} /> : null}
      <OpenQuestions answering={answering} findings={findings} />
      {findings.length === 0 ? (
        <NoSuggestions hasRun={latest !== null} isRunning={isReading || isUnfinished(latest ?? undefined)} />
      ) : (
        <Desk findings={findings} />
      )}
    </>
  );
}

function Desk({ findings }: { findings: readonly Finding[] }) {
  const { target, certainty, outdated, show } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const isNowhere = useIsNowhere(target);
  const shown = useMemo(
    () =>
      findings.filter(
        (finding) =>
          finding.id === show ||
          ((!target || finding.target === target || finding.also.includes(target)) &&
            (!certainty || finding.certainty === certainty) &&
            (!finding.outdated || outdated)),
      ),
    [findings, target, certainty, outdated, show],
  );
  return (
    <>
      <Filters findings={findings} />
      {shown.length === 0 && isNowhere ? (
        <EmptyState picture="page" text={messages.findings.noSuchTarget}>
          <Button onClick={() => void navigate({ search: {}, replace: true })}>{words.anywhere}</Button>
        </EmptyState>
      ) : shown.length === 0 ? (
        <p className={form.note}>{words.noneInFilter}</p>
      ) : (
        <SuggestionDesk key={show} findings={shown} shown={show} />
      )}
    </>
  );
}

function Filters({ findings }: { findings: readonly Finding[] }) {
  const { target, certainty, outdated } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const names = useNames();
  const targets = [...new Set(findings.flatMap((finding) => [finding.target, ...finding.also]))].filter((id) =>
    names.has(id),
  );
  const gone = findings.filter((finding) => finding.outdated).length;
  return (
    <div className={form.actions} style={{ marginBottom: 8 }}>
      <Select
        aria-label={words.filterElement}
        searchable
        flex="1 1 180px"
        maw={260}
        data={[
          { value: "", label: words.anyElement },
          ...targets.map((id) => ({ value: id, label: names.get(id) ?? id })),
        ]}
        value={target ?? ""}
        onChange={(value) =>
          void navigate({ search: (search) => ({ ...search, target: value || undefined }), replace: true })
        }
      />
      <Choice
        label={words.filterCertainty}
        value={certainty ?? ""}
        options={CERTAINTIES}
        onChange={(value) =>
          void navigate({
            search: (search) => ({ ...search, certainty: (value || undefined) as typeof certainty }),
            replace: true,
          })
        }
      />
      {gone > 0 ? (
        <Checkbox
          size="xs"
          label={words.showOutdated(gone)}
          checked={outdated ?? false}
          onChange={() =>
            void navigate({ search: (search) => ({ ...search, outdated: !outdated || undefined }), replace: true })
          }
        />
      ) : null}
    </div>
  );
}
