"""Finding entries by word, by words of the vocabulary, and by what a framework calls them."""

from dataclasses import replace

import pytest

from apps.catalog.searching import Asked, is_control_asked, is_entry_asked
from tests.factories.catalogue import ALLOW_LIST, APPROVAL, SMALL

EVERY = {"planted-instructions", "tool-misused", "text-misread", "tool-slips"}
QUESTIONS: list[tuple[Asked, set[str]]] = [
    (Asked(), EVERY),
    (Asked(q="  TOOL slips "), {"tool-slips"}),
    (Asked(q="tool-misused"), {"tool-misused"}),
    (Asked(q="aml.t0051.001"), {"planted-instructions", "tool-misused"}),
    (Asked(q="nothing of this"), set()),
    (Asked(source="unintended"), {"text-misread", "tool-slips"}),
    (Asked(source="unintended", kind="agent"), {"text-misread"}),
    (Asked(family="classic"), set()),
    (Asked(origin="technical"), {"text-misread", "tool-slips"}),
    (Asked(harms="integrity"), EVERY),
    (Asked(harms="privacy"), set()),
    (Asked(reference="ATLAS"), {"planted-instructions", "tool-misused"}),
    (Asked(reference="AML.T0051"), {"planted-instructions", "tool-misused"}),
    (Asked(reference="atlas:aml.t0051.001"), {"planted-instructions", "tool-misused"}),
    (Asked(reference="AML.T005"), set()),
]


@pytest.mark.parametrize(("asked", "expected"), QUESTIONS)
def test_an_entry_is_found_by(asked: Asked, expected: set[str]) -> None:
    assert {slug for slug, entry in SMALL.entries.items() if is_entry_asked(entry, asked)} == expected


SLOW = replace(APPROVAL, slug="slow", effect_on_unintended="hurts")
CONTROL_QUESTIONS: list[tuple[Asked, set[str]]] = [
    (Asked(q="approves"), {"human-approval", "slow"}),
    (Asked(kind="detective"), set()),
    (Asked(function="limit"), {"human-approval", "allow-list", "slow"}),
    (Asked(hurts="either"), {"slow"}),
    (Asked(hurts="unintended"), {"slow"}),
    (Asked(hurts="adversarial"), set()),
]


@pytest.mark.parametrize(("asked", "expected"), CONTROL_QUESTIONS)
def test_a_control_is_found_by(asked: Asked, expected: set[str]) -> None:
    controls = (APPROVAL, ALLOW_LIST, SLOW)
    assert {control.slug for control in controls if is_control_asked(control, asked)} == expected
