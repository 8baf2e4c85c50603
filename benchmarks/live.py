"""How soon the others see an edit: real sockets on a real server, with PostgreSQL and Redis, edits over HTTP.

`python -m benchmarks.live [--json] [--people N …]`. Each person is a user of their own with a browser's session. One
edit at a time, by each in turn; measured from the moment its request is sent to its arrival at every other person,
once while all pointers rest and once while everybody but one moves theirs ten times a second. Beside it, in the same
run: the bare carrier, a message published in Redis and read by as many subscribers; and the embedded default.
"""

import argparse
import asyncio
import json
import os
import platform
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import redis.asyncio
from websockets.asyncio.client import ClientConnection, connect

from tests.product import Product, product, signed_in
from tests.services import services

PEOPLE = (20,)
EDITS = 60
MOST_POINTING = 20
PASSWORD = "benchmark"  # noqa: S105 - of people who live for one run.
MAKE_PEOPLE = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django_scopes import scopes_disabled
from apps.accounts.models import Membership, User, Workspace
with scopes_disabled():
    for number in range({count}):
        user = User.objects.create_user(f"person{{number}}@example.com", "{password}", name=f"Person {{number}}")
        Membership.objects.create(workspace=Workspace.objects.get(slug="demo"), user=user, role="editor")
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        print("SESSION", session.session_key)
"""


@dataclass
class Person:
    """One browser: its session, and what has arrived on its socket, by the name that an edit gave."""

    session: str
    socket: ClientConnection
    arrived: dict[str, float]
    looks: int = 0

    async def listen(self) -> None:
        async for text in self.socket:
            message = json.loads(text)
            if message["type"] == "looks":
                self.looks += len(message["looks"])
            if message["type"] == "event":
                for change in message["event"]["changes"].get("name", [])[1:]:
                    self.arrived[change] = time.perf_counter()


async def joined(address: str, session: str, system: str) -> Person:
    socket = await connect(
        f"{address.replace('http', 'ws')}/live/workspaces/demo/",
        origin=address,  # type: ignore[arg-type]  # A name for str.
        additional_headers={"Cookie": f"sessionid={session}"},
        proxy=None,
    )
    await socket.recv()
    await socket.send(json.dumps({"type": "here", "system": system, "place": "picture", "following": None}))
    return Person(session, socket, {})


async def point(person: Person, diagram: str) -> None:
    """Move the pointer ten times a second, until told to stop."""
    step = 0
    while True:
        step += 1
        look = {"type": "look", "diagram": diagram, "pointer": [step % 900, 80], "selected": [], "view": None}
        await person.socket.send(json.dumps(look))
        await asyncio.sleep(0.1)


async def measured(address: str, sessions: list[str], system: str, diagram: str, *, with_cursors: bool) -> Any:
    """Seconds from sending each edit to its arrival at each other person, and to its own answer."""
    people = [await joined(address, session, system) for session in sessions]
    listening = [asyncio.create_task(person.listen()) for person in people]
    pointing = [asyncio.create_task(point(person, diagram)) for person in people[1:]] if with_cursors else []
    await asyncio.sleep(1)
    arrivals: list[float] = []
    answers: list[float] = []
    async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=30) as client:
        path = f"/api/v1/workspaces/demo/systems/{system}"
        for number in range(EDITS):
            doer = people[number % len(people)]
            name = f"Edit {number}"
            cookies = f"sessionid={doer.session}; csrftoken={'c' * 32}"
            headers = {"Cookie": cookies, "X-CSRFToken": "c" * 32, "Origin": address}
            version = (await client.get(path, headers=headers)).json()["version"]
            others = [person for person in people if person is not doer]
            started = time.perf_counter()
            answer = await client.patch(path, json={"name": name, "version": version}, headers=headers)
            answer.raise_for_status()
            answers.append(time.perf_counter() - started)
            async with asyncio.timeout(30):
                while not all(name in person.arrived for person in others):
                    await asyncio.sleep(0.002)
            arrivals += [person.arrived[name] - started for person in others]
    for task in listening + pointing:
        task.cancel()
    for person in people:
        await person.socket.close()
    return arrivals, answers


async def carried(url: str, subscribers: int) -> list[float]:
    """Seconds from publishing a message in Redis to its arrival at each subscriber, with nothing of ours between."""
    arrivals: list[float] = []
    async with redis.asyncio.Redis.from_url(url) as publisher:
        connections = [redis.asyncio.Redis.from_url(url) for _ in range(subscribers)]
        subscriptions = [connection.pubsub() for connection in connections]
        for subscription in subscriptions:
            await subscription.subscribe("bare")
            await subscription.get_message(timeout=5)

        async def read(subscription: Any, started: float) -> float:
            while (await subscription.get_message(ignore_subscribe_messages=True, timeout=5)) is None:
                pass
            return time.perf_counter() - started

        for _ in range(EDITS):
            started = time.perf_counter()
            reading = [asyncio.create_task(read(subscription, started)) for subscription in subscriptions]
            await publisher.publish("bare", "x" * 400)
            arrivals += await asyncio.gather(*reading)
        for subscription, connection in zip(subscriptions, connections, strict=True):
            await subscription.aclose()  # type: ignore[no-untyped-call]  # Untyped there.
            await connection.aclose()
    return arrivals


def milliseconds(name: str, seconds: list[float]) -> dict[str, float]:
    ranked = statistics.quantiles(seconds, n=20)
    return {f"{name}_p50_ms": 1000 * statistics.median(seconds), f"{name}_p95_ms": 1000 * ranked[18]}


def measure(made: Product, redis_url: str, people: list[int], label: str) -> dict[str, float]:
    """The figures of one running product."""
    made.start_web()
    said = made.manage("shell", "-c", MAKE_PEOPLE.format(count=max(people), password=PASSWORD))
    sessions = [line.split()[1] for line in said.splitlines() if line.startswith("SESSION")]
    client = signed_in(made.address)
    system = client.post("/api/v1/workspaces/demo/systems", json={"name": "Edited together"}).json()["id"]
    client.close()
    found: dict[str, float] = {}
    for count in people:
        # So many pointers are more than client and server together can take on two cores; see README.md.
        may_point = bool(redis_url) and count <= MOST_POINTING
        for with_cursors in (False, True) if may_point else (False,):
            arrivals, answers = asyncio.run(
                measured(made.address, sessions[:count], system, system, with_cursors=with_cursors)
            )
            name = f"{label}{count}_people{'_with_cursors' if with_cursors else ''}"
            found |= milliseconds(name, arrivals) | {f"{name}_own_answer_ms": 1000 * statistics.median(answers)}
        if redis_url:
            found |= milliseconds(f"bare_redis_{count}", asyncio.run(carried(redis_url, count)))
    made.stop("web")
    return found


def figures(people: list[int]) -> dict[str, float | int | str]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    found: dict[str, float | int | str] = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "edits": EDITS,
    }
    with (
        tempfile.TemporaryDirectory() as folder,
        services() as servers,
        product(Path(folder), servers["DATABASE_URL"], servers["REDIS_URL"]) as made,
    ):
        found |= measure(made, servers["REDIS_URL"], people, "")
    with tempfile.TemporaryDirectory() as folder, product(Path(folder), "", "") as made:
        found |= measure(made, "", people[:1], "embedded_")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one flat object of figures")
    parser.add_argument("--people", type=int, nargs="+", default=list(PEOPLE), help="how many at once")
    options = parser.parse_args()
    shown = figures(options.people)
    if options.json:
        print(json.dumps(shown))
        return
    for name, value in shown.items():
        print(f"{name:40} {value:.1f}" if isinstance(value, float) else f"{name:40} {value}")


if __name__ == "__main__":
    main()
