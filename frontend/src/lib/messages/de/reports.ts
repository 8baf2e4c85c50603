/** Reports: making and fetching PDFs. */
import type { Messages } from "@/lib/messages";
import { plural } from "@/lib/text";

export const reports: Messages["reports"] = {
  title: "Berichte",
  about:
    "Ein PDF für alle, die nicht dabei waren: was betrachtet wurde, was durch jede Linse schiefgehen kann, und warum.",
  create: "PDF erstellen",
  empty: "Noch kein Bericht. Der erste dauert ein paar Sekunden.",
  making: "Das PDF wird erstellt",
  queued: "Wartet auf einen freien Platz",
  failed: "Dieser Bericht ließ sich nicht erstellen",
  download: "PDF herunterladen",
  pages: (count) => plural(count, "Seite", "Seiten"),
  nothingDecided: "Noch ist nichts entschieden: der Bericht führt Vorschläge als Vorschläge auf.",
};
