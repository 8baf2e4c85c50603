"""One feed per web process: it hears that there is news, loads the new events once, and hands them to the sockets."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from asgiref.sync import sync_to_async
from django_scopes import scopes_disabled

from apps.activity.api.events import EventSerializer
from apps.activity.models import Event, Stream
from apps.core import live

Mailbox = asyncio.Queue[dict[str, Any]]
LARGEST_MAILBOX = 500  # A socket that cannot keep up is told to ask for what it missed.
logger = logging.getLogger(__name__)


class Feed:
    """The sockets of this process by workspace, and the last event that each stream has handed out."""

    def __init__(self) -> None:
        self.mailboxes: dict[str, set[Mailbox]] = defaultdict(set)
        self.handed_out: dict[tuple[str, str | None], int] = {}
        self.listening: asyncio.Task[None] | None = None

    async def join(self, workspace: str, mailbox: Mailbox) -> None:
        """Start listening where nobody did, and remember where the workspace's streams stand now."""
        if self.listening is None or self.listening.done():
            self.listening = asyncio.create_task(self._listen())
        if not self.mailboxes[workspace]:
            self.handed_out |= {(workspace, system): last for system, last in await _positions(workspace)}
        self.mailboxes[workspace].add(mailbox)

    def leave(self, workspace: str, mailbox: Mailbox) -> None:
        self.mailboxes[workspace].discard(mailbox)
        if not self.mailboxes[workspace]:
            del self.mailboxes[workspace]
            self.handed_out = {key: last for key, last in self.handed_out.items() if key[0] != workspace}

    async def _listen(self) -> None:
        async for message in live.messages():
            try:
                await self._deliver(message)
            except Exception:
                # One message that cannot be delivered must not silence all that follow.
                logger.exception("A live message could not be delivered")

    async def _deliver(self, message: dict[str, Any]) -> None:
        workspace = message.get("workspace", "")
        if workspace not in self.mailboxes:
            return
        if message["type"] != "news":
            self._post(workspace, [message])
            return
        key = (workspace, message["system"])
        events = await _events_since(workspace, message["system"], self.handed_out.get(key, 0))
        if events:
            self.handed_out[key] = events[-1]["sequence"]
            self._post(workspace, [{"type": "event", "event": event} for event in events])

    def _post(self, workspace: str, messages: Iterable[dict[str, Any]]) -> None:
        for mailbox in tuple(self.mailboxes.get(workspace, ())):
            for message in messages:
                if mailbox.qsize() < LARGEST_MAILBOX:
                    mailbox.put_nowait(message)


@sync_to_async
def _positions(workspace: str) -> list[tuple[str | None, int]]:
    with scopes_disabled():
        rows = Stream.objects.filter(workspace=workspace).values_list("system", "last")
        return [(str(system) if system else None, last) for system, last in rows]


@sync_to_async
def _events_since(workspace: str, system: str | None, sequence: int) -> list[dict[str, Any]]:
    with scopes_disabled():
        rows = (
            Event.objects.filter(workspace=workspace, system=system)
            .since(sequence)
            .order_by("sequence")[:LARGEST_MAILBOX]
        )
        return [dict(row) for row in EventSerializer(rows, many=True).data]


feed = Feed()
