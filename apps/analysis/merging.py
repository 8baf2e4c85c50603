"""Hits of one entry on connected objects are one match: where most conditions hold. Pure: no Django here."""

from collections.abc import Sequence

from apps.analysis.matches import Match, asked_by, unknown_in
from apps.analysis.matching import Hit, Place
from apps.systems.graph import SystemGraph

Group = list[str]  # The ids of objects that hang together, of one entry.


def merged(places: Sequence[Place], graph: SystemGraph) -> list[Match]:
    """What spans several objects first. Flows are connected to their ends, and to flows that share an end."""
    joined = _Joined()
    _join_along_flows(joined, places, graph)
    alone: list[Match] = []
    groups: dict[int, list[tuple[Place, Hit]]] = {}
    for place in places:
        type_, identity, groups_here = place.type, place.id, joined.at.get(place.id)
        if groups_here is None:
            alone += [Match(rule, open_, route, type_, identity) for rule, open_, route in place.hits.values()]
            continue
        for number, hit in place.hits.items():
            if number in groups_here:
                groups.setdefault(id(groups_here[number]), []).append((place, hit))
            else:
                alone.append(Match(*hit, type_, identity))
    return [_one(members) for members in groups.values()] + alone


class _Joined:
    """Which objects hang together, entry by entry. What stands alone, which is most, is not in here."""

    def __init__(self) -> None:
        self.at: dict[str, dict[int, Group]] = {}

    def join(self, entry: int, one: str, other: str) -> None:
        here, there = self.at.setdefault(one, {}), self.at.setdefault(other, {})
        group, further = here.get(entry), there.get(entry)
        if group is None:
            group = here[entry] = [one]
        if further is None:
            group.append(other)
            there[entry] = group
        elif group is not further:
            small, large = (group, further) if len(group) < len(further) else (further, group)
            large.extend(small)
            for identity in small:
                self.at[identity][entry] = large


def _join_along_flows(joined: _Joined, places: Sequence[Place], graph: SystemGraph) -> None:
    elements = {place.id: place.hits.keys() for place in places if place.type == "element"}
    flows = {place.id: place.hits.keys() for place in places if place.type == "flow"}
    first: dict[str, dict[int, str]] = {}  # Element → entry → the first of its flows that was hit.
    none = frozenset[int]()
    for flow in graph.flows:
        source, target, identity = flow.source, flow.target, flow.id
        at_source, at_target = elements.get(source, none), elements.get(target, none)
        if source != target:
            for entry in at_source & at_target:
                joined.join(entry, source, target)
        on_flow = flows.get(identity)
        if on_flow is None:
            continue
        for end, at_end in ((source, at_source), (target, at_target)):
            for entry in on_flow & at_end:
                joined.join(entry, identity, end)
            beside = first.get(end)
            if beside is None:
                first[end] = dict.fromkeys(on_flow, identity)
                continue
            for entry in on_flow & beside.keys():
                if beside[entry] != identity:
                    joined.join(entry, beside[entry], identity)
            first[end] = dict.fromkeys(on_flow, identity) | beside


def _one(members: list[tuple[Place, Hit]]) -> Match:
    best, (rule, open_, route) = max(members, key=_decides)  # The first of equals.
    also = tuple([place.id for place, _ in members if place is not best])
    return Match(rule, open_, route, best.type, best.id, also)


def _decides(member: tuple[Place, Hit]) -> tuple[int, int]:
    rule, open_, route = member[1]
    unknown = unknown_in(open_, route)
    return asked_by(rule, route) - unknown, -unknown
