"""What reaches what along the flows of a system: derived facts, and the ways that explain them. No Django here."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from apps.systems.graph import Element, SystemGraph

HIGH_IMPACT = frozenset({"irreversible", "financial", "physical", "code_execution"})
OPEN_EXPOSURE = frozenset({"public", "physical_world"})
OUTSIDERS = frozenset(
    {"end_user", "affected_person", "external_entity"}
)  # Untrusted or not: their boundary has to say it.
ORIGINS = OUTSIDERS | {"external_source", "sensor"}
ACTORS = frozenset(
    {"agent", "orchestrator", "tool"}
)  # What these can do matters so much that silence about it is asked about.


@dataclass(frozen=True, slots=True)
class Gap:
    """What the model does not say and would have to, for a fact to be known."""

    object_type: Literal["element", "flow", "boundary"]
    object: str
    attribute: str


@dataclass(frozen=True, slots=True)
class Reach:
    """A derived fact of every element, three-valued. `steps` lead from an element towards where the fact begins."""

    steps: Mapping[str, str | None]
    unknown: Mapping[str, Gap]

    def holds(self, element_id: str) -> bool | None:
        """True, False, or None where it hangs on something that the model does not say."""
        if element_id in self.steps:
            return True
        return None if element_id in self.unknown else False

    def way(self, element_id: str) -> tuple[str, ...]:
        """From the element to where the fact begins, both included; empty where it does not hold."""
        found = []
        step: str | None = element_id if element_id in self.steps else None
        while step is not None:
            found.append(step)
            step = self.steps[step]
        return tuple(found)


def _spread(
    starts: Iterable[str],
    onward: Mapping[str, Iterable[str]],
    known: Mapping[str, str | None] = MappingProxyType({}),
    refuses: Collection[str] = frozenset(),
) -> dict[str, str | None]:
    """Breadth first from all starts at once: each id reached → the one before it. `known` has been walked already."""
    steps: dict[str, str | None] = dict(known)
    waiting = deque(start for start in dict.fromkeys(starts) if start not in steps)
    steps.update(dict.fromkeys(waiting))
    while waiting:
        current = waiting.popleft()
        for following in onward[current]:
            if following not in steps and following not in refuses:
                steps[following] = current
                waiting.append(following)
    return steps


def _spread_gaps(
    gaps: Mapping[str, Gap], onward: Mapping[str, Iterable[str]], refuses: Collection[str] = frozenset()
) -> dict[str, Gap]:
    steps = _spread(gaps, onward, refuses=refuses)
    found: dict[str, Gap] = {}
    for identity, previous in steps.items():  # In the order of discovery: the one before is always there already.
        found[identity] = gaps[identity] if previous is None else found[previous]
    return found


def _is_outside(graph: SystemGraph, element: Element) -> bool:
    attributes = graph.effective(element.id)
    if "untrusted_content" in attributes:
        return bool(attributes["untrusted_content"])
    untrusted = element.boundary is not None and graph.trust_of[element.boundary] == "untrusted"
    return untrusted or element.kind == "external_source" or attributes.get("exposure") in OPEN_EXPOSURE


def _undecided_outsiders(graph: SystemGraph) -> Iterable[tuple[str, Gap]]:
    for element in graph.elements:
        if element.kind not in OUTSIDERS:
            continue
        if element.boundary is None:
            silent = (one for one in graph.successors[element.id] if "untrusted_content" not in one.attributes)
            flow = next(silent, None)
            if flow is not None:
                yield element.id, Gap("flow", flow.id, "untrusted_content")
        elif graph.trust_of[element.boundary] is None:
            yield element.id, Gap("boundary", element.boundary, "trust")


@dataclass(frozen=True, slots=True)
class Outside:
    """Where content from outside begins, and where it goes."""

    origins: list[str]  # whoever is drawn as its origin
    others: list[str]  # where else it is said to arrive
    carried_to: list[str]  # by a flow of which it is said
    onward: Mapping[str, list[str]]
    refuses: frozenset[str]  # what is said to take none of it


def outside_of(graph: SystemGraph) -> Outside:
    outside = [element for element in graph.elements if _is_outside(graph, element)]
    onward: dict[str, list[str]] = {element.id: [] for element in graph.elements}
    carried_to = []
    for flow in graph.flows:
        brings = flow.attributes.get("untrusted_content")
        if brings is True:
            carried_to.append(flow.target)
        if brings is not False:
            onward[flow.source].append(flow.target)
            if flow.bidirectional and flow.source != flow.target:
                onward[flow.target].append(flow.source)
    return Outside(
        origins=[element.id for element in outside if element.kind in ORIGINS],
        others=[element.id for element in outside if element.kind not in ORIGINS],
        carried_to=carried_to,
        onward=onward,
        refuses=frozenset(
            [one.id for one in graph.elements if graph.effective(one.id).get("untrusted_content") is False]
        ),
    )


def reached_by_untrusted(graph: SystemGraph) -> Reach:
    """Content begins outside, flows onward, and stops where a flow or an element is said to take none of it."""
    outside = graph.outside
    gaps = _spread_gaps(dict(_undecided_outsiders(graph)), outside.onward, outside.refuses)
    return Reach(_from_outside(outside, outside.refuses), gaps)


def reached_around(graph: SystemGraph, stopped_at: Collection[str]) -> Reach:
    """What content from outside reaches without passing through any of `stopped_at`."""
    refuses = graph.outside.refuses.union(stopped_at)
    gaps = {identity: gap for identity, gap in _undecided_outsiders(graph) if identity not in stopped_at}
    return Reach(_from_outside(graph.outside, refuses), _spread_gaps(gaps, graph.outside.onward, refuses))


def _from_outside(outside: Outside, refuses: Collection[str]) -> Mapping[str, str | None]:
    """Where it is only said that such content arrives, the way still begins at whoever is drawn as its origin."""
    steps: dict[str, str | None] = {}
    for starts in (outside.origins, outside.others, outside.carried_to):
        steps = _spread([start for start in starts if start not in refuses], outside.onward, steps, refuses)
    return steps


def _acts_gravely(graph: SystemGraph, element: Element) -> bool:
    impact = graph.effective(element.id).get("action_impact", ())
    return element.kind == "actuator" or (isinstance(impact, tuple) and not HIGH_IMPACT.isdisjoint(impact))


def reaches_high_impact(graph: SystemGraph) -> Reach:
    """A grave action begins where something hard to undo is done; all from which a way leads there reaches it."""
    before: dict[str, list[str]] = {element.id: [] for element in graph.elements}
    for identity, flows in graph.successors.items():
        for flow in flows:
            before[flow.target if flow.source == identity else flow.source].append(identity)
    starts = [element.id for element in graph.elements if _acts_gravely(graph, element)]
    silent = {
        element.id: Gap("element", element.id, "action_impact")
        for element in graph.elements
        if element.kind in ACTORS and "action_impact" not in graph.effective(element.id)
    }
    return Reach(_spread(starts, before), _spread_gaps(silent, before))


def path(graph: SystemGraph, start: str, end: str) -> tuple[str, ...]:
    """The elements of a shortest way along flows, both ends included; empty where there is none."""

    onward = {
        identity: [flow.target if flow.source == identity else flow.source for flow in flows]
        for identity, flows in graph.successors.items()
    }
    steps = _spread([start], onward)
    found = []
    step: str | None = end if end in steps else None
    while step is not None:
        found.append(step)
        step = steps[step]
    return tuple(reversed(found))
