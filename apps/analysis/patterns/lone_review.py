"""Agent → one reviewer as the only brake → an action that cannot be undone, and nothing limits the queue. Pure."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import AGENTS, MODELS, Route, Walk, gap
from apps.systems.reachability import Gap

ASKING = AGENTS | MODELS | {"inference_service", "edge_runtime"}
GRAVE = frozenset({"irreversible", "financial", "physical"})


def routes(walk: Walk) -> Iterator[Route]:
    """At the reviewer."""
    graph = walk.graph
    kind_of = walk.kind_of

    def acts(identity: str) -> bool:
        impact = walk.said(identity, "action_impact")
        return kind_of[identity] == "actuator" or (isinstance(impact, tuple) and not GRAVE.isdisjoint(impact))

    reviewers = list(walk.of_kinds({"human_reviewer"}))
    if not reviewers:
        return
    asked = walk.ways([element.id for element in walk.of_kinds(ASKING)])
    done = walk.ways([element.id for element in graph.elements if acts(element.id)], against=True)
    silent = [element.id for element in walk.of_kinds({"agent", "orchestrator", "tool"})]
    perhaps = walk.ways([one for one in silent if walk.said(one, "action_impact") is None], against=True)
    for reviewer in reviewers:
        asking, acting = asked(reviewer.id), done(reviewer.id) or perhaps(reviewer.id)
        if not asking or not acting or asking[0] in acting:
            continue
        begin, end = asking[0], acting[-1]
        gaps = _gaps(walk, begin)
        if gaps is None or walk.way(begin, end, reviewer.id.__ne__):
            continue
        if not acts(end):
            gaps = (*gaps, gap(end, "action_impact"))
        text = f"{reviewer.name} is all that stands between {walk.name(begin)} and {walk.name(end)}"
        yield Route(reviewer.id, (*asking, *acting[1:]), text, gaps)


def _gaps(walk: Walk, begin: str) -> tuple[Gap, ...] | None:
    """Whether the queue may grow without limit: what is not known, or None where it cannot."""
    limited = walk.said(begin, "rate_limited")
    if limited is True:
        return None
    return (gap(begin, "rate_limited"),) if limited is None else ()
