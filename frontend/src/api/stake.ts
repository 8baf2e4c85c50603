/** What this model calls for and nobody has written down yet; picking some of it is one deed. */
import { useQuery } from "@tanstack/react-query";
import { brought, client } from "@/api/client";
import { keys } from "@/api/keys";
import type { Create, Values } from "@/api/operations";
import { useSystemScope } from "@/api/scope";
import type { Need } from "@/api/types";
import { useDeeds } from "@/api/useDeeds";
import { makeId } from "@/lib/ids";

export type StakeType = "asset" | "loss" | "assumption";

export interface StakeSuggestion {
  slug: string;
  type: StakeType;
  title: string;
  gist: string;
  data_classes: string[];
  needs: Record<string, Need>;
  impact: Record<string, number>;
  irreversible: boolean;
  /** The first few facts of this system that call for it, and how many further places say the same. */
  because: string[];
  more: number;
  places: string[];
}

const PATH = "/api/v1/workspaces/{workspace}/systems/{system}/stake-suggestions";
const FORMAT = "bifocal-stake";

export function useStakeSuggestions() {
  const path = useSystemScope();
  return useQuery({
    queryKey: keys.system(path.system, "stakeSuggestions"),
    queryFn: () => brought<StakeSuggestion[]>(client.GET(PATH, { params: { path } })),
  });
}

const VALUES: Record<StakeType, (one: StakeSuggestion) => Values> = {
  asset: ({ title, gist, data_classes, needs, places }) => ({
    name: title,
    description: gist,
    data_classes,
    needs,
    held_by: places,
  }),
  loss: ({ title, gist, impact, irreversible }) => ({ title, description: gist, impact, irreversible }),
  assumption: ({ title }) => ({ text: title }),
};

/** The row remembers what it was picked from, so that the same is not suggested again whatever it is called later. */
export const pickOperation = (one: StakeSuggestion): Create => ({
  op: "create",
  type: one.type,
  id: makeId(),
  values: { ...VALUES[one.type](one), external_ids: [{ format: FORMAT, file: "", id: one.slug }] },
});

export function usePick() {
  const deeds = useDeeds();
  return (words: string, picked: readonly StakeSuggestion[]) =>
    deeds.attempt({ words, operations: picked.map(pickOperation) });
}
