/** What can be done with a system as a whole. */
import { ActionIcon, Button, Menu, Modal } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMay, useWorkspace } from "@/api/scope";
import { exportAddress, useDeleteSystem } from "@/api/systems";
import type { System } from "@/api/types";
import { messages } from "@/lib/messages";
import { SaveTemplate } from "./SaveTemplate";

const words = messages.home;

export function SystemMenu({ system }: { system: System }) {
  const workspace = useWorkspace().slug;
  const mayEdit = useMay("edit_system");
  const [isDeleting, setIsDeleting] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const edit = {
    to: "/w/$workspace/systems/$system/picture",
    params: { workspace, system: system.id },
    search: { show: "system" },
  } as const;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={words.actions}>
            <IconDots size={18} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={exportAddress(workspace, system.id)} download>
            {words.exportFile}
          </Menu.Item>
          {mayEdit ? (
            <Menu.Item renderRoot={(props) => <Link {...edit} {...props} />}>{words.editSystem}</Menu.Item>
          ) : null}
          {mayEdit ? <Menu.Item onClick={() => setIsSaving(true)}>{words.saveTemplate}</Menu.Item> : null}
          {mayEdit ? <Menu.Item onClick={() => setIsDeleting(true)}>{words.deleteSystem}</Menu.Item> : null}
        </Menu.Dropdown>
      </Menu>
      {isSaving ? <SaveTemplate system={system} onClose={() => setIsSaving(false)} /> : null}
      {isDeleting ? <DeleteDialog system={system} onClose={() => setIsDeleting(false)} /> : null}
    </>
  );
}

function DeleteDialog({ system, onClose }: { system: System; onClose: () => void }) {
  const workspace = useWorkspace().slug;
  const navigate = useNavigate();
  const remove = useDeleteSystem();
  const confirm = () =>
    remove.mutate(system.id, {
      onSuccess: () => void navigate({ to: "/w/$workspace/systems", params: { workspace } }),
    });
  return (
    <Modal opened onClose={onClose} title={words.deleteTitle(system.name)}>
      <p>{words.deleteAbout}</p>
      <Button variant="filled" loading={remove.isPending} onClick={confirm}>
        {words.deleteSystem}
      </Button>
    </Modal>
  );
}
