/** One control of the catalogue. */
import { knowledgeLanguage } from "@/lib/language";
import { useParams } from "@tanstack/react-router";
import { useControl } from "@/api/catalogue";
import { asProblem } from "@/api/problems";
import { NotFound } from "@/app/Fallbacks";
import { Loaded } from "@/components/Loaded";
import { PageHead } from "@/components/PageHead";
import { useTitle } from "@/components/useTitle";
import { ControlDetail } from "@/features/catalog/ControlDetail";
import { RowStanding } from "@/features/catalog/RowStanding";
import { messages } from "@/lib/messages";

export function ControlPage() {
  const { slug } = useParams({ from: "/w/$workspace/controls/$slug" });
  const control = useControl(slug);
  useTitle(control.data?.title, messages.controls.title);
  if (asProblem(control.error)?.status === 404) return <NotFound />;
  return (
    <Loaded query={control}>
      {(found) => (
        <>
          <PageHead
            title={<span lang={knowledgeLanguage}>{found.title}</span>}
            about={<span lang={knowledgeLanguage}>{found.gist}</span>}
          />
          <RowStanding shelf="controls" row={found} />
          <ControlDetail control={found} />
        </>
      )}
    </Loaded>
  );
}
