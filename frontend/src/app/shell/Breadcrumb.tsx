/** Where I am, from the workspace down. */
import { Link, useLocation, useParams } from "@tanstack/react-router";
import { useWorkspace } from "@/api/scope";
import { useSystem } from "@/api/systems";
import { messages } from "@/lib/messages";
import classes from "./Shell.module.css";

const PLACES = [
  { to: "systems", holds: ["systems"], name: messages.nav.systems },
  { to: "catalogue", holds: ["catalogue", "new-entry", "packs"], name: messages.nav.catalogue },
  { to: "settings", holds: ["settings"], name: messages.nav.workspace },
] as const;

export function Breadcrumb() {
  const { name, slug } = useWorkspace();
  const { system } = useParams({ strict: false });
  const path = useLocation({ select: ({ pathname }) => pathname.split("/")[3] });
  const place = PLACES.find(({ holds }) => holds.some((one) => one === path));
  return (
    <nav aria-label={messages.nav.breadcrumb} style={{ flex: 1, minWidth: 0 }}>
      <ol className={classes.crumbs}>
        <li>
          <Link to="/w/$workspace" params={{ workspace: slug }}>
            {name}
          </Link>
        </li>
        {place ? (
          <li>
            <Link to={`/w/$workspace/${place.to}`} params={{ workspace: slug }}>
              {place.name}
            </Link>
          </li>
        ) : null}
        {system ? <SystemCrumb workspace={slug} system={system} /> : null}
      </ol>
    </nav>
  );
}

function SystemCrumb({ workspace, system }: { workspace: string; system: string }) {
  const { data } = useSystem(system);
  return (
    <li>
      <Link to="/w/$workspace/systems/$system/picture" params={{ workspace, system }}>
        {data?.name ?? messages.nav.systems}
      </Link>
    </li>
  );
}
