"""Agents that hand work to each other in a ring. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import AGENTS, Route, Walk, gap
from apps.systems.reachability import Gap


def routes(walk: Walk) -> Iterator[Route]:
    """At the first agent of the ring. Two that call and answer are no ring, unless both act on what the other says."""
    in_a_ring: set[str] = set()
    for agent in walk.of_kinds(AGENTS):
        if agent.id in in_a_ring:
            continue
        ring = _ring(walk, agent.id)
        gaps = _gaps(walk, ring)
        if not ring or gaps is None:
            continue
        in_a_ring.update(ring)
        names = " → ".join(walk.name(stop) for stop in (*ring, ring[0]))
        yield Route(agent.id, (*ring, ring[0]), f"work can go round: {names}", gaps)


def _ring(walk: Walk, start: str) -> tuple[str, ...]:
    """The agents of a shortest ring through `start`, or none."""
    kind_of = walk.graph.element_by_id

    def is_agent(identity: str) -> bool:
        return kind_of[identity].kind in AGENTS

    for following in walk.after(start):
        if following == start or not is_agent(following):
            continue
        back = walk.way(following, start, is_agent)
        if len(back) > 2 or (back and all(walk.said(end, "delegates") is True for end in back)):
            return (start, *back[:-1])
    return ()


def _gaps(walk: Walk, ring: tuple[str, ...]) -> tuple[Gap, ...] | None:
    """None where some limit ends the round; else the first agent of which nobody has said."""
    limits = [(stop, walk.said(stop, "rate_limited")) for stop in ring]
    if any(limited is True for _, limited in limits):
        return None
    return tuple(gap(stop, "rate_limited") for stop, limited in limits if limited is None)[:1]
