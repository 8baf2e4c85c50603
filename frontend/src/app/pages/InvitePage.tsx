/** The invitee's side of an invitation link. */
import { Button } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useAcceptInvitation, useOpenInvitation } from "@/api/workspaces";
import { ErrorPanel } from "@/components/ErrorPanel";
import { ButtonLink } from "@/components/links";
import { Loading } from "@/components/Loading";
import { PageHead } from "@/components/PageHead";
import { useTitle } from "@/components/useTitle";
import { messages } from "@/lib/messages";
import classes from "./narrow.module.css";

const words = messages.account;

export function InvitePage() {
  const { secret } = useParams({ from: "/invite/$secret" });
  const invitation = useOpenInvitation(secret);
  const accept = useAcceptInvitation(secret);
  const navigate = useNavigate();
  useTitle(words.invitations);
  const error = invitation.error ?? accept.error;
  const join = () =>
    accept.mutate(undefined, {
      onSuccess: ({ slug }) => void navigate({ to: "/w/$workspace", params: { workspace: slug } }),
    });
  return (
    <main className={classes.page}>
      {invitation.error ? <PageHead title={words.invitation} /> : null}
      {error ? <ErrorPanel error={error} title={words.joinFailed} /> : null}
      {invitation.error ? <ButtonLink to="/">{messages.errors.goHome}</ButtonLink> : null}
      {invitation.isPending ? <Loading /> : null}
      {invitation.data ? (
        <PageHead
          title={words.joinTitle(invitation.data.workspace)}
          about={words.joinAbout(invitation.data.invited_by, words.roles[invitation.data.role] ?? "")}
          actions={
            <Button variant="filled" onClick={join} loading={accept.isPending}>
              {words.join}
            </Button>
          }
        />
      ) : null}
    </main>
  );
}
