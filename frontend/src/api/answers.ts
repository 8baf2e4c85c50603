/** Answering what a run asks about a part of the system, whichever sort of part it is. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { keys } from "@/api/keys";
import { useChangePart, useParts } from "@/api/parts";
import { useSystemScope } from "@/api/scope";
import { useChangeSystem, useSystem } from "@/api/systems";
import type { Attributes, AttributeValue, System } from "@/api/types";

/** What is asked: an attribute of an object, or how far a boundary is to be trusted. */
export interface Asked {
  object_type: string;
  object: string;
  attribute: string;
}

/** Saves an answer; null makes it unknown again. The promise fails where the server refuses. */
export function useAnswer(): (asked: Asked, value: AttributeValue | null) => Promise<unknown> {
  const { system } = useSystemScope();
  const queries = useQueryClient();
  const elements = useChangePart("elements");
  const flows = useChangePart("flows");
  const boundaries = useChangePart("boundaries");
  const whole = useChangeSystem();
  return ({ object_type: type, object: id, attribute }, value) => {
    const changes = { attributes: { [attribute]: value } };
    if (type === "element") return elements.mutateAsync({ id, changes });
    if (type === "flow") return flows.mutateAsync({ id, changes });
    if (type === "boundary") return boundaries.mutateAsync({ id, changes: { trust: value ?? "" } });
    const version = queries.getQueryData<System>(keys.system(system, "self"))?.version ?? 0;
    return whole.mutateAsync({ version, attributes: changes.attributes as Attributes });
  };
}

/** Whether somebody has said by now what was asked. */
export function useIsSaid(): (asked: Asked) => boolean {
  const elements = useParts("elements").data;
  const flows = useParts("flows").data;
  const boundaries = useParts("boundaries").data;
  const whole = useSystem(useSystemScope().system).data;
  return useCallback(
    ({ object_type: type, object: id, attribute }) => {
      if (type === "element") return attribute in (elements?.find((one) => one.id === id)?.effective_attributes ?? {});
      if (type === "flow") return attribute in (flows?.find((one) => one.id === id)?.attributes ?? {});
      if (type === "boundary") return Boolean(boundaries?.find((one) => one.id === id)?.trust);
      return attribute in (whole?.attributes ?? {});
    },
    [elements, flows, boundaries, whole],
  );
}
