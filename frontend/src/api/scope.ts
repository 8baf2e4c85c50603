/** Which workspace and which system the page is in. */
import { createContext, useContext } from "react";
import type { Action, MyWorkspace } from "@/api/types";

export interface SystemScope {
  workspace: string;
  system: string;
}

export const WorkspaceContext = createContext<MyWorkspace | null>(null);
export const SystemContext = createContext<string | null>(null);

export function useWorkspace(): MyWorkspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("This can only be shown inside a workspace.");
  return workspace;
}

export const useMay = (action: Action): boolean => useWorkspace().may.includes(action);

export function useSystemScope(): SystemScope {
  const { slug } = useWorkspace();
  const system = useContext(SystemContext);
  if (!system) throw new Error("This can only be shown inside a system.");
  return { workspace: slug, system };
}
