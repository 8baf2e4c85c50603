/** The people of a workspace and what each may do. */
import { ActionIcon, Button, Modal, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useMay } from "@/api/scope";
import type { Member, Role } from "@/api/types";
import { useChangeRole, useMembers, useRemoveMember } from "@/api/workspaces";
import { Loaded } from "@/components/Loaded";
import { Moment } from "@/components/Moment";
import { Rows, tableClasses } from "@/components/Rows";
import { messages } from "@/lib/messages";

const words = messages.account;
const COLUMNS = [
  { title: words.person },
  { title: words.role },
  { title: words.joined, isWide: true },
  { title: messages.home.actions, isUnseen: true },
];
const ROLES = Object.entries(words.roles).map(([value, label]) => ({
  value,
  label: `${label} – ${words.roleMeanings[value]}`,
}));

export function Members() {
  const [leaving, setLeaving] = useState<Member | null>(null);
  return (
    <Loaded query={useMembers()}>
      {(members) => (
        <>
          <Rows columns={COLUMNS} label={words.members}>
            {members.map((member) => (
              <MemberRow key={member.id} member={member} onRemove={() => setLeaving(member)} />
            ))}
          </Rows>
          {leaving ? <RemoveDialog member={leaving} onClose={() => setLeaving(null)} /> : null}
        </>
      )}
    </Loaded>
  );
}

function MemberRow({ member, onRemove }: { member: Member; onRemove: () => void }) {
  const mayManage = useMay("manage_members");
  const change = useChangeRole();
  const canChange = mayManage && !member.is_me;
  return (
    <tr>
      <td>
        {member.name} {member.is_me ? <span className={tableClasses.muted}>({words.you})</span> : null}
        <div className={tableClasses.muted}>{member.email}</div>
      </td>
      <td>
        {canChange ? (
          <Select
            aria-label={words.role}
            data={ROLES}
            value={member.role}
            onChange={(role) => role && change.mutate({ id: member.id, role: role as Role })}
            w={260}
            maw="100%"
          />
        ) : (
          words.roles[member.role]
        )}
      </td>
      <td data-wide>
        <Moment at={member.created_at} />
      </td>
      <td data-number>
        {canChange ? (
          <ActionIcon aria-label={words.removeMember(member.name)} onClick={onRemove}>
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        ) : null}
      </td>
    </tr>
  );
}

function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const remove = useRemoveMember();
  return (
    <Modal opened onClose={onClose} title={words.removeTitle(member.name)}>
      <p>{words.removeAbout}</p>
      <Button
        variant="filled"
        loading={remove.isPending}
        onClick={() => remove.mutate(member.id, { onSuccess: onClose })}
      >
        {messages.common.remove}
      </Button>
    </Modal>
  );
}
