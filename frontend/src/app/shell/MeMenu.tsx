/** Me: my workspaces, the colours, the account, the way out. */
import { ActionIcon, Menu, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { IconUserCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Me } from "@/api/types";
import { chooseLanguage, language, type Language, LANGUAGES } from "@/lib/language";
import { messages } from "@/lib/messages";

const LANGUAGE_NAMES = Object.entries(LANGUAGES).map(([value, { name }]) => ({
  value,
  label: <span lang={value}>{name}</span>,
}));

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
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={messages.nav.colours}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as "light" | "dark" | "auto")}
      data={[
        { value: "light", label: messages.nav.light },
        { value: "dark", label: messages.nav.dark },
        { value: "auto", label: messages.nav.system },
      ]}
    />
  );
}

function Languages() {
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      mt="xs"
      aria-label={messages.nav.language}
      value={language}
      onChange={(value) => chooseLanguage(value as Language)}
      data={LANGUAGE_NAMES}
    />
  );
}
