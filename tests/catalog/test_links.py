"""What every link of a threat and a hazard owes its readers: a property, and how the two share it."""

from collections import Counter

import pytest

from apps.catalog.knowledge import Entry, EntryLink
from apps.catalog.parsing import builtin_catalogue

CATALOGUE = builtin_catalogue()
FEWEST_LINKS = 180
LONGEST_PROPERTY = 5  # words
SHORTEST_REASON = 9  # words
SAME_OPENING = 3  # reasons that may begin with the same four words; a generated text begins them all alike

each_link = pytest.mark.parametrize(
    "link", [pytest.param(link, id=f"{link.threat}-{link.hazard}") for link in CATALOGUE.links]
)
each_entry_of_ai = pytest.mark.parametrize(
    "entry", [pytest.param(entry, id=slug) for slug, entry in CATALOGUE.entries.items() if entry.family != "classic"]
)


def test_the_catalogue_ships_enough_links_of_each_relation() -> None:
    assert len(CATALOGUE.links) >= FEWEST_LINKS
    assert {link.relation for link in CATALOGUE.links} == {"mirrors", "exploits", "enables"}


def test_two_entries_are_linked_once() -> None:
    times = Counter((link.threat, link.hazard) for link in CATALOGUE.links)
    assert [pair for pair, count in times.items() if count > 1] == []


def test_no_two_links_give_the_same_reason() -> None:
    times = Counter(link.reason.casefold() for link in CATALOGUE.links)
    assert [reason for reason, count in times.items() if count > 1] == []


def test_reasons_are_written_one_by_one_and_not_from_a_pattern() -> None:
    openings = Counter(tuple(link.reason.split()[:4]) for link in CATALOGUE.links)
    assert [" ".join(words) for words, count in openings.items() if count > SAME_OPENING] == []
    shapes = Counter(link.reason.replace(link.shared_property, "…") for link in CATALOGUE.links)
    assert max(shapes.values()) == 1


@each_link
def test_a_reason_is_one_plain_sentence(link: EntryLink) -> None:
    assert link.reason[0].isupper()
    assert link.reason.endswith(".")
    assert ". " not in link.reason
    assert "!" not in link.reason
    assert len(link.reason.split()) >= SHORTEST_REASON
    assert link.reason == " ".join(link.reason.split())


@each_link
def test_a_shared_property_is_a_short_phrase_in_small_letters(link: EntryLink) -> None:
    assert 1 <= len(link.shared_property.split()) <= LONGEST_PROPERTY
    assert link.shared_property == link.shared_property.lower()
    assert not link.shared_property.endswith(".")
    assert "/" not in link.shared_property


@each_entry_of_ai
def test_an_entry_about_ai_has_a_counterpart_or_says_why_it_stands_alone(entry: Entry) -> None:
    assert CATALOGUE.links_of.get(entry.slug) or entry.alone
