/** One entry of the catalogue. */
import { useParams } from "@tanstack/react-router";
import { useEntry } from "@/api/catalogue";
import { asProblem } from "@/api/problems";
import type { CatalogueEntry } from "@/api/knowledge";
import { NotFound } from "@/app/Fallbacks";
import { LensMark } from "@/components/LensMark";
import { Loaded } from "@/components/Loaded";
import { PageHead } from "@/components/PageHead";
import { useTitle } from "@/components/useTitle";
import { EntryDetail } from "@/features/catalog/EntryDetail";
import { RowStanding } from "@/features/catalog/RowStanding";
import { knowledgeLanguage } from "@/lib/language";
import { messages } from "@/lib/messages";

export function EntryPage() {
  const { slug } = useParams({ from: "/w/$workspace/catalogue/$slug" });
  const entry = useEntry(slug);
  useTitle(entry.data?.title, messages.catalogue.title);
  if (asProblem(entry.error)?.status === 404) return <NotFound />;
  return (
    <Loaded query={entry}>
      {(found) => (
        <>
          <PageHead title={<Title entry={found} />} about={<span lang={knowledgeLanguage}>{found.gist}</span>} />
          <RowStanding shelf="entries" row={found} />
          <EntryDetail entry={found} />
        </>
      )}
    </Loaded>
  );
}

function Title({ entry }: { entry: CatalogueEntry }) {
  return (
    <>
      <LensMark source={entry.source} size={22} label={messages.lens.ofSource[entry.source]} />{" "}
      <span lang={knowledgeLanguage}>{entry.title}</span>
    </>
  );
}
