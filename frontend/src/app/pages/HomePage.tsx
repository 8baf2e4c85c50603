/** The home of a workspace: begin something, go on with something, look at a sample. */
import type { System } from "@/api/types";
import { useMay, useWorkspace } from "@/api/scope";
import { useSystems } from "@/api/systems";
import { DropZone } from "@/components/DropZone";
import form from "@/components/form.module.css";
import { ButtonLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { PageHead } from "@/components/PageHead";
import { Section } from "@/components/Section";
import { useTitle } from "@/components/useTitle";
import { ImportOutcome } from "@/features/interchange/ImportOutcome";
import { useImport } from "@/features/interchange/useImport";
import { StartFrom } from "@/features/systems/StartFrom";
import { SystemRows } from "@/features/systems/SystemRows";
import { messages } from "@/lib/messages";

const words = messages.home;
const SHOWN = 8;

export function HomePage() {
  const { name, slug } = useWorkspace();
  const mayEdit = useMay("edit_system");
  const reading = useImport();
  const systems = useSystems("", 100);
  useTitle(name);
  return (
    <DropZone hint={words.dropHere} isActive={mayEdit} onFile={reading.take}>
      <PageHead
        title={name}
        about={words.about}
        actions={
          <ButtonLink to="/w/$workspace/systems" params={{ workspace: slug }}>
            {words.allSystems}
          </ButtonLink>
        }
      />
      <ImportOutcome reading={reading} />
      {mayEdit ? (
        <Section title={words.startFrom}>
          <StartFrom onFile={reading.take} />
        </Section>
      ) : null}
      <Loaded query={systems}>{(pages) => <Lists systems={pages.pages.flatMap((page) => page.results)} />}</Loaded>
    </DropZone>
  );
}

function Lists({ systems }: { systems: System[] }) {
  const samples = systems.filter((system) => system.is_sample);
  const own = systems.filter((system) => !system.is_sample).slice(0, SHOWN);
  return (
    <>
      <Section title={words.yours}>
        {own.length > 0 ? <SystemRows systems={own} /> : <p className={form.note}>{words.noneYet}</p>}
      </Section>
      {samples.length > 0 ? (
        <Section title={words.samples} about={words.samplesAbout}>
          <SystemRows systems={samples} />
        </Section>
      ) : null}
    </>
  );
}
