/** Workspaces: their people, the links that invite to them, and the tokens of programs. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import { everyRow, LARGEST_PAGE } from "@/api/pages";
import { useWorkspace } from "@/api/scope";
import type { ApiToken, Invitation, Member, OpenInvitation, Page, Role, Workspace } from "@/api/types";

const IN_WORKSPACE = "/api/v1/workspaces/{workspace}";

export function useMembers() {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: keys.workspace(workspace, "members"),
    queryFn: () =>
      everyRow<Member>((cursor) =>
        brought(
          client.GET(`${IN_WORKSPACE}/members`, {
            params: { path: { workspace }, query: { cursor, page_size: LARGEST_PAGE } },
          }),
        ),
      ),
  });
}

export function useInvitations(isWanted: boolean) {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: keys.workspace(workspace, "invitations"),
    enabled: isWanted,
    queryFn: async () =>
      (await brought<Page<Invitation>>(client.GET(`${IN_WORKSPACE}/invitations`, { params: { path: { workspace } } })))
        .results,
  });
}

export function useTokens() {
  const workspace = useWorkspace().slug;
  return useQuery({
    queryKey: keys.workspace(workspace, "tokens"),
    queryFn: async () =>
      (await brought<Page<ApiToken>>(client.GET(`${IN_WORKSPACE}/tokens`, { params: { path: { workspace } } })))
        .results,
  });
}

/** A write to the workspace, after which one of its lists is read again. */
function useWorkspaceWrite<Input, Output>(list: string, write: (workspace: string, input: Input) => Promise<Output>) {
  const workspace = useWorkspace().slug;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => write(workspace, input),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.workspace(workspace, list) }),
  });
}

export const useChangeRole = () =>
  useWorkspaceWrite("members", (workspace, { id, role }: { id: string; role: Role }) =>
    brought<Member>(
      client.PATCH(`${IN_WORKSPACE}/members/{id}`, { params: { path: { workspace, id } }, body: { role } }),
    ),
  );

export const useRemoveMember = () =>
  useWorkspaceWrite("members", (workspace, id: string) =>
    brought<void>(client.DELETE(`${IN_WORKSPACE}/members/{id}`, { params: { path: { workspace, id } } })),
  );

export const useInvite = () =>
  useWorkspaceWrite("invitations", (workspace, body: { role: Role; email: string }) =>
    brought<Invitation>(client.POST(`${IN_WORKSPACE}/invitations`, { params: { path: { workspace } }, body })),
  );

export const useRevokeInvitation = () =>
  useWorkspaceWrite("invitations", (workspace, id: string) =>
    brought<void>(client.DELETE(`${IN_WORKSPACE}/invitations/{id}`, { params: { path: { workspace, id } } })),
  );

export const useCreateToken = () =>
  useWorkspaceWrite("tokens", (workspace, body: { name: string; access: "read" | "write"; expires_in_days: number }) =>
    brought<ApiToken>(client.POST(`${IN_WORKSPACE}/tokens`, { params: { path: { workspace } }, body })),
  );

export const useRevokeToken = () =>
  useWorkspaceWrite("tokens", (workspace, id: string) =>
    brought<void>(client.DELETE(`${IN_WORKSPACE}/tokens/{id}`, { params: { path: { workspace, id } } })),
  );

export function useRenameWorkspace() {
  const workspace = useWorkspace().slug;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      brought<Workspace>(client.PATCH(IN_WORKSPACE, { params: { path: { workspace } }, body: { name } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.me }),
  });
}

export function useCreateWorkspace() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => brought<Workspace>(client.POST("/api/v1/workspaces", { body: { name } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.me }),
  });
}

export const useOpenInvitation = (secret: string) =>
  useQuery({
    queryKey: ["invitation", secret],
    retry: false,
    queryFn: () =>
      brought<OpenInvitation>(client.GET("/api/v1/invitations/{secret}", { params: { path: { secret } } })),
  });

export function useAcceptInvitation(secret: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      brought<Workspace>(client.POST("/api/v1/invitations/{secret}/accept", { params: { path: { secret } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.me }),
  });
}
