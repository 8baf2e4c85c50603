/** The controls of the catalogue: everything that helps. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useControls } from "@/api/catalogue";
import { useMay, useWorkspace } from "@/api/scope";
import { CatalogueTabs } from "@/app/pages/CatalogueTabs";
import { EmptyState } from "@/components/EmptyState";
import { ButtonLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { More } from "@/components/More";
import { PageHead } from "@/components/PageHead";
import { useTitle } from "@/components/useTitle";
import { ControlFilters } from "@/features/catalog/ControlFilters";
import { ControlRows } from "@/features/catalog/ControlRows";
import { messages } from "@/lib/messages";

const words = messages.controls;

export function ControlsPage() {
  const filter = useSearch({ from: "/w/$workspace/controls" });
  const navigate = useNavigate({ from: "/w/$workspace/controls" });
  const controls = useControls(filter);
  useTitle(words.title, messages.catalogue.title);
  return (
    <>
      <PageHead title={words.title} about={words.about} actions={<NewControl />} />
      <CatalogueTabs />
      <ControlFilters filter={filter} onChange={(next) => void navigate({ search: next, replace: true })} />
      <Loaded query={controls}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.results);
          if (rows.length === 0) return <Nothing />;
          return (
            <>
              <ControlRows controls={rows} />
              <More query={controls} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function NewControl() {
  const workspace = useWorkspace().slug;
  if (!useMay("edit_catalogue")) return null;
  return (
    <ButtonLink to="/w/$workspace/new-control" params={{ workspace }}>
      {words.newControl}
    </ButtonLink>
  );
}

function Nothing() {
  const workspace = useWorkspace().slug;
  return (
    <EmptyState picture="lanes" text={words.noMatch}>
      <ButtonLink to="/w/$workspace/controls" params={{ workspace }}>
        {messages.findings.clearFilters}
      </ButtonLink>
    </EmptyState>
  );
}
