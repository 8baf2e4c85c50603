"""A guardrail before a model, and another way to the same model that does not pass it. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import AGENTS, MODELS, Route, Walk
from apps.systems.reachability import Gap, Reach, reached_around

GUARDED = MODELS | AGENTS | {"inference_service"}
Around = tuple[tuple[str, ...], tuple[Gap, ...]]  # a way, and what is not known of it


def routes(walk: Walk) -> Iterator[Route]:
    """At the guardrail. Where it is not known whether content arrives there or past it, that is asked."""
    graph = walk.graph
    guardrails = [guardrail.id for guardrail in walk.of_kinds({"guardrail"})]
    if not guardrails:
        return
    reached, unguarded = graph.reached_by_untrusted, reached_around(graph, guardrails)
    for guardrail in guardrails:
        if reached.holds(guardrail) is False:
            continue
        before = () if reached.holds(guardrail) else (reached.unknown[guardrail],)
        for guarded in walk.after(guardrail):
            # A guardrail that the guarded part itself asks is passed by whatever this part lets it see.
            if walk.kind_of[guarded] not in GUARDED or guardrail in walk.after(guarded):
                continue
            way, around = _around(walk, unguarded, guarded, guardrails)
            if way:
                text = (
                    f"{walk.name(guardrail)} stands before {walk.name(guarded)}, yet what comes from"
                    f" {walk.name(way[0])} gets there without passing it"
                )
                yield Route(guardrail, way, text, tuple(dict.fromkeys((*before, *around))))
                break


def _around(walk: Walk, unguarded: Reach, guarded: str, guardrails: list[str]) -> Around:
    """The way that content takes to the guarded part past all guardrails; empty where there is none."""
    way = unguarded.way(guarded)[::-1]
    if len(way) > 1:
        return way, ()
    for flow in walk.graph.flows_by_element[guarded]:
        brings = flow.attributes.get("untrusted_content")
        if flow.target == guarded and brings is True and flow.source not in (guarded, *guardrails):
            return (flow.source, guarded), ()
    gap = unguarded.unknown.get(guarded)
    if gap is None or gap.object_type != "flow":
        return (), ()
    return walk.way(walk.graph.flow_by_id[gap.object].source, guarded, lambda one: one not in guardrails), (gap,)
