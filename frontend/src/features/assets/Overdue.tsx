/** The mark of an assumption that somebody should have looked at again by now. */
import type { Assumption } from "@/api/types";
import { Tag } from "@/components/Tag";
import { messages } from "@/lib/messages";

/** What is refuted needs no second look. The day itself still counts. */
export function isOverdue({ valid_until: until, status }: Assumption, today = localDay(new Date())): boolean {
  return until !== null && status !== "refuted" && until < today;
}

const localDay = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

export const Overdue = () => <Tag look="strong">{messages.stake.overdue}</Tag>;
