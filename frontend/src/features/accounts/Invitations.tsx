/** Open invitations, and making a new one. */
import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { asProblem } from "@/api/problems";
import type { Invitation, Role } from "@/api/types";
import { useInvitations, useInvite, useRevokeInvitation } from "@/api/workspaces";
import { AskBeforeLeaving } from "@/components/AskBeforeLeaving";
import form from "@/components/form.module.css";
import { Loaded } from "@/components/Loaded";
import { Moment } from "@/components/Moment";
import { Rows } from "@/components/Rows";
import { Secret } from "@/components/Secret";
import { messages } from "@/lib/messages";

const words = messages.account;
const COLUMNS = [
  { title: words.role },
  { title: words.person },
  { title: words.expires, isWide: true },
  { title: messages.home.actions, isUnseen: true },
];
const ROLES = Object.entries(words.roles).map(([value, label]) => ({ value, label }));

export function Invitations() {
  return (
    <>
      <NewInvitation />
      <Loaded query={useInvitations(true)}>{(invitations) => <Open invitations={invitations} />}</Loaded>
    </>
  );
}

function NewInvitation() {
  const invite = useInvite();
  const [role, setRole] = useState<Role>("editor");
  const [email, setEmail] = useState("");
  const submit = () => invite.mutate({ role, email: email.trim() }, { onSuccess: () => setEmail("") });
  return (
    <>
      <form className={form.inline} action={submit}>
        <AskBeforeLeaving isOn={!invite.isPending && email !== ""} />
        <TextInput
          label={words.inviteEmail}
          placeholder={messages.common.optional}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={asProblem(invite.error)?.of("email")}
        />
        <Select label={words.inviteAs} data={ROLES} value={role} onChange={(value) => setRole(value as Role)} w={160} />
        <Button type="submit" loading={invite.isPending}>
          {words.invite}
        </Button>
      </form>
      {invite.data?.url ? <Secret text={invite.data.url} about={words.inviteLink} /> : null}
    </>
  );
}

function Open({ invitations }: { invitations: Invitation[] }) {
  const revoke = useRevokeInvitation();
  if (invitations.length === 0) return <p className={form.note}>{words.noInvitations}</p>;
  return (
    <Rows columns={COLUMNS} label={words.invitations}>
      {invitations.map((invitation) => (
        <tr key={invitation.id}>
          <td>{words.roles[invitation.role]}</td>
          <td>{invitation.email || words.anybody}</td>
          <td data-wide>
            <Moment at={invitation.expires_at} />
          </td>
          <td data-number>
            <Button variant="subtle" onClick={() => revoke.mutate(invitation.id)}>
              {words.revoke}
            </Button>
          </td>
        </tr>
      ))}
    </Rows>
  );
}
