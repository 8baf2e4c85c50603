"""Whatever is killed, frozen or started anew while a run is under way: no run is lost and no finding doubled."""

import json
import os
import signal
import subprocess
import time
from functools import partial

import pytest

from apps.analysis.engines import suggest
from apps.catalog.parsing import builtin_catalogue
from apps.interchange.formats import bifocal_model
from tests.processes.conftest import Breakable, chain
from tests.product import wait_until

pytestmark = pytest.mark.processes

LARGE = 600  # Elements: enough for a second or more of work, in the middle of which a process can be killed.


def _children(process: int) -> list[int]:
    """The processes that a process has started."""
    listed = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, text=True, check=False).stdout
    return [int(line) for line in listed.split()]


def _worker(broken: Breakable) -> int:
    """The worker's parent process, below its guardian."""
    return int(_children(broken.product.running["worker"].pid)[0])


def _let_the_lease_run_out(broken: Breakable) -> None:
    """Move time on for whoever died: nobody renews a dead worker's lease."""
    broken.query("UPDATE analysis_run SET leased_until = now() - interval '1 second' WHERE state = 'running'")


def _check_whole(broken: Breakable, system: str) -> None:
    """As many findings as the engine alone suggests for such a system, and none of them twice."""
    graph = bifocal_model.read(json.dumps(chain(LARGE)))
    fingerprints = broken.findings(system)
    assert len(fingerprints) == len(set(fingerprints)) == len(suggest(graph, builtin_catalogue(), None).suggestions) > 0


def test_a_run_begins_when_it_is_asked_for_and_not_with_the_next_sweep(breakable: Breakable) -> None:
    breakable.until(breakable.ask(breakable.system(1)), "done")  # The worker is up.
    system = breakable.system(1)
    breakable.until(breakable.ask(system), "done", seconds=2)


def test_a_run_whose_worker_child_is_killed_is_done_again_by_another(breakable: Breakable) -> None:
    system = breakable.system(LARGE)
    run = breakable.ask(system)
    breakable.until(run, "running")
    for child in _children(_worker(breakable)):
        os.kill(child, signal.SIGKILL)
    # Nothing helps along here: the lease runs out by itself and the sweep rings again.
    assert breakable.until(run, "done")["attempts"] == 2
    _check_whole(breakable, system)


def test_a_run_whose_worker_is_killed_is_done_by_the_next_worker(breakable: Breakable) -> None:
    system = breakable.system(LARGE)
    run = breakable.ask(system)
    breakable.until(run, "running")
    worker = _worker(breakable)
    children = _children(worker)
    os.kill(worker, signal.SIGKILL)
    for name in ("worker", "scheduler"):
        breakable.product.stop(name)
    wait_until("the dead worker's children are gone", lambda: not any(map(_lives, children)))
    _let_the_lease_run_out(breakable)
    breakable.product.start_worker()
    assert breakable.until(run, "done")["attempts"] == 2
    _check_whole(breakable, system)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_asking_while_redis_is_frozen_is_quick_and_the_run_is_done_once_it_thaws(breakable: Breakable) -> None:
    system = breakable.system(20)
    os.kill(breakable.redis.process, signal.SIGSTOP)
    try:
        began = time.monotonic()
        run = breakable.ask(system)
        assert time.monotonic() - began < 5
        assert breakable.run(run)["state"] == "queued"
    finally:
        os.kill(breakable.redis.process, signal.SIGCONT)
    breakable.until(run, "done")


def test_a_run_asked_for_while_redis_is_away_is_done_once_it_is_back(breakable: Breakable) -> None:
    system = breakable.system(20)
    breakable.stop_redis()
    run = breakable.ask(system)
    assert breakable.run(run)["state"] == "queued"
    breakable.start_redis()
    breakable.until(run, "done")


def test_a_run_survives_the_restart_of_everything(breakable: Breakable) -> None:
    system = breakable.system(LARGE)
    run = breakable.ask(system)
    breakable.until(run, "running")
    for name in ("scheduler", "worker", "web"):
        for process in _children(breakable.product.running[name].pid):
            os.kill(process, signal.SIGKILL)
        breakable.product.stop(name)
    breakable.stop_redis()
    breakable.start_redis()
    _let_the_lease_run_out(breakable)
    breakable.product.start_web()
    breakable.product.start_worker()
    breakable.until(run, "done")
    _check_whole(breakable, system)


def test_a_run_that_kills_its_worker_three_times_stops_and_says_so(breakable: Breakable) -> None:
    system = breakable.system(LARGE)
    run = breakable.ask(system)
    for attempt in (1, 2, 3):
        wait_until(f"attempt {attempt} has begun", partial(_at_work, breakable, run, attempt), 60)
        for child in _children(_worker(breakable)):
            os.kill(child, signal.SIGKILL)
        _let_the_lease_run_out(breakable)
    failed = breakable.until(run, "failed")
    assert failed["attempts"] == 3
    assert "3 times" in failed["error"]
    assert breakable.findings(system) == []


def _at_work(broken: Breakable, run: str, attempt: int) -> bool:
    now = broken.run(run)
    return bool(now["state"] == "running" and now["attempts"] == attempt)


def test_a_run_that_fails_three_times_stops_with_its_error_shown(breakable: Breakable) -> None:
    system = breakable.system(6)
    breakable.query(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room for findings'; END $$"
    )
    breakable.query("CREATE TRIGGER refuse BEFORE INSERT ON threats_finding EXECUTE FUNCTION refuse()")
    try:
        failed = breakable.until(breakable.ask(system), "failed")
    finally:
        breakable.query("DROP FUNCTION refuse CASCADE")
    assert failed["attempts"] == 3
    assert "no room for findings" in failed["error"]
    # A new run is not held up by the failed one.
    breakable.until(breakable.ask(system), "done")
