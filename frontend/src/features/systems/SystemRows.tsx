/** Systems as rows of a table. */
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "@/api/scope";
import type { System } from "@/api/types";
import { Moment } from "@/components/Moment";
import { Row, Rows, tableClasses } from "@/components/Rows";
import { Tag } from "@/components/Tag";
import { messages } from "@/lib/messages";

const words = messages.home;
const COLUMNS = [
  { title: messages.common.name },
  { title: words.purpose, isWide: true },
  { title: words.elements, isNumber: true, isWide: true },
  { title: messages.common.changedAt, isNumber: true },
];

export function SystemRows({ systems }: { systems: readonly System[] }) {
  const workspace = useWorkspace().slug;
  return (
    <Rows columns={COLUMNS} label={words.systemsTitle} isEven>
      {systems.map((system) => (
        <Row key={system.id}>
          <td>
            <span className={tableClasses.named}>
              <Link to="/w/$workspace/systems/$system/picture" params={{ workspace, system: system.id }}>
                {system.name}
              </Link>
              {system.is_sample ? <Tag>{words.sample}</Tag> : null}
            </span>
          </td>
          <td data-wide className={tableClasses.muted}>
            {system.purpose}
          </td>
          <td data-number data-wide>
            {system.element_count}
          </td>
          <td data-number className={tableClasses.muted}>
            <Moment at={system.updated_at} />
          </td>
        </Row>
      ))}
    </Rows>
  );
}
