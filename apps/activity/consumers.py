"""The one WebSocket of a workspace page: events, progress and presence go out; only presence comes in."""

import asyncio
import json
import time
import uuid
from typing import Any

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from django.core.serializers.json import DjangoJSONEncoder
from django.db import Error as DatabaseFailure

from apps.accounts.models import User
from apps.accounts.services import actor_for
from apps.activity.feed import OVERFLOW, Mailbox, feed, has_system
from apps.activity.presence import Message, message_of
from apps.core import live
from apps.core.errors import NotVisible

LARGEST_FRAME = 64 * 1024
MOST_MESSAGES_A_SECOND = 20
# Counted over this many seconds, for a line that stalls brings all at once what it has held back.
STALL_SECONDS = 3
MOST_SOCKETS_A_PERSON = 10
RECHECK_SECONDS = 1.5  # Session and membership are looked up this often: who has left is out within two seconds.
NOT_SIGNED_IN, NOT_A_MEMBER, TOO_MUCH, TRY_AGAIN = 4401, 4404, 4408, 1013
# Looks are handed on together this often: one by one, fifty pointers would be 25,000 messages a second.
LOOKS_EVERY = 0.1
# A browser that closes its page says so. Whoever ends otherwise has lost the line, and is shown as away.
SAYS_GOODBYE = {1000, 1001, 1005}
open_sockets: dict[str, int] = {}


class WorkspaceConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]  # channels ships no types.
    mailbox: Mailbox
    workspace = ""
    user: User

    async def connect(self) -> None:
        self.tasks: list[asyncio.Task[None]] = []
        self.received: list[float] = []
        self.tab = uuid.uuid4().hex
        self.here: Message | None = None
        self.looks: dict[str, Message] = {}
        self.has_looks = asyncio.Event()
        await self.accept()
        user = self.scope.get("user")
        if user is None or not user.is_authenticated:
            await self.close(NOT_SIGNED_IN)
            return
        self.user = user
        if not await self._find_workspace():
            await self.close(NOT_A_MEMBER)
            return
        await self._start()

    async def _start(self) -> None:
        person = str(self.user.pk)
        if open_sockets.get(person, 0) >= MOST_SOCKETS_A_PERSON:
            self.workspace = ""
            await self.close(TOO_MUCH)
            return
        open_sockets[person] = open_sockets.get(person, 0) + 1
        self.mailbox = asyncio.Queue()
        await feed.join(self.workspace, self.mailbox)
        work = (self._forward(), self._recheck(), self._show_looks())
        self.tasks = [asyncio.create_task(one) for one in work]
        people = [_without_workspace(said) for said in feed.presence.people(self.workspace)]
        await self._send({"type": "ready", "people": people})

    async def _find_workspace(self) -> bool:
        try:
            actor = await database_sync_to_async(actor_for)(self.user, self.scope["url_route"]["kwargs"]["workspace"])
        except NotVisible:
            return False
        self.workspace = str(actor.workspace.pk)
        return True

    async def _is_signed_in(self) -> bool:
        """Whether the session that opened the socket is still there: signing out ends it."""
        session = self.scope["session"]
        return bool(await database_sync_to_async(session.exists)(session.session_key))

    async def _forward(self) -> None:
        while True:
            message = await self.mailbox.get()
            if message == OVERFLOW:
                # Their browser comes back by itself, and asks for what it missed.
                await self._shut(TRY_AGAIN)
                return
            if message["type"] == "roll-call":
                await self._say_where()
            elif message["type"] == "look":
                self._hold(message)
            elif message.get("tab") != self.tab:
                await self._send(_without_workspace(message))

    def _hold(self, look: Message) -> None:
        """Looks concern the others who are at the same system, and what somebody sees of it their followers alone."""
        person = look["person"]
        if person == str(self.user.pk) or self.here is None or self.here["system"] != look["system"]:
            return
        may_see = self.here["following"] == person
        self.looks[person] = _without_workspace(look if may_see else look | {"view": None})
        self.has_looks.set()

    async def _show_looks(self) -> None:
        while await self.has_looks.wait():
            await asyncio.sleep(LOOKS_EVERY)
            self.has_looks.clear()
            looks, self.looks = list(self.looks.values()), {}
            await self._send({"type": "looks", "looks": looks})

    async def _recheck(self) -> None:
        while True:
            await asyncio.sleep(RECHECK_SECONDS)
            try:
                is_signed_in = await self._is_signed_in()
                is_member = await self._find_workspace()
            except DatabaseFailure:
                # Nobody can say now whether they still may listen.
                await self._shut(TRY_AGAIN)
                return
            if not is_signed_in:
                # Their browser comes back with the session that it has now, if it has one.
                await self._shut(TRY_AGAIN, is_gone=True)
                return
            if not is_member:
                await self._shut(NOT_A_MEMBER, is_gone=True)
                return

    async def _send(self, message: Message) -> None:
        await self.send(text_data=json.dumps(message, cls=DjangoJSONEncoder))

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        now = time.monotonic()
        self.received = [at for at in self.received if at > now - STALL_SECONDS] + [now]
        is_flood = len(self.received) > MOST_MESSAGES_A_SECOND * STALL_SECONDS
        if is_flood or bytes_data or len(text_data or "") > LARGEST_FRAME:
            await self._shut(TOO_MUCH)
            return
        if not self.tasks:
            return
        try:
            await self._take(text_data or "")
        except DatabaseFailure:
            await self._shut(TRY_AGAIN)
        except Exception:
            # The socket ends with this, and nobody else would give back what it holds.
            self._leave()
            raise

    async def _take(self, text: str) -> None:
        try:
            said = message_of(text)
            if said["type"] == "ping":
                await self._send({"type": "pong"})
            elif said["type"] == "here":
                await self._take_place(said)
            elif self.here is None or self.here["system"] is None:
                raise ValueError("say first, with here, at which system you are")
            else:
                await live.say(self._signed(said | {"system": self.here["system"]}))
        except ValueError as error:
            await self._send({"type": "error", "detail": f"This message was not understood: {error}."})

    async def _take_place(self, said: Message) -> None:
        system = said["system"]
        is_new = system and not (self.here and self.here["system"] == system)
        if is_new and not await database_sync_to_async(has_system)(self.workspace, system):
            raise ValueError("$.system is not a system of this workspace")
        self.here = said
        await self._say_where()

    async def _say_where(self) -> None:
        if self.here:
            await live.say(self._signed({**self.here, "name": self.user.name_shown}))

    def _signed(self, message: Message) -> dict[str, Any]:
        return {**message, "workspace": self.workspace, "tab": self.tab, "person": str(self.user.pk)}

    async def _shut(self, code: int, *, is_gone: bool = False) -> None:
        """Close, and send nothing more from this moment on."""
        self._leave()
        await self.close(code)
        if is_gone:
            await self._say_goodbye()

    async def disconnect(self, code: int) -> None:
        was_in = bool(self.tasks)
        self._leave()
        if was_in and code in SAYS_GOODBYE:
            await self._say_goodbye()

    async def _say_goodbye(self) -> None:
        if self.here:
            await live.say(self._signed({"type": "gone"}))

    def _leave(self) -> None:
        for task in self.tasks:
            if task is not asyncio.current_task():
                task.cancel()
        if self.tasks:
            feed.leave(self.workspace, self.mailbox)
            person = str(self.user.pk)
            open_sockets[person] = max(0, open_sockets.get(person, 0) - 1)
        self.tasks = []


def _without_workspace(message: Message) -> Message:
    return {key: value for key, value in message.items() if key != "workspace"}
