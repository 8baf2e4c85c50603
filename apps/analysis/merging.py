"""Matches of one entry on connected objects are one: at the object where most conditions hold. Pure: no Django here."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from apps.analysis.matching import Match
from apps.systems.graph import SystemGraph


def merged(matches: Iterable[Match], graph: SystemGraph) -> list[Match]:
    """In the order of the entries' first matches. Flows are connected to their ends, and to flows that share an end."""
    by_entry: dict[str, list[Match]] = {}
    for match in matches:
        by_entry.setdefault(match.rule.entry.slug, []).append(match)
    found: list[Match] = []
    for group in by_entry.values():
        if len(group) == 1:
            found.extend(group)
            continue
        picture = _Picture(group, graph)
        found.extend(picture.alone)  # Most stand alone, which is cheap to see.
        found.extend([_one(connected) for connected in picture.connected()])
    return found


class _Picture:
    """The matches of one entry where they stand."""

    def __init__(self, matches: list[Match], graph: SystemGraph) -> None:
        self.graph = graph
        self.elements = {match.target: match for match in matches if match.target_type == "element"}
        self.flows = {match.target: match for match in matches if match.target_type == "flow"}
        self.walked: set[str] = set()  # Elements whose flows were looked at; a hub is looked at once.
        self.alone = [match for match in matches if self._is_alone(match)]
        alone = set(self.alone)
        self.order = {match: number for number, match in enumerate(matches) if match not in alone}

    def _is_alone(self, match: Match) -> bool:
        if match.target_type == "element":
            return not self.flows and self.elements.keys().isdisjoint(self.graph.neighbours[match.target])
        return match.target_type == "system"

    def connected(self) -> Iterator[list[Match]]:
        """Groups that hang together, each in the order of the model."""
        reached: set[Match] = set()
        for match in self.order:
            if match in reached:
                continue
            group = [match]
            reached.add(match)
            for one in group:  # It grows while it is walked.
                for other in self._beside(one):
                    if other not in reached:
                        reached.add(other)
                        group.append(other)
            if len(group) > 1:
                group.sort(key=self.order.__getitem__)
            yield group

    def _beside(self, match: Match) -> list[Match]:
        elements = self.elements
        if match.target_type == "element":
            beside = [elements[other] for other in self.graph.neighbours[match.target] if other in elements]
            return beside + self._flows_at(match.target) if self.flows else beside
        flow = self.graph.flow_by_id[match.target]
        beside = [elements[end] for end in (flow.source, flow.target) if end in elements]
        return beside + self._flows_at(flow.source) + self._flows_at(flow.target)

    def _flows_at(self, element: str) -> list[Match]:
        if element in self.walked:
            return []
        self.walked.add(element)
        flows = self.flows
        return [flows[flow.id] for flow in self.graph.flows_by_element[element] if flow.id in flows]


def _one(group: list[Match]) -> Match:
    if len(group) == 1:
        return group[0]
    best = max(group, key=_decides)  # The first of equals.
    return replace(best, also=tuple([match.target for match in group if match is not best]))


def _decides(match: Match) -> tuple[int, int]:
    return match.held, -match.unknown
