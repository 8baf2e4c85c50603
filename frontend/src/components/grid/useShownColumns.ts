/** The columns that somebody has chosen for one table, kept in this browser, or else those that are shown at first. */
import { useMemo, useState } from "react";
import { keep, kept } from "@/lib/kept";
import type { Column } from "@/lib/table/columns";

export function useShownColumns<Row>(table: string, all: readonly Column<Row>[]) {
  const key = `bifocal-columns-${table}`;
  const [chosen, setChosen] = useState(() => kept(key)?.split(" ") ?? null);
  const shown = useMemo(
    () => new Set(chosen ?? all.filter(({ isExtra }) => !isExtra).map(({ id }) => id)),
    [chosen, all],
  );
  // The first one names the row.
  const columns = useMemo(() => all.filter(({ id }, index) => index === 0 || shown.has(id)), [all, shown]);
  const choose = (next: ReadonlySet<string>) => {
    keep(key, [...next].join(" "));
    setChosen([...next]);
  };
  return { columns, shown, choose };
}
