/** The questions that a kind of element, a flow, or a system answers. */
import { useVocabulary } from "@/api/catalogue";
import type { Vocabulary } from "@/api/knowledge";
import type { AttributeValue, EffectiveAttribute } from "@/api/types";
import { Loaded } from "@/components/Loaded";
import { messages } from "@/lib/messages";
import { AttributeQuestion } from "./AttributeQuestion";
import { Inherited } from "./Inherited";
import classes from "./attributes.module.css";

interface AttributeFormProps {
  /** Which questions there are, out of the vocabulary. */
  names: (vocabulary: Vocabulary) => readonly string[];
  found: Record<string, EffectiveAttribute>;
  isDisabled: boolean;
  onAnswer: (name: string, value: AttributeValue | null) => void;
}

const words = messages.picture;

export function AttributeForm({ names, found, isDisabled, onAnswer }: AttributeFormProps) {
  return (
    <Loaded query={useVocabulary()}>
      {(vocabulary) => {
        const asked = names(vocabulary);
        const known = asked.filter((name) => found[name] !== undefined).length;
        return (
          <section>
            <div className={classes.head}>
              <h3>{words.questions}</h3>
              <span>{words.answeredOf(known, asked.length)}</span>
            </div>
            <p className={classes.about}>{words.questionsAbout}</p>
            {asked.map((name) => {
              const spec = vocabulary.attributes[name];
              return spec ? (
                <AttributeQuestion
                  key={name}
                  name={name}
                  spec={spec}
                  found={found[name]}
                  isDisabled={isDisabled}
                  origin={found[name] ? <Inherited found={found[name]} /> : null}
                  onAnswer={(value) => onAnswer(name, value)}
                />
              ) : null;
            })}
          </section>
        );
      }}
    </Loaded>
  );
}

/** Own attributes in the form that effective ones have. */
export const asOwn = (attributes: Record<string, AttributeValue>): Record<string, EffectiveAttribute> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { value, from: "own" as const }]));
