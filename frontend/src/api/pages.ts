/** Lists come in pages; here they are joined. */
import type { Page } from "@/api/types";

export const LARGEST_PAGE = 1_000;

/** The cursor of the next page, taken from its address. */
export function cursorOf(next: string | null): string | undefined {
  if (!next) return undefined;
  return new URL(next, "http://any").searchParams.get("cursor") ?? undefined;
}

/** Every row of a list, page after page. */
export async function everyRow<Row>(read: (cursor: string | undefined) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    rows.push(...page.results);
    cursor = cursorOf(page.next);
  } while (cursor);
  return rows;
}
