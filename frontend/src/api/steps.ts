/** How far the work on a system is: which of the five steps are done. */
import { useHasFinding } from "@/api/findings";
import { useParts } from "@/api/parts";
import { useReports } from "@/api/reports";
import type { System } from "@/api/types";

export interface Steps {
  picture: boolean;
  stake: boolean;
  suggest: boolean;
  decide: boolean;
  handOver: boolean;
}

/** Undefined until everything is known, so that nothing is shown as missing that is only not loaded. */
export function useSteps(system: System): Steps | undefined {
  const assets = useParts("assets").data;
  const losses = useParts("losses").data;
  const hasAny = useHasFinding({}).data;
  const hasOpen = useHasFinding({ status: "open" }).data;
  const hasDismissed = useHasFinding({ status: "dismissed" }).data;
  const reports = useReports().data;
  if (!assets || !losses || !reports || hasAny === undefined || hasOpen === undefined || hasDismissed === undefined)
    return undefined;
  return {
    picture: system.element_count > 0,
    stake: assets.length > 0 && losses.length > 0,
    suggest: hasAny,
    decide: hasOpen || hasDismissed,
    handOver: reports.some((report) => report.state === "done"),
  };
}
