/** How an entry stands in this workspace, as small words. What is built in and in force needs none. */
import type { Standing } from "@/api/knowledge";
import { Tag } from "@/components/Tag";
import { messages } from "@/lib/messages";

const words = messages.ownCatalogue;

export function StandingTags({ standing }: { standing: Standing }) {
  return (
    <>
      {standing.standing === "built_in" ? null : <Tag look="strong">{words.standings[standing.standing]}</Tag>}{" "}
      {standing.problem ? <Tag look="strong">{words.unusableOne}</Tag> : null}{" "}
      {standing.switched_off ? <Tag look="faded">{words.switchedOff}</Tag> : null}{" "}
      {standing.original_changed ? <Tag look="unknown">{words.originalChanged}</Tag> : null}
    </>
  );
}
