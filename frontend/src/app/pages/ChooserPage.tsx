/** The first page: straight into the only workspace, or a choice between several. */
import { Navigate } from "@tanstack/react-router";
import { useMe } from "@/api/me";
import { Loaded } from "@/components/Loaded";
import { PageHead } from "@/components/PageHead";
import { useTitle } from "@/components/useTitle";
import { NewWorkspace, WorkspaceList } from "@/features/accounts/WorkspaceList";
import { messages } from "@/lib/messages";
import classes from "./narrow.module.css";

export function ChooserPage() {
  useTitle(messages.home.chooserTitle);
  // Whoever comes here from inside has more in mind than the one workspace; whoever just arrived has not.
  const isArrival = !window.history.state?.__TSR_index;
  return (
    <main className={classes.page}>
      <Loaded query={useMe()}>
        {(me) => {
          const [only, another] = me.workspaces;
          if (only && !another && isArrival)
            return <Navigate to="/w/$workspace" params={{ workspace: only.slug }} replace />;
          return (
            <>
              <PageHead title={messages.home.chooserTitle} about={messages.home.about} />
              <WorkspaceList workspaces={me.workspaces} />
              <NewWorkspace />
            </>
          );
        }}
      </Loaded>
    </main>
  );
}
