"""Each container's own command and health check, run by hand: production settings, secrets by file, private servers."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
from ruamel.yaml import YAML

from apps.core.guardian import start_guarded, stop_guarded
from tests.product import ROOT, wait_until
from tests.services import free_port, redis_binary, services_of_its_own

pytestmark = pytest.mark.processes


class Containers:
    """The services of docker-compose.yml as processes of this machine."""

    def __init__(self, folder: Path, database_url: str, redis_url: str) -> None:
        self.folder, self.port = folder, free_port()
        document: dict[str, Any] = YAML(typ="safe").load(ROOT / "docker-compose.yml")
        self.services = document["services"]
        for name, value in {"secret_key": "x1" * 30, "database_url": database_url}.items():
            (folder / name).write_text(f"{value}\n")
        kept = {name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ}
        self.environment = kept | {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "BIFOCAL_ENV": "production",
            "BIFOCAL_DATA": str(folder / "data"),
            "ALLOWED_HOSTS": "bifocal.example",
            "SECRET_KEY_FILE": str(folder / "secret_key"),
            "DATABASE_URL_FILE": str(folder / "database_url"),
            "REDIS_URL": redis_url,
            "BEHIND_PROXY": "yes",
            "NUM_PROXIES": "1",
            "WEB_CONCURRENCY": "2",
        }

    def here(self, words: list[str]) -> list[str]:
        """A command of the compose file with this machine's port, folder and host in place of the container's."""
        changes = {
            "8000": str(self.port),
            "/tmp/schedule": str(self.folder / "schedule"),  # noqa: S108 - the container's path, replaced.
            "0.0.0.0": "127.0.0.1",  # noqa: S104 - the container's address, replaced.
            "$$": "$",
        }
        for old, new in changes.items():
            words = [word.replace(old, new) for word in words]
        return words

    def run(self, words: list[str]) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            self.here(words), cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False, timeout=120
        )

    def is_healthy(self, name: str) -> bool:
        how, *words = self.services[name]["healthcheck"]["test"]
        return self.run(words if how == "CMD" else ["/bin/sh", "-c", *words]).returncode == 0

    def start(self, name: str) -> "subprocess.Popen[bytes]":
        with (self.folder / f"{name}.log").open("wb") as log:
            words = self.here(self.services[name]["command"])
            return start_guarded(words, self.environment, cwd=ROOT, stdout=log, stderr=log)


@pytest.fixture(scope="module")
def containers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Containers]:
    """With `prepare` done, which the others wait for."""
    folder = tmp_path_factory.mktemp("containers")
    with services_of_its_own("containers") as (database, broker):
        made = Containers(folder, database, broker)
        prepared = made.run(made.services["prepare"]["command"])
        assert prepared.returncode == 0, prepared.stdout + prepared.stderr
        yield made


def test_prepare_can_be_run_again(containers: Containers) -> None:
    again = containers.run(containers.services["prepare"]["command"])
    assert again.returncode == 0, again.stderr


@pytest.mark.parametrize("name", ["web", "worker", "scheduler"])
def test_a_container_becomes_healthy_and_stops_when_asked(containers: Containers, name: str) -> None:
    process = containers.start(name)
    try:
        wait_until(f"{name} is healthy", lambda: containers.is_healthy(name), 90)
        assert process.poll() is None
    finally:
        began = time.monotonic()
        stop_guarded(process)
    assert time.monotonic() - began < 15


@pytest.mark.parametrize("name", ["web", "worker"])
def test_a_container_that_does_not_run_is_not_healthy(containers: Containers, name: str) -> None:
    assert not containers.is_healthy(name)


def test_the_command_of_redis_is_one_that_a_server_takes(containers: Containers) -> None:
    port = free_port()
    command = [redis_binary(), *containers.services["redis"]["command"][1:], "--port", str(port), "--bind", "127.0.0.1"]
    process = subprocess.Popen(command, cwd=containers.folder, stdout=subprocess.DEVNULL)
    try:
        with redis.Redis(port=port) as client:
            wait_until("it answers", lambda: process.poll() is not None or _pings(client), 10)
            assert process.poll() is None
            assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
            assert client.config_get("save") == {"save": ""}
    finally:
        process.terminate()
        process.wait(timeout=10)


def _pings(client: "redis.Redis") -> bool:
    try:
        return bool(client.ping())
    except redis.ConnectionError:
        return False
