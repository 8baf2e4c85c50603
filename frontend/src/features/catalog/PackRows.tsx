/** The packs that this workspace has imported. */
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { type Pack, packAddress, useRemovePack } from "@/api/packs";
import { useMay, useWorkspace } from "@/api/scope";
import form from "@/components/form.module.css";
import { Moment } from "@/components/Moment";
import { Rows } from "@/components/Rows";
import { messages } from "@/lib/messages";

const words = messages.ownCatalogue;
const COLUMNS = [
  { title: messages.common.name },
  { title: words.version },
  { title: words.rows, isNumber: true, isWide: true },
  { title: words.importedBy, isWide: true },
  { title: messages.home.actions, isUnseen: true },
];

export function PackRows({ packs }: { packs: readonly Pack[] }) {
  const workspace = useWorkspace().slug;
  const mayEdit = useMay("edit_catalogue");
  const [removing, setRemoving] = useState<Pack | null>(null);
  if (packs.length === 0) return <p className={form.note}>{words.noPacks}</p>;
  return (
    <>
      <Rows columns={COLUMNS} label={words.imported}>
        {packs.map((pack) => (
          <tr key={pack.slug}>
            <td>{pack.title}</td>
            <td>{pack.version}</td>
            <td data-number data-wide>
              {pack.rows}
            </td>
            <td data-wide>
              {pack.imported_by}, <Moment at={pack.imported_at} />
            </td>
            <td data-number>
              <Button variant="subtle" component="a" href={packAddress(workspace, pack.slug)} download>
                {words.exportOne}
              </Button>
              {mayEdit ? (
                <Button variant="subtle" onClick={() => setRemoving(pack)}>
                  {words.remove}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </Rows>
      {removing ? <RemoveDialog pack={removing} onClose={() => setRemoving(null)} /> : null}
    </>
  );
}

function RemoveDialog({ pack, onClose }: { pack: Pack; onClose: () => void }) {
  const remove = useRemovePack();
  return (
    <Modal opened onClose={onClose} title={words.removePack(pack.title)}>
      <p>{words.removePackAbout}</p>
      <Button
        variant="filled"
        loading={remove.isPending}
        onClick={() => remove.mutate(pack.slug, { onSuccess: onClose })}
      >
        {words.remove}
      </Button>
    </Modal>
  );
}
