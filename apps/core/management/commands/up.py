"""`manage.py up`: the whole of Bifocal on one machine, from the migrations to the address to open."""

import os
import shlex
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from apps.core.guardian import start_guarded, stop_guarded

START_SECONDS = 60.0
WATCH_SECONDS = 0.2
PAUSE_SECONDS = 2.0  # Before what ended by itself starts again.
MOST_RESTARTS, RESTARTS_SECONDS = 3, 60.0  # Whatever ends more often than that will not run.
WEB = shlex.split("uvicorn config.asgi:application --log-level warning --no-access-log --timeout-graceful-shutdown 2")
WORKER = shlex.split(
    "celery --quiet --app config.celery worker --concurrency 2 --loglevel WARNING"
    " --queues default,analysis,reports"
    # There is only one worker here to talk to.
    " --without-gossip --without-mingle --without-heartbeat"
)
# Apart from the worker, which would never start it again if it died.
SCHEDULER = shlex.split("celery --quiet --app config.celery beat --loglevel WARNING --pidfile=")
# The page works without these for a while, so that their end need not be the end of all; jobs wait in the database.
STARTED_AGAIN = {"worker": WORKER, "scheduler": SCHEDULER}
# Said once for all: on one's own machine, in a container for instance, root is who people are.
UNHEARD = "ignore:You're running the worker with superuser privileges"


class Command(BaseCommand):
    help = "Start Bifocal on this machine: database, catalogue, samples, web server and worker. Stop with Ctrl-C."
    requires_system_checks = []  # The tests run them; here they would cost a tenth of the start.

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="The address to listen on (127.0.0.1).")
        parser.add_argument(
            "--port", type=int, default=8000, help="The port to listen on; another if it is taken (8000)."
        )
        parser.add_argument("--no-demo", action="store_true", help="Do not make the demo workspace.")

    def handle(self, *_args: Any, **options: Any) -> None:
        with _signals_interrupt():
            try:
                self._run(options["host"], options["port"], demo=not options["no_demo"])
            except KeyboardInterrupt:
                self._say("Stopped.")

    def _run(self, host: str, wanted_port: int, *, demo: bool) -> None:
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # Whoever serves from it warns where it is missing.
        _migrate()
        port = _free_port(host, wanted_port)
        if port != wanted_port:
            self._say(f"Port {wanted_port} is taken, so it is {port} this time.")
        address = f"http://{'localhost' if host == '0.0.0.0' else host}:{port}/"  # noqa: S104 - compared, not bound.
        with _Processes() as running:
            running.start("web", [*WEB, "--host", host, "--port", str(port)])
            _load(demo=demo)
            _wait_for(address, running)
            # They come second, so that the page is there sooner; what is asked of them waits in the database.
            for name, command in STARTED_AGAIN.items():
                running.start(name, command)
            self._welcome(address, demo=demo)
            self._watch(running)

    def _watch(self, running: "_Processes") -> None:
        """Start worker and scheduler again when they end by themselves. Raises CommandError when that is vain."""
        restarts: dict[str, list[float]] = {name: [] for name in STARTED_AGAIN}
        while True:
            for name in running.ended():
                recent = [at for at in restarts.get(name, ()) if at > time.monotonic() - RESTARTS_SECONDS]
                if name not in restarts or len(recent) == MOST_RESTARTS:
                    running.raise_if_one_ended()
                restarts[name] = [*recent, time.monotonic()]
                ended = f"The {name} ended by itself (exit code {running[name].returncode})"
                self._say(f"{ended}; it starts again in {PAUSE_SECONDS:.0f} seconds.")
                time.sleep(PAUSE_SECONDS)
                running.start(name, STARTED_AGAIN[name])
            time.sleep(WATCH_SECONDS)

    def _welcome(self, address: str, *, demo: bool) -> None:
        self._say(f"\nBifocal is ready: {address}")
        if demo and settings.DEMO_LOGIN:
            self._say(f"Sign in as {settings.DEMO_LOGIN['email']} with the password {settings.DEMO_LOGIN['password']}")
        self._say(f"Your data: {_data_place()}")
        self._say("Stop with Ctrl-C.\n")

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


@contextmanager
def _signals_interrupt() -> Iterator[None]:
    """Make a polite kill and a closed terminal do what Ctrl-C does, so that nothing is left behind."""

    def interrupt(number: int, _frame: object) -> None:
        raise KeyboardInterrupt(signal.Signals(number).name)

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _migrate() -> None:
    """Bring the tables up to date. Asking first is several times faster than a migration with nothing to do."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def _load(*, demo: bool) -> None:
    """Catalogue and sample systems: commands of apps above this one, which is why they are called by name."""
    wanted = ["load_catalogue", *(["seed_demo"] if demo else [])]
    for name in wanted:
        if name in get_commands():
            with open(os.devnull, "w") as silence:
                call_command(name, stdout=silence)


def _free_port(host: str, wanted: int) -> int:
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except PermissionError as error:
                raise CommandError(f"This account may not listen on port {port}: choose one above 1023.") from error
            except OSError as error:
                if port == 0:
                    raise CommandError(f"Cannot listen on {host}: {error.strerror}.") from error
            else:
                return int(probe.getsockname()[1])
    raise AssertionError("The second try either returns or raises.")


class _Processes(dict[str, "subprocess.Popen[bytes]"]):
    """What runs, by name. All of it stops when the block ends, however it does."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        stop_guarded(*self.values())

    def start(self, name: str, command: list[str]) -> None:
        if before := self.pop(name, None):
            stop_guarded(before)
        warnings = ",".join(filter(None, [os.environ.get("PYTHONWARNINGS"), UNHEARD]))
        self[name] = start_guarded(command, os.environ | {"PYTHONWARNINGS": warnings}, cwd=settings.BASE_DIR)

    def ended(self) -> list[str]:
        return [name for name, process in self.items() if process.poll() is not None]

    def raise_if_one_ended(self) -> None:
        for name in self.ended():
            code = self[name].returncode
            raise CommandError(f"The {name} process ended by itself (exit code {code}), so everything stops.")


def _wait_for(address: str, running: _Processes) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        running.raise_if_one_ended()
        try:
            # The sign-in page is what people open first, so it is warm when they do.
            urllib.request.urlopen(f"{address}accounts/login/", timeout=5).close()  # noqa: S310 - our own address.
        except urllib.error.HTTPError as error:
            raise CommandError(f"The web server answers, but with an error: {error.code} {error.reason}.") from error
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise CommandError(f"The web server did not answer within {START_SECONDS:.0f} seconds.")


def _data_place() -> str:
    database = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        return str(database["NAME"])
    return f"PostgreSQL, database {database['NAME']} at {database['HOST'] or 'the local socket'}"
