"""A workspace's catalogue as a value: the built-in one with what lies over it."""

from dataclasses import replace
from typing import Any

from apps.analysis.engines import _prepared
from apps.catalog.overlay import overlaid
from apps.catalog.plain_rows import RowKey, catalogue_rows
from tests.factories.catalogue import SMALL, changed
from tests.factories.packs import own_control_row, own_entry_row

NOTHING_OFF: frozenset[RowKey] = frozenset()
ROWS = catalogue_rows(SMALL)


def own(*rows: tuple[Any, dict[str, Any]]) -> dict[RowKey, dict[str, Any]]:
    return {(kind, row["slug"]): row for kind, row in rows}


def test_where_nothing_lies_over_it_the_built_in_catalogue_is_used_as_it_is() -> None:
    overlay = overlaid(SMALL, {}, NOTHING_OFF)
    assert overlay.in_force is overlay.everything is SMALL


def test_an_entry_of_ones_own_stands_beside_the_built_in_ones() -> None:
    overlay = overlaid(SMALL, own(("entry", own_entry_row("ours"))), NOTHING_OFF)
    assert set(overlay.in_force.entries) == {*SMALL.entries, "ours"}
    assert overlay.in_force.version not in ("", SMALL.version)
    assert len(overlay.in_force.version) == 64


def test_a_changed_copy_stands_in_place_of_the_built_in_entry_with_its_links_and_controls() -> None:
    row = {**ROWS["entry", "text-misread"], "title": "Our title"}
    catalogue = overlaid(SMALL, own(("entry", row)), NOTHING_OFF).in_force
    assert catalogue.entries["text-misread"].title == "Our title"
    assert [link.threat for link in catalogue.links_of["text-misread"]] == ["planted-instructions"]
    assert [control.slug for control in catalogue.controls_of["text-misread"]] == ["human-approval"]
    assert SMALL.entries["text-misread"].title == "Text misread"


def test_an_entry_that_is_switched_off_takes_its_links_and_treatments_along() -> None:
    overlay = overlaid(SMALL, {}, frozenset({("entry", "text-misread")}))
    assert "text-misread" not in overlay.in_force.entries
    assert overlay.in_force.links == ()
    assert overlay.in_force.controls["human-approval"].treats == ("planted-instructions",)
    assert "text-misread" in overlay.everything.entries


def test_a_control_that_is_switched_off_treats_nothing() -> None:
    overlay = overlaid(SMALL, {}, frozenset({("control", "human-approval")}))
    assert list(overlay.in_force.controls_of) == ["tool-misused"]
    assert list(overlay.everything.controls) == ["human-approval", "allow-list"]


def test_the_version_is_of_all_that_counts_and_of_nothing_else() -> None:
    rows = own(("entry", own_entry_row("ours")), ("entry", own_entry_row("theirs")))
    versions = [
        overlaid(SMALL, rows, NOTHING_OFF).in_force.version,
        overlaid(SMALL, rows, frozenset({("entry", "ours")})).in_force.version,
        overlaid(changed(SMALL, "later"), rows, NOTHING_OFF).in_force.version,
        overlaid(SMALL, own(("entry", own_entry_row("ours"))), NOTHING_OFF).in_force.version,
    ]
    assert len(set(versions)) == 4
    assert overlaid(SMALL, dict(reversed(rows.items())), NOTHING_OFF).in_force.version == versions[0]


def test_what_says_the_same_is_the_same_catalogue_so_that_engines_prepare_for_it_once() -> None:
    first, again = (overlaid(SMALL, own(("entry", own_entry_row("ours"))), NOTHING_OFF) for _ in range(2))
    assert again.in_force is first.in_force
    assert _prepared(again.in_force) is _prepared(first.in_force)
    other = overlaid(SMALL, own(("entry", own_entry_row("ours", title="Ours"))), NOTHING_OFF)
    assert other.in_force is not first.in_force


def test_a_release_that_takes_away_what_a_row_names_breaks_no_run() -> None:
    rows = own(
        ("entry", own_entry_row("ours", references=["GMF:misread"])),
        ("control", own_control_row("our-control", treats=["tool-misused", "ours", "text-misread"], references=[])),
    )
    link = {**ROWS["link", "planted-instructions mirrors text-misread"], "hazard": "tool-slips"}
    rows["link", "planted-instructions mirrors tool-slips"] = link
    gone = {"text-misread", "tool-slips"}
    later = changed(
        SMALL,
        "later",
        entries={slug: entry for slug, entry in SMALL.entries.items() if slug not in gone},
        references={key: row for key, row in SMALL.references.items() if key[0] == "ATLAS"},
        links=(),
        controls={},
    )
    overlay = overlaid(later, rows, NOTHING_OFF)
    assert set(overlay.problems) == {("entry", "ours"), ("link", "planted-instructions mirrors tool-slips")}
    assert "GMF:misread" in overlay.problems["entry", "ours"]
    assert overlay.in_force.controls["our-control"].treats == ("tool-misused",)
    assert overlay.in_force.links == ()


def test_a_copy_that_can_no_longer_be_read_leaves_the_built_in_entry_in_its_place() -> None:
    row = {**ROWS["entry", "tool-slips"], "title": "Ours", "harms": ["honesty"]}
    overlay = overlaid(SMALL, own(("entry", row)), NOTHING_OFF)
    assert overlay.in_force.entries["tool-slips"] == SMALL.entries["tool-slips"]
    assert "'honesty'" in overlay.problems["entry", "tool-slips"]


def test_a_link_of_ones_own_with_the_key_of_a_built_in_one_replaces_it() -> None:
    key = "planted-instructions mirrors text-misread"
    rows: Any = {("link", key): {**ROWS["link", key], "reason": "We say so."}}
    assert overlaid(SMALL, rows, NOTHING_OFF).in_force.links == (replace(SMALL.links[0], reason="We say so."),)
