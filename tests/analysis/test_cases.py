"""What the engine says of systems that others drew: real ones with AI, and ordinary ones without."""

from pathlib import Path

import pytest

from apps.analysis.engines import suggest
from apps.catalog.parsing import builtin_catalogue
from apps.interchange.formats import bifocal_model
from apps.systems.graph import SystemGraph

CASES = Path(__file__).resolve().parents[3] / "shared" / "bench"
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="The cases lie beside the repository, and are not there.")


def _models(folder: str) -> list[SystemGraph]:
    return [bifocal_model.read(path.read_bytes()) for path in sorted((CASES / folder).glob("*.json"))]


@needs_cases
def test_ordinary_systems_get_no_suggestion_about_ai_and_a_short_list() -> None:
    for graph in _models("plain"):
        found = suggest(graph, builtin_catalogue()).suggestions
        assert {one.family for one in found} == {"classic"}
        assert len(found) <= 4 * len(graph.elements)


@needs_cases
def test_lists_of_real_systems_stay_short_on_both_lenses() -> None:
    graphs = _models("models")
    lengths = [len(suggest(graph, builtin_catalogue()).suggestions) / len(graph.elements) for graph in graphs]
    assert sum(lengths) / len(lengths) <= 6
