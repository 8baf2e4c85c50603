"""Packs as files: what comes out again, and what is refused."""

from typing import Any

import pytest

from apps.catalog.pack_files import LARGEST, PackFile, pack_text, read_pack
from apps.catalog.parsing import CatalogueError, builtin_catalogue
from apps.catalog.plain_rows import catalogue_rows
from tests.factories.catalogue import SMALL
from tests.factories.packs import HOUSE_RULES, own_control_row, own_entry_row, pack_of

LINK = {
    "threat": "tool-misused",
    "hazard": "ours",
    "relation": "mirrors",
    "shared_property": "care",
    "reason": "Both need care.",
}


def read(content: str | bytes) -> PackFile:
    return read_pack(content, lambda slug: SMALL, "house.yaml")


def problems_of(content: str | bytes) -> list[str]:
    with pytest.raises(CatalogueError) as raised:
        read(content)
    return raised.value.problems


def test_a_pack_of_nothing_is_a_pack() -> None:
    assert read('pack: empty\ntitle: Empty\nversion: "1.0"\n') == PackFile("empty", "Empty", "1.0", {})


def test_entries_links_and_controls_may_name_each_other_and_what_is_built_in() -> None:
    text = pack_of(own_entry_row("ours"), links=[LINK], controls=[own_control_row("our-control", treats=["ours"])])
    assert set(read(text).rows) == {
        ("entry", "ours"),
        ("control", "our-control"),
        ("link", "tool-misused mirrors ours"),
    }


def test_what_is_written_is_read_again_as_an_equal_pack() -> None:
    tricky = own_entry_row("ours", title="no: 2025 # null", gist="Line one,\n\n  line two: 'é' \"ж\" 🤖", alone="yes")
    pack = read(pack_of(tricky, tricky | {"slug": "twin"}, links=[LINK], version="1.10"))
    assert read(pack_text(pack)) == pack
    assert read(pack_text(pack)).digest == pack.digest


def test_the_whole_built_in_catalogue_survives_the_way_out_and_in() -> None:
    builtin = builtin_catalogue()
    pack = PackFile("all", "All", "1", catalogue_rows(builtin))
    assert read_pack(pack_text(pack), lambda slug: builtin) == pack


HEAD = 'pack: x\ntitle: X\nversion: "1"\n'
REFUSED: list[tuple[str, str | bytes, str]] = [
    ("nothing", "", "house.yaml:1: has to be a mapping"),
    ("a list", "- a\n", "house.yaml:1: has to be a mapping"),
    ("no head", "entries: []\n", "house.yaml:1: 'pack' is missing"),
    ("a bad name", HEAD.replace("x", "../x", 1), "house.yaml:1: 'pack' has to be small letters"),
    ("an unknown field", HEAD + "extra: 1\n", "house.yaml:4: 'extra' is not a field here"),
    ("a key twice", HEAD + "title: Y\n", "house.yaml:4: 'title' stands twice"),
    ("entries that are none", HEAD + "entries: {a: b}\n", "house.yaml:4: 'entries' has to be a list"),
    ("an entry that is none", HEAD + "entries:\n  - hello\n", "house.yaml:5: has to be a mapping"),
    ("half a document", HEAD + "entries: [", "house.yaml:5: not YAML"),
    ("two documents", HEAD + "---\npack: y\n", "house.yaml:4: not YAML"),
    ("an anchor", HEAD + "entries: &a [*a]\n", "house.yaml:4: anchors and aliases are not used here"),
    ("an alias bomb", "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "house.yaml:1: anchors and aliases"),
    ("brackets without end", "[" * 300_000, "house.yaml:1: nested deeper than 32"),
    ("dashes without end", "- " * 200_000, "house.yaml:1: nested deeper than 32"),
    ("a huge file", b"#" * (LARGEST + 1), "house.yaml:1: it has 1,000,001 bytes; a pack may have 1,000,000"),
    ("another encoding", b"pack: \xff\xfe", "house.yaml:1: the file is not UTF-8"),
    ("half a character", HEAD.replace("X", "\ud800"), "house.yaml:1: the file is not UTF-8"),
    ("a hidden NUL", HEAD.replace("X", '"a\\0b"'), "house.yaml:2: a text holds a character that nobody can read"),
    ("an object of a language", HEAD + "entries: !!python/object/apply:os.system [ls]\n", "house.yaml:4: has to be"),
]


@pytest.mark.parametrize(("content", "problem"), [pytest.param(*rest, id=name) for name, *rest in REFUSED])
def test_a_file_is_refused_that_has(content: str | bytes, problem: str) -> None:
    assert any(one.startswith(problem) for one in problems_of(content)), problems_of(content)


def test_every_mistake_in_a_row_is_named_with_its_line() -> None:
    text = HOUSE_RULES.replace("origin: technical", "origin: insider").replace("- integrity", "- honesty")
    found = problems_of(text)
    assert len([one for one in found if "'origin' is 'insider'" in one]) == 2
    assert len({one.split(":")[1] for one in found}) == len(found) == 4


@pytest.mark.parametrize(
    ("lists", "problem"),
    [
        ({"entries": [own_entry_row("ours"), own_entry_row("ours")]}, "entry 'entry ours' is defined twice"),
        ({"links": [LINK]}, "'hazard' is 'ours', which is no entry"),
        ({"controls": [own_control_row("c", treats=["ours"])]}, "'treats' names 'ours', which is no entry"),
        (
            {"entries": [own_entry_row("tool-misused")]},
            "'source' of tool-misused is adversarial here; an entry keeps its source",
        ),
    ],
)
def test_rows_that_do_not_fit_together_are_refused(lists: Any, problem: str) -> None:
    assert problem in " ".join(problems_of(pack_of(**{"entries": [], **lists})))
