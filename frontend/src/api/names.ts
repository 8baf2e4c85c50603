/** What the parts of a system are called, by id. */
import { useMemo } from "react";
import { useParts } from "@/api/parts";
import { useSystemScope } from "@/api/scope";
import type { Element, Flow } from "@/api/types";

/** A flow by its name, or else by its two ends. */
export function flowName(flow: Flow, elements: ReadonlyMap<string, Element>): string {
  if (flow.name) return flow.name;
  return `${elements.get(flow.source)?.name ?? "?"} → ${elements.get(flow.target)?.name ?? "?"}`;
}

export function useElementsById(): ReadonlyMap<string, Element> {
  const { data } = useParts("elements");
  return useMemo(() => new Map(data?.map((element) => [element.id, element])), [data]);
}

/** Whether nothing in this system has that id, as far as everything has been read. */
export function useIsNowhere(id: string | undefined): boolean {
  const { system } = useSystemScope();
  const { data: elements } = useParts("elements");
  const { data: flows } = useParts("flows");
  if (!id || !elements || !flows) return false;
  return id !== system && ![...elements, ...flows].some((one) => one.id === id);
}

export function useNames(): ReadonlyMap<string, string> {
  const elements = useElementsById();
  const { data: flows } = useParts("flows");
  return useMemo(() => {
    const names = new Map([...elements].map(([id, element]) => [id, element.name]));
    for (const flow of flows ?? []) names.set(flow.id, flowName(flow, elements));
    return names;
  }, [elements, flows]);
}
