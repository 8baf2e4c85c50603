/** The elements of a system as rows, with how much is known of each and what can go wrong there. */
import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useVocabulary } from "@/api/catalogue";
import type { Boundary, Element, Flow } from "@/api/types";
import { KindIcon } from "@/components/KindIcon";
import { LensCount } from "@/components/LensCount";
import { Row, Rows, tableClasses } from "@/components/Rows";
import { Section } from "@/components/Section";
import type { LensCounts } from "@/lib/counts";
import { messages } from "@/lib/messages";
import { matches } from "@/lib/text";
import { Opens } from "./Opens";

const words = messages.picture;
const NONE: LensCounts = { adversarial: 0, unintended: 0 };

export interface OutlineProps {
  elements: readonly Element[];
  flows: readonly Flow[];
  boundaries: readonly Boundary[];
  counts: ReadonlyMap<string, LensCounts>;
  selected: string | undefined;
  addButton: (part: "element" | "flow" | "boundary") => ReactNode;
}

export function ElementRows({ elements, boundaries, counts, selected, addButton }: OutlineProps) {
  const vocabulary = useVocabulary().data;
  const [query, setQuery] = useState("");
  const kinds = vocabulary?.kinds ?? {};
  const boundaryNames = new Map(boundaries.map(({ id, name }) => [id, name]));
  const shown = elements.filter(({ name, kind }) => matches(`${name} ${kinds[kind]?.label ?? kind}`, query));
  const columns = [
    { title: messages.common.name },
    { title: words.kind, isWide: true },
    { title: words.boundary, isWide: true },
    { title: words.answered, isNumber: true, isWide: true },
    { title: words.findingsHere, isNumber: true },
  ];
  return (
    <Section title={words.elements} actions={addButton("element")}>
      <TextInput
        type="search"
        maw={320}
        mb="xs"
        aria-label={words.filter}
        placeholder={words.filter}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Rows columns={columns} label={words.elements}>
        {shown.map((element) => {
          const asked = kinds[element.kind]?.attributes ?? [];
          const known = asked.filter((name) => element.effective_attributes[name] !== undefined).length;
          const count = counts.get(element.id) ?? NONE;
          return (
            <Row key={element.id} isCurrent={selected === element.id} isFaded={element.out_of_scope}>
              <td>
                <span className={tableClasses.named}>
                  <KindIcon kind={element.kind} />
                  <Opens id={element.id}>{element.name}</Opens>
                </span>
              </td>
              <td data-wide className={tableClasses.muted}>
                {kinds[element.kind]?.label ?? element.kind}
              </td>
              <td data-wide className={tableClasses.muted}>
                {boundaryNames.get(element.boundary ?? "") ?? words.noBoundary}
              </td>
              <td data-number data-wide className={tableClasses.muted}>
                {words.answeredOf(known, asked.length)}
              </td>
              <td data-number>
                <span className={tableClasses.named}>
                  <LensCount source="adversarial" count={count.adversarial} />
                  <LensCount source="unintended" count={count.unintended} />
                </span>
              </td>
            </Row>
          );
        })}
      </Rows>
      {shown.length === 0 ? <p className={tableClasses.muted}>{words.noMatch}</p> : null}
    </Section>
  );
}
