"""Matches of one entry on connected objects are one: at the object where most conditions hold. Pure: no Django here."""

from collections.abc import Iterable
from dataclasses import dataclass

from apps.analysis.matching import Match
from apps.systems.graph import SystemGraph


@dataclass(frozen=True, slots=True)
class Merged:
    """One match that stands for several. `also` are the ids of the others, in the order of the model."""

    match: Match
    also: tuple[str, ...]


class _Groups:
    """Union-find over ids of objects."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def top(self, identity: str) -> str:
        path = []
        while (above := self.above.get(identity, identity)) != identity:
            path.append(identity)
            identity = above
        for below in path:
            self.above[below] = identity
        return identity

    def join(self, one: str, other: str) -> None:
        first, second = self.top(one), self.top(other)
        if first != second:
            self.above[second] = first


def merged(matches: Iterable[Match], graph: SystemGraph) -> list[Merged]:
    """In the order of the entries' first matches. Flows are connected to their ends, and to flows that share an end."""
    by_entry: dict[str, list[Match]] = {}
    for match in matches:
        by_entry.setdefault(match.rule.entry.slug, []).append(match)
    return [one for group in by_entry.values() for one in _merged_of_one_entry(group, graph)]


def _merged_of_one_entry(matches: list[Match], graph: SystemGraph) -> list[Merged]:
    if len(matches) == 1:
        return [Merged(matches[0], ())]
    groups = _connected(matches, graph)
    members: dict[str, list[Match]] = {}
    for match in matches:
        members.setdefault(groups.top(_node(match)), []).append(match)
    return [_one(group) for group in members.values()]


def _node(match: Match) -> str:
    """Ids of elements and flows come from different lists and might be equal."""
    return f"{match.target_type} {match.target}"


def _connected(matches: list[Match], graph: SystemGraph) -> _Groups:
    groups = _Groups()
    here = {match.target for match in matches if match.target_type == "element"}
    for match in matches:
        if match.target_type == "element":
            for neighbour in here.intersection(graph.neighbours[match.target]):
                groups.join(f"element {match.target}", f"element {neighbour}")
        elif match.target_type == "flow":
            flow = graph.flow_by_id[match.target]
            groups.join(_node(match), f"element {flow.source}")
            groups.join(_node(match), f"element {flow.target}")
    return groups


def _one(group: list[Match]) -> Merged:
    best = max(group, key=_decides)  # The first of equals.
    return Merged(best, tuple(match.target for match in group if match is not best))


def _decides(match: Match) -> tuple[int, int]:
    return match.held, -match.open.bit_count()
