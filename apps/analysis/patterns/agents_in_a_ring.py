"""Agents that hand work to each other in a ring. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import AGENTS, Route, Walk, gap
from apps.systems.reachability import Gap


def routes(walk: Walk) -> Iterator[Route]:
    """At the first agent of the ring that is in scope.

    Two that call and answer are no ring, unless both act on what the other says.
    """
    in_a_ring: set[str] = set()
    for agent in walk.of_kinds(AGENTS):
        if agent.id in in_a_ring or agent.out_of_scope:
            continue
        for ring in _rings(walk, agent.id):
            gaps = _gaps(walk, ring)
            if gaps is not None:
                in_a_ring.update(ring)
                names = " → ".join(walk.name(stop) for stop in (*ring, ring[0]))
                yield Route(agent.id, (*ring, ring[0]), f"work can go round: {names}", gaps)
                break


def _rings(walk: Walk, start: str) -> Iterator[tuple[str, ...]]:
    """The agents of a shortest ring through `start` and each agent that it hands work to."""

    def is_agent(identity: str) -> bool:
        return walk.kind_of[identity] in AGENTS

    for following in dict.fromkeys(walk.after(start)):
        if following == start or not is_agent(following):
            continue
        back = walk.way(following, start, is_agent)
        if len(back) > 2 or (back and all(walk.said(end, "delegates") is not False for end in back)):
            yield (start, *back[:-1])


def _gaps(walk: Walk, ring: tuple[str, ...]) -> tuple[Gap, ...] | None:
    """None where some limit ends the round; else the first agent of which nobody has said."""
    limits = [(stop, walk.said(stop, "rate_limited")) for stop in ring]
    if any(limited is True for _, limited in limits):
        return None
    silent = [gap(stop, "rate_limited") for stop, limited in limits if limited is None][:1]
    if len(ring) == 2:  # They may only call and answer each other.
        silent += [gap(stop, "delegates") for stop in ring if walk.said(stop, "delegates") is None]
    return tuple(silent)
