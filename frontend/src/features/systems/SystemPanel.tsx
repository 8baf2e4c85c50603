/** What holds for every element of a system that does not say otherwise. */
import { useMay } from "@/api/scope";
import { useChangeSystem } from "@/api/systems";
import type { AttributeValue, System } from "@/api/types";
import { messages } from "@/lib/messages";
import { asOwn, AttributeForm } from "./AttributeForm";
import { SystemForm } from "./SystemForm";
import classes from "./attributes.module.css";

export function SystemPanel({ system }: { system: System }) {
  const isDisabled = !useMay("edit_system");
  const change = useChangeSystem();
  const answer = (name: string, value: AttributeValue | null) =>
    change.mutate({ version: system.version, attributes: { [name]: value } as Record<string, AttributeValue> });
  return (
    <>
      <SystemForm key={system.version} system={system} />
      <div className={classes.head}>
        <h3>{messages.picture.systemDefaults}</h3>
      </div>
      <p className={classes.about}>{messages.picture.systemDefaultsAbout}</p>
      <AttributeForm
        names={(vocabulary) => vocabulary.system_attributes}
        found={asOwn(system.attributes)}
        isDisabled={isDisabled}
        onAnswer={answer}
      />
    </>
  );
}
