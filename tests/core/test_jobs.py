"""Slow work as rows: done once, by whoever holds the lease, tried three times, and cancelled at any moment."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction
from django.utils import timezone

from apps.accounts.models import Workspace
from apps.analysis.models import Run
from apps.analysis.services import do_run
from apps.catalog.knowledge import Catalogue
from apps.core.jobs import LEASE, MOST_ATTEMPTS, Cancelled, State, claim, finish, renew, work
from apps.systems.models import Element, System
from apps.threats.models import Finding
from tests.at_once import at_once
from tests.factories.findings import make_run
from tests.factories.people import Person, inside
from tests.factories.systems import make

A_MOMENT = timedelta(seconds=1)


@pytest.fixture
def run(system: System) -> Run:
    return make_run(system)


def _now(run: Run) -> Run:
    with inside(run.workspace):
        found: Run = Run.objects.get(pk=run.pk)
    return found


def _set(run: Run, **values: object) -> None:
    with inside(run.workspace):
        Run.objects.filter(pk=run.pk).update(**values)


def _let_the_lease_run_out(run: Run) -> None:
    _set(run, leased_until=timezone.now() - A_MOMENT)


def test_who_takes_a_job_holds_it_for_as_long_as_the_lease(run: Run) -> None:
    before = timezone.now()
    taken = claim(Run, str(run.pk))
    assert taken is not None
    assert (taken.state, taken.attempts) == (State.RUNNING, 1)
    assert taken.leased_until is not None
    assert before + LEASE <= taken.leased_until <= timezone.now() + LEASE
    assert claim(Run, str(run.pk)) is None
    _let_the_lease_run_out(run)
    again = claim(Run, str(run.pk))
    assert again is not None
    assert again.attempts == 2


@pytest.mark.parametrize("state", [State.DONE, State.FAILED, State.CANCELLED])
def test_a_job_that_has_ended_is_not_done_again(state: State, run: Run) -> None:
    _set(run, state=state, leased_until=timezone.now() - A_MOMENT)
    assert work(Run, str(run.pk), _must_not_happen) is None
    assert _now(run).state == state


def test_a_message_for_a_job_that_is_gone_does_nothing(run: Run) -> None:
    with inside(run.workspace):
        Run.objects.all().delete()
    assert work(Run, str(run.pk), _must_not_happen) is None


def _must_not_happen(run: Run) -> None:
    raise AssertionError("It was done.")


def test_work_happens_inside_the_jobs_workspace_and_nowhere_else(run: Run, elsewhere: Workspace) -> None:
    seen: list[str] = []

    def look(run: Run) -> None:
        seen.extend(System.objects.values_list("workspace__slug", flat=True))
        finish(run)

    done = work(Run, str(run.pk), look)
    assert done is not None
    assert (done.state, done.leased_until, seen) == (State.DONE, None, ["acme"])
    assert done.finished_at is not None


def _fail(run: Run) -> None:
    raise ValueError("There is no room.")


def test_what_fails_is_tried_three_times_and_then_stops_with_its_error_shown(
    run: Run, editor: Person, there: str
) -> None:
    states = []
    for _ in range(MOST_ATTEMPTS + 1):
        done = work(Run, str(run.pk), _fail)
        states.append(done and done.state)
    assert states == [State.QUEUED, State.QUEUED, State.FAILED, None]
    shown = editor.get(f"{there}/runs/{run.pk}").body
    assert (shown["state"], shown["attempts"]) == ("failed", 3)
    assert shown["error"] == "ValueError: There is no room."
    assert shown["finished_at"]


def test_an_attempt_that_succeeds_shows_no_old_error(run: Run) -> None:
    work(Run, str(run.pk), _fail)
    assert "no room" in _now(run).error
    work(Run, str(run.pk), finish)
    assert (_now(run).state, _now(run).error, _now(run).attempts) == (State.DONE, "", 2)


def test_a_very_long_error_is_cut(run: Run) -> None:
    def fail(run: Run) -> None:
        raise ValueError("x" * 100_000)

    work(Run, str(run.pk), fail)
    assert len(_now(run).error) == 2_000


def test_progress_prolongs_the_lease_and_is_shown(run: Run) -> None:
    def tell(run: Run) -> None:
        _set(run, leased_until=timezone.now() + A_MOMENT)
        renew(run, progress={"done": 1, "total": 2, "element": "Agent"})
        leased = _now(run).leased_until
        assert leased is not None
        assert leased > timezone.now() + LEASE - timedelta(seconds=5)

    done = work(Run, str(run.pk), tell)
    assert done is not None
    assert done.error == ""
    assert done.progress == {"done": 1, "total": 2, "element": "Agent"}


def _cancel_over_the_api(owner: Person, there: str, run: Run) -> None:
    assert owner.post(f"{there}/runs/{run.pk}/cancel").status == 200


def _lose_to_another_worker(run: Run) -> None:
    _let_the_lease_run_out(run)
    assert claim(Run, str(run.pk)) is not None


@pytest.mark.parametrize("call", [renew, finish])
def test_who_lost_a_job_to_another_worker_can_neither_prolong_nor_end_it(call: Callable[[Run], None], run: Run) -> None:
    mine = claim(Run, str(run.pk))
    assert mine is not None
    _lose_to_another_worker(run)
    with inside(run.workspace), pytest.raises(Cancelled):
        call(mine)
    assert (_now(run).state, _now(run).attempts) == (State.RUNNING, 2)


@pytest.mark.parametrize("how", ["cancelled", "lost"])
def test_what_is_cancelled_or_lost_while_at_work_leaves_nothing(how: str, run: Run, owner: Person, there: str) -> None:
    lose = partial(_cancel_over_the_api, owner, there) if how == "cancelled" else _lose_to_another_worker

    def write_and_finish(run: Run) -> None:
        lose(run)
        with transaction.atomic():
            make(Element, run.system)
            finish(run)

    work(Run, str(run.pk), write_and_finish)
    with inside(run.workspace):
        assert not Element.objects.exists()
    now = _now(run)
    assert (now.state, now.error) == (State.CANCELLED if how == "cancelled" else State.RUNNING, "")


def test_a_run_that_is_cancelled_while_at_work_leaves_no_findings(
    run: Run, owner: Person, there: str, catalogue: Catalogue
) -> None:
    make(Element, run.system, kind="tool")

    def cancel_then_go_on(run: Run) -> None:
        _cancel_over_the_api(owner, there, run)
        do_run(run)

    done = work(Run, str(run.pk), cancel_then_go_on)
    assert done is not None
    assert done.state == State.CANCELLED
    with inside(run.workspace):
        assert not Finding.objects.exists()
    assert owner.post(f"{there}/runs/{run.pk}/cancel").status == 409


def test_a_job_whose_system_is_deleted_while_at_work_ends_quietly(run: Run, owner: Person, there: str) -> None:
    def delete_then_go_on(run: Run) -> None:
        assert owner.delete(there).status == 204
        finish(run)

    assert work(Run, str(run.pk), delete_then_go_on) is None


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_who_hear_the_bell_exactly_one_takes_the_job(run: Run) -> None:
    taken = at_once([partial(claim, Run, str(run.pk))] * 8)
    assert sum(job is not None for job in taken) == 1
    assert _now(run).attempts == 1
