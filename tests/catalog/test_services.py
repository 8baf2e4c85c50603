"""What a workspace does to its own catalogue."""

from typing import Any

import pytest
from django.db.models import Model

from apps.activity.models import Event
from apps.catalog.knowledge import Catalogue
from apps.catalog.models import Entry, OwnRow, SwitchedOff
from apps.catalog.reading import catalogue_in, workspace_catalogue
from apps.catalog.services import add_own, change_own, remove_own, switch_off, switch_on
from apps.core.errors import Conflict, Invalid, NotAllowed, NotVisible
from tests.factories.packs import own_control_row, own_entry_row
from tests.factories.people import Person, inside

pytestmark = pytest.mark.core


@pytest.fixture
def actor(editor: Person, workspace: Any, catalogue: Catalogue) -> Any:
    with inside(workspace):
        yield editor.actor_in(workspace)


def last_event() -> tuple[str, dict[str, Any]]:
    event = Event.objects.order_by("-sequence")[0]
    return event.verb, event.changes


def test_an_own_entry_is_in_the_workspaces_catalogue_and_in_nobody_elses(actor: Any, elsewhere: Any) -> None:
    add_own(actor, "entry", own_entry_row("ours"), reason="It happened here.")
    assert "ours" in catalogue_in(actor.workspace).entries
    with inside(elsewhere):
        assert "ours" not in catalogue_in(elsewhere).entries
    assert not Entry.objects.filter(slug="ours").exists()
    assert last_event() == ("entry.added", {"slug": "ours", "title": "Tool slips", "reason": "It happened here."})


def test_a_field_with_nothing_in_it_is_as_one_that_is_not_there(actor: Any) -> None:
    own = add_own(actor, "control", own_control_row("gloves", verification=None), reason="We wear them.")
    assert "verification" not in own.content
    own = add_own(actor, "entry", own_entry_row("ours", disturbance=None), reason="Ours.")
    assert "disturbance" not in own.content


def test_a_slug_that_is_taken_is_refused(actor: Any) -> None:
    with pytest.raises(Invalid) as raised:
        add_own(actor, "entry", own_entry_row("tool-slips"), reason="Mine.")
    assert raised.value.errors == {"content.slug": ["There is an entry tool-slips already."]}


def test_changing_a_built_in_entry_makes_a_copy_that_remembers_its_origin(actor: Any) -> None:
    own = change_own(actor, "entry", "tool-slips", {"title": "It slips here"}, reason="Our word.", seen=None)
    assert own.origin["title"] == "Tool slips"
    assert catalogue_in(actor.workspace).entries["tool-slips"].title == "It slips here"
    assert Entry.objects.get(slug="tool-slips").title == "Tool slips"
    verb, changes = last_event()
    assert (verb, changes["reason"]) == ("entry.overridden", "Our word.")


def test_changing_it_again_keeps_the_origin_and_sees_who_was_faster(actor: Any) -> None:
    own = change_own(actor, "entry", "tool-slips", {"title": "One"}, reason="A.", seen=None)
    again = change_own(actor, "entry", "tool-slips", {"title": "Two"}, reason="B.", seen=own.version)
    assert (again.pk, again.origin["title"], again.reason) == (own.pk, "Tool slips", "B.")
    assert last_event()[1]["title"] == ["One", "Two"]
    with pytest.raises(Conflict):
        change_own(actor, "entry", "tool-slips", {"title": "Three"}, reason="C.", seen=own.version)


def test_the_second_of_two_who_opened_the_built_in_entry_is_told(actor: Any) -> None:
    own = change_own(actor, "entry", "tool-slips", {"title": "One"}, reason="A.", seen=0)
    with pytest.raises(Conflict, match="changed the same"):
        change_own(actor, "entry", "tool-slips", {"title": "Two"}, reason="B.", seen=0)
    remove_own(actor, "entry", "tool-slips")
    with pytest.raises(Conflict, match="took the changed copy back"):
        change_own(actor, "entry", "tool-slips", {"title": "Three"}, reason="C.", seen=own.version)


def test_an_entry_that_is_removed_does_not_stay_switched_off(actor: Any) -> None:
    add_own(actor, "entry", own_entry_row("ours"), reason="Ours.")
    switch_off(actor, "entry", "ours", reason="Not now.")
    remove_own(actor, "entry", "ours")
    assert not SwitchedOff.objects.exists()


