/** What an error says to a person. */
import { messages } from "./messages";

export function textOf(error: unknown): string {
  // A fetch that never got an answer is a TypeError; its own message speaks to programmers.
  if (error instanceof TypeError) return messages.errors.unreachable;
  return error instanceof Error && error.message ? error.message : messages.errors.unknown;
}
