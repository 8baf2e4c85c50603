/** The kinds of elements as grouped choices. */
import type { Vocabulary } from "@/api/knowledge";
import { messages } from "@/lib/messages";

export interface KindGroup {
  group: string;
  items: { value: string; label: string }[];
}

export function kindOptions(vocabulary: Vocabulary): KindGroup[] {
  const groups = new Map<string, KindGroup>();
  for (const [value, { group, label }] of Object.entries(vocabulary.kinds)) {
    const found = groups.get(group) ?? { group: messages.vocabulary.groups[group] ?? group, items: [] };
    found.items.push({ value, label });
    groups.set(group, found);
  }
  return [...groups.values()];
}
