"""The bell: rung after the commit, and again by the sweep for whatever waits; losing it loses nothing."""

from datetime import timedelta
from typing import Any, cast

import pytest
from django.db import transaction
from django.utils import timezone

from apps.accounts.models import Workspace
from apps.analysis.models import Run
from apps.analysis.tasks import suggest_findings
from apps.core.bell import ring, ring_again
from apps.core.jobs import State
from apps.core.tasks import swept
from apps.reports.models import Report
from apps.reports.tasks import make
from apps.systems.models import System
from tests.at_once import at_once
from tests.factories.findings import make_run
from tests.factories.people import inside
from tests.factories.systems import make_system
from tests.product import wait_until

NOW = timedelta(0)
LONG_AGO = timedelta(minutes=-1)
SOON = timedelta(seconds=20)


class Bell:
    """Stands for a task's broker, which is another process: notes who was rung for, or is away."""

    def __init__(self, is_away: bool = False) -> None:
        self.heard: list[str] = []
        self.tried = 0
        self.is_away = is_away

    def apply_async(self, arguments: tuple[str], **_: Any) -> None:
        self.tried += 1
        if self.is_away:
            raise ConnectionError("The broker is away.")
        self.heard.append(arguments[0])


def _sweep(bell: Bell) -> int:
    return ring_again(Run, cast(Any, bell))


def _run(system: System, **moments: Any) -> Run:
    """A run with these values; time differences count from now."""
    values = {
        name: timezone.now() + value if isinstance(value, timedelta) else value for name, value in moments.items()
    }
    run = make_run(system)
    with inside(system.workspace):
        Run.objects.filter(pk=run.pk).update(**values)
    return run


RUNNING = State.RUNNING
# What a job is like → whether the sweep rings for it.
WAITING: dict[str, tuple[dict[str, Any], bool]] = {
    "just made, and about to be rung for": ({}, False),
    "made a while ago and never rung for": ({"created_at": LONG_AGO}, True),
    "rung for a moment ago": ({"created_at": LONG_AGO, "rung_at": NOW}, False),
    "rung for long ago": ({"created_at": LONG_AGO, "rung_at": LONG_AGO}, True),
    "in somebody's hands": ({"state": RUNNING, "attempts": 1, "leased_until": SOON}, False),
    "in dead hands": ({"state": RUNNING, "attempts": 2, "leased_until": LONG_AGO}, True),
    "died too often": ({"state": RUNNING, "attempts": 3, "leased_until": LONG_AGO}, False),
    "the third attempt still at work": ({"state": RUNNING, "attempts": 3, "leased_until": SOON}, False),
    "done": ({"state": State.DONE, "created_at": LONG_AGO}, False),
    "cancelled": ({"state": State.CANCELLED, "created_at": LONG_AGO}, False),
}


@pytest.mark.parametrize("case", WAITING)
def test_the_sweep_rings_for_what_waits_and_for_nothing_else(case: str, system: System) -> None:
    values, is_rung = WAITING[case]
    bell, run = Bell(), _run(system, **values)
    assert _sweep(bell) == len(bell.heard) == is_rung
    assert bell.heard == [str(run.pk)] * is_rung


def test_what_was_rung_for_is_left_alone_until_the_next_but_one_sweep(system: System) -> None:
    bell = Bell()
    _run(system, created_at=LONG_AGO)
    assert [_sweep(bell) for _ in range(2)] == [1, 0]


def test_what_died_three_times_stops_and_says_so(system: System) -> None:
    run = _run(system, state=RUNNING, attempts=3, leased_until=LONG_AGO)
    alive = [
        _run(make_system(system.workspace, name), state=RUNNING, attempts=3, leased_until=SOON) for name in ("a", "b")
    ]
    _sweep(Bell())
    with inside(system.workspace):
        run.refresh_from_db()
        assert (run.state, run.leased_until) == (State.FAILED, None)
        assert run.finished_at is not None
        assert "stopped 3 times" in run.error
        assert {Run.objects.get(pk=other.pk).state for other in alive} == {RUNNING}


def test_the_sweep_looks_into_every_workspace(system: System, elsewhere: Workspace) -> None:
    bell = Bell()
    runs = {str(_run(place, created_at=LONG_AGO).pk) for place in (system, make_system(elsewhere))}
    _sweep(bell)
    assert set(bell.heard) == runs


def test_both_kinds_of_job_are_swept() -> None:
    assert dict(swept) == {Run: suggest_findings, Report: make}


def test_a_broker_that_is_away_stops_no_sweep(system: System) -> None:
    bell, run = Bell(is_away=True), _run(system, created_at=LONG_AGO)
    _sweep(bell)
    with inside(system.workspace):
        assert Run.objects.get(pk=run.pk).state == State.QUEUED


@pytest.mark.django_db(transaction=True)
def test_a_bell_rings_after_the_commit_and_not_at_all_without_one(system: System) -> None:
    bell, run = Bell(), make_run(system)
    with transaction.atomic():
        ring(cast(Any, bell), run)
        transaction.set_rollback(True)
    with transaction.atomic():
        ring(cast(Any, bell), run)
        assert bell.tried == 0
    wait_until("the bell is heard", lambda: bell.tried)
    assert bell.heard == [str(run.pk)]
    away = Bell(is_away=True)
    ring(cast(Any, away), run)
    wait_until("somebody tried", lambda: away.tried)


@pytest.mark.django_db(transaction=True)
def test_two_sweeps_at_once_do_no_harm(system: System) -> None:
    run = _run(system, state=RUNNING, attempts=3, leased_until=LONG_AGO)
    assert at_once([lambda: _sweep(Bell())] * 4) == [0] * 4
    with inside(system.workspace):
        assert Run.objects.get(pk=run.pk).state == State.FAILED
