"""Finding entries by word, by words of the vocabulary, and by what a framework calls them."""

import pytest

from apps.catalog.searching import Asked, is_control_asked, is_entry_asked
from tests.factories.catalogue import APPROVAL, SMALL

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


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [(Asked(q="approves"), True), (Asked(kind="detective"), False), (Asked(function="limit"), True)],
)
def test_a_control_is_found_by(asked: Asked, is_found: bool) -> None:
    assert is_control_asked(APPROVAL, asked) is is_found