def test_a_change_that_changes_nothing_leaves_no_event(actor: Any) -> None:
    change_own(actor, "entry", "tool-slips", {"title": "One"}, reason="A.", seen=None)
    before = Event.objects.count()
    change_own(actor, "entry", "tool-slips", {"title": "One"}, reason="A.", seen=None)
    assert Event.objects.count() == before


def test_an_optional_field_is_taken_away_with_none(actor: Any) -> None:
    add_own(actor, "entry", own_entry_row("ours", alone="Nobody wants it."), reason="Ours.")
    own = change_own(actor, "entry", "ours", {"alone": None}, reason="It has one now.", seen=None)
    assert "alone" not in own.content


@pytest.mark.parametrize("field", [{"source": "adversarial", "origin": "insider"}, {"slug": "other"}])
def test_what_findings_hold_on_to_stays(actor: Any, field: dict[str, str]) -> None:
    with pytest.raises(Invalid, match="cannot be accepted"):
        change_own(actor, "entry", "tool-slips", field, reason="Why not.", seen=None)


def test_removing_the_copy_brings_the_built_in_entry_back(actor: Any) -> None:
    change_own(actor, "entry", "tool-slips", {"title": "It slips here"}, reason="Our word.", seen=None)
    remove_own(actor, "entry", "tool-slips")
    assert catalogue_in(actor.workspace).entries["tool-slips"].title == "Tool slips"
    with pytest.raises(Conflict, match="Switch it off instead"):
        remove_own(actor, "entry", "tool-slips")


def test_an_entry_that_an_own_control_treats_can_go(actor: Any) -> None:
    add_own(actor, "entry", own_entry_row("ours"), reason="Ours.")
    add_own(actor, "control", own_control_row("our-control", treats=["ours", "tool-slips"]), reason="Ours.")
    assert [row.slug for row in catalogue_in(actor.workspace).controls_of["ours"]] == ["our-control"]
    remove_own(actor, "entry", "ours")
    assert catalogue_in(actor.workspace).controls["our-control"].treats == ("tool-slips",)


def test_switching_off_and_on_again_says_who_and_why(actor: Any) -> None:
    off = switch_off(actor, "entry", "tool-slips", reason="We have no tools.")
    assert "tool-slips" not in catalogue_in(actor.workspace).entries
    assert (off.by, off.reason) == (actor.label, "We have no tools.")
    with pytest.raises(Conflict, match="already"):
        switch_off(actor, "entry", "tool-slips", reason="Again.")
    switch_on(actor, "entry", "tool-slips")
    assert "tool-slips" in catalogue_in(actor.workspace).entries
    assert last_event()[0] == "entry.switched_on"
    with pytest.raises(Conflict):
        switch_on(actor, "entry", "tool-slips")


def test_every_deed_asks_for_a_reason(actor: Any) -> None:
    for deed in (
        lambda: add_own(actor, "entry", own_entry_row("ours"), reason=" "),
        lambda: change_own(actor, "entry", "tool-slips", {"title": "x"}, reason="", seen=None),
        lambda: switch_off(actor, "control", "human-approval", reason=""),
    ):
        with pytest.raises(Invalid) as raised:
            deed()
        assert set(raised.value.errors) == {"reason"}


def test_what_is_not_there_cannot_be_changed_or_switched(actor: Any) -> None:
    for deed in (
        lambda: change_own(actor, "entry", "nothing", {}, reason="x", seen=None),
        lambda: remove_own(actor, "control", "nothing"),
        lambda: switch_off(actor, "entry", "nothing", reason="x"),
    ):
        with pytest.raises(NotVisible):
            deed()


def test_a_reviewer_may_look_and_not_change(reviewer: Person, workspace: Any, catalogue: Catalogue) -> None:
    with inside(workspace), pytest.raises(NotAllowed, match="change the catalogue"):
        switch_off(reviewer.actor_in(workspace), "entry", "tool-slips", reason="No.")


@pytest.mark.parametrize("model", [OwnRow, SwitchedOff])
def test_the_rows_of_one_workspace_are_not_there_in_another(actor: Any, elsewhere: Any, model: type[Model]) -> None:
    add_own(actor, "entry", own_entry_row("ours"), reason="Ours.")
    switch_off(actor, "entry", "tool-slips", reason="Not here.")
    with inside(elsewhere):
        assert not model._default_manager.exists()
        assert workspace_catalogue(elsewhere).overlay.in_force is workspace_catalogue(elsewhere).builtin
