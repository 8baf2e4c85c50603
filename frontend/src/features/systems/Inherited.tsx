/** Where an attribute comes from that the element itself does not say; it leads there. */
import { Link } from "@tanstack/react-router";
import { useParts } from "@/api/parts";
import type { EffectiveAttribute } from "@/api/types";
import { Tag } from "@/components/Tag";
import { messages } from "@/lib/messages";

const words = messages.picture;

export function Inherited({ found }: { found: EffectiveAttribute }) {
  const boundary = useParts("boundaries").data?.find(({ id }) => id === found.object);
  const show = found.from === "system" ? "system" : found.object;
  const said = found.from === "system" ? words.inheritedSystem : words.inheritedFrom(boundary?.name ?? "");
  return (
    <Tag>
      <Link
        from="/w/$workspace/systems/$system/picture"
        to="."
        search={(search) => ({ ...search, show, attribute: undefined })}
      >
        {said}
      </Link>
    </Tag>
  );
}
