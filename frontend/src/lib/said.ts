/** A value of a field as people know it. */
import { messages } from "./messages";
import { wordsOf } from "./text";
import { fieldLabel } from "./vocabulary";

const { yes, no, none, unknown } = messages.common;
/** Fields whose values are words of the server, and none that somebody wrote. */
const SAID_BY_SERVER = /^(attributes\..*|kind|trust|status)$/;

/** `labels` says what the field's values are called. */
export function said(field: string, value: unknown, labels: Readonly<Record<string, string>> = {}): string {
  const isServers = SAID_BY_SERVER.test(field);
  if (typeof value === "boolean") return value ? yes : no;
  if (Array.isArray(value) && value.length > 0) return value.map((one) => said(field, one, labels)).join(", ");
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && value !== "") return isServers ? (labels[value] ?? wordsOf(value)) : value;
  const parts = Object.entries(value && typeof value === "object" ? value : {});
  if (parts.length > 0) return parts.map(([name, part]) => `${fieldLabel(name)}: ${said(field, part)}`).join(", ");
  return field.startsWith("attributes.") ? unknown : none;
}
