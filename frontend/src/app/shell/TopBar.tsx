/** The bar: where I am, search, and me. */
import { ActionIcon } from "@mantine/core";
import { IconKeyboard, IconMenu2, IconSearch } from "@tabler/icons-react";
import type { Me } from "@/api/types";
import { Breadcrumb } from "@/app/shell/Breadcrumb";
import { Inbox } from "@/app/shell/Inbox";
import { MeMenu } from "@/app/shell/MeMenu";
import { People } from "@/app/shell/People";
import { Keys } from "@/components/Keys";
import { messages } from "@/lib/messages";
import classes from "./Shell.module.css";

interface TopBarProps {
  me: Me;
  onMenu: () => void;
  onSearch: () => void;
  onHelp: () => void;
}

export function TopBar({ me, onMenu, onSearch, onHelp }: TopBarProps) {
  return (
    <header className={classes.bar}>
      <ActionIcon className={classes.menu} aria-label={messages.nav.open} onClick={onMenu}>
        <IconMenu2 size={18} stroke={1.5} />
      </ActionIcon>
      <Breadcrumb />
      <People />
      <button type="button" className={classes.search} onClick={onSearch} title={messages.palette.title}>
        <IconSearch size={15} stroke={1.5} />
        <span>{messages.palette.hint}</span>
        <Keys shortcut="mod+k" />
      </button>
      <ActionIcon aria-label={messages.nav.keys} title={messages.nav.keys} onClick={onHelp} visibleFrom="sm">
        <IconKeyboard size={18} stroke={1.5} />
      </ActionIcon>
      <Inbox />
      <MeMenu me={me} />
    </header>
  );
}
