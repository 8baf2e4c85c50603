"""The stores of several tenants → one agent that reads them with rights of its own. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import AGENTS, Route, Walk, gap

STORES = frozenset({"vector_store", "memory_store", "feature_store", "telemetry_store", "datastore"})
OWN_RIGHTS = ("own", "shared")


def routes(walk: Walk) -> Iterator[Route]:
    """At the agent. An agent that acts with the rights of whoever asks cannot read for one what is another's."""
    graph = walk.graph
    asked = walk.ways(person.id for person in walk.of_kinds({"end_user"}))
    for agent in walk.of_kinds(AGENTS):
        rights = walk.said(agent.id, "credentials")
        if rights not in (*OWN_RIGHTS, None) or walk.said(agent.id, "multi_tenant") is False:
            continue
        stores = [other for other in graph.neighbours[agent.id] if graph.element_by_id[other].kind in STORES]
        shared = [store for store in stores if walk.said(store, "multi_tenant") is not False]
        # One that is known to be shared, if there is one.
        store = min(shared, key=lambda one: walk.said(one, "multi_tenant") is None, default=None)
        if store is None:
            continue
        text = f"{agent.name} reads {walk.name(store)}, which several customers share, for whoever asks"
        asked_of = ((store, "multi_tenant"), (agent.id, "credentials"), (agent.id, "multi_tenant"))
        gaps = tuple(gap(*asked) for asked in asked_of if walk.is_open(*asked))
        yield Route(agent.id, (*(asked(agent.id) or (agent.id,)), store), text, gaps)
