"""Packs in a workspace: looked at, applied, upgraded, taken away, exported."""

from typing import Any

import pytest

from apps.activity.models import Event
from apps.catalog.knowledge import Catalogue
from apps.catalog.models import OwnRow, Pack, SwitchedOff
from apps.catalog.own_rows import LONGEST_LIST
from apps.catalog.packs import export_own, export_pack, import_pack, preview_pack, remove_pack
from apps.catalog.parsing import CatalogueError
from apps.catalog.reading import catalogue_in
from apps.catalog.services import change_own, switch_off
from apps.core.errors import Conflict, Invalid, NotAllowed
from tests.factories.packs import HOUSE_RULES, own_entry_row, pack_of
from tests.factories.people import Person, inside

pytestmark = pytest.mark.core
LATER = pack_of(own_entry_row("tool-rusts", title="It rusts"), own_entry_row("tool-sleeps"), version="2")


@pytest.fixture
def actor(editor: Person, workspace: Any, catalogue: Catalogue) -> Any:
    with inside(workspace):
        yield editor.actor_in(workspace)


def apply(actor: Any, text: str) -> Pack:
    return import_pack(actor, text, digest=preview_pack(actor, text).digest)


def told(preview: Any) -> list[tuple[str, str, str]]:
    rows = [preview.shown(one) for one in preview.differences]
    return [(row["change"], row["key"], row["replaces"]) for row in rows]


def test_a_preview_says_what_is_new_and_what_it_stands_in_for_and_writes_nothing(actor: Any) -> None:
    preview = preview_pack(actor, HOUSE_RULES)
    assert told(preview) == [("new", "tool-rusts", ""), ("changed", "tool-slips", "built_in")]
    assert [field.field for field in preview.differences[1].fields] == ["gist"]
    assert not OwnRow.objects.exists()
    assert not Event.objects.exists()


def test_applying_writes_the_rows_with_their_origin_in_one_event(actor: Any) -> None:
    pack = apply(actor, HOUSE_RULES)
    rows = {row.key: row for row in OwnRow.objects.filter(pack=pack)}
    assert rows["tool-rusts"].origin is None
    assert rows["tool-slips"].origin["gist"] == "What is meant by tool-slips."
    assert rows["tool-slips"].reason == "House rules 1"
    assert "tool-rusts" in catalogue_in(actor.workspace).entries
    [event] = Event.objects.all()
    assert event.verb == "pack.imported"
    assert event.changes == {
        "slug": "house-rules",
        "title": "House rules",
        "version": "1",
        "new": 1,
        "changed": 1,
        "gone": 0,
    }


def test_applying_it_again_changes_nothing(actor: Any) -> None:
    digest = preview_pack(actor, HOUSE_RULES).digest
    first = import_pack(actor, HOUSE_RULES, digest=digest)
    assert import_pack(actor, HOUSE_RULES, digest=digest).pk == first.pk
    assert preview_pack(actor, HOUSE_RULES).differences == ()
    assert Event.objects.count() == 1


def test_a_later_version_says_what_is_new_changed_and_gone_and_does_it(actor: Any) -> None:
    apply(actor, HOUSE_RULES)
    preview = preview_pack(actor, LATER)
    assert preview.here is not None
    assert preview.here.version == "1"
    assert told(preview) == [
        ("new", "tool-sleeps", ""),
        ("changed", "tool-rusts", "house-rules"),
        ("gone", "tool-slips", "house-rules"),
    ]
    assert apply(actor, LATER).version == "2"
    entries = catalogue_in(actor.workspace).entries
    assert entries["tool-rusts"].title == "It rusts"
    assert entries["tool-slips"].gist == "What is meant by tool-slips."


def test_what_was_not_looked_at_is_not_applied(actor: Any) -> None:
    digest = preview_pack(actor, HOUSE_RULES).digest
    with pytest.raises(Conflict, match="look again"):
        import_pack(actor, LATER, digest=digest)
    change_own(actor, "entry", "tool-slips", {"gist": "By hand."}, reason="Ours.", seen=None)
    with pytest.raises(Conflict, match="look again"):
        import_pack(actor, HOUSE_RULES, digest=digest)
    assert told(preview_pack(actor, HOUSE_RULES))[1] == ("changed", "tool-slips", "own")
    assert not Pack.objects.exists()


def test_a_version_has_one_content(actor: Any) -> None:
    apply(actor, HOUSE_RULES)
    with pytest.raises(CatalogueError, match="version 1 of house-rules is here already"):
        preview_pack(actor, pack_of(own_entry_row("other")))


def test_a_row_of_a_pack_that_somebody_changed_is_shown_before_it_is_overwritten(actor: Any) -> None:
    apply(actor, HOUSE_RULES)
    change_own(actor, "entry", "tool-rusts", {"title": "Ours now"}, reason="Better.", seen=None)
    assert told(preview_pack(actor, HOUSE_RULES)) == [("changed", "tool-rusts", "own")]
    apply(actor, HOUSE_RULES)
    assert catalogue_in(actor.workspace).entries["tool-rusts"].title != "Ours now"


