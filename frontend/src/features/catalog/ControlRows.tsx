/** Controls of the catalogue as rows. */
import { Link } from "@tanstack/react-router";
import type { CatalogueControlBrief } from "@/api/knowledge";
import { useWorkspace } from "@/api/scope";
import { Effects } from "@/components/Effects";
import { Row, Rows, tableClasses } from "@/components/Rows";
import { messages } from "@/lib/messages";
import { inEnglish } from "./inEnglish";
import { StandingTags } from "./StandingTags";

const words = messages.controls;
const COLUMNS = [
  { title: messages.common.name },
  { title: words.function, isWide: true },
  { title: words.kind, isWide: true },
  { title: words.effects },
  { title: messages.ownCatalogue.anyStanding, isWide: true, isUnseen: true },
];

export function ControlRows({ controls }: { controls: readonly CatalogueControlBrief[] }) {
  const workspace = useWorkspace().slug;
  return (
    <Rows columns={COLUMNS} label={words.title}>
      {controls.map((control) => (
        <Row key={control.slug} isFaded={control.switched_off !== null}>
          <td>
            <Link to="/w/$workspace/controls/$slug" params={{ workspace, slug: control.slug }}>
              {inEnglish(control.title)}
            </Link>
          </td>
          <td data-wide className={tableClasses.muted}>
            {words.functions[control.function]}
          </td>
          <td data-wide className={tableClasses.muted}>
            {words.kinds[control.kind]}
          </td>
          <td>
            <Effects control={control} isInLine />
          </td>
          <td data-wide>
            <StandingTags standing={control} />
          </td>
        </Row>
      ))}
    </Rows>
  );
}
