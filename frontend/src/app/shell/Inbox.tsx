/** Where I was mentioned and have not looked yet, with the way there. */
import { ActionIcon, Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAt } from "@tabler/icons-react";
import { Link, type LinkProps } from "@tanstack/react-router";
import { type Mention, useReadMention, useUnreadMentions } from "@/api/mentions";
import { useWorkspace } from "@/api/scope";
import { Moment } from "@/components/Moment";
import { messages } from "@/lib/messages";
import classes from "./Inbox.module.css";

const words = messages.inbox;
const MOST_SHOWN = 8;
const ON_STAKE = new Set(["asset", "loss", "assumption"]);

/** The page that shows what the comment is about, at the comment. */
function placeOf({ system, object, object_type: type, comment }: Mention, workspace: string) {
  const place = { params: { workspace, system, finding: object }, hash: `comment-${comment}` };
  const of = "/w/$workspace/systems/$system" as const;
  if (type === "finding") return { ...place, to: `${of}/findings/$finding` as const };
  const search = { show: type === "system" ? "system" : object };
  return ON_STAKE.has(type)
    ? { ...place, to: `${of}/stake` as const, search }
    : { ...place, to: `${of}/picture` as const, search };
}

export function Inbox() {
  const mentions = useUnreadMentions().data ?? [];
  const read = useReadMention();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const count = mentions.length;
  return (
    <Popover position="bottom-end" width={320} opened={isOpen} onChange={close} trapFocus returnFocus>
      <Popover.Target>
        {count > 0 ? (
          <Button className={classes.button} leftSection={<IconAt size={15} stroke={1.5} />} onClick={toggle}>
            {words.mentions(count)}
          </Button>
        ) : (
          <ActionIcon className={classes.button} aria-label={words.none} title={words.none} onClick={toggle}>
            <IconAt size={18} stroke={1.5} />
          </ActionIcon>
        )}
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={words.title}>
        {count === 0 ? <p className={classes.note}>{words.nothing}</p> : null}
        <ul className={classes.list}>
          {mentions.slice(0, MOST_SHOWN).map((mention) => (
            <li key={mention.id}>
              <One
                mention={mention}
                onRead={() => {
                  read.mutate(mention.id);
                  close();
                }}
              />
            </li>
          ))}
        </ul>
        {count > MOST_SHOWN ? <p className={classes.note}>{words.more(count - MOST_SHOWN)}</p> : null}
        {count > 1 ? (
          <Button variant="subtle" onClick={() => mentions.forEach(({ id }) => read.mutate(id))}>
            {words.readAll}
          </Button>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

function One({ mention, onRead }: { mention: Mention; onRead: () => void }) {
  const place = placeOf(mention, useWorkspace().slug) as LinkProps;
  return (
    <Link {...place} className={classes.one} onClick={onRead}>
      <span className={classes.who}>
        <strong>{words.line(mention.author || messages.comments.somebody, mention.object_name)}</strong>
        <Moment at={mention.created_at} />
      </span>
      <span className={classes.text}>{mention.text}</span>
    </Link>
  );
}
