"""Model → the person decided about, with neither a reviewer nor another way between. Pure: no Django here."""

from collections.abc import Iterator, Sequence

from apps.analysis.patterns.routes import AGENTS, MODELS, Route, Walk, gap
from apps.catalog.taxonomy import VOCABULARY
from apps.systems.reachability import Gap

GRAVE = ("consequential", "legal")


def routes(walk: Walk) -> Iterator[Route]:
    """At the model or agent whose output decides about people."""
    kind_of = walk.kind_of

    def is_unchecked(identity: str) -> bool:
        is_person = VOCABULARY.kinds[kind_of[identity]].group == "people"
        return not is_person and walk.said(identity, "oversight") != "in_the_loop"

    people = [person.id for person in walk.of_kinds({"affected_person"})]
    onward = walk.ways(people, is_unchecked, against=True)
    for element in walk.of_kinds(MODELS | AGENTS):
        if walk.said(element.id, "fallback") is True or not is_unchecked(element.id):
            continue
        stops = onward(element.id)
        gaps = _gaps(walk, element.id, stops[1:])
        if stops and gaps is not None:
            text = f"what {element.name} decides reaches {walk.name(stops[-1])}, and nobody looks at it on the way"
            yield Route(element.id, stops, text, gaps)


def _gaps(walk: Walk, identity: str, onward: Sequence[str]) -> tuple[Gap, ...] | None:
    """What would have to be known; None where the output decides nothing that matters."""
    effect = walk.said(identity, "decision_effect")
    if effect is None:
        return (gap(identity, "decision_effect"),)
    if effect not in GRAVE:
        return None
    silent = [gap(identity, name) for name in ("oversight", "fallback") if walk.is_open(identity, name)]
    return (*silent, *[gap(stop, "oversight") for stop in onward if walk.is_open(stop, "oversight")])
