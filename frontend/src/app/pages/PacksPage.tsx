/** Packs of the workspace's catalogue: in, out, and what the last upgrade of the built-in one changed. */
import { usePacks, useUpgrade, packAddress } from "@/api/packs";
import { useMay, useWorkspace } from "@/api/scope";
import { Button } from "@mantine/core";
import { CatalogueTabs } from "@/app/pages/CatalogueTabs";
import { Loaded } from "@/components/Loaded";
import { PageHead } from "@/components/PageHead";
import { Section } from "@/components/Section";
import { useTitle } from "@/components/useTitle";
import { PackImport } from "@/features/catalog/PackImport";
import { PackRows } from "@/features/catalog/PackRows";
import { UpgradeDifferences } from "@/features/catalog/UpgradeDifferences";
import { messages } from "@/lib/messages";

const words = messages.ownCatalogue;

export function PacksPage() {
  const workspace = useWorkspace().slug;
  const mayEdit = useMay("edit_catalogue");
  useTitle(words.packs, messages.catalogue.title);
  const exportAll = (
    <Button component="a" href={packAddress(workspace)} download>
      {words.exportAll}
    </Button>
  );
  return (
    <>
      <PageHead title={words.packs} about={words.aboutPacks} actions={exportAll} />
      <CatalogueTabs />
      {mayEdit ? (
        <Section title={words.importPack}>
          <PackImport />
        </Section>
      ) : null}
      <Section title={words.imported}>
        <Loaded query={usePacks()}>{(packs) => <PackRows packs={packs} />}</Loaded>
      </Section>
      <Section title={words.upgrade}>
        <Loaded query={useUpgrade()}>{(upgrade) => <UpgradeDifferences upgrade={upgrade} />}</Loaded>
      </Section>
    </>
  );
}
