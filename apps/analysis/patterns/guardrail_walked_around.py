"""A guardrail before a model, and another way to the same model that does not pass it. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import AGENTS, MODELS, Route, Walk
from apps.systems.reachability import reached_around

GUARDED = MODELS | AGENTS | {"inference_service"}


def routes(walk: Walk) -> Iterator[Route]:
    """At the guardrail."""
    graph = walk.graph
    guardrails = list(walk.of_kinds({"guardrail"}))
    if not guardrails:
        return
    unguarded = reached_around(graph, [guardrail.id for guardrail in guardrails])
    for guardrail in guardrails:
        if graph.reached_by_untrusted.holds(guardrail.id) is not True:
            continue
        for guarded in walk.after(guardrail.id):
            way = unguarded.way(guarded)[::-1]
            # A guardrail that the guarded part itself asks is passed by whatever this part lets it see.
            is_asked = guardrail.id in walk.after(guarded)
            if graph.element_by_id[guarded].kind in GUARDED and len(way) > 1 and not is_asked:
                text = (
                    f"{guardrail.name} stands before {walk.name(guarded)}, yet what comes from {walk.name(way[0])}"
                    " gets there without passing it"
                )
                yield Route(guardrail.id, way, text)
                break
