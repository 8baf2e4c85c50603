/** The register of a system's findings, with one of them at the side. */
import { Button } from "@mantine/core";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { type FindingFilter, useFinding, useFindingPages } from "@/api/findings";
import { useIsNowhere } from "@/api/names";
import { asProblem } from "@/api/problems";
import { useMay, useSystemScope } from "@/api/scope";
import { useSystemName } from "@/app/pages/useSystemName";
import { EmptyState } from "@/components/EmptyState";
import { LensMark } from "@/components/LensMark";
import { Loaded } from "@/components/Loaded";
import { More } from "@/components/More";
import { SidePanel, WithSide } from "@/components/SidePanel";
import { useTitle } from "@/components/useTitle";
import { Comments } from "@/features/activity/Comments";
import { FindingFilters } from "@/features/threats/FindingFilters";
import { FindingPanel } from "@/features/threats/FindingPanel";
import { FindingRows } from "@/features/threats/FindingRows";
import { NewFinding } from "@/features/threats/NewFinding";
import { messages } from "@/lib/messages";

const words = messages.findings;
const FROM = "/w/$workspace/systems/$system/findings";

export function FindingsPage() {
  const scope = useSystemScope();
  const filter = useSearch({ from: FROM });
  const { finding: shown } = useParams({ strict: false });
  const navigate = useNavigate({ from: FROM });
  const mayDecide = useMay("decide");
  const [isAdding, setIsAdding] = useState(false);
  useTitle(words.title, useSystemName());
  const show = (finding: string | undefined) => {
    setIsAdding(false);
    const search = (before: FindingFilter) => before;
    if (finding) void navigate({ to: `${FROM}/$finding`, params: { ...scope, finding }, search });
    else void navigate({ to: FROM, params: scope, search });
  };
  const adding = (
    <SidePanel title={words.addTitle} label={words.addTitle} onClose={() => setIsAdding(false)}>
      <NewFinding onRaised={(finding) => show(finding.id)} />
    </SidePanel>
  );
  const one = shown ? <One id={shown} onClose={() => show(undefined)} /> : null;
  return (
    <WithSide side={isAdding ? adding : one}>
      <FindingFilters filter={filter} onChange={(next) => void navigate({ search: next, replace: true })}>
        {mayDecide ? <Button onClick={() => setIsAdding(true)}>{words.add}</Button> : null}
      </FindingFilters>
      <Register filter={filter} selected={shown} onClear={() => void navigate({ search: {}, replace: true })} />
    </WithSide>
  );
}

function Register({
  filter,
  selected,
  onClear,
}: {
  filter: FindingFilter;
  selected: string | undefined;
  onClear: () => void;
}) {
  const findings = useFindingPages(filter);
  const isNowhere = useIsNowhere(filter.target);
  const isFiltered = Object.values(filter).some(Boolean);
  const nothing = (
    <EmptyState picture="rows" text={isNowhere ? words.noSuchTarget : isFiltered ? words.noMatch : words.empty}>
      {isFiltered ? <Button onClick={onClear}>{words.clearFilters}</Button> : null}
    </EmptyState>
  );
  // What is no id at all is nowhere for the server too.
  if (isNowhere && findings.error) return nothing;
  return (
    <Loaded query={findings}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.results);
        if (rows.length === 0) return nothing;
        return (
          <>
            <FindingRows findings={rows} selected={selected} />
            <More query={findings} />
          </>
        );
      }}
    </Loaded>
  );
}

function One({ id, onClose }: { id: string; onClose: () => void }) {
  const finding = useFinding(id);
  const found = finding.data;
  const isMissing = asProblem(finding.error)?.status === 404;
  const called = found?.title ?? (isMissing ? messages.errors.notFoundTitle : words.finding);
  useTitle(found ? `${found.mark} ${found.title}` : called, useSystemName());
  const title = found ? (
    <>
      <LensMark source={found.source} label={messages.lens.ofSource[found.source]} /> {found.mark}
    </>
  ) : (
    called
  );
  return (
    <SidePanel key={id} title={title} label={called} onClose={onClose}>
      {isMissing ? (
        <EmptyState picture="page" text={words.noSuch}>
          <Button onClick={onClose}>{words.backToAll}</Button>
        </EmptyState>
      ) : (
        <Loaded query={finding}>
          {(one) => (
            <>
              <FindingPanel finding={one} />
              <Comments type="finding" id={id} />
            </>
          )}
        </Loaded>
      )}
    </SidePanel>
  );
}
