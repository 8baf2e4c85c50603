/** One question of a run, answered where it stands. */
import { useVocabulary } from "@/api/catalogue";
import { useParts } from "@/api/parts";
import { useSaver } from "@/api/saver";
import { useMay } from "@/api/scope";
import { AttributeQuestion } from "./AttributeQuestion";
import { asOwn } from "./AttributeForm";

interface InlineQuestionProps {
  objectType: string;
  object: string;
  attribute: string;
  ask: string;
}

export function InlineQuestion({ objectType, object, attribute, ask }: InlineQuestionProps) {
  const spec = useVocabulary().data?.attributes[attribute];
  const element = useParts("elements").data?.find((one) => one.id === object);
  const flow = useParts("flows").data?.find((one) => one.id === object);
  const saver = useSaver(objectType === "flow" ? "flows" : "elements", object);
  const mayEdit = useMay("edit_system");
  if (!spec || (!element && !flow)) return <span>{ask}</span>;
  const found = element ? element.effective_attributes[attribute] : asOwn(flow?.attributes ?? {})[attribute];
  return (
    <AttributeQuestion
      name={attribute}
      spec={spec}
      found={found}
      isDisabled={!mayEdit}
      onAnswer={(value) => saver.save({ attributes: { [attribute]: value } })}
    />
  );
}
