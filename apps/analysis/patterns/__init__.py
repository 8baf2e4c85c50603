"""Shapes of paths that matter as a whole, one module each: from a graph to the places that have the shape. Pure."""

from collections.abc import Callable, Iterable, Mapping

from apps.analysis.patterns import (
    agents_in_a_ring,
    content_to_action,
    decision_unchecked,
    guardrail_walked_around,
    lone_review,
    one_supplier_behind,
    output_to_own_training,
    secrets_to_outside,
    sensor_to_actuator,
    tenants_share_an_agent,
    unverified_artefact,
    watcher_hangs_on_watched,
)
from apps.analysis.patterns.routes import Route, Walk

Pattern = Callable[[Walk], Iterable[Route]]
# By the names that entries of the catalogue call them by.
PATTERNS: Mapping[str, Pattern] = {
    module.__name__.rpartition(".")[2]: module.routes
    for module in (
        agents_in_a_ring,
        content_to_action,
        decision_unchecked,
        guardrail_walked_around,
        lone_review,
        one_supplier_behind,
        output_to_own_training,
        secrets_to_outside,
        sensor_to_actuator,
        tenants_share_an_agent,
        unverified_artefact,
        watcher_hangs_on_watched,
    )
}


def routes_by_target(name: str, walk: Walk) -> Mapping[str, Route]:
    """The first route at each target that is in scope."""
    found: dict[str, Route] = {}
    for route in PATTERNS[name](walk):
        if not walk.graph.element_by_id[route.target].out_of_scope:
            found.setdefault(route.target, route)
    return found
