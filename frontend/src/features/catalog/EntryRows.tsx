/** Entries of the catalogue as rows. */
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "@/api/scope";
import type { CatalogueEntryBrief } from "@/api/knowledge";
import { LensMark } from "@/components/LensMark";
import { Row, Rows, tableClasses } from "@/components/Rows";
import { messages } from "@/lib/messages";
import { inEnglish } from "./inEnglish";
import { StandingTags } from "./StandingTags";

const words = messages.catalogue;
const COLUMNS = [
  { title: messages.common.name },
  { title: messages.findings.origin, isWide: true },
  { title: words.family, isWide: true },
  { title: messages.ownCatalogue.anyStanding, isWide: true, isUnseen: true },
];

export function EntryRows({ entries }: { entries: readonly CatalogueEntryBrief[] }) {
  const workspace = useWorkspace().slug;
  return (
    <Rows columns={COLUMNS} label={words.title}>
      {entries.map((entry) => (
        <Row key={entry.slug} isFaded={entry.switched_off !== null}>
          <td>
            <span className={tableClasses.named}>
              <LensMark source={entry.source} label={messages.lens.ofSource[entry.source]} />
              <Link to="/w/$workspace/catalogue/$slug" params={{ workspace, slug: entry.slug }}>
                {inEnglish(entry.title)}
              </Link>
            </span>
          </td>
          <td data-wide className={tableClasses.muted}>
            {messages.vocabulary.origins[entry.origin]}
          </td>
          <td data-wide className={tableClasses.muted}>
            {words.families[entry.family]}
          </td>
          <td data-wide>
            <StandingTags standing={entry} />
          </td>
        </Row>
      ))}
    </Rows>
  );
}
