"""What holds for every pattern."""

from pathlib import Path

import pytest

from apps.analysis import patterns
from apps.analysis.patterns import PATTERNS
from apps.analysis.patterns.routes import Walk
from apps.catalog.parsing import builtin_catalogue
from apps.catalog.taxonomy import VOCABULARY
from benchmarks.made_graphs import made_graph
from tests.analysis.drawn import graph

each_pattern = pytest.mark.parametrize("name", PATTERNS)


@each_pattern
def test_an_empty_system_has_no_path(name: str) -> None:
    assert list(PATTERNS[name](Walk(graph()))) == []


@each_pattern
def test_a_route_begins_and_ends_on_the_picture_and_passes_its_target(name: str) -> None:
    made = made_graph(400, seed=3)
    for route in PATTERNS[name](Walk(made)):
        assert set(route.stops) <= made.element_by_id.keys()
        assert route.target in made.element_by_id
        assert route.text


def test_entries_can_ask_for_every_pattern_and_each_is_asked_for() -> None:
    assert VOCABULARY.paths.keys() == PATTERNS.keys()
    assert {entry.pattern for entry in builtin_catalogue().entries.values()} - {""} == set(PATTERNS)


def test_every_pattern_has_a_file_and_a_test_of_its_own() -> None:
    folder, here = Path(patterns.__file__).parent, Path(__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "routes"}
    assert modules == set(PATTERNS)
    assert {f"test_{name}" for name in PATTERNS} <= {path.stem for path in here.glob("test_*.py")}
