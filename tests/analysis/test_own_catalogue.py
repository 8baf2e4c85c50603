"""A run looks with the workspace's catalogue: what it wrote, changed and switched off."""

from typing import Any

import pytest

from apps.analysis.services import do_run
from apps.catalog.knowledge import Catalogue
from apps.catalog.reading import catalogue_in
from apps.catalog.services import add_own, change_own, switch_off, switch_on
from apps.systems.models import Element, System
from apps.threats.models import Finding
from apps.threats.reading import beside
from apps.threats.services import Decision, decide, edit_finding
from tests.factories.findings import make_run
from tests.factories.packs import own_entry_row
from tests.factories.people import Person, inside
from tests.factories.systems import make

pytestmark = pytest.mark.core


@pytest.fixture
def actor(editor: Person, system: System, catalogue: Catalogue) -> Any:
    make(Element, system, name="Payment tool", kind="tool")
    make(Element, system, name="Refund agent", kind="agent", attributes={"untrusted_content": True})
    with inside(system.workspace):
        yield editor.actor_in(system.workspace)


def suggested(system: System) -> set[str]:
    do_run_of(system)
    return set(Finding.objects.filter(system=system, outdated_at=None).values_list("entry", flat=True))


def do_run_of(system: System) -> Any:
    run = make_run(system, state="running")
    do_run(run)
    run.refresh_from_db()
    return run


def test_an_own_entry_is_suggested_and_named_by_its_slug(actor: Any, system: System) -> None:
    add_own(actor, "entry", own_entry_row("ours"), reason="Ours.")
    assert "ours" in suggested(system)


def test_the_run_notes_the_version_of_the_workspaces_catalogue(actor: Any, system: System) -> None:
    assert do_run_of(system).catalogue_version == "small"
    add_own(actor, "entry", own_entry_row("ours"), reason="Ours.")
    assert do_run_of(system).catalogue_version == catalogue_in(actor.workspace).version != "small"


def test_what_was_suggested_from_an_entry_that_is_now_off_is_outdated_and_decisions_stay(
    actor: Any, system: System
) -> None:
    make(Element, system, name="Mail tool", kind="tool")
    suggested(system)
    one, other = Finding.objects.filter(entry="tool-slips").order_by("number")
    decide(actor, system, [one.pk], Decision(status="open"))
    switch_off(actor, "entry", "tool-slips", reason="Not here.")
    suggested(system)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.status, one.outdated_at) == ("open", None)
    assert other.outdated_at is not None
    switch_on(actor, "entry", "tool-slips")
    suggested(system)
    other.refresh_from_db()
    assert other.outdated_at is None


def test_a_changed_copy_decides_when_and_how_it_is_suggested(actor: Any, system: System) -> None:
    change_own(actor, "entry", "tool-slips", {"title": "It slips here"}, reason="Our word.", seen=None)
    suggested(system)
    assert Finding.objects.get(entry="tool-slips").title == "It slips here"
    change_own(actor, "entry", "tool-slips", {"kinds": ["vector_store"]}, reason="Only there.", seen=None)
    assert "tool-slips" not in suggested(system)


def test_a_suggestion_takes_on_new_words_but_keeps_those_that_a_person_wrote(actor: Any, system: System) -> None:
    suggested(system)
    finding = Finding.objects.get(entry="tool-slips")
    edit_finding(actor, finding, {"title": "Ours"}, seen=None)
    words = {"title": "It slips here", "gist": "Now in other words."}
    change_own(actor, "entry", "tool-slips", words, reason="Our word.", seen=None)
    suggested(system)
    finding.refresh_from_db()
    assert (finding.title, finding.description) == ("Ours", "Now in other words.")


def test_beside_a_finding_stands_what_the_workspace_says_about_its_entry(actor: Any, system: System) -> None:
    suggested(system)
    finding = Finding.objects.get(entry="text-misread")
    assert [row.slug for row in beside([finding])[finding.pk].controls] == ["human-approval"]
    switch_off(actor, "control", "human-approval", reason="Nobody has time.")
    assert beside([finding])[finding.pk].controls == []
    switch_off(actor, "entry", "text-misread", reason="Not here.")
    assert [row.identifier for row in beside([finding])[finding.pk].references] == ["misread"]
