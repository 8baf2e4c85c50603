"""The one WebSocket of a workspace page: events and progress go out; nothing but a heartbeat comes in."""

import asyncio
import json
import time
from typing import Any

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from django.core.serializers.json import DjangoJSONEncoder
from django.db import Error as DatabaseFailure

from apps.accounts.models import User
from apps.accounts.services import actor_for
from apps.activity.feed import OVERFLOW, Mailbox, feed
from apps.core.errors import NotVisible

LARGEST_FRAME = 64 * 1024
MOST_MESSAGES_A_SECOND = 20
MOST_SOCKETS_A_PERSON = 10
RECHECK_SECONDS = 1.5  # Session and membership are looked up this often: who has left is out within two seconds.
NOT_SIGNED_IN, NOT_A_MEMBER, TOO_MUCH, TRY_AGAIN = 4401, 4404, 4408, 1013
open_sockets: dict[str, int] = {}


class WorkspaceConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]  # channels ships no types.
    mailbox: Mailbox
    workspace = ""
    user: User

    async def connect(self) -> None:
        self.tasks: list[asyncio.Task[None]] = []
        self.received: list[float] = []
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
        self.tasks = [asyncio.create_task(self._forward()), asyncio.create_task(self._recheck())]
        await self._send({"type": "ready"})

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
            await self._send({key: value for key, value in message.items() if key != "workspace"})

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
                await self._shut(TRY_AGAIN)
                return
            if not is_member:
                await self._shut(NOT_A_MEMBER)
                return

    async def _send(self, message: dict[str, Any]) -> None:
        await self.send(text_data=json.dumps(message, cls=DjangoJSONEncoder))

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        now = time.monotonic()
        self.received = [at for at in self.received if at > now - 1] + [now]
        if len(self.received) > MOST_MESSAGES_A_SECOND or bytes_data or len(text_data or "") > LARGEST_FRAME:
            await self._shut(TOO_MUCH)
            return
        await self._send({"type": "pong"})

    async def _shut(self, code: int) -> None:
        """Close, and send nothing more from this moment on."""
        self._leave()
        await self.close(code)

    async def disconnect(self, code: int) -> None:
        self._leave()

    def _leave(self) -> None:
        for task in self.tasks:
            if task is not asyncio.current_task():
                task.cancel()
        if self.tasks:
            feed.leave(self.workspace, self.mailbox)
            person = str(self.user.pk)
            open_sockets[person] = max(0, open_sockets.get(person, 0) - 1)
        self.tasks = []
