/** The catalogue: everything that can be suggested. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEntries } from "@/api/catalogue";
import { useMay, useWorkspace } from "@/api/scope";
import { CatalogueTabs } from "@/app/pages/CatalogueTabs";
import { EmptyState } from "@/components/EmptyState";
import { ButtonLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { More } from "@/components/More";
import { PageHead } from "@/components/PageHead";
import { useTitle } from "@/components/useTitle";
import { EntryFilters } from "@/features/catalog/EntryFilters";
import { EntryRows } from "@/features/catalog/EntryRows";
import { messages } from "@/lib/messages";

const words = messages.catalogue;

export function CataloguePage() {
  const filter = useSearch({ from: "/w/$workspace/catalogue" });
  const navigate = useNavigate({ from: "/w/$workspace/catalogue" });
  const entries = useEntries(filter);
  const isFiltered = Object.values(filter).some(Boolean);
  useTitle(words.title);
  return (
    <>
      <PageHead title={words.title} about={words.about} actions={<NewEntry />} />
      <CatalogueTabs />
      <EntryFilters filter={filter} onChange={(next) => void navigate({ search: next, replace: true })} />
      <Loaded query={entries}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.results);
          if (rows.length === 0) return <Nothing isFiltered={isFiltered} />;
          return (
            <>
              <EntryRows entries={rows} />
              <More query={entries} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function NewEntry() {
  const workspace = useWorkspace().slug;
  if (!useMay("edit_catalogue")) return null;
  return (
    <ButtonLink to="/w/$workspace/new-entry" params={{ workspace }}>
      {messages.ownCatalogue.newEntry}
    </ButtonLink>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const workspace = useWorkspace().slug;
  return (
    <EmptyState picture="lanes" text={isFiltered ? words.noMatch : words.empty}>
      {isFiltered ? (
        <ButtonLink to="/w/$workspace/catalogue" params={{ workspace }}>
          {messages.findings.clearFilters}
        </ButtonLink>
      ) : null}
    </EmptyState>
  );
}
