/** Me: my workspaces, the colours, the account, the way out. */
import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import { IconUserCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Me } from "@/api/types";
import { chooseLanguage, language, type Language, LANGUAGES } from "@/lib/language";
import { messages } from "@/lib/messages";

export function MeMenu({ me }: { me: Me }) {
  return (
    <Menu position="bottom-end" width={248}>
      <Menu.Target>
        <ActionIcon aria-label={messages.nav.me}>
          <IconUserCircle size={20} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name}
          <br />
          {me.email}
        </Menu.Label>
        <Colours />
        <Languages />
        <Menu.Divider />
        <Menu.Label>{messages.nav.switchWorkspace}</Menu.Label>
        {me.workspaces.map((workspace) => (
          <Menu.Item
            key={workspace.slug}
            renderRoot={(props) => <Link to="/w/$workspace" params={{ workspace: workspace.slug }} {...props} />}
          >
            {workspace.name}
          </Menu.Item>
        ))}
        <Menu.Item renderRoot={(props) => <Link to="/" {...props} />}>{messages.home.chooserTitle}</Menu.Item>
        <Menu.Divider />
        <Menu.Item component="a" href="/api/v1/docs/">
          {messages.nav.apiDocs}
        </Menu.Item>
        <Menu.Item component="a" href="/accounts/password/change/">
          {messages.nav.account}
        </Menu.Item>
        <Menu.Item component="a" href="/accounts/logout/">
          {messages.nav.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Colours() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{messages.nav.colours}</Menu.Label>
      <div role="group" aria-label={messages.nav.colours}>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as "light" | "dark" | "auto")}>
          <Menu.RadioItem value="light">{messages.nav.light}</Menu.RadioItem>
          <Menu.RadioItem value="dark">{messages.nav.dark}</Menu.RadioItem>
          <Menu.RadioItem value="auto">{messages.nav.system}</Menu.RadioItem>
        </Menu.RadioGroup>
      </div>
    </>
  );
}

function Languages() {
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{messages.nav.language}</Menu.Label>
      <div role="group" aria-label={messages.nav.language}>
        <Menu.RadioGroup value={language} onChange={(value) => chooseLanguage(value as Language)}>
          {Object.entries(LANGUAGES).map(([value, { name }]) => (
            <Menu.RadioItem key={value} value={value} lang={value}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </div>
    </>
  );
}
