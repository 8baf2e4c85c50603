"""The list of findings: filters, words, orders and pages."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.catalog.knowledge import Catalogue
from apps.catalog.models import Entry
from apps.systems.models import Element, System
from tests.factories.findings import make_finding, make_link, make_suggestion
from tests.factories.people import Person
from tests.factories.systems import make, make_system


@pytest.fixture
def agent(system: System) -> Element:
    return make(Element, system)  # type: ignore[no-any-return]  # It makes rows of any model.


@pytest.fixture
def register(system: System, agent: Element) -> None:
    """Four findings, numbered as they come here, and one of another system."""
    ordinary: dict[str, Any] = {"raised_by": "engine", "status": "suggested"}
    make_finding(system, title="Alpha", score=10, target=agent.pk, **ordinary)
    make_finding(system, title="Beta", score=30, source="unintended", description="About mail", status="open")
    make_finding(system, title="Gamma", score=20, outdated_at=timezone.now(), **ordinary)
    make_finding(system, title="Delta", score=20, target_name="The mail agent", status="dismissed")
    make_finding(make_system(system.workspace, "Other"), title="Foreign mail")


def titles(person: Person, there: str, **query: Any) -> list[str]:
    return [row["title"] for row in person.get(f"{there}/findings", query).rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Beta", "Gamma", "Delta", "Alpha"]),
        ({"order": "score"}, ["Beta", "Gamma", "Delta", "Alpha"]),
        ({"order": "number"}, ["Alpha", "Beta", "Gamma", "Delta"]),
        ({"order": "newest"}, ["Delta", "Gamma", "Beta", "Alpha"]),
        ({"status": "suggested"}, ["Gamma", "Alpha"]),
        ({"status": "open,dismissed"}, ["Beta", "Delta"]),
        ({"source": "unintended"}, ["Beta"]),
        ({"outdated": "true"}, ["Gamma"]),
        ({"outdated": "false"}, ["Beta", "Delta", "Alpha"]),
        ({"q": "ALPH"}, ["Alpha"]),
        ({"q": " mail "}, ["Beta", "Delta"]),
        ({"q": "nowhere"}, []),
        ({"q": "%"}, []),
        ({"q": "mail", "status": "open", "source": "unintended"}, ["Beta"]),
        ({"q": "mail", "source": "adversarial", "order": "number"}, ["Delta"]),
    ],
)
def test_it_holds_what_was_asked_for_in_the_order_asked_for(
    viewer: Person, there: str, register: None, query: dict[str, str], expected: list[str]
) -> None:
    assert titles(viewer, there, **query) == expected


def test_a_target_has_its_findings(viewer: Person, there: str, register: None, agent: Element) -> None:
    assert titles(viewer, there, target=str(agent.pk)) == ["Alpha"]


def test_so_has_what_a_finding_also_concerns(viewer: Person, there: str, system: System, agent: Element) -> None:
    other = make(Element, system)
    make_finding(system, title="On both", target=other.pk, also=[str(agent.pk)])
    make_finding(system, title="On one", target=other.pk, also=[str(make(Element, system).pk)])
    assert titles(viewer, there, target=str(agent.pk)) == ["On both"]


@pytest.mark.parametrize("order", ["score", "number", "newest"])
def test_pages_hold_every_finding_once_in_every_order(viewer: Person, there: str, system: System, order: str) -> None:
    target = make(Element, system).pk
    for number in range(11):
        make_finding(system, title=f"Number {number}", score=number % 3, target=target)
    whole = titles(viewer, there, order=order)
    seen, path = [], f"{there}/findings?order={order}&page_size=4"
    while path:
        page = viewer.get(path)
        seen += [row["title"] for row in page.rows]
        path = page.body["next"]
    assert seen == whole
    assert len(set(whole)) == 11


def test_a_suggestion_shows_what_the_catalogue_knows_beside_it(
    viewer: Person, there: str, system: System, catalogue: Catalogue
) -> None:
    make_suggestion(system, Entry.objects.get(slug="planted-instructions"))
    (row,) = viewer.get(f"{there}/findings").rows
    assert [control["slug"] for control in row["controls"]] == ["human-approval"]
    assert [(one["identifier"], one["edition"]) for one in row["references"]] == [("AML.T0051.001", "2026.07")]
    (counterpart,) = row["counterparts"]
    assert (counterpart["entry"], counterpart["finding"]) == ("text-misread", None)
    assert (counterpart["relation"], counterpart["source"]) == ("also-unintended", "unintended")


def test_a_counterpart_that_is_found_is_not_named_from_the_catalogue_again(
    viewer: Person, there: str, system: System, catalogue: Catalogue
) -> None:
    threat, hazard = (
        make_suggestion(system, Entry.objects.get(slug=slug)) for slug in ("planted-instructions", "text-misread")
    )
    make_link(threat, hazard)
    found = {row["mark"]: row["counterparts"] for row in viewer.get(f"{there}/findings").rows}
    assert [(one["finding"], one["number"]) for one in found["T-1"]] == [(str(hazard.pk), 2)]
    assert [(one["finding"], one["number"]) for one in found["H-2"]] == [(str(threat.pk), 1)]


def test_the_number_of_queries_does_not_grow_with_the_list(
    viewer: Person, there: str, system: System, catalogue: Catalogue
) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as queries:
            viewer.get(f"{there}/findings")
        return len(queries)

    entries = list(Entry.objects.order_by("slug"))
    make_suggestion(system, entries[0])
    viewer.get(f"{there}/findings")  # Signing in has queries of its own.
    one = counted()
    for _ in range(3):
        rows = [make_suggestion(system, entry) for entry in entries]
        make_link(rows[0], rows[1], "masks")
    assert counted() == one
