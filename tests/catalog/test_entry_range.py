"""What the built-in entries cover as a whole: both lenses, every property and disturbance, and what was promised."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from apps.catalog.knowledge import Entry
from apps.catalog.parsing import builtin_catalogue
from apps.catalog.taxonomy import VOCABULARY

CATALOGUE = builtin_catalogue()
ENTRIES = CATALOGUE.entries.values()
OUTLINE = Path(__file__).parents[3] / "shared" / "catalog" / "entries.csv"
FEWEST_ENTRIES = 240
SHARE_OF_THREATS = (0.52, 0.58)
FEWEST_THREATS_TO_FAIRNESS = 6
FEWEST_WITH_EXAMPLES = 30  # of each lens
LONGEST_NAME = 12  # words
KEPT_IN = re.compile(r"MITRE ATLAS AML\.CS\d{4}|AI Incident Database \d+")

each_entry = pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.slug) for entry in ENTRIES])


def sources_of(entries: list[Entry]) -> Counter[str]:
    return Counter(entry.source for entry in entries)


def test_threats_are_a_little_more_than_half() -> None:
    low, high = SHARE_OF_THREATS
    assert len(ENTRIES) >= FEWEST_ENTRIES
    assert low <= sources_of(list(ENTRIES))["adversarial"] / len(ENTRIES) <= high


@pytest.mark.skipif(not OUTLINE.is_file(), reason="the outline that the catalogue started from is not beside this copy")
def test_every_pattern_of_the_first_outline_is_there() -> None:
    with OUTLINE.open() as rows:
        assert {row["slug"] for row in csv.DictReader(rows)} <= CATALOGUE.entries.keys()


@pytest.mark.parametrize("name", VOCABULARY.properties)
def test_either_lens_can_harm_every_property(name: str) -> None:
    harming = sources_of([entry for entry in ENTRIES if name in entry.harms])
    assert set(harming) == {"adversarial", "unintended"}


def test_fairness_is_attacked_and_not_only_missed() -> None:
    attacks = [entry for entry in ENTRIES if "fairness" in entry.harms and entry.source == "adversarial"]
    assert len(attacks) >= FEWEST_THREATS_TO_FAIRNESS


@each_entry
def test_an_entry_says_what_has_to_be_withstood(entry: Entry) -> None:
    assert entry.disturbance in VOCABULARY.disturbances


@pytest.mark.parametrize("name", VOCABULARY.disturbances)
def test_a_disturbance_comes_from_nature_and_from_somebody(name: str) -> None:
    brought = sources_of([entry for entry in ENTRIES if entry.disturbance == name])
    assert set(brought) == {"adversarial", "unintended"}


@pytest.mark.parametrize("name", VOCABULARY.attributes)
def test_an_attribute_that_people_are_asked_for_decides_an_entry(name: str) -> None:
    assert any(condition.attribute == name for entry in ENTRIES for condition in entry.when)


def test_enough_entries_of_each_lens_name_a_public_incident() -> None:
    named = sources_of([entry for entry in ENTRIES if entry.examples])
    assert min(named["adversarial"], named["unintended"]) >= FEWEST_WITH_EXAMPLES


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.slug) for entry in ENTRIES if entry.examples])
def test_an_example_is_a_short_name_and_says_where_it_is_kept(entry: Entry) -> None:
    for example in entry.examples:
        assert KEPT_IN.fullmatch(example.source)
        assert 2 <= len(example.name.split()) <= LONGEST_NAME
        assert not example.name.endswith(".")
    assert len(set(entry.examples)) == len(entry.examples)


@pytest.mark.parametrize(
    "entry", [pytest.param(entry, id=entry.slug) for entry in ENTRIES if entry.family == "ai_security"]
)
def test_a_threat_to_ai_has_a_counterpart_or_says_why_it_stands_alone(entry: Entry) -> None:
    assert CATALOGUE.links_of.get(entry.slug) or entry.alone
