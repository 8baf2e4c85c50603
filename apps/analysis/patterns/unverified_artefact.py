"""A hub or supplier → training or serving, and nothing on the way that checks what comes. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import MODELS, Route, Walk, gap
from apps.catalog.taxonomy import allowed_attributes

USING = MODELS | {"training_pipeline", "inference_service", "edge_runtime"}
OPEN_ORIGINS = ("open_hub", "fine_tuned_third_party")


def routes(walk: Walk) -> Iterator[Route]:
    """At what first uses the artefact. A model that stays with its vendor brings none."""
    graph = walk.graph

    def uses(identity: str) -> bool:
        kind = graph.element_by_id[identity].kind
        return kind in USING and walk.said(identity, "weights_access") != "vendor_api"

    def check(identity: str) -> str:
        """By which attribute this kind says that it checks what comes."""
        allowed = allowed_attributes(walk.kind_of[identity])
        return "verified_artifacts" if "verified_artifacts" in allowed else "provenance_verified"

    def is_unchecked(identity: str) -> bool:
        return walk.said(identity, check(identity)) is not True

    hubs = [
        element.id
        for element in walk.of_kinds({"model_provider", "model_registry", "external_source"})
        if _is_hub(walk, element.id, element.kind) and is_unchecked(element.id)
    ]
    coming = walk.ways(hubs, lambda one: is_unchecked(one) and not uses(one))
    for element in walk.of_kinds(USING):
        user, stops = element.id, coming(element.id)
        if len(stops) < 2 or not uses(user) or not is_unchecked(user):
            continue
        source = graph.element_by_id[stops[0]]
        text = f"what {source.name} offers reaches {element.name}, and nothing on the way checks it"
        gaps = tuple(gap(stop, check(stop)) for stop in stops if walk.is_open(stop, check(stop)))
        if walk.is_open(user, "weights_access"):  # It may never leave its vendor.
            gaps = (gap(user, "weights_access"), *gaps)
        if source.kind != "model_provider" and walk.said(source.id, "origin") is None:
            gaps = (gap(source.id, "origin"), *gaps)
        yield Route(user, stops, text, gaps)


def _is_hub(walk: Walk, identity: str, kind: str) -> bool:
    """What others offer. A store of which nobody said whose it is may be one, unless it is filled from within."""
    origin = walk.said(identity, "origin")
    return kind == "model_provider" or origin in OPEN_ORIGINS or (origin is None and not walk.before(identity))
