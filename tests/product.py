"""The whole product as processes of its own: web server and worker on private databases."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from django.conf import settings

from apps.core.guardian import start_guarded, stop_guarded
from tests.services import free_port

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_SECONDS = 40.0


def wait_until(what: str, condition: Callable[[], Any], seconds: float = PATIENCE_SECONDS) -> Any:
    """The first true value of `condition`, asked again and again."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"Waited {seconds:.0f} seconds in vain until {what}.")
        time.sleep(0.1)
    return value


@dataclass
class Product:
    """Where it listens, with what environment its commands run, and which processes run now."""

    address: str
    environment: dict[str, str]
    folder: Path
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    def manage(self, *arguments: str, text: str = "") -> str:
        """Run a management command to its end and give what it said."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            check=False,
            cwd=ROOT,
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{arguments} failed:\n{done.stdout}{done.stderr}"
        return done.stdout

    def start(self, name: str, *command: str, **variables: str) -> "subprocess.Popen[bytes]":
        """Start a Python module as a process; what it says goes into `folder/name.log`."""
        log = (self.folder / f"{name}.log").open("ab")
        process = start_guarded([*command], self.environment | variables, cwd=ROOT, stdout=log, stderr=log)
        log.close()
        self.running[name] = process
        return process

    def start_web(self) -> None:
        """Start the web server and wait until it answers."""
        port = self.address.rsplit(":", 1)[1]
        self.start(
            "web", "uvicorn", "config.asgi:application", "--host", "127.0.0.1", "--port", port, "--no-access-log"
        )
        wait_until("the web server answers", lambda: answers(f"{self.address}/health/ready"))

    def start_worker(self) -> None:
        """Start a worker, and the scheduler, which rings for what waits."""
        options = ["--queues", "default,analysis,reports", "--concurrency", "1", "--loglevel", "INFO"]
        self.start(
            "worker", "celery", "--app", "config.celery", "worker", *options, "--without-gossip", "--without-mingle"
        )
        schedule = ["--schedule", str(self.folder / "schedule"), "--pidfile", ""]
        self.start("scheduler", "celery", "--app", "config.celery", "beat", *schedule)

    def stop(self, name: str) -> None:
        """End a process politely, with all that it has started."""
        stop_guarded(self.running.pop(name))

    def log(self, name: str) -> str:
        """What a process has said so far."""
        return (self.folder / f"{name}.log").read_text(errors="replace")


def answers(url: str) -> bool:
    """Whether a GET of `url` succeeds."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 - an address of our own.
            return bool(response.status == 200)
    except OSError:
        return False


@contextmanager
def product(folder: Path, database_url: str, redis_url: str) -> Iterator[Product]:
    """The product with migrated tables, catalogue and demo workspace; nothing runs until the test starts it."""
    variables = {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BIFOCAL_DATA": str(folder),
        "BIFOCAL_ENV": "development",
    }
    made = Product(f"http://127.0.0.1:{free_port()}", os.environ | variables, folder)
    made.manage("migrate", "--verbosity", "0")
    made.manage("load_catalogue")
    made.manage("seed_demo")
    try:
        yield made
    finally:
        for name in list(made.running):
            made.stop(name)


def signed_in(address: str) -> httpx.Client:
    """The demo person as a program: `client.get("/api/v1/me")`; writes carry the CSRF token as a browser's would."""
    client = httpx.Client(base_url=address, timeout=30, trust_env=False)
    client.event_hooks["request"].append(lambda request: _prove_origin(client, request))
    client.event_hooks["response"].append(_fail_aloud)
    demo = settings.DEMO_LOGIN
    assert demo, "There is no demo login in production."
    client.get("/accounts/login/")
    token = client.cookies["csrftoken"]
    login = {"login": demo["email"], "password": demo["password"]}
    client.post("/accounts/login/", data=login | {"csrfmiddlewaretoken": token})
    assert "sessionid" in client.cookies, "The demo login does not work."
    return client


def _prove_origin(client: httpx.Client, request: httpx.Request) -> None:
    request.headers["X-CSRFToken"] = client.cookies.get("csrftoken") or ""


def _fail_aloud(response: httpx.Response) -> None:
    if response.is_error:
        raise AssertionError(
            f"{response.request.method} {response.url}: {response.status_code} {response.read().decode()[:2000]}"
        )
