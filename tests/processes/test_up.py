"""`manage.py up`, which is what `make run` starts: it comes up, says where, and leaves nothing behind."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.product import ROOT, answers, signed_in, wait_until
from tests.services import free_port

pytestmark = pytest.mark.processes
EMBEDDED = {"DATABASE_URL": "", "REDIS_URL": "", "BIFOCAL_ENV": "development"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data that a first start leaves; to make it takes most of the time of one."""
    folder = tmp_path_factory.mktemp("made")
    with _up(folder, free_port()) as (process, _said):
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
    return folder / "data"


@pytest.fixture
def started_before(made: Path, tmp_path: Path) -> Path:
    """A folder of its own for a later start, on a copy of that data."""
    shutil.copytree(made, tmp_path / "data")
    return tmp_path


@contextmanager
def _up(folder: Path, port: int) -> Iterator[tuple["subprocess.Popen[bytes]", Path]]:
    """The command on the embedded default in a folder of its own, with the file that it writes what it says to."""
    said = folder / "said.txt"
    with said.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "up", "--port", str(port)],
            cwd=ROOT,
            env=os.environ | EMBEDDED | {"BIFOCAL_DATA": str(folder / "data")},
            stdout=output,
            stderr=output,
        )
    try:
        wait_until(
            "it says how to stop it", lambda: "Stop with Ctrl-C" in said.read_text() or process.poll() is not None, 90
        )
        assert process.poll() is None, said.read_text()
        yield process, said
    finally:
        process.kill()
        process.wait()


def _family(process: int) -> list[int]:
    """A process's children and theirs."""
    listed = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, text=True, check=False).stdout
    children = [int(line) for line in listed.split()]
    return children + [grandchild for child in children for grandchild in _family(child)]


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_whatever_ends_it_no_process_is_left(number: signal.Signals, started_before: Path) -> None:
    with _up(started_before, free_port()) as (process, _said):
        wait_until("web, worker and scheduler run", lambda: len(_family(process.pid)) >= 7)
        family = _family(process.pid)
        process.send_signal(number)
        process.wait(timeout=30)
        wait_until("all of its processes are gone", lambda: not any(map(_lives, family)), 30)


def _worker(up: int) -> int:
    """The process of the worker; those that it has started itself are younger."""
    workers = [one for one in _family(up) if "celery" in (told := _command(one)) and "worker" in told]
    return min((one for one in workers if "apps.core.guardian" not in _command(one)), default=0)


def _command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return ""


def _kill_worker(up: int) -> int:
    """The process that was the worker, or 0 if there was none."""
    if worker := _worker(up):
        os.kill(worker, signal.SIGKILL)
        wait_until("it is gone", lambda: not _lives(worker))
    return worker


def test_a_worker_that_ends_by_itself_is_started_again_until_that_is_vain(started_before: Path) -> None:
    port = free_port()
    with _up(started_before, port) as (process, said):

        def gives_up() -> bool:
            _kill_worker(process.pid)
            return process.poll() is not None

        killed = wait_until("a worker runs", lambda: _kill_worker(process.pid))
        wait_until("another worker runs", lambda: _worker(process.pid) not in (0, killed))
        assert "The worker ended by itself (exit code 247); it starts again in 2 seconds." in said.read_text()
        with closing(signed_in(f"http://127.0.0.1:{port}")) as client:
            system = client.get("/api/v1/workspaces/demo/systems").json()["results"][0]["id"]
            runs = f"/api/v1/workspaces/demo/systems/{system}/runs"
            run = client.post(runs).json()["id"]
            wait_until("the run is done", lambda: client.get(f"{runs}/{run}").json()["state"] == "done")
        wait_until("it stops with everything", gives_up, 90)
        assert process.returncode == 1
        assert "so everything stops" in said.read_text()


def test_it_says_the_address_and_a_login_that_works(tmp_path: Path) -> None:
    port = free_port()
    with _up(tmp_path, port) as (_process, said):
        assert f"http://127.0.0.1:{port}/" in said.read_text()
        assert "demo@bifocal.example" in said.read_text()
        client = signed_in(f"http://127.0.0.1:{port}")
        workspace = client.get("/api/v1/me").json()["workspaces"][0]["slug"]
        assert len(client.get(f"/api/v1/workspaces/{workspace}/systems").json()["results"]) >= 3
        client.close()


def test_a_taken_port_is_said_and_another_one_chosen(started_before: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with _up(started_before, port) as (_process, said):
            text = said.read_text()
            assert f"Port {port} is taken" in text
            chosen = re.search(r"http://127\.0\.0\.1:(\d+)/", text)
            assert chosen is not None
            assert chosen[1] != str(port)
            assert answers(f"{chosen[0]}health/ready")
