"""One feed per web process: it hears that there is news, loads the new events once, and hands them to the sockets."""

import asyncio
import logging
from collections import defaultdict
from typing import Any

from channels.db import database_sync_to_async
from django_scopes import scopes_disabled

from apps.activity.api.events import EventSerializer
from apps.activity.models import Event, Stream
from apps.activity.presence import Presence
from apps.core import live

Mailbox = asyncio.Queue[dict[str, Any]]
LARGEST_MAILBOX = 1000  # Messages that wait for one socket.
MOST_AT_ONCE = 500  # Events that are loaded at once.
OVERFLOW: dict[str, Any] = {"type": "overflow"}  # The last message to a socket that cannot keep up.
logger = logging.getLogger(__name__)


class Feed:
    """The sockets of this process by workspace, and the last event that each stream has handed out."""

    def __init__(self) -> None:
        self.mailboxes: dict[str, set[Mailbox]] = defaultdict(set)
        self.handed_out: dict[tuple[str, str | None], int] = {}
        self.listening: asyncio.Task[None] | None = None
        self.presence = Presence()

    async def join(self, workspace: str, mailbox: Mailbox) -> None:
        """Start listening where nobody did, and remember where the workspace's streams stand now."""
        if self.listening is None or self.listening.done():
            self.listening = asyncio.create_task(self._listen())
        is_first = not self.mailboxes.get(workspace)
        if is_first:
            positions = await database_sync_to_async(_positions)(workspace)
            self.handed_out |= {(workspace, system): last for system, last in positions}
        self.mailboxes[workspace].add(mailbox)
        await self._catch_up(workspace)
        if is_first:
            # Whoever is at another web process says it again, so that this one knows them too.
            await live.say({"type": "roll-call", "workspace": workspace})

    def leave(self, workspace: str, mailbox: Mailbox) -> None:
        self.mailboxes[workspace].discard(mailbox)
        if not self.mailboxes[workspace]:
            del self.mailboxes[workspace]
            self.presence.forget(workspace)
            self.handed_out = {key: last for key, last in self.handed_out.items() if key[0] != workspace}

    async def _listen(self) -> None:
        async for message in live.messages():
            try:
                await self._deliver(message)
            except Exception:
                # One message that cannot be delivered must not silence all that follow.
                logger.exception("A live message could not be delivered")

    async def _deliver(self, message: dict[str, Any]) -> None:
        if message == live.HEARING:
            for workspace in tuple(self.mailboxes):
                await self._catch_up(workspace)
            return
        workspace = message.get("workspace", "")
        if not self.mailboxes.get(workspace):
            return
        if message["type"] == "news":
            await self._hand_out(workspace, message["system"])
            return
        if message["type"] in ("here", "gone"):
            self.presence.note(message)
        self._post(workspace, [message])

    async def _catch_up(self, workspace: str) -> None:
        """Hand out what happened while nobody heard of it."""
        for system, last in await database_sync_to_async(_positions)(workspace):
            if last > self.handed_out.get((workspace, system), 0):
                await self._hand_out(workspace, system)

    async def _hand_out(self, workspace: str, system: str | None) -> None:
        key = (workspace, system)
        loaded = await database_sync_to_async(_events_since)(workspace, system, self.handed_out.get(key, 0))
        # Somebody else may have handed out some of them while they were loaded.
        events = [event for event in loaded if event["sequence"] > self.handed_out.get(key, 0)]
        if events:
            self.handed_out[key] = events[-1]["sequence"]
            self._post(workspace, [{"type": "event", "event": event} for event in events])

    def _post(self, workspace: str, messages: list[dict[str, Any]]) -> None:
        for mailbox in tuple(self.mailboxes.get(workspace, ())):
            is_full = mailbox.qsize() + len(messages) > LARGEST_MAILBOX
            if is_full:
                self.mailboxes[workspace].discard(mailbox)
            for message in [OVERFLOW] if is_full else messages:
                mailbox.put_nowait(message)


def _positions(workspace: str) -> list[tuple[str | None, int]]:
    with scopes_disabled():
        rows = Stream.objects.filter(workspace=workspace).values_list("system", "last")
        return [(str(system) if system else None, last) for system, last in rows]


def has_system(workspace: str, system: str) -> bool:
    """Whether the system is one of the workspace: its first event began a stream there."""
    with scopes_disabled():
        return bool(Stream.objects.filter(workspace=workspace, system=system).exists())


def _events_since(workspace: str, system: str | None, sequence: int) -> list[dict[str, Any]]:
    with scopes_disabled():
        rows = (
            Event.objects.filter(workspace=workspace, system=system).since(sequence).order_by("sequence")[:MOST_AT_ONCE]
        )
        return [dict(row) for row in EventSerializer(rows, many=True).data]


feed = Feed()
