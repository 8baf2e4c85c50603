"""A run from asking to the end: its states, its counts, its questions, and what becomes of it when it fails."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from apps.accounts.access import Actor
from apps.activity.models import Event
from apps.analysis import services
from apps.analysis.engines import suggest
from apps.analysis.models import Run
from apps.analysis.services import cancel_run, do_run, start_run
from apps.analysis.tasks import suggest_findings
from apps.assets.models import Asset, Loss
from apps.catalog.knowledge import Catalogue
from apps.core.errors import Conflict
from apps.core.jobs import MOST_ATTEMPTS, Cancelled, State, claim
from apps.interchange.services import import_model
from apps.systems.models import Element, Flow, System
from apps.systems.services import change_part, delete_part
from apps.threats.models import Finding, FindingLink
from tests.factories.findings import make_run
from tests.factories.people import Person, inside
from tests.factories.systems import RISKY, make


@pytest.fixture
def actor(catalogue: Catalogue, editor: Person, workspace: Any) -> Iterator[Actor]:
    with inside(workspace):
        yield editor.actor_in(workspace)


@pytest.fixture
def desk(actor: Actor) -> System:
    """Outside text reaches an agent that can pay: the small catalogue says four things about it."""
    return import_model(actor, json.dumps(RISKY))


def run_of(actor: Actor, system: System) -> Run:
    """One run, done by a worker."""
    run, _ = start_run(actor, system)
    suggest_findings(str(run.pk))
    run.refresh_from_db()
    return run


def suggested(system: System) -> list[tuple[str, str, float, str]]:
    rows = Finding.objects.filter(system=system).order_by("number")
    return [(row.mark, row.entry, row.score, row.target_name) for row in rows]


def element_of(system: System, name: str) -> Element:
    return Element.objects.get(system=system, name=name)  # type: ignore[no-any-return]  # A scoped manager is untyped.


def test_what_held_an_asset_may_be_gone(actor: Actor, desk: System) -> None:
    pay, refunds = element_of(desk, "Payment tool"), Flow.objects.get(system=desk, name="refunds")
    held = make(Asset, desk, held_by=[str(pay.pk), str(refunds.pk)], needs={"integrity": "high"})
    make(Loss, desk, assets=[str(held.pk)])
    delete_part(actor, pay)
    assert run_of(actor, desk).state == State.DONE
    delete_part(actor, held)
    assert run_of(actor, desk).state == State.DONE


def test_a_run_goes_from_queued_to_done_with_progress_counts_and_questions(actor: Actor, desk: System) -> None:
    run, is_new = start_run(actor, desk)
    assert (is_new, run.state, run.counts, run.progress, run.attempts) == (True, State.QUEUED, None, None, 0)
    suggest_findings(str(run.pk))
    run.refresh_from_db()
    assert (run.state, run.attempts, run.error, run.leased_until) == (State.DONE, 1, "", None)
    assert run.counts == {"new": 4, "refreshed": 0, "outdated": 0, "threats": 2, "hazards": 2}
    assert (run.progress["done"], run.progress["total"]) == (4, 4)
    assert (run.revision, run.catalogue_version) == (desk.revision, "small")
    assert run.started_at is not None
    assert run.finished_at is not None
    assert run.started_at <= run.finished_at
    verbs = Event.objects.filter(system=desk.pk, verb__startswith="run.").order_by("sequence")
    assert [(event.verb, event.changes) for event in verbs] == [
        ("run.started", {"revision": run.revision}),
        ("run.finished", run.counts),
    ]


def test_its_suggestions_name_their_entry_target_and_the_facts(actor: Actor, desk: System) -> None:
    run_of(actor, desk)
    assert {(entry, target) for _, entry, _, target in suggested(desk)} == {
        ("planted-instructions", "Refund agent"),
        ("tool-misused", "Payment tool"),
        ("text-misread", "Refund agent"),
        ("tool-slips", "Payment tool"),
    }
    planted = Finding.objects.get(entry="planted-instructions")
    assert planted.trace["certainty"] == "certain"
    (fact,) = [one for one in planted.trace["because"] if one["attribute"] == "untrusted_content"]
    assert (fact["object"], fact["value"]) == (str(planted.target), True)
    assert [link.type for link in FindingLink.objects.all()] == ["also-unintended"]


def test_what_nobody_has_said_becomes_a_question_about_the_suggestions_that_hang_on_it(
    actor: Actor, desk: System
) -> None:
    agent = element_of(desk, "Refund agent")
    change_part(actor, agent, {"attributes": {"untrusted_content": None}}, seen=None)
    run = run_of(actor, desk)
    planted = Finding.objects.get(entry="planted-instructions")
    (question,) = run.questions
    assert (question["object"], question["attribute"]) == (str(agent.pk), "untrusted_content")
    assert (question["suggestions"], question["settles"]) == ([planted.fingerprint], 1)
    assert planted.trace["certainty"] == "possible"


def test_asking_twice_gives_the_same_run_until_it_ends(actor: Actor, desk: System) -> None:
    first, _ = start_run(actor, desk)
    assert start_run(actor, desk) == (first, False)
    claim(Run, str(first.pk))
    assert start_run(actor, desk) == (first, False)
    cancel_run(actor, first)
    again, is_new = start_run(actor, desk)
    assert (is_new, again.pk == first.pk) == (True, False)
    assert Event.objects.filter(verb="run.started").count() == 2


def test_the_database_holds_one_unfinished_run_of_a_system_at_a_time(actor: Actor, desk: System) -> None:
    make_run(desk, state=State.DONE)
    make_run(desk, state=State.RUNNING)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_run(desk)


def test_a_second_run_finds_the_same_and_keeps_the_ids(actor: Actor, desk: System) -> None:
    run_of(actor, desk)
    before = list(Finding.objects.order_by("number").values("id", "fingerprint", "score", "trace", "title", "also"))
    again = run_of(actor, desk)
    assert again.counts == {"new": 0, "refreshed": 4, "outdated": 0, "threats": 2, "hazards": 2}
    assert list(Finding.objects.order_by("number").values(*before[0])) == before


def test_the_same_model_gives_the_same_suggestions_and_questions(actor: Actor, desk: System) -> None:
    other = import_model(actor, json.dumps(RISKY))
    first, second = run_of(actor, desk), run_of(actor, other)
    assert suggested(desk) == suggested(other)
    assert [row["ask"] for row in first.questions] == [row["ask"] for row in second.questions]


def test_what_is_out_of_scope_gets_no_suggestion_and_what_was_suggested_there_is_outdated(
    actor: Actor, desk: System
) -> None:
    run_of(actor, desk)
    for name in ("Refund agent", "Payment tool"):
        said = {"out_of_scope": True, "out_of_scope_reason": "Another team's."}
        change_part(actor, element_of(desk, name), said, seen=None)
    counts = run_of(actor, desk).counts
    assert counts == {"new": 0, "refreshed": 0, "outdated": 4, "threats": 0, "hazards": 0}


def test_a_deleted_element_leaves_its_suggestions_as_outdated(actor: Actor, desk: System) -> None:
    run_of(actor, desk)
    delete_part(actor, element_of(desk, "Payment tool"))
    assert run_of(actor, desk).counts["outdated"] == 2
    assert Finding.objects.filter(target_name="Payment tool", outdated_at=None).count() == 0


def test_a_system_without_elements_is_done_with_nothing(actor: Actor, system: System) -> None:
    run = run_of(actor, system)
    assert (run.state, run.questions) == (State.DONE, [])
    assert run.counts == {"new": 0, "refreshed": 0, "outdated": 0, "threats": 0, "hazards": 0}


def test_a_cancelled_run_is_not_begun(actor: Actor, desk: System) -> None:
    run, _ = start_run(actor, desk)
    assert cancel_run(actor, run).state == State.CANCELLED
    suggest_findings(str(run.pk))
    run.refresh_from_db()
    assert (run.state, run.attempts, suggested(desk)) == (State.CANCELLED, 0, [])


def test_a_run_that_is_cancelled_at_work_writes_nothing(
    actor: Actor, desk: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, _ = start_run(actor, desk)

    def meanwhile(*arguments: Any) -> Any:
        result = suggest(*arguments)
        cancel_run(actor, run)
        return result

    monkeypatch.setattr(services, "suggest", meanwhile)
    suggest_findings(str(run.pk))
    run.refresh_from_db()
    assert (run.state, run.counts, suggested(desk)) == (State.CANCELLED, None, [])
    assert not Event.objects.filter(verb="run.finished").exists()


def test_a_worker_that_lost_its_run_writes_nothing(actor: Actor, desk: System) -> None:
    run, _ = start_run(actor, desk)
    mine = claim(Run, str(run.pk))
    assert mine is not None
    Run.objects.update(attempts=2)
    with pytest.raises(Cancelled):
        do_run(mine)
    assert suggested(desk) == []


@pytest.mark.parametrize("state", [State.DONE, State.FAILED, State.CANCELLED])
def test_a_run_that_has_ended_cannot_be_cancelled(actor: Actor, desk: System, state: str) -> None:
    with pytest.raises(Conflict, match=f"The run is {state} already"):
        cancel_run(actor, make_run(desk, state=state))


def test_a_run_that_fails_is_tried_again_and_after_three_times_shows_its_error(
    actor: Actor, desk: System, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("the engine has a fault")

    monkeypatch.setattr(services, "suggest", broken)
    caplog.set_level(logging.CRITICAL, "apps.core.jobs")  # That it failed is logged with its traceback.
    run, _ = start_run(actor, desk)
    states = []
    for _ in range(MOST_ATTEMPTS + 1):
        suggest_findings(str(run.pk))
        run.refresh_from_db()
        states.append((run.state, run.attempts))
    assert states == [("queued", 1), ("queued", 2), ("failed", 3), ("failed", 3)]
    assert run.error == "RuntimeError: the engine has a fault"
    assert run.finished_at is not None
    assert suggested(desk) == []
    assert start_run(actor, desk)[1]


def test_a_run_that_failed_once_ends_without_an_error(
    actor: Actor, desk: System, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL, "apps.core.jobs")
    run, _ = start_run(actor, desk)
    with monkeypatch.context() as patch:
        patch.setattr(services, "take_over", lambda *_: 1 / 0)
        suggest_findings(str(run.pk))
    run.refresh_from_db()
    assert (run.state, run.error) == (State.QUEUED, "ZeroDivisionError: division by zero")
    suggest_findings(str(run.pk))
    run.refresh_from_db()
    assert (run.state, run.error, run.attempts) == (State.DONE, "", 2)


def test_over_http_a_run_is_asked_for_watched_listed_and_cancelled(
    actor: Actor, desk: System, editor: Person, here: str
) -> None:
    there = f"{here}/systems/{desk.pk}"
    asked = editor.post(f"{there}/runs")
    assert (asked.status, asked.body["state"], asked.body["asked_by"]) == (201, "queued", "Edgar")
    again = editor.post(f"{there}/runs")
    assert (again.status, again.id) == (200, asked.id)
    suggest_findings(asked.id)
    done = editor.get(f"{there}/runs/{asked.id}").body
    assert (done["state"], done["counts"]["new"], done["progress"]["done"]) == ("done", 4, 4)
    assert editor.post(f"{there}/runs/{asked.id}/cancel").status == 409
    newer = editor.post(f"{there}/runs")
    assert [row["id"] for row in editor.get(f"{there}/runs").rows] == [newer.id, asked.id]
    assert editor.post(f"{there}/runs/{newer.id}/cancel").body["state"] == "cancelled"


def test_a_run_of_another_system_is_not_below_this_one(
    actor: Actor, desk: System, system: System, editor: Person, there: str
) -> None:
    run, _ = start_run(actor, desk)
    assert editor.get(f"{there}/runs/{run.pk}").status == 404
    assert editor.post(f"{there}/runs/{run.pk}/cancel").status == 404
