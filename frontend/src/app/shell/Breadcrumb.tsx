/** Where I am, from the workspace down. */
import { Link, useLocation, useParams } from "@tanstack/react-router";
import { useWorkspace } from "@/api/scope";
import { placeOf } from "@/app/shell/places";
import { useSystem } from "@/api/systems";
import { messages } from "@/lib/messages";
import classes from "./Shell.module.css";

export function Breadcrumb() {
  const { name, slug } = useWorkspace();
  const { system } = useParams({ strict: false });
  const place = useLocation({ select: ({ pathname }) => placeOf(pathname) });
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
            <Link to={place.to} params={{ workspace: slug }}>
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
