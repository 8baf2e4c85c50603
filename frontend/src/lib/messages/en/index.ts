/** English. */
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

export const en = {
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
