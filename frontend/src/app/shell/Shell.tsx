/** The frame: rail at the left, bar at the top, the page between them. */
import { useDisclosure, useLocalStorage } from "@mantine/hooks";
import type { ReactNode } from "react";
import type { Me } from "@/api/types";
import { ConnectionBanner } from "@/app/shell/ConnectionBanner";
import { FollowBanner } from "@/app/shell/FollowBanner";
import { KEY_GROUPS } from "@/app/shell/keyGroups";
import { Palette } from "@/app/shell/Palette";
import { Rail } from "@/app/shell/Rail";
import { Refused } from "@/app/shell/Refused";
import { TopBar } from "@/app/shell/TopBar";
import { KeyHelp } from "@/components/KeyHelp";
import { undoNewest } from "@/components/toasts";
import { useShortcuts } from "@/components/useShortcuts";
import { messages } from "@/lib/messages";
import classes from "./Shell.module.css";

export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const [isNarrow, setIsNarrow] = useLocalStorage({ key: "bifocal-rail-narrow", defaultValue: false });
  const [isMenuOpen, menu] = useDisclosure(false);
  const [isPaletteOpen, palette] = useDisclosure(false);
  const [isHelpOpen, help] = useDisclosure(false);
  useShortcuts({ "mod+k": palette.toggle, "?": help.open, u: undoNewest, "/": palette.open });
  return (
    <div className={classes.frame} data-narrow={isNarrow || undefined} data-menu={isMenuOpen || undefined}>
      <a className={classes.skip} href="#content">
        {messages.nav.skip}
      </a>
      <Rail isNarrow={isNarrow} onToggle={() => setIsNarrow(!isNarrow)} onNavigate={menu.close} />
      {isMenuOpen ? (
        <button type="button" className={classes.veil} aria-label={messages.common.close} onClick={menu.close} />
      ) : null}
      <div className={classes.body}>
        <TopBar me={me} onMenu={menu.toggle} onSearch={palette.open} onHelp={help.open} />
        <ConnectionBanner />
        <FollowBanner />
        <main id="content" className={classes.content} tabIndex={-1}>
          <Refused />
          {children}
        </main>
      </div>
      <Palette isOpen={isPaletteOpen} onClose={palette.close} onHelp={help.open} />
      <KeyHelp groups={KEY_GROUPS} isOpen={isHelpOpen} onClose={help.close} />
    </div>
  );
}
