/** What the palette offers for a query: each kind of thing as items under its heading. */
import { useMantineColorScheme } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useEverything } from "@/app/shell/useEverything";
import { useWorkspace } from "@/api/scope";
import { KindIcon } from "@/components/KindIcon";
import { LensMark } from "@/components/LensMark";
import { messages } from "@/lib/messages";
import { matches } from "@/lib/text";

export interface PaletteItem {
  key: string;
  group: string;
  name: string;
  note?: string | undefined;
  icon?: ReactNode;
  run: () => void;
}

const words = messages.palette;
const TABS = ["picture", "stake", "suggestions", "findings", "reports", "history"] as const;

export function usePaletteItems(
  query: string,
  asked: string,
  onHelp: () => void,
): { items: PaletteItem[]; isSearching: boolean } {
  const workspace = useWorkspace().slug;
  const { system } = useParams({ strict: false });
  const navigate = useNavigate();
  const commands = useCommands(onHelp).filter((item) => matches(item.name, query));
  const found = useEverything(asked, system);
  const inSystem = { workspace, system: system ?? "" };
  const items: PaletteItem[] = [
    ...found.elements.map((element) => ({
      key: element.id,
      group: words.elements,
      name: element.name,
      icon: <KindIcon kind={element.kind} />,
      run: () =>
        void navigate({ to: "/w/$workspace/systems/$system/picture", params: inSystem, search: { show: element.id } }),
    })),
    ...found.findings.map((finding) => ({
      key: finding.id,
      group: words.findings,
      name: finding.title,
      note: finding.mark,
      icon: <LensMark source={finding.source} />,
      run: () =>
        void navigate({
          to: "/w/$workspace/systems/$system/findings/$finding",
          params: { ...inSystem, finding: finding.id },
        }),
    })),
    ...found.systems.map((one) => ({
      key: one.id,
      group: words.systems,
      name: one.name,
      run: () => void navigate({ to: "/w/$workspace/systems/$system/picture", params: { workspace, system: one.id } }),
    })),
    ...commands,
    ...found.entries.map((entry) => ({
      key: entry.slug,
      group: words.entries,
      name: entry.title,
      icon: <LensMark source={entry.source} />,
      run: () => void navigate({ to: "/w/$workspace/catalogue/$slug", params: { workspace, slug: entry.slug } }),
    })),
    ...found.controls.map((control) => ({
      key: control.slug,
      group: words.controls,
      name: control.title,
      run: () => void navigate({ to: "/w/$workspace/controls/$slug", params: { workspace, slug: control.slug } }),
    })),
  ];
  return { items, isSearching: found.isSearching };
}

function useCommands(onHelp: () => void): PaletteItem[] {
  const workspace = useWorkspace().slug;
  const { system } = useParams({ strict: false });
  const navigate = useNavigate();
  const { toggleColorScheme } = useMantineColorScheme();
  const command = (name: string, run: () => void): PaletteItem => ({ key: name, group: words.commands, name, run });
  const tabs = system
    ? TABS.map((tab) =>
        command(
          words.goTo(messages.tabs[tab]),
          () => void navigate({ to: `/w/$workspace/systems/$system/${tab}`, params: { workspace, system } }),
        ),
      )
    : [];
  const { nav } = messages;
  return [
    ...tabs,
    command(words.goTo(nav.home), () => void navigate({ to: "/w/$workspace", params: { workspace } })),
    command(words.goTo(nav.systems), () => void navigate({ to: "/w/$workspace/systems", params: { workspace } })),
    command(words.goTo(nav.catalogue), () => void navigate({ to: "/w/$workspace/catalogue", params: { workspace } })),
    command(words.goTo(nav.workspace), () => void navigate({ to: "/w/$workspace/settings", params: { workspace } })),
    command(words.theme, toggleColorScheme),
    command(words.showKeys, onHelp),
  ];
}
