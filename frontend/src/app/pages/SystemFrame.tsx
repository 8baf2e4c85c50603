/** One system: its head, its parts as tabs, and the part that is open. */
import { Outlet, useParams } from "@tanstack/react-router";
import { asProblem } from "@/api/problems";
import { SystemContext } from "@/api/scope";
import { useSystem } from "@/api/systems";
import type { System } from "@/api/types";
import { NotFound } from "@/app/Fallbacks";
import { SystemSteps } from "@/app/pages/SystemSteps";
import { Tabs } from "@/app/pages/Tabs";
import { Loaded } from "@/components/Loaded";
import { PageHead } from "@/components/PageHead";
import { PanelBoundary } from "@/components/PanelBoundary";
import { Tag } from "@/components/Tag";
import { SystemMenu } from "@/features/systems/SystemMenu";
import { messages } from "@/lib/messages";

export function SystemFrame() {
  const { system: id } = useParams({ from: "/w/$workspace/systems/$system" });
  const system = useSystem(id);
  if (asProblem(system.error)?.status === 404) return <NotFound />;
  return (
    <SystemContext value={id} key={id}>
      <Loaded query={system}>{(found) => <Parts system={found} />}</Loaded>
    </SystemContext>
  );
}

function Parts({ system }: { system: System }) {
  const title = (
    <>
      {system.name} {system.is_sample ? <Tag>{messages.home.sample}</Tag> : null}
    </>
  );
  return (
    <>
      <PageHead title={title} about={system.purpose || system.description} actions={<SystemMenu system={system} />} />
      <SystemSteps system={system} />
      <Tabs />
      <PanelBoundary>
        <Outlet />
      </PanelBoundary>
    </>
  );
}
