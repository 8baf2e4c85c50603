/** The assets of a system as a table to write in. */
import { useMemo } from "react";
import { useVocabulary } from "@/api/catalogue";
import type { OpenThreads } from "@/api/comments";
import { useNames } from "@/api/names";
import { useParts } from "@/api/parts";
import { usePartTable } from "@/api/tables";
import type { Asset } from "@/api/types";
import type { Vocabulary } from "@/api/knowledge";
import { Table } from "@/components/grid/Table";
import { Loaded } from "@/components/Loaded";
import { useCommentMarks } from "@/components/useCommentMarks";
import { messages } from "@/lib/messages";
import type { Fields } from "@/lib/table/columns";
import { assetTable } from "./assetColumns";

const words = messages.outline;
const COPIED = ["description", "data_classes", "needs", "held_by"] as const satisfies readonly (keyof Asset)[];

interface AssetTableProps {
  mayEdit: boolean;
  selected: string | undefined;
  onOpen: (id: string) => void;
  threads: OpenThreads;
}

export default function AssetTable(props: AssetTableProps) {
  const assets = useParts("assets");
  const vocabulary = useVocabulary();
  return (
    <Loaded query={vocabulary}>
      {(known) => <Loaded query={assets}>{(rows) => <Filled {...props} vocabulary={known} assets={rows} />}</Loaded>}
    </Loaded>
  );
}

interface FilledProps extends AssetTableProps {
  vocabulary: Vocabulary;
  assets: readonly Asset[];
}

function Filled({ vocabulary, assets, mayEdit, selected, onOpen, threads }: FilledProps) {
  const names = useNames();
  const table = useMemo(() => assetTable(vocabulary, names), [vocabulary, names]);
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const handlers = usePartTable<Asset>({
    type: "asset",
    rows: assets,
    nameOf: ({ name }) => name,
    copied: COPIED,
    remove: (ids) => [...ids].map((id) => ({ op: "delete", type: "asset", id })),
    mended: (changes) =>
      changes.map((change) => ({ ...change, fields: wholeNeeds(change.fields, byId.get(change.id)) })),
  });
  const marks = useCommentMarks(threads);
  return (
    <Table
      {...handlers}
      name="assets"
      label={words.assets}
      table={table}
      rows={assets}
      isReadOnly={!mayEdit}
      opened={selected}
      open={onOpen}
      marks={marks}
      empty={mayEdit ? words.empty : words.emptyForReaders}
      countOfNew={words.assetCount}
    />
  );
}

/** Needs are saved as a whole; those that are not written in the table stay. */
function wholeNeeds(fields: Fields, before: Asset | undefined): Fields {
  if (!fields.needs) return fields;
  const needs = Object.entries({ ...before?.needs, ...(fields.needs as object) });
  return { ...fields, needs: Object.fromEntries(needs.filter(([, level]) => level !== null)) };
}
