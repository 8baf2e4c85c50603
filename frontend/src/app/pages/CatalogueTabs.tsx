/** The parts of the catalogue as tabs; each is an address. */
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "@/api/scope";
import { messages } from "@/lib/messages";
import classes from "./system.module.css";

const words = messages.ownCatalogue;
const TABS = [
  { to: "/w/$workspace/catalogue", name: words.entries },
  { to: "/w/$workspace/controls", name: messages.controls.title },
  { to: "/w/$workspace/packs", name: words.packs },
] as const;

export function CatalogueTabs() {
  const workspace = useWorkspace().slug;
  return (
    <nav className={classes.tabs} aria-label={words.parts}>
      {TABS.map(({ to, name }) => (
        <Link key={to} to={to} params={{ workspace }} className={classes.tab} activeOptions={{ includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
