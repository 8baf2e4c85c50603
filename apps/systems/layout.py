"""Lays a system out by itself: elements in cells, boundaries as boxes around them, flows along free ways. Pure."""

from collections.abc import Iterator

from apps.systems.drawing.layering import LEFT_KINDS, RIGHT_KINDS, Edge, first_plan
from apps.systems.drawing.lettering import LONGEST, printable
from apps.systems.drawing.nesting import nesting_of
from apps.systems.drawing.routing import Router, tidy
from apps.systems.drawing.search import Judge, improved
from apps.systems.drawing.sheet import Sheet
from apps.systems.graph import Diagram, Placement, SystemGraph


def automatic_diagram(graph: SystemGraph, *, diagram_id: str = "automatic", title: str = "Overview") -> Diagram:
    """The same system gives the same diagram, to the pixel."""
    number = {element.id: index for index, element in enumerate(graph.elements)}
    flows = [flow for flow in graph.flows if flow.source in number and flow.target in number]
    edges = [(number[flow.source], number[flow.target]) for flow in flows]
    between = [(source, target) for source, target in edges if source != target]
    nesting = nesting_of(graph)
    cells = improved(first_plan(graph, nesting, between), _judge(graph, between)).cells()
    routes = tidy(Router(nesting, cells).routes(edges))
    sheet = Sheet(nesting, cells, edges, routes, [printable(flow.name[:LONGEST]) for flow in flows])
    return Diagram(
        id=diagram_id,
        title=title,
        placements=tuple(_placements(graph, sheet)),
        bends={flow.id: bends for flow, bends in zip(flows, sheet.bends(), strict=True) if bends},
    )


def _judge(graph: SystemGraph, edges: list[Edge]) -> Judge:
    left = [index for index, element in enumerate(graph.elements) if element.kind in LEFT_KINDS]
    right = [index for index, element in enumerate(graph.elements) if element.kind in RIGHT_KINDS]
    return Judge(edges, left, right)


def diagram_of(graph: SystemGraph) -> Diagram:
    """The first diagram that somebody drew, else an automatic one."""
    return next((diagram for diagram in graph.diagrams if diagram.placements), None) or automatic_diagram(graph)


def _placements(graph: SystemGraph, sheet: Sheet) -> Iterator[Placement]:
    """Outer boundaries first, so that whoever draws in this order never covers what is inside."""
    first = len(graph.elements)
    for node in sheet.nesting.outermost_first[1:]:
        yield _placement("boundary", graph.boundaries[node - first].id, sheet.box(node))
    for index, element in enumerate(graph.elements):
        yield _placement("element", element.id, sheet.card(index))


def _placement(object_type: str, identity: str, rectangle: tuple[float, float, float, float]) -> Placement:
    x, y, width, height = (round(number, 1) for number in rectangle)
    return Placement("element" if object_type == "element" else "boundary", identity, x, y, width, height)
