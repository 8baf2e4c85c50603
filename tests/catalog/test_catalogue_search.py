"""The catalogue over HTTP: words, filters, and what stands beside an entry."""

import pytest

from apps.catalog.knowledge import Catalogue
from apps.catalog.taxonomy import VOCABULARY, allowed_attributes
from tests.factories.people import Person

THREATS = ["planted-instructions", "tool-misused"]
HAZARDS = ["text-misread", "tool-slips"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, [*THREATS, *HAZARDS]),
        ({"source": "adversarial"}, THREATS),
        ({"family": "ai_safety"}, HAZARDS),
        ({"origin": "technical"}, HAZARDS),
        ({"kind": "agent"}, ["planted-instructions", "text-misread"]),
        ({"kind": "age"}, []),
        ({"kind": "tool", "source": "unintended"}, ["tool-slips"]),
        ({"harms": "integrity"}, [*THREATS, *HAZARDS]),
        ({"harms": "safety"}, []),
        ({"q": "PLANTED"}, ["planted-instructions"]),
        ({"q": "meant by tool"}, ["tool-misused", "tool-slips"]),
        ({"q": "text-misread"}, ["text-misread"]),
        ({"q": "aml.t0051.001"}, THREATS),
        ({"q": "AML.T0051"}, []),
        ({"q": "misread", "source": "unintended"}, HAZARDS),
        ({"q": "misread", "source": "adversarial"}, []),
        ({"q": "%"}, []),
    ],
)
def test_entries_are_found_by_words_and_filters(
    viewer: Person, catalogue: Catalogue, query: dict[str, str], expected: list[str]
) -> None:
    assert sorted(row["slug"] for row in viewer.get("catalogue/entries", query).rows) == sorted(expected)


def test_an_entry_shows_its_references_controls_and_other_side(viewer: Person, catalogue: Catalogue) -> None:
    entry = viewer.get("catalogue/entries/planted-instructions").body
    assert [(row["key"], row["edition"], row["identifier"]) for row in entry["references"]] == [
        ("ATLAS", "2026.07", "AML.T0051.001")
    ]
    assert [row["slug"] for row in entry["controls"]] == ["human-approval"]
    assert [(row["slug"], row["relation"]) for row in entry["counterparts"]] == [("text-misread", "mirrors")]
    assert entry["when"] == [{"on": "element", "attribute": "untrusted_content", "values": [True], "negated": False}]
    other = viewer.get("catalogue/entries/text-misread").body
    assert [row["slug"] for row in other["counterparts"]] == ["planted-instructions"]


def test_an_entry_that_is_not_there_is_not_found(viewer: Person, catalogue: Catalogue) -> None:
    answer = viewer.get("catalogue/entries/nothing")
    assert (answer.status, answer.headers["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ({}, True),
        ({"kind": "preventive"}, True),
        ({"kind": "detective"}, False),
        ({"function": "limit"}, True),
        ({"function": "avoid"}, False),
        ({"q": "has looked"}, True),
        ({"q": "AML.T0051.001"}, True),
        ({"q": "elsewhere"}, False),
    ],
)
def test_controls_are_found_by_words_and_filters(
    viewer: Person, catalogue: Catalogue, query: dict[str, str], is_there: bool
) -> None:
    assert ("human-approval" in [row["slug"] for row in viewer.get("catalogue/controls", query).rows]) is is_there


def test_a_control_says_what_it_does_to_each_side_and_what_it_treats(viewer: Person, catalogue: Catalogue) -> None:
    control = viewer.get("catalogue/controls/human-approval").body
    assert (control["effect_on_adversarial"], control["effect_on_unintended"]) == ("helps", "helps")
    assert sorted(control["treats"]) == ["planted-instructions", "text-misread"]


def test_references_are_those_of_the_framework_that_is_named(viewer: Person, catalogue: Catalogue) -> None:
    assert [row["key"] for row in viewer.get("catalogue/frameworks").rows] == ["ATLAS", "GMF"]
    assert len(viewer.get("catalogue/references").rows) == 2
    found = viewer.get("catalogue/references", {"framework": "GMF"}).rows
    assert [(row["identifier"], row["framework"], row["edition"]) for row in found] == [
        ("misread", "GMF taxonomy", "1")
    ]
    assert viewer.get("catalogue/references", {"framework": "gmf"}).rows == []


def test_the_vocabulary_names_every_word_and_what_may_stand_where(viewer: Person) -> None:
    words = viewer.get("catalogue/vocabulary").body
    assert words["kinds"].keys() == VOCABULARY.kinds.keys()
    assert words["attributes"].keys() == VOCABULARY.attributes.keys()
    for name, kind in words["kinds"].items():
        assert kind["attributes"] == list(allowed_attributes(name))
    assert words["flow_attributes"] == list(allowed_attributes("flow"))
    assert all(row["ask"] for row in words["attributes"].values())
