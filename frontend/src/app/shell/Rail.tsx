/** The rail: the places of a workspace. */
import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconBooks,
  IconHome,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSettings,
  IconTopologyStar3,
} from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PLACES, placeOf } from "@/app/shell/places";
import { useWorkspace } from "@/api/scope";
import { LensMark } from "@/components/LensMark";
import { messages } from "@/lib/messages";
import classes from "./Shell.module.css";

interface RailProps {
  isNarrow: boolean;
  onToggle: () => void;
  onNavigate: () => void;
}

const ICONS = {
  "/w/$workspace/systems": <IconTopologyStar3 size={18} stroke={1.5} />,
  "/w/$workspace/catalogue": <IconBooks size={18} stroke={1.5} />,
  "/w/$workspace/settings": <IconSettings size={18} stroke={1.5} />,
};
const HOME = {
  to: "/w/$workspace",
  name: messages.nav.home,
  icon: <IconHome size={18} stroke={1.5} />,
} as const;
const RAIL = [HOME, ...PLACES.map(({ to, name }) => ({ to, name, icon: ICONS[to] }))];

export function Rail({ isNarrow, onToggle, onNavigate }: RailProps) {
  const workspace = useWorkspace().slug;
  const here = useLocation({ select: ({ pathname }) => placeOf(pathname) });
  const toggleName = isNarrow ? messages.nav.expand : messages.nav.collapse;
  return (
    <nav className={classes.rail} aria-label={messages.nav.main}>
      <Link to="/" className={classes.brand}>
        <LensMark source="both" size={15} />
        <span className={isNarrow ? "visually-hidden" : undefined}>{messages.product}</span>
      </Link>
      {RAIL.map((place) => (
        <Hint key={place.to} text={place.name} isShown={isNarrow}>
          <Link
            to={place.to}
            params={{ workspace }}
            className={classes.item}
            activeOptions={{ exact: true, includeSearch: false }}
            {...(place.to === here?.to ? { "data-status": "active", "aria-current": "page" } : {})}
            onClick={onNavigate}
          >
            {place.icon}
            <span className={isNarrow ? "visually-hidden" : undefined}>{place.name}</span>
          </Link>
        </Hint>
      ))}
      <div className={classes.foot}>
        <ActionIcon aria-label={toggleName} title={toggleName} onClick={onToggle} visibleFrom="sm">
          {isNarrow ? (
            <IconLayoutSidebarLeftExpand size={18} stroke={1.5} />
          ) : (
            <IconLayoutSidebarLeftCollapse size={18} stroke={1.5} />
          )}
        </ActionIcon>
      </div>
    </nav>
  );
}

function Hint({ text, isShown, children }: { text: string; isShown: boolean; children: ReactNode }) {
  return (
    <Tooltip label={text} position="right" disabled={!isShown}>
      <span>{children}</span>
    </Tooltip>
  );
}
