/** Moments and spans as people say them. */
import { locale } from "./language";
import { messages } from "./messages";

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const exact = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

/** "3 minutes ago"; under a minute "just now". */
export function relativeTime(at: string, now: number = Date.now()): string {
  const seconds = (Date.parse(at) - now) / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  }
  return messages.common.justNow;
}

export const exactTime = (at: string): string => exact.format(new Date(at));
export const clockTime = (at: string): string => clock.format(new Date(at));
export const dayOf = (at: string): string => day.format(new Date(at));

/** Rows in the order they came, gathered under the day of each. */
export function groupedByDay<Row>(rows: readonly Row[], at: (row: Row) => string): { day: string; rows: Row[] }[] {
  const groups: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const title = dayOf(at(row));
    const last = groups.at(-1);
    if (last?.day === title) last.rows.push(row);
    else groups.push({ day: title, rows: [row] });
  }
  return groups;
}