def test_a_row_that_somebody_changed_is_no_longer_exported_under_the_version_of_its_pack(actor: Any) -> None:
    pack = apply(actor, HOUSE_RULES)
    own = change_own(actor, "entry", "tool-rusts", {"title": "Ours now"}, reason="Better.", seen=None)
    text = export_pack(pack)
    assert own.pack is None
    assert "Ours now" not in text
    assert "version: 1+" in text


@pytest.mark.parametrize("without", [remove_pack, lambda actor, _: apply(actor, LATER)])
def test_what_a_person_wrote_is_back_when_the_pack_that_replaced_it_is_gone(actor: Any, without: Any) -> None:
    change_own(actor, "entry", "tool-slips", {"gist": "By hand."}, reason="Ours.", seen=None)
    pack = apply(actor, HOUSE_RULES)
    without(actor, pack)
    own = OwnRow.objects.get(key="tool-slips")
    assert (own.pack, own.content["gist"], own.reason, own.replaced) == (None, "By hand.", "Ours.", None)
    assert own.origin["gist"] == "What is meant by tool-slips."


def test_a_later_version_may_not_turn_its_own_entry_into_one_of_the_other_lens(actor: Any) -> None:
    apply(actor, HOUSE_RULES)
    turned = own_entry_row("tool-rusts", source="adversarial", origin="insider")
    with pytest.raises(CatalogueError, match="an entry keeps its source"):
        preview_pack(actor, pack_of(turned, version="2"))


def test_what_goes_with_its_pack_is_not_switched_off_any_more_and_what_is_built_in_is(actor: Any) -> None:
    pack = apply(actor, HOUSE_RULES)
    for slug in ("tool-rusts", "tool-slips"):
        switch_off(actor, "entry", slug, reason="Not here.")
    remove_pack(actor, pack)
    assert [off.slug for off in SwitchedOff.objects.all()] == ["tool-slips"]


def test_a_pack_may_not_lean_on_its_own_version_before(actor: Any) -> None:
    apply(actor, HOUSE_RULES)
    link = {
        "threat": "tool-misused",
        "hazard": "tool-rusts",
        "relation": "mirrors",
        "shared_property": "care",
        "reason": "Care.",
    }
    with pytest.raises(CatalogueError, match="'tool-rusts', which is no entry"):
        preview_pack(actor, pack_of(own_entry_row("tool-sleeps"), links=[link], version="2"))


def test_removing_a_pack_takes_its_rows_and_brings_back_what_is_built_in(actor: Any) -> None:
    remove_pack(actor, apply(actor, HOUSE_RULES))
    assert not OwnRow.objects.exists()
    assert catalogue_in(actor.workspace).entries["tool-slips"].gist == "What is meant by tool-slips."
    assert Event.objects.order_by("-sequence")[0].verb == "pack.removed"


def test_an_exported_pack_is_the_one_that_was_imported(actor: Any) -> None:
    text = export_pack(apply(actor, HOUSE_RULES))
    assert preview_pack(actor, text).differences == ()
    assert apply(actor, text).version == "1"


def test_all_that_a_workspace_wrote_goes_to_another_and_is_equal_there(
    actor: Any, elsewhere: Any, stranger: Person
) -> None:
    apply(actor, HOUSE_RULES)
    change_own(actor, "control", "human-approval", {"title": "Two people approve"}, reason="So it is.", seen=None)
    text, here = export_own(actor), catalogue_in(actor.workspace)
    with inside(elsewhere):
        other = stranger.actor_in(elsewhere)
        apply(other, text)
        there = catalogue_in(elsewhere)
        assert (there.entries, there.controls, there.version) == (here.entries, here.controls, here.version)
        assert export_own(other).split("\n", 3)[3] == text.split("\n", 3)[3]


def test_more_rows_than_a_list_inside_a_row_may_have_go_out_and_come_in_again(actor: Any) -> None:
    many = pack_of(*(own_entry_row(f"ours-{number}") for number in range(LONGEST_LIST + 1)))
    assert preview_pack(actor, export_pack(apply(actor, many))).differences == ()


def test_what_counts_against_the_limit_is_what_is_there_after_the_change(
    actor: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apps.catalog.packs.MOST_OWN_ROWS", 2)
    apply(actor, HOUSE_RULES)
    assert apply(actor, LATER).version == "2"
    with pytest.raises(Invalid):
        apply(actor, pack_of(own_entry_row("one-more"), slug="another"))


def test_a_reviewer_may_not_look_at_a_file_nor_apply_it(reviewer: Person, workspace: Any, catalogue: Catalogue) -> None:
    with inside(workspace):
        for deed in (
            lambda: preview_pack(reviewer.actor_in(workspace), HOUSE_RULES),
            lambda: import_pack(reviewer.actor_in(workspace), HOUSE_RULES, digest=""),
        ):
            with pytest.raises(NotAllowed):
                deed()
