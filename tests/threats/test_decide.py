"""Deciding on findings: which way each may go, what has to be said with it, and all or none."""

from datetime import date
from typing import Any

import pytest

from apps.accounts.access import Actor
from apps.activity.models import Event
from apps.core.errors import Invalid
from apps.systems.models import System
from apps.threats.models import Finding, RaisedBy, Status
from apps.threats.services import Decision, decide
from apps.threats.transitions import allowed_next
from tests.factories.findings import make_finding
from tests.factories.people import Answer, Person, inside
from tests.factories.systems import make_system, unused_id

ACCEPTANCE = {"reason": "We can live with it.", "accepted_by": "The board", "accepted_until": "2030-01-31"}


def deciding(person: Person, there: str, findings: list[Finding], status: str, **said: Any) -> Answer:
    body = {"findings": [str(finding.pk) for finding in findings], "status": status, **said}
    return person.post(f"{there}/findings/decide", body)


def test_what_an_engine_suggested_can_become_open_and_a_suggestion_again(
    editor: Person, there: str, system: System
) -> None:
    finding = make_finding(system, status=Status.SUGGESTED, raised_by=RaisedBy.ENGINE)
    assert deciding(editor, there, [finding], "open").body["findings"][0]["status"] == "open"
    assert deciding(editor, there, [finding], "suggested").body["findings"][0]["status"] == "suggested"


def test_an_undone_dismissal_leaves_no_reason_behind(editor: Person, there: str, system: System) -> None:
    finding = make_finding(system, status=Status.SUGGESTED, raised_by=RaisedBy.ENGINE)
    dismissed = deciding(editor, there, [finding], "dismissed", reason="Not here.").body["findings"][0]
    assert (dismissed["status"], dismissed["rationale"]) == ("dismissed", "Not here.")
    undone = deciding(editor, there, [finding], "suggested").body["findings"][0]
    assert (undone["status"], undone["rationale"]) == ("suggested", "")


@pytest.mark.parametrize("before", Status.values)
@pytest.mark.parametrize("raised_by", [RaisedBy.ENGINE, RaisedBy.PERSON])
def test_only_allowed_moves_are_made_and_others_name_what_is_allowed(
    editor: Person, there: str, system: System, before: str, raised_by: str
) -> None:
    allowed = allowed_next(before, raised_by_engine=raised_by == RaisedBy.ENGINE)
    for after in Status.values:
        finding = make_finding(system, status=before, raised_by=raised_by)
        answer = deciding(editor, there, [finding], after, **ACCEPTANCE)
        if after in allowed:
            assert answer.body["findings"][0]["status"] == after
        else:
            assert answer.status == 400
            expected = f"is {before}; from there it can become {', '.join(sorted(allowed))}."
            assert expected in answer.body["errors"]["findings"][0]


def test_what_a_person_raised_never_becomes_a_suggestion(editor: Person, there: str, system: System) -> None:
    assert deciding(editor, there, [make_finding(system)], "suggested").status == 400


@pytest.mark.parametrize(
    ("status", "missing", "fields"),
    [
        ("dismissed", "reason", {"reason"}),
        ("accepted", "reason", {"reason"}),
        ("accepted", "accepted_by", {"accepted_by", "accepted_until"}),
        ("accepted", "accepted_until", {"accepted_by", "accepted_until"}),
    ],
)
@pytest.mark.parametrize("blank", ["", "  ", None])
def test_a_decision_without_its_reason_name_or_day_is_refused(
    editor: Person, there: str, system: System, status: str, missing: str, fields: set[str], blank: str | None
) -> None:
    finding = make_finding(system)
    said = {name: value for name, value in ACCEPTANCE.items() if name != missing}
    if blank is not None and missing != "accepted_until":
        said[missing] = blank
    answer = deciding(editor, there, [finding], status, **said)
    assert answer.status == 400
    assert answer.body["errors"].keys() == fields
    with inside(system.workspace):
        assert Finding.objects.get().status == "open"


def test_accepting_a_risk_keeps_who_and_until_when_and_leaving_it_forgets_them(
    editor: Person, there: str, system: System
) -> None:
    finding = make_finding(system)
    accepted = deciding(editor, there, [finding], "accepted", **ACCEPTANCE).body["findings"][0]
    assert (accepted["accepted_by"], accepted["accepted_until"]) == ("The board", "2030-01-31")
    again = deciding(editor, there, [finding], "open").body["findings"][0]
    assert (again["accepted_by"], again["accepted_until"]) == ("", None)


