"""One supplier behind a model and the checks that are to be independent of it. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import AGENTS, MODELS, Route, Walk

CHECKS = frozenset({"guardrail", "monitoring"})
SUPPLIES = frozenset({"model_provider", "foundation_model"})
CHECKED = MODELS | AGENTS | {"inference_service"}


def routes(walk: Walk) -> Iterator[Route]:
    """At the supplier: a provider or one foundation model on which a check and what it checks both rest."""
    graph = walk.graph
    for supplier in walk.of_kinds(SUPPLIES):
        around = [graph.element_by_id[other] for other in graph.neighbours[supplier.id]]
        checks = [element for element in around if element.kind in CHECKS]
        others = [element for element in around if element.kind in CHECKED]
        if not checks or len(checks) + len(others) < 2:
            continue
        other = (others or checks[1:])[0]
        text = f"{checks[0].name} and {other.name} both rest on {supplier.name}"
        yield Route(supplier.id, (checks[0].id, supplier.id, other.id), text)
