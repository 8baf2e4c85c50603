"""Which threats and hazards of one run belong together: entries that are linked, at places that meet. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from apps.analysis.suggestions import Suggestion
from apps.catalog.knowledge import Catalogue, EntryLink
from apps.systems.graph import SystemGraph


@dataclass(frozen=True, slots=True)
class Pair:
    threat: Suggestion
    hazard: Suggestion
    link: EntryLink


def paired(suggestions: Iterable[Suggestion], catalogue: Catalogue, graph: SystemGraph) -> Iterator[Pair]:
    """A hazard meets a threat where they share a place, or else where their places are neighbours: the nearest one."""
    by_entry: dict[str, list[Suggestion]] = defaultdict(list)
    for suggestion in suggestions:
        by_entry[suggestion.entry].append(suggestion)
    near = _neighbourhoods(graph)
    for link in catalogue.links:
        hazards = _by_place(by_entry.get(link.hazard, ()))
        for threat in by_entry.get(link.threat, ()) if hazards else ():
            hazard = _nearest(threat, hazards, near)
            if hazard:
                yield Pair(threat, hazard, link)


def _places(suggestion: Suggestion) -> tuple[str, ...]:
    return (suggestion.target, *suggestion.also)


def _by_place(suggestions: Iterable[Suggestion]) -> dict[str, Suggestion]:
    found: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        for place in _places(suggestion):
            found.setdefault(place, suggestion)
    return found


def _nearest(threat: Suggestion, hazards: dict[str, Suggestion], near: dict[str, set[str]]) -> Suggestion | None:
    places = _places(threat)
    for place in places:
        if place in hazards:
            return hazards[place]
    for place in places:
        for neighbour in sorted(near.get(place, ())):
            if neighbour in hazards:
                return hazards[neighbour]
    return None


def _neighbourhoods(graph: SystemGraph) -> dict[str, set[str]]:
    """Elements that a flow connects, and flows with their ends."""
    near: dict[str, set[str]] = defaultdict(set)
    for flow in graph.flows:
        for one, other in ((flow.source, flow.target), (flow.id, flow.source), (flow.id, flow.target)):
            near[one].add(other)
            near[other].add(one)
    return near
