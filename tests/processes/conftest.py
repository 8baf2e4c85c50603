"""A product whose processes and Redis belong to the test alone, and a system large enough to be interrupted at work."""

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import httpx
import psycopg
import pytest

from tests.product import Product, product, signed_in, wait_until
from tests.services import RedisServer, free_port, private_redis, services_of_its_own

KINDS = ("agent", "foundation_model", "vector_store", "tool", "training_data", "external_source")


@dataclass
class Breakable:
    """The product, a signed-in program, and what a test may break."""

    product: Product
    client: httpx.Client
    redis: RedisServer
    stop_redis: Callable[[], None]
    start_redis: Callable[[], object]
    workspace: str

    def system(self, elements: int) -> str:
        """Import a chain of elements; gives the system's address in the API."""
        body = {"text": json.dumps(chain(elements))}
        made = self.client.post(f"/api/v1/workspaces/{self.workspace}/systems/import", json=body, timeout=120).json()
        return f"/api/v1/workspaces/{self.workspace}/systems/{made['id']}"

    def ask(self, system: str) -> str:
        """Ask for suggestions; gives the run's address in the API."""
        return f"{system}/runs/{self.client.post(f'{system}/runs').json()['id']}"

    def run(self, address: str) -> dict[str, Any]:
        """The run as it is now."""
        found: dict[str, Any] = self.client.get(address).json()
        return found

    def until(self, address: str, *states: str, seconds: float = 90) -> dict[str, Any]:
        """The run once it is in one of `states`."""
        found: dict[str, Any] = wait_until(
            f"the run is {' or '.join(states)}", lambda: _in_state(self.run(address), states), seconds
        )
        return found

    def query(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Look into the database, or change what only time would change."""
        with psycopg.connect(self.product.environment["DATABASE_URL"], autocommit=True) as connection:
            cursor = connection.execute(statement, values)
            return cursor.fetchall() if cursor.description else []

    def findings(self, system: str) -> list[tuple[Any, ...]]:
        """Entry and target of every finding, in order: doubles would stand beside each other."""
        return self.query(
            "SELECT fingerprint FROM threats_finding WHERE system_id = %s ORDER BY 1", system.rsplit("/", 1)[1]
        )


def _in_state(run: dict[str, Any], states: tuple[str, ...]) -> dict[str, Any] | None:
    return run if run["state"] in states else None


def chain(count: int) -> dict[str, Any]:
    """A model file with `count` elements of mixed kinds, each with a flow to the next."""
    names = [f"part {number}" for number in range(count)]
    elements = [
        {"id": str(uuid.uuid4()), "name": name, "kind": KINDS[number % len(KINDS)], "attributes": {}}
        for number, name in enumerate(names)
    ]
    flows = [
        {"id": str(uuid.uuid4()), "name": "passes on", "source": here["id"], "target": there["id"], "attributes": {}}
        for here, there in pairwise(elements)
    ]
    system = {"name": f"Chain of {count}", "attributes": {}}
    return {"format": "bifocal-model", "version": 1, "system": system, "elements": elements, "flows": flows}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The product's database and folder; each test gives it a Redis and starts its processes."""
    with (
        services_of_its_own("processes") as (database, broker),
        product(tmp_path_factory.mktemp("processes"), database, broker) as made,
    ):
        yield made


@pytest.fixture
def breakable(prepared: Product) -> Iterator[Breakable]:
    """Web server, worker and Redis, all the test's own."""
    port = free_port()
    stack = ExitStack()
    redis = stack.enter_context(private_redis(port))
    prepared.environment["REDIS_URL"] = redis.url
    try:
        prepared.start_web()
        prepared.start_worker()
        with closing(signed_in(prepared.address)) as client:
            workspace = client.get("/api/v1/me").json()["workspaces"][0]["slug"]
            start_redis = partial(stack.enter_context, private_redis(port))
            yield Breakable(prepared, client, redis, stack.close, start_redis, workspace)
    finally:
        for name in list(prepared.running):
            prepared.stop(name)
        stack.close()
