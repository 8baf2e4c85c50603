/** What the server found for the palette, cut down to what fits. */
import { type Everything, useSearch } from "@/api/search";
import { matches } from "@/lib/text";

const FEW = 6;

export function useEverything(query: string, system: string | undefined): Everything {
  const asked = query.trim();
  const found = useSearch(asked, system);
  const elements = asked
    ? found.elements.filter((element) => matches(`${element.name} ${element.kind}`, asked)).slice(0, FEW)
    : [];
  if (!asked) return { ...found, elements, findings: [], entries: [], controls: [] };
  return { ...found, elements };
}
