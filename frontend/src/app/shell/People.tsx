/** Who else is here: small discs in the bar, and a list that says where everybody is, leads there, and follows them. */
import { Menu, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { type Other, useFollowed, useOthers, usePresence } from "@/api/presence";
import { useWorkspace } from "@/api/scope";
import { useSystem } from "@/api/systems";
import { placeWords, whereIs } from "@/app/shell/places";
import { Initials } from "@/components/Initials";
import { messages } from "@/lib/messages";
import { pathTo } from "./pathTo";
import classes from "./People.module.css";

const words = messages.people;
const MOST_DISCS = 4;

export function People() {
  const others = useOthers();
  const isNarrow = useMediaQuery("(max-width: 768px)", false, { getInitialValueInEffect: false });
  const { system } = whereIs(useLocation({ select: ({ pathname }) => pathname }));
  if (others.length === 0) return null;
  const beside = others.filter((other) => !system || other.system === system);
  const elsewhere = others.filter((other) => !beside.includes(other));
  const discs = beside.slice(0, isNarrow ? 1 : MOST_DISCS);
  const more = others.length - discs.length;
  return (
    <Menu position="bottom-end" width={300} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.discs} aria-label={words.label(others.length)} title={titleOf(others)}>
          {discs.map(({ person, name, isAway }) => (
            <Initials key={person} person={person} name={name} isAway={isAway} />
          ))}
          {more > 0 ? <span className={classes.more}>+{more}</span> : null}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown data-follow>
        <Group label={system ? words.besideMe : words.inWorkspace} others={beside} here={system} />
        <Group label={words.elsewhere} others={elsewhere} here={system} />
      </Menu.Dropdown>
    </Menu>
  );
}

const titleOf = (others: readonly Other[]): string =>
  others
    .map(({ name, system, place, isAway }) => words.line(name, isAway ? words.away : placeWords(system, place)))
    .join("\n");

interface GroupProps {
  label: string;
  others: readonly Other[];
  /** The system that this page shows, which needs no name. */
  here: string | null;
}

function Group({ label, others, here }: GroupProps) {
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {others.map((other) => (
        <One key={other.person} other={other} here={here} />
      ))}
    </>
  );
}

function One({ other, here }: { other: Other; here: string | null }) {
  const { person, name, system, place, isAway, isFollowingMe } = other;
  const presence = usePresence();
  const isFollowed = useFollowed()?.person === person;
  const path = pathTo(useWorkspace().slug, system, place);
  const navigate = useNavigate();
  return (
    <>
      <Menu.Item
        leftSection={<Initials person={person} name={name} isAway={isAway} />}
        onClick={() => void navigate({ to: path as string })}
        aria-label={words.goTo(name)}
      >
        {name}
        <span className={classes.where}>
          {system && system !== here ? <SystemName id={system} /> : null}
          {isAway ? words.away : placeWords(system, place)}
          {isFollowingMe ? ` · ${words.followsYou}` : ""}
        </span>
      </Menu.Item>
      {isAway ? null : (
        <Menu.Item
          className={classes.follow}
          leftSection={isFollowed ? <IconEyeOff size={15} stroke={1.5} /> : <IconEye size={15} stroke={1.5} />}
          onClick={() => presence.follow(isFollowed ? null : person)}
        >
          {isFollowed ? words.stopFollowing(name) : words.follow(name)}
        </Menu.Item>
      )}
    </>
  );
}

function SystemName({ id }: { id: string }) {
  const { data } = useSystem(id);
  return data ? `${data.name} · ` : null;
}
