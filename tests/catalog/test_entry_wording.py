"""What every shipped entry of the catalogue owes its readers: short titles, real questions, a source that fits."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from apps.catalog.parsing import BUILTIN
from apps.catalog.taxonomy import ORIGINS

LONGEST_TITLE = 9  # words
TEXTS = ("title", "gist", "question", "other_question")
CLASSIC_KINDS = {"process", "datastore", "external_entity", "identity_provider", "flow"}


def rows_of(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = YAML(typ="safe").load(path)
    return rows


FILES = sorted((BUILTIN / "entries").glob("*.yaml"))
ENTRIES = [(path.name, row) for path in FILES for row in rows_of(path)]
each_entry = pytest.mark.parametrize("entry", [pytest.param(row, id=row["slug"]) for _, row in ENTRIES])


def test_both_lenses_ship_entries() -> None:
    sources = Counter(row["source"] for _, row in ENTRIES)
    assert sources["adversarial"] >= 60
    assert sources["unintended"] >= 45


@pytest.mark.parametrize("name", ["slug", "title", "gist", "question"])
def test_no_two_entries_share_a(name: str) -> None:
    repeated = [text for text, times in Counter(row[name] for _, row in ENTRIES).items() if times > 1]
    assert repeated == []


@pytest.mark.parametrize(("file", "entry"), [pytest.param(name, row, id=row["slug"]) for name, row in ENTRIES])
def test_an_entry_stands_in_a_file_of_its_source(file: str, entry: dict[str, Any]) -> None:
    expected = "threats-" if entry["source"] == "adversarial" else "hazards-"
    assert file.startswith(expected)


@each_entry
def test_a_title_is_short_and_says_what_happens(entry: dict[str, Any]) -> None:
    title = entry["title"]
    assert 2 <= len(title.split()) <= LONGEST_TITLE
    assert title[0].isupper() or title[0].isdigit()
    assert not title.endswith((".", "?", ":"))


@each_entry
def test_a_gist_is_one_or_two_sentences(entry: dict[str, Any]) -> None:
    gist = entry["gist"]
    assert gist.endswith(".")
    assert gist.count(". ") <= 1
    assert len(gist) <= 300


@each_entry
def test_questions_are_questions(entry: dict[str, Any]) -> None:
    assert entry["question"].endswith("?")
    assert entry["other_question"].endswith("?")
    assert entry["question"] != entry["other_question"]


@each_entry
def test_the_voice_is_calm_and_the_text_is_clean(entry: dict[str, Any]) -> None:
    for name in TEXTS:
        text = entry[name]
        assert "!" not in text
        assert text == " ".join(text.split())


@each_entry
def test_an_entry_names_at_least_one_reference_and_none_twice(entry: dict[str, Any]) -> None:
    references = entry["references"]
    assert references
    assert len(references) == len(set(references))


@each_entry
def test_the_origin_matches_the_source(entry: dict[str, Any]) -> None:
    assert entry["origin"] in ORIGINS[entry["source"]]


@each_entry
def test_only_classic_entries_fire_on_classic_kinds(entry: dict[str, Any]) -> None:
    assert entry["family"] == "classic" or CLASSIC_KINDS.isdisjoint(entry["kinds"])
