/** Reports: making and fetching PDFs. */
import { plural } from "@/lib/text";

export const reports = {
  title: "Reports",
  about:
    "A PDF for the people who were not in the room: what was looked at, what can go wrong through each lens, and why.",
  create: "Create PDF",
  empty: "No report yet. The first one takes a few seconds.",
  making: "Making the PDF",
  queued: "Waiting for a worker",
  failed: "This report could not be made",
  download: "Download PDF",
  pages: (count: number) => plural(count, "page", "pages"),
  nothingDecided: "Nothing is decided yet: the report will list suggestions as suggestions.",
};
