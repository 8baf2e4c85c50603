"""Rows in the form of the files: what is written is read again as the same."""

import pytest

from apps.catalog.own_rows import RowError, checked_row
from apps.catalog.parsing import builtin_catalogue
from apps.catalog.plain_rows import RowKind, catalogue_rows
from tests.factories.catalogue import SMALL
from tests.factories.packs import own_control_row, own_entry_row

BUILTIN = builtin_catalogue()


def test_every_row_of_the_catalogue_that_ships_is_read_again_as_it_was() -> None:
    rows = catalogue_rows(BUILTIN)
    assert len(rows) == len(BUILTIN.entries) + len(BUILTIN.controls) + len(BUILTIN.links)
    for (kind, key), row in rows.items():
        assert checked_row(kind, row, BUILTIN.entries, dict(BUILTIN.references)) == (key, row)


FAULTS: list[tuple[RowKind, dict[str, object], str, str]] = [
    ("entry", {"slug": "Tool Slips"}, "slug", "small letters"),
    ("entry", {"slug": "a" * 81}, "slug", "longer than 80"),
    ("entry", {"title": ""}, "title", "has to be a text"),
    ("entry", {"title": "x" * 201}, "title", "longer than 200"),
    ("entry", {"title": 7}, "title", "has to be a text"),
    ("entry", {"gist": "x" * 5_001}, "gist", "longer than 5,000"),
    ("entry", {"gist": "end\x00"}, "gist", "nobody can read"),
    ("entry", {"gist": "half \ud800"}, "gist", "nobody can read"),
    ("entry", {"kinds": ["robot"]}, "kinds[0]", "'robot'"),
    ("entry", {"kinds": ["tool"] * 501}, "kinds", "at most 500"),
    ("entry", {"when": [{"attribute": "autonomy", "is": ["never"]}]}, "when[0].is", "'never'"),
    ("entry", {"when": [{"attribute": "autonomy", "is": [{"a": 1}]}]}, "when[0].is", "cannot be"),
    ("entry", {"when": {"attribute": "autonomy"}}, "when", "has to be a list"),
    ("entry", {"references": ["ATLAS:AML.T9999"]}, "references", "in no file of references"),
    ("entry", {"secret": "x"}, "secret", "not a field here"),
    ("control", {"treats": ["nothing-there"]}, "treats", "is no entry"),
    ("control", {"effect": {"adversarial": "helps"}}, "effect", "'unintended' is missing"),
]


@pytest.mark.parametrize(("kind", "fault", "path", "message"), FAULTS)
def test_what_is_wrong_is_named_by_its_path(kind: RowKind, fault: dict[str, object], path: str, message: str) -> None:
    row = (own_entry_row if kind == "entry" else own_control_row)("ours")
    with pytest.raises(RowError) as raised:
        checked_row(kind, {**row, **fault}, SMALL.entries, dict(SMALL.references))
    assert message in " ".join(raised.value.errors[path])


def test_a_good_row_of_ones_own_is_kept_as_it_is() -> None:
    row = own_entry_row("ours", when=[{"fact": "reached_by_untrusted", "is": [False], "on": "near"}])
    assert checked_row("entry", row, SMALL.entries, dict(SMALL.references)) == ("ours", row)
