"""Treatments of a finding: which control, how far it has come, and what "verified" needs."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from apps.activity.models import Event
from apps.catalog.knowledge import Catalogue
from apps.systems.models import System
from apps.threats.models import Finding, Treatment
from tests.factories.findings import make_finding, make_treatment
from tests.factories.people import Answer, Person, inside
from tests.factories.systems import make_system, unused_id

PROOF = {"evidence": "Ten test payments waited for a yes.", "verified_until": "2099-01-31"}


@pytest.fixture
def finding(system: System, catalogue: Catalogue) -> Finding:
    return make_finding(system)  # type: ignore[no-any-return]  # A scoped manager is untyped.


@pytest.fixture
def below(there: str, finding: Finding) -> str:
    return f"{there}/findings/{finding.pk}/treatments"


def adding(person: Person, below: str, **said: Any) -> Answer:
    return person.post(below, {"control": "human-approval", **said})


def last_event(system: System) -> Event:
    with inside(system.workspace):
        return Event.objects.filter(system=system.pk).latest("sequence")  # type: ignore[no-any-return]  # The same.


def test_a_treatment_is_planned_with_the_factor_that_its_control_moves(
    reviewer: Person, below: str, finding: Finding
) -> None:
    made = reviewer.post(below, {"control": "allow-list", "owner": "Platform", "due": "2030-01-31"})
    assert made.status == 201
    assert (made.body["title"], made.body["state"], made.body["factor"]) == ("Only known payees", "planned", "impact")
    assert reviewer.get(below).rows == [made.body]
    event = last_event(finding.system)
    assert (event.verb, str(event.object_id)) == ("treatment.added", made.id)
    named = {"mark": "T-1", "finding": str(finding.pk), "control": "allow-list"}
    assert event.changes == {**named, "state": "planned"}


def test_a_factor_that_is_said_counts_and_an_id_is_kept(reviewer: Person, below: str) -> None:
    identifier = str(unused_id())
    made = adding(reviewer, below, id=identifier, factor="catch")
    assert (made.id, made.body["factor"]) == (identifier, "catch")
    taken = reviewer.post(below, {"control": "allow-list", "id": identifier})
    assert (taken.status, taken.body["errors"].keys()) == (400, {"id"})


def test_the_same_control_is_recorded_once_for_a_finding(
    reviewer: Person, below: str, there: str, finding: Finding
) -> None:
    assert adding(reviewer, below).status == 201
    again = adding(reviewer, below)
    assert again.status == 409
    assert again.body["detail"].startswith("T-1 is already treated with this control")
    other = make_finding(finding.system)
    assert adding(reviewer, f"{there}/findings/{other.pk}/treatments").status == 201
    with inside(finding.workspace), pytest.raises(IntegrityError), transaction.atomic():
        make_treatment(finding)


def test_a_control_that_the_catalogue_does_not_have_is_refused(reviewer: Person, below: str) -> None:
    answer = reviewer.post(below, {"control": "hope"})
    assert answer.body["errors"] == {"control": ["There is no control hope in the catalogue."]}


@pytest.mark.parametrize("missing", [*PROOF, "both"])
@pytest.mark.parametrize("blank", ["", "  "])
def test_verified_needs_evidence_and_a_day_until_which_it_holds(
    reviewer: Person, below: str, finding: Finding, missing: str, blank: str
) -> None:
    made = adding(reviewer, below, state="in_place")
    said = {name: value for name, value in PROOF.items() if missing not in (name, "both")}
    if "evidence" not in said:
        said["evidence"] = blank
    answer = reviewer.patch(f"{below}/{made.id}", {"state": "verified", **said})
    assert (answer.status, answer.body["errors"].keys()) == (400, PROOF.keys() - said.keys() | _blank(said))
    verified = reviewer.patch(f"{below}/{made.id}", {"state": "verified", **PROOF})
    assert (verified.status, verified.body["state"]) == (200, "verified")


def _blank(said: dict[str, str]) -> set[str]:
    return {name for name, value in said.items() if not value.strip()}


def test_the_database_holds_that_verified_has_evidence(finding: Finding) -> None:
    with inside(finding.workspace), pytest.raises(IntegrityError), transaction.atomic():
        make_treatment(finding, state="verified", evidence="")


def test_a_change_says_before_and_after(reviewer: Person, below: str, finding: Finding) -> None:
    made = adding(reviewer, below, due="2030-01-31")
    changed = reviewer.patch(f"{below}/{made.id}", {"state": "in_place", "due": None, "owner": "", "version": 1})
    assert (changed.body["state"], changed.body["due"], changed.body["version"]) == ("in_place", None, 2)
    event = last_event(finding.system)
    assert event.verb == "treatment.changed"
    assert (event.changes["state"], event.changes["due"]) == (["planned", "in_place"], ["2030-01-31", None])
    assert "owner" not in event.changes


def test_two_people_in_two_fields_both_win_and_in_one_the_later_is_told(
    editor: Person, reviewer: Person, below: str
) -> None:
    path = f"{below}/{adding(editor, below).id}"
    assert editor.patch(path, {"owner": "Platform", "version": 1}).status == 200
    assert reviewer.patch(path, {"state": "in_place", "version": 1}).status == 200
    late = reviewer.patch(path, {"owner": "Payments", "version": 1})
    assert late.status == 409
    assert [(one["field"], one["yours"], one["theirs"]) for one in late.body["conflicts"]] == [
        ("owner", "Payments", "Platform")
    ]


@pytest.mark.parametrize("field", ["id", "control"])
def test_what_makes_it_another_treatment_is_not_edited(reviewer: Person, below: str, field: str) -> None:
    made = adding(reviewer, below)
    value = str(unused_id()) if field == "id" else "allow-list"
    assert reviewer.patch(f"{below}/{made.id}", {field: value}).body["errors"].keys() == {field}


def test_taking_one_away_keeps_what_was_said_in_the_event(reviewer: Person, below: str, finding: Finding) -> None:
    made = adding(reviewer, below, state="verified", **PROOF)
    assert reviewer.delete(f"{below}/{made.id}").status == 204
    assert reviewer.get(below).rows == []
    event = last_event(finding.system)
    assert (event.verb, event.changes["control"]) == ("treatment.removed", "human-approval")
    assert (event.changes["evidence"], event.changes["verified_until"]) == tuple(PROOF.values())


def test_a_treatment_is_not_below_another_finding_or_system(reviewer: Person, there: str, finding: Finding) -> None:
    treatment = make_treatment(finding)
    other, foreign = make_finding(finding.system), make_finding(make_system(finding.workspace, "Other"))
    for place in (other, foreign):
        path = f"{there}/findings/{place.pk}/treatments"
        assert reviewer.patch(f"{path}/{treatment.pk}", {"owner": "Me"}).status == 404
        assert reviewer.delete(f"{path}/{treatment.pk}").status == 404
    assert reviewer.get(f"{there}/findings/{foreign.pk}/treatments").status == 404


def test_a_control_that_is_gone_from_the_catalogue_is_called_by_its_slug(
    reviewer: Person, below: str, finding: Finding
) -> None:
    make_treatment(finding, "old-habit")
    assert [row["title"] for row in reviewer.get(below).rows] == ["old-habit"]


@pytest.mark.parametrize(
    ("state", "days_left", "counts"),
    [
        ("idea", None, False),
        ("planned", None, False),
        ("in_place", None, True),
        ("in_place", 0, True),
        ("in_place", -1, False),
        ("verified", 0, True),
        ("verified", -1, False),
        ("stale", 30, False),
    ],
)
def test_in_force_is_what_is_in_place_or_verified_until_its_day_has_passed(
    finding: Finding, state: str, days_left: int | None, counts: bool
) -> None:
    today = timezone.localdate()
    until: dict[str, Any] = {} if days_left is None else {"verified_until": today + timedelta(days=days_left)}
    make_treatment(finding, state=state, **until)
    with inside(finding.workspace):
        assert Treatment.objects.all().in_force(today).exists() == counts
