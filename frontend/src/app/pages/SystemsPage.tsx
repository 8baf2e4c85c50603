/** All systems of a workspace, with search. */
import { Button, FileButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "@/api/scope";
import { useSystems } from "@/api/systems";
import { DropZone } from "@/components/DropZone";
import { EmptyState } from "@/components/EmptyState";
import { Loaded } from "@/components/Loaded";
import { More } from "@/components/More";
import { PageHead } from "@/components/PageHead";
import { SidePanel, WithSide } from "@/components/SidePanel";
import { useTitle } from "@/components/useTitle";
import { ImportOutcome } from "@/features/interchange/ImportOutcome";
import { type Import, useImport } from "@/features/interchange/useImport";
import { BlankForm } from "@/features/systems/StartForms";
import { SystemRows } from "@/features/systems/SystemRows";
import { messages } from "@/lib/messages";

const words = messages.home;

export function SystemsPage() {
  const { q = "" } = useSearch({ from: "/w/$workspace/systems" });
  const mayEdit = useMay("edit_system");
  const reading = useImport();
  const systems = useSystems(q);
  const [isStarting, setIsStarting] = useState(false);
  const side = isStarting ? (
    <SidePanel title={words.newSystem} label={words.newSystem} onClose={() => setIsStarting(false)}>
      <BlankForm />
    </SidePanel>
  ) : null;
  useTitle(words.systemsTitle);
  return (
    <DropZone hint={words.dropHere} isActive={mayEdit} onFile={reading.take}>
      <PageHead
        title={words.systemsTitle}
        actions={mayEdit ? <Beginnings reading={reading} onNew={() => setIsStarting(true)} /> : null}
      />
      <ImportOutcome reading={reading} />
      <WithSide side={side}>
        <Search initial={q} />
        <Loaded query={systems}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.results);
            if (rows.length === 0) return <EmptyState picture="rows" text={q ? words.noMatch(q) : words.noSystems} />;
            return (
              <>
                <SystemRows systems={rows} />
                <More query={systems} />
              </>
            );
          }}
        </Loaded>
      </WithSide>
    </DropZone>
  );
}

function Beginnings({ reading, onNew }: { reading: Import; onNew: () => void }) {
  return (
    <>
      <FileButton
        accept=".json,application/json"
        onChange={(file) => file && reading.take(file)}
        inputProps={{ "aria-label": words.importTitle }}
      >
        {(props) => <Button {...props}>{words.importTitle}</Button>}
      </FileButton>
      <Button variant="filled" onClick={onNew}>
        {words.newSystem}
      </Button>
    </>
  );
}

function Search({ initial }: { initial: string }) {
  const navigate = useNavigate({ from: "/w/$workspace/systems" });
  const [text, setText] = useState(initial);
  const ask = useDebouncedCallback(
    (q: string) => void navigate({ search: { q: q.trim() || undefined }, replace: true }),
    200,
  );
  return (
    <TextInput
      mb="sm"
      maw={420}
      type="search"
      aria-label={words.searchSystems}
      placeholder={words.searchSystems}
      leftSection={<IconSearch size={15} stroke={1.5} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
