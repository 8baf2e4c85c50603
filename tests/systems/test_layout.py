"""Automatic diagrams: boxes that hold what they should and nothing else, and lines that keep clear of boxes."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from apps.systems.drawing.lines import Box, pieces
from apps.systems.graph import Boundary, Diagram, Element, Flow, Placement, SystemGraph
from apps.systems.layout import automatic_diagram, diagram_of
from apps.systems.svg import Drawing
from tests.systems.drawn_models import CASES, assistant, case, large

NO_CASES = "The measured cases are not beside this repository."
cases = pytest.mark.parametrize(
    "path", CASES or [pytest.param(None, marks=pytest.mark.skip(reason=NO_CASES))], ids=lambda path: path and path.stem
)


def _boxes(diagram: Diagram, object_type: str) -> dict[str, Box]:
    return {item.object: Box.of(item) for item in diagram.placements if item.object_type == object_type}


def _around(graph: SystemGraph, boundary: str | None) -> list[str]:
    found: list[str] = []
    while boundary is not None:
        found.append(boundary)
        boundary = graph.boundary_by_id[boundary].parent
    return found


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.left < inner.left and outer.top < inner.top and inner.right < outer.right and inner.bottom < outer.bottom
    )


def assert_well_drawn(graph: SystemGraph, drawn: Diagram | None = None) -> None:
    diagram = drawn or automatic_diagram(graph)
    cards, zones = _boxes(diagram, "element"), _boxes(diagram, "boundary")
    assert set(cards) == set(graph.element_by_id)
    assert set(zones) == set(graph.boundary_by_id)
    assert [pair for pair in combinations(sorted(cards), 2) if cards[pair[0]].meets(cards[pair[1]])] == []
    for element in graph.elements:
        around = _around(graph, element.boundary)
        for zone, box in zones.items():
            assert _holds(box, cards[element.id]) if zone in around else not box.meets(cards[element.id])
    for first, second in combinations(sorted(zones), 2):
        if second in _around(graph, first):
            assert _holds(zones[second], zones[first])
        elif first in _around(graph, second):
            assert _holds(zones[first], zones[second])
        else:
            assert not zones[first].meets(zones[second])
    assert _lines_through_boxes(graph, diagram, cards) == []


def _lines_through_boxes(graph: SystemGraph, diagram: Diagram, cards: dict[str, Box]) -> list[tuple[str, str]]:
    through = []
    for flow, points in Drawing(graph, diagram, {}).lines.items():
        ends = {graph.flow_by_id[flow].source, graph.flow_by_id[flow].target}
        for (x1, y1), (x2, y2) in pieces(points):
            assert min(abs(x1 - x2), abs(y1 - y2)) < 0.2, f"{flow} slants"
            line = Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            through += [(flow, card) for card, box in cards.items() if line.meets(box.grown(-1)) and card not in ends]
            through += [(flow, end) for end in ends if line.meets(cards[end].grown(-1))]
    return through


def test_nothing_gives_an_empty_diagram() -> None:
    assert automatic_diagram(SystemGraph(name="Nothing")).placements == ()


def test_one_element_stands_alone() -> None:
    graph = SystemGraph(name="One", elements=(Element(id="a", name="A", kind="agent"),))
    (placement,) = automatic_diagram(graph).placements
    assert (placement.object_type, placement.object) == ("element", "a")


def test_boundaries_hold_what_is_theirs_and_lines_keep_clear_of_boxes() -> None:
    assert_well_drawn(assistant())


@cases
def test_the_measured_cases_are_well_drawn(path: Path) -> None:
    assert_well_drawn(case(path))


def test_a_model_of_200_elements_is_well_drawn() -> None:
    assert_well_drawn(large(200, 300, 20))


def test_the_same_system_gives_the_same_diagram() -> None:
    assert automatic_diagram(assistant()) == automatic_diagram(assistant())


def test_a_chain_runs_from_left_to_right() -> None:
    elements = tuple(Element(id=name, name=name, kind="process") for name in "abc")
    flows = (Flow(id="1", name="", source="a", target="b"), Flow(id="2", name="", source="b", target="c"))
    cards = _boxes(automatic_diagram(SystemGraph(name="Chain", elements=elements, flows=flows)), "element")
    assert cards["a"].right < cards["b"].left
    assert cards["b"].right < cards["c"].left


def test_lines_between_the_same_two_elements_do_not_lie_on_each_other() -> None:
    graph = assistant()
    lines = Drawing(graph, automatic_diagram(graph), {}).lines
    assert set(lines["f2"]).isdisjoint(lines["f3"])


def test_boundaries_in_a_circle_are_drawn_all_the_same() -> None:
    boundaries = (Boundary(id="a", name="A", parent="b"), Boundary(id="b", name="B", parent="a"))
    graph = SystemGraph(
        name="Circle", boundaries=boundaries, elements=(Element(id="e", name="E", kind="agent", boundary="a"),)
    )
    assert {placement.object for placement in automatic_diagram(graph).placements} == {"a", "b", "e"}


def test_a_flow_to_an_element_that_is_not_there_is_left_out() -> None:
    graph = replace(assistant(), flows=(Flow(id="lost", name="lost", source="agent", target="gone"),))
    assert automatic_diagram(graph).bends == {}


def test_what_somebody_drew_comes_before_what_we_would_draw() -> None:
    drawn = Diagram(id="d", title="By hand", placements=(Placement("element", "agent", 10, 10, 150, 60),))
    empty = Diagram(id="e", title="Empty")
    assert diagram_of(replace(assistant(), diagrams=(empty, drawn))) == drawn
    assert diagram_of(replace(assistant(), diagrams=(empty,))).id == "automatic"
