/** Everything inside a workspace: who may do what here, the live feed, rail, top bar, keys. */
import { Outlet, useParams } from "@tanstack/react-router";
import { useMe } from "@/api/me";
import { WorkspaceContext } from "@/api/scope";
import type { Me } from "@/api/types";
import { useResumedDeeds } from "@/api/useDeeds";
import { NowhereAtAll } from "@/app/Fallbacks";
import { LiveProvider } from "@/app/shell/LiveProvider";
import { Shell } from "@/app/shell/Shell";
import { Loaded } from "@/components/Loaded";
import { PanelBoundary } from "@/components/PanelBoundary";

export function WorkspaceFrame() {
  return <Loaded query={useMe()}>{(me) => <InWorkspace me={me} />}</Loaded>;
}

function InWorkspace({ me }: { me: Me }) {
  useResumedDeeds();
  const { workspace: slug } = useParams({ from: "/w/$workspace" });
  const workspace = me.workspaces.find((one) => one.slug === slug);
  if (!workspace) return <NowhereAtAll />;
  return (
    <WorkspaceContext value={workspace}>
      <LiveProvider key={slug} workspace={slug} me={me.id}>
        <Shell me={me}>
          <PanelBoundary>
            <Outlet />
          </PanelBoundary>
        </Shell>
      </LiveProvider>
    </WorkspaceContext>
  );
}
