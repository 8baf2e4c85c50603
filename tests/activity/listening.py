"""A browser's socket to the live feed, in the same process: what a person is sent after they have opened a page."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from asgiref.sync import sync_to_async
from asgiref.testing import ApplicationCommunicator
from channels.db import database_sync_to_async
from channels.routing import get_default_application
from django.db import connections

from tests.at_once import at_once
from tests.factories.people import Person

Told = dict[str, Any]
PATIENCE = 10.0


class Socket:
    """One connection. It needs committed rows: `@pytest.mark.django_db(transaction=True)`."""

    def __init__(self, person: Person | None, slug: str, origin: str | None = "http://testserver") -> None:
        self.headers = [(b"host", b"testserver")]
        if origin is not None:
            self.headers.append((b"origin", origin.encode()))
        self.person = person
        path = f"/live/workspaces/{slug}/"
        scope = {"type": "websocket", "path": path, "query_string": b"", "headers": self.headers}
        self.connection: Any = ApplicationCommunicator(get_default_application(), scope)  # type: ignore[no-untyped-call]  # Untyped there.

    async def open(self) -> bool:
        """Whether it is let in at all."""
        if self.person is not None:
            cookie = await sync_to_async(self.person.cookie)()
            self.headers.append((b"cookie", f"sessionid={cookie}".encode()))
        await self.connection.send_input({"type": "websocket.connect"})
        answer = await self.connection.receive_output(PATIENCE)
        return bool(answer["type"] == "websocket.accept")

    async def told(self, kind: str) -> Told:
        """The next message of this kind; raises AssertionError when the socket is closed instead."""
        while True:
            output = await self.connection.receive_output(PATIENCE)
            assert output["type"] == "websocket.send", output
            message: Told = json.loads(output["text"])
            if message["type"] == kind:
                return message

    async def say(self, text: str | bytes) -> None:
        kind = "text" if isinstance(text, str) else "bytes"
        await self.connection.send_input({"type": "websocket.receive", kind: text})

    async def closed(self) -> int:
        """The code with which it is closed. Whatever it is told before does not count."""
        async with asyncio.timeout(PATIENCE):
            while (output := await self.connection.receive_output(PATIENCE))["type"] != "websocket.close":
                pass
        return int(output["code"])

    async def is_silent(self) -> bool:
        return bool(await self.connection.receive_nothing(0.5))

    async def leave(self) -> None:
        await self.connection.send_input({"type": "websocket.disconnect", "code": 1000})
        await self.connection.wait(PATIENCE)


async def elsewhere(deed: Callable[[], Any]) -> Any:
    """The same in a thread, and on a connection, that has nothing to do with the sockets."""
    (done,) = await asyncio.to_thread(at_once, [deed])
    return done


@asynccontextmanager
async def listening(person: Person, slug: str) -> AsyncIterator[Socket]:
    """A socket that is ready; it is left at the end."""
    socket = Socket(person, slug)
    assert await socket.open()
    await socket.told("ready")
    try:
        yield socket
    finally:
        await socket.leave()


def do(deed: Callable[..., Any], *arguments: Any) -> Awaitable[Any]:
    """A deed over HTTP or in the database, while sockets listen."""
    done: Awaitable[Any] = database_sync_to_async(deed)(*arguments)
    return done


def hear(story: Coroutine[Any, Any, None]) -> None:
    """Run a test's story in an event loop of its own."""

    async def told() -> None:
        try:
            await story
        finally:
            await sync_to_async(connections.close_all)()

    asyncio.run(told())
