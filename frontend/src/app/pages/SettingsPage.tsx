/** The workspace itself: its name, its people, the keys of its programs. */
import { useMay, useWorkspace } from "@/api/scope";
import { ButtonLink } from "@/components/links";
import { PageHead } from "@/components/PageHead";
import { Section } from "@/components/Section";
import { useTitle } from "@/components/useTitle";
import { Invitations } from "@/features/accounts/Invitations";
import { Members } from "@/features/accounts/Members";
import { Tokens } from "@/features/accounts/Tokens";
import { WorkspaceName } from "@/features/accounts/WorkspaceName";
import { messages } from "@/lib/messages";
import classes from "./settings.module.css";

const words = messages.account;

export function SettingsPage() {
  const { name } = useWorkspace();
  const mayManage = useMay("manage_members");
  useTitle(words.title, name);
  return (
    <div className={classes.page}>
      <PageHead title={words.title} actions={<ButtonLink to="/">{messages.nav.switchWorkspace}</ButtonLink>} />
      <Section title={messages.common.name}>
        <WorkspaceName key={name} />
      </Section>
      <Section title={words.members} about={words.membersAbout}>
        <Members />
      </Section>
      {mayManage ? (
        <Section title={words.invitations} about={words.invitationsAbout}>
          <Invitations />
        </Section>
      ) : null}
      <Section title={words.tokens} about={words.tokensAbout}>
        <Tokens />
      </Section>
    </div>
  );
}
