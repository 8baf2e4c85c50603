/** Suggestions: ask for them, and decide on them in two lanes. */
import { Select } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useFindings } from "@/api/findings";
import { useLiveness } from "@/api/liveness";
import { useNames } from "@/api/names";
import { isUnfinished, useLatestRun } from "@/api/runs";
import type { Finding } from "@/api/types";
import { NoSuggestions } from "@/app/pages/NoSuggestions";
import { useSystemName } from "@/app/pages/useSystemName";
import { Choice } from "@/components/Choice";
import form from "@/components/form.module.css";
import { Loaded } from "@/components/Loaded";
import { PanelBoundary } from "@/components/PanelBoundary";
import { useTitle } from "@/components/useTitle";
import { Questions } from "@/features/analysis/Questions";
import { RunBar } from "@/features/analysis/RunBar";
import { InlineQuestion } from "@/features/systems/InlineQuestion";
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
  return (
    <Loaded query={run}>
      {(latest) => (
        <>
          {latest ? <RunBar /> : null}
          <PanelBoundary>
            {latest?.state === "done" ? (
              <Questions
                questions={latest.questions}
                answer={(question) => (
                  <InlineQuestion
                    objectType={question.object_type}
                    object={question.object}
                    attribute={question.attribute}
                    ask={question.ask}
                  />
                )}
              />
            ) : null}
          </PanelBoundary>
          <Loaded query={suggested}>
            {(findings) =>
              findings.length === 0 ? (
                <NoSuggestions hasRun={latest !== null} isRunning={isUnfinished(latest ?? undefined)} />
              ) : (
                <Desk findings={findings} />
              )
            }
          </Loaded>
        </>
      )}
    </Loaded>
  );
}

function Desk({ findings }: { findings: readonly Finding[] }) {
  const { target, certainty } = useSearch({ from: FROM });
  const shown = useMemo(
    () =>
      findings.filter(
        (finding) =>
          (!target || finding.target === target || finding.also.includes(target)) &&
          (!certainty || finding.certainty === certainty),
      ),
    [findings, target, certainty],
  );
  return (
    <>
      <Filters findings={findings} />
      {shown.length === 0 ? <p className={form.note}>{words.noneInFilter}</p> : <SuggestionDesk findings={shown} />}
    </>
  );
}

function Filters({ findings }: { findings: readonly Finding[] }) {
  const { target, certainty } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const names = useNames();
  const targets = [...new Set(findings.flatMap((finding) => [finding.target, ...finding.also]))].filter((id) =>
    names.has(id),
  );
  return (
    <div className={form.actions} style={{ marginBottom: 8 }}>
      <Select
        aria-label={words.filterElement}
        searchable
        w={260}
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
    </div>
  );
}
