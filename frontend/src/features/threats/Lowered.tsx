/** The recorded treatments for which a suggestion stands lower. */
import type { Finding } from "@/api/types";
import lists from "@/components/lists.module.css";
import { messages } from "@/lib/messages";

export function Lowered({ finding }: { finding: Finding }) {
  return (finding.trace?.treated ?? []).map((treated) => (
    <p key={treated.control} className={lists.note}>
      {messages.suggestions.lowerBecause(treated.text)}
    </p>
  ));
}
