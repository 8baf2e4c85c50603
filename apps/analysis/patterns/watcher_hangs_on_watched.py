"""Monitoring that sees only what the watched part itself reports. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import AGENTS, MODELS, Route, Walk

WATCHED = MODELS | AGENTS | {"inference_service", "edge_runtime", "guardrail", "training_pipeline"}
RECORDS = frozenset({"telemetry_store"})


def routes(walk: Walk) -> Iterator[Route]:
    """At the monitoring: all that reaches it comes from one part, or from a store that only this part writes."""
    graph = walk.graph
    for monitoring in walk.of_kinds({"monitoring"}):
        stops = _only_source(walk, monitoring.id)
        if len(stops) > 1 and graph.element_by_id[stops[0]].kind in WATCHED:
            text = f"{monitoring.name} sees of {walk.name(stops[0])} only what {walk.name(stops[0])} itself reports"
            yield Route(monitoring.id, stops, text)


def _only_source(walk: Walk, monitoring: str) -> tuple[str, ...]:
    stops = [monitoring]
    while True:
        before = set(walk.before(stops[0])) - set(stops)
        if len(before) != 1:
            return ()
        stops.insert(0, before.pop())
        if walk.graph.element_by_id[stops[0]].kind not in RECORDS:
            return tuple(stops)
