/** The picture as lists: elements, flows, boundaries. Everything that the canvas shows, without a drawing. */
import { flowName } from "@/api/names";
import { Row, Rows, tableClasses } from "@/components/Rows";
import { Section } from "@/components/Section";
import { messages } from "@/lib/messages";
import { ElementRows, type OutlineProps } from "./ElementRows";
import { Opens } from "./Opens";

const words = messages.picture;

export function Outline(props: OutlineProps) {
  return (
    <>
      <ElementRows {...props} />
      <Flows {...props} />
      <Boundaries {...props} />
    </>
  );
}

function Flows({ flows, elements, selected, addButton }: OutlineProps) {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const columns = [
    { title: messages.common.name },
    { title: words.source, isWide: true },
    { title: words.target, isWide: true },
  ];
  return (
    <Section title={words.flows} actions={addButton("flow")}>
      <Rows columns={columns} label={words.flows}>
        {flows.map((flow) => (
          <Row key={flow.id} isCurrent={selected === flow.id}>
            <td>
              <Opens id={flow.id}>{flowName(flow, byId)}</Opens>
            </td>
            <td data-wide className={tableClasses.muted}>
              {byId.get(flow.source)?.name}
            </td>
            <td data-wide className={tableClasses.muted}>
              {byId.get(flow.target)?.name}
            </td>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function Boundaries({ boundaries, selected, addButton }: OutlineProps) {
  const names = new Map(boundaries.map(({ id, name }) => [id, name]));
  const columns = [{ title: messages.common.name }, { title: words.trust }, { title: words.parent, isWide: true }];
  return (
    <Section title={words.boundaries} actions={addButton("boundary")}>
      <Rows columns={columns} label={words.boundaries}>
        {boundaries.map((boundary) => (
          <Row key={boundary.id} isCurrent={selected === boundary.id}>
            <td>
              <Opens id={boundary.id}>{boundary.name}</Opens>
            </td>
            <td className={tableClasses.muted}>
              {messages.vocabulary.trust[boundary.trust] ?? messages.common.unknown}
            </td>
            <td data-wide className={tableClasses.muted}>
              {names.get(boundary.parent ?? "")}
            </td>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
