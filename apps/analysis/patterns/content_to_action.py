"""Untrusted content → agent → an action that is hard to undo. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import AGENTS, Route, Walk


def routes(walk: Walk) -> Iterator[Route]:
    """At the agent. Where it is not known whether content arrives or an action follows, that is what is asked."""
    graph = walk.graph
    reached, acting = graph.reached_by_untrusted, graph.reaches_high_impact
    for element in walk.of_kinds(AGENTS):
        arrives, acts = reached.holds(element.id), acting.holds(element.id)
        if arrives is False or acts is False:
            continue
        gaps = tuple(
            reach.unknown[element.id] for reach, holds in ((reached, arrives), (acting, acts)) if holds is None
        )
        coming, leaving = reached.way(element.id)[::-1], acting.way(element.id)
        stops = (*(coming or (element.id,)), *leaving[1:])
        yield Route(element.id, stops, _text(walk, element.id, stops), gaps)


def _text(walk: Walk, agent: str, stops: tuple[str, ...]) -> str:
    begin, end = walk.name(stops[0]), walk.name(stops[-1])
    if stops[0] == agent == stops[-1]:
        return f"{begin} takes what outsiders write and acts by itself"
    if stops[0] == agent:
        return f"{begin} takes what outsiders write and can make {end} act"
    if stops[-1] == agent:
        return f"what comes from {begin} ends in an action of {end}"
    return f"what comes from {begin} can make {end} act, through {walk.name(agent)}"