def test_a_name_and_a_day_said_with_another_decision_are_not_kept(editor: Person, there: str, system: System) -> None:
    kept = deciding(editor, there, [make_finding(system)], "dismissed", **ACCEPTANCE).body["findings"][0]
    assert (kept["accepted_by"], kept["accepted_until"]) == ("", None)


def test_all_or_none_and_every_problem_is_named(editor: Person, there: str, system: System) -> None:
    good, closed, foreign = make_finding(system), make_finding(system, status="dismissed"), unused_id()
    body = {"findings": [str(good.pk), str(closed.pk), str(foreign)], "status": "treating"}
    answer = editor.post(f"{there}/findings/decide", body)
    assert answer.status == 400
    assert answer.body["errors"]["findings"] == [
        f"There is no finding {foreign} in this system.",
        "T-2 is dismissed; from there it can become open.",
    ]
    with inside(system.workspace):
        assert Finding.objects.get(pk=good.pk).status == "open"
        assert not Event.objects.filter(verb="finding.decided").exists()


def test_a_finding_of_another_system_is_as_good_as_not_there(editor: Person, there: str, system: System) -> None:
    elsewhere = make_finding(make_system(system.workspace, "Other"))
    assert deciding(editor, there, [elsewhere], "treating").status == 400


def test_a_thousand_are_decided_in_one_deed_and_one_event(editor: Person, system: System) -> None:
    common: dict[str, Any] = {"source": "adversarial", "origin": "insider", "title": "Threat", "raised_by": "person"}
    place: dict[str, Any] = {"target_type": "system", "target": system.pk, "target_name": "Desk"}
    actor = editor.actor_in(system.workspace)
    with inside(system.workspace):
        rows = [
            Finding(workspace=system.workspace, system=system, number=number, **common, **place)
            for number in range(1, 1_001)
        ]
        Finding.objects.bulk_create(rows)
        decide(actor, system, [row.pk for row in rows], Decision("dismissed", "All of it moved elsewhere."))
        assert Finding.objects.filter(status="dismissed", version=2).count() == 1_000
        event = Event.objects.get(verb="finding.decided")
    assert (event.changes["reason"], len(event.changes["findings"])) == ("All of it moved elsewhere.", 1_000)
    assert event.changes["before"]["T-7"] == "open"


@pytest.mark.parametrize("count", [0, 1_001])
def test_none_and_more_than_a_thousand_are_refused(editor: Person, there: str, system: System, count: int) -> None:
    body = {"findings": [str(unused_id()) for _ in range(count)], "status": "open"}
    assert "findings" in editor.post(f"{there}/findings/decide", body).body["errors"]
    actor: Actor = editor.actor_in(system.workspace)
    with inside(system.workspace), pytest.raises(Invalid, match="cannot be accepted") as refused:
        decide(actor, system, [unused_id() for _ in range(count)], Decision("open"))
    assert refused.value.errors == {"findings": ["Name from 1 to 1,000 findings."]}


def test_a_finding_that_is_named_twice_is_decided_once(editor: Person, there: str, system: System) -> None:
    finding = make_finding(system)
    decided = deciding(editor, there, [finding, finding], "treating").body["findings"]
    assert [(row["id"], row["version"]) for row in decided] == [(str(finding.pk), 2)]


def test_a_decision_counts_as_a_version_so_that_an_older_edit_of_the_text_still_goes_in(
    editor: Person, reviewer: Person, there: str, system: System
) -> None:
    finding = make_finding(system, status="accepted")
    assert deciding(editor, there, [finding], "treating").status == 200
    edited = reviewer.patch(f"{there}/findings/{finding.pk}", {"title": "Other words", "version": 1})
    assert (edited.status, edited.body["status"], edited.body["version"]) == (200, "treating", 3)


def test_a_status_that_does_not_exist_is_refused(editor: Person, there: str, system: System) -> None:
    assert "status" in deciding(editor, there, [make_finding(system)], "done").body["errors"]
    actor = editor.actor_in(system.workspace)
    with inside(system.workspace), pytest.raises(Invalid) as refused:
        decide(actor, system, [unused_id()], Decision("done", accepted_until=date(2030, 1, 1)))
    assert "suggested, open, treating" in refused.value.errors["status"][0]
