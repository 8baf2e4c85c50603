/**
 * German. The words, once and for all: threat Bedrohung · hazard Gefährdung · finding Befund · counterpart Gegenstück · lens Linse ·
 * suggestion Vorschlag · control Maßnahme · treatment Behandlung · asset Schutzgut · loss Schaden · assumption Annahme · stake Auf dem
 * Spiel · element Element · flow Datenfluss · boundary Grenze · picture Bild · canvas Zeichenfläche · outline Gliederung · run Lauf ·
 * register Register · workspace Arbeitsbereich · catalogue Katalog · entry Eintrag · pack Paket · accept übernehmen (a risk:
 * akzeptieren) · dismiss verwerfen. Security and safety stay: German has one word for both. Nobody is addressed, nobody has a gender.
 */
import type { Messages } from "@/lib/messages";
import { account } from "./account";
import { catalogue } from "./catalogue";
import { comments, inbox } from "./comments";
import { controls } from "./controls";
import { deeds } from "./deeds";
import { diagrams } from "./diagrams";
import { everywhere } from "./everywhere";
import { findings } from "./findings";
import { grid } from "./grid";
import { history } from "./history";
import { home } from "./home";
import { outline } from "./outline";
import { ownCatalogue } from "./ownCatalogue";
import { picture } from "./picture";
import { reports } from "./reports";
import { shell } from "./shell";
import { stake } from "./stake";
import { suggestions } from "./suggestions";
import { treatments } from "./treatments";
import { vocabulary } from "./vocabulary";
import { workbench } from "./workbench";

export const de: Messages = {
  product: "Bifocal",
  ...everywhere,
  ...shell,
  home,
  deeds,
  diagrams,
  picture,
  stake,
  suggestions,
  findings,
  treatments,
  reports,
  comments,
  inbox,
  history,
  catalogue,
  controls,
  ownCatalogue,
  account,
  vocabulary,
  workbench,
  grid,
  outline,
};
