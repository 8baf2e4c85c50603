/** What is at stake in a system. */
import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SubjectType } from "@/api/comments";
import { useParts } from "@/api/parts";
import { useSystemName } from "@/app/pages/useSystemName";
import { EmptyState } from "@/components/EmptyState";
import { SidePanel, WithSide } from "@/components/SidePanel";
import { useTitle } from "@/components/useTitle";
import { Comments } from "@/features/activity/Comments";
import { AssetPanel } from "@/features/assets/AssetPanel";
import { AssumptionPanel } from "@/features/assets/AssumptionPanel";
import { LossPanel } from "@/features/assets/LossPanel";
import { Assets, Assumptions, Losses } from "@/features/assets/StakeLists";
import { messages } from "@/lib/messages";
import classes from "./settings.module.css";

const words = messages.stake;
const FROM = "/w/$workspace/systems/$system/stake";

export function StakePage() {
  const { show } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const open = (id: string | undefined) => void navigate({ search: { show: id } });
  useTitle(messages.tabs.stake, useSystemName());
  const lists = { selected: show, onOpen: open };
  return (
    <WithSide side={<Detail id={show} onClose={() => open(undefined)} />}>
      <div className={classes.page}>
        <Assets {...lists} />
        <Losses {...lists} />
        <Assumptions {...lists} />
      </div>
    </WithSide>
  );
}

function Detail({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const lists = [useParts("assets").data, useParts("losses").data, useParts("assumptions").data] as const;
  const asset = lists[0]?.find((one) => one.id === id);
  const loss = lists[1]?.find((one) => one.id === id);
  const assumption = lists[2]?.find((one) => one.id === id);
  const at = (title: string, type: SubjectType, body: ReactNode) => (
    <SidePanel key={id} title={title} label={title} onClose={onClose}>
      {body}
      <Comments type={type} id={id ?? ""} />
    </SidePanel>
  );
  if (asset) return at(words.asset, "asset", <AssetPanel asset={asset} onGone={onClose} />);
  if (loss) return at(words.loss, "loss", <LossPanel loss={loss} onGone={onClose} />);
  if (assumption)
    return at(words.assumption, "assumption", <AssumptionPanel assumption={assumption} onGone={onClose} />);
  if (id === undefined || lists.includes(undefined)) return null;
  const nothing = messages.errors.notFoundTitle;
  return (
    <SidePanel key={id} title={nothing} label={nothing} onClose={onClose}>
      <EmptyState picture="page" text={words.noSuch}>
        <Button onClick={onClose}>{words.backToAll}</Button>
      </EmptyState>
    </SidePanel>
  );
}
