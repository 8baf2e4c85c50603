/** Where a finding may go from where it is, as the server rules; the form offers no other way. */
import type { Finding, FindingStatus } from "@/api/types";

const NEXT: Record<FindingStatus, readonly FindingStatus[]> = {
  suggested: ["open", "dismissed"],
  open: ["treating", "resolved", "accepted", "dismissed"],
  treating: ["resolved", "open", "accepted", "dismissed"],
  resolved: ["open", "treating"],
  dismissed: ["open"],
  accepted: ["open", "treating", "resolved"],
};

export function nextStatuses({
  status,
  raised_by: raisedBy,
}: Pick<Finding, "status" | "raised_by">): readonly FindingStatus[] {
  const canGoBack = raisedBy === "engine" && (status === "open" || status === "dismissed");
  return canGoBack ? [...NEXT[status], "suggested"] : NEXT[status];
}

export const needsReason = (status: FindingStatus): boolean => status === "dismissed" || status === "accepted";
