"""What the tests of patterns say of a small system."""

from itertools import pairwise
from typing import Any

from apps.analysis.patterns import routes_by_target
from apps.analysis.patterns.routes import Route, Walk
from apps.systems.graph import Element, Flow
from tests.analysis.drawn import element, flow, graph


def routes(pattern: str, *parts: Element | Flow) -> dict[str, Route]:
    return dict(routes_by_target(pattern, Walk(graph(*parts))))


def line(*stops: str, **attributes: Any) -> list[Flow]:
    """Flows from each stop to the next."""
    return [flow(one, other, **attributes) for one, other in pairwise(stops)]


def asked(route: Route) -> list[tuple[str, str]]:
    return [(gap.object, gap.attribute) for gap in route.gaps]


__all__ = ["asked", "element", "flow", "line", "routes"]
