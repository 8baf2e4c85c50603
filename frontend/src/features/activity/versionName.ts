import type { Version } from "@/api/types";
import { messages } from "@/lib/messages";
import { capitalised } from "@/lib/text";

/** What was kept by itself is known by its revision. */
export const versionName = ({ name, revision }: Version): string =>
  name || capitalised(messages.history.revision(revision));
