/** The three lists of what is at stake: assets, losses, assumptions. */
import { useVocabulary } from "@/api/catalogue";
import { useCreatePart, useParts } from "@/api/parts";
import { Loaded } from "@/components/Loaded";
import { messages } from "@/lib/messages";
import { wordsOf } from "@/lib/text";
import { Overdue, isOverdue } from "./Overdue";
import { StakeList } from "./StakeList";
import { Suggested } from "./Suggested";

const words = messages.stake;

interface ListProps {
  selected: string | undefined;
  onOpen: (id: string) => void;
}

export function Assets({ selected, onOpen }: ListProps) {
  const create = useCreatePart("assets");
  const labels = useVocabulary().data?.attributes.data_classes?.value_labels ?? {};
  return (
    <Loaded query={useParts("assets")}>
      {(assets) => (
        <StakeList
          title={words.assets}
          about={words.assetsAbout}
          empty={words.noAssets}
          addLabel={words.addAsset}
          fieldLabel={words.assetName}
          lines={assets.map(({ id, name, data_classes: classes }) => ({
            id,
            title: name,
            note: classes.map((one) => labels[one] ?? wordsOf(one)).join(", "),
          }))}
          selected={selected}
          isAdding={create.isPending}
          onAdd={(name, onAdded) => create.mutate({ name }, { onSuccess: ({ id }) => (onAdded(), onOpen(id)) })}
        >
          <Suggested type="asset" isFirst={assets.length === 0} />
        </StakeList>
      )}
    </Loaded>
  );
}

export function Losses({ selected, onOpen }: ListProps) {
  const create = useCreatePart("losses");
  return (
    <Loaded query={useParts("losses")}>
      {(losses) => (
        <StakeList
          title={words.losses}
          about={words.lossesAbout}
          empty={words.noLosses}
          addLabel={words.addLoss}
          fieldLabel={words.lossTitle}
          lines={losses.map(({ id, title, irreversible }) => ({
            id,
            title,
            note: irreversible ? words.irreversible : "",
          }))}
          selected={selected}
          isAdding={create.isPending}
          onAdd={(title, onAdded) => create.mutate({ title }, { onSuccess: ({ id }) => (onAdded(), onOpen(id)) })}
        >
          <Suggested type="loss" isFirst={losses.length === 0} />
        </StakeList>
      )}
    </Loaded>
  );
}

export function Assumptions({ selected, onOpen }: ListProps) {
  const create = useCreatePart("assumptions");
  return (
    <Loaded query={useParts("assumptions")}>
      {(assumptions) => (
        <StakeList
          title={words.assumptions}
          about={words.assumptionsAbout}
          empty={words.noAssumptions}
          addLabel={words.addAssumption}
          fieldLabel={words.assumptionText}
          lines={assumptions.map((one) => ({
            id: one.id,
            title: one.text,
            note: (
              <>
                {isOverdue(one) ? <Overdue /> : null}{" "}
                {[words.statuses[one.status], one.owner].filter(Boolean).join(", ")}
              </>
            ),
          }))}
          selected={selected}
          isAdding={create.isPending}
          onAdd={(text, onAdded) => create.mutate({ text }, { onSuccess: ({ id }) => (onAdded(), onOpen(id)) })}
        >
          <Suggested type="assumption" isFirst={assumptions.length === 0} />
        </StakeList>
      )}
    </Loaded>
  );
}
