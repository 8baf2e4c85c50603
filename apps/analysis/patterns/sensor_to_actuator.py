"""Sensor → model → actuator, and nothing independent of the model that limits it. Pure: no Django here."""

from collections.abc import Callable, Iterator, Mapping

from apps.analysis.patterns.routes import AGENTS, MODELS, Route, Walk

DECIDING = MODELS | AGENTS | {"edge_runtime"}
LIMITS = frozenset({"guardrail", "human_reviewer"})


def routes(walk: Walk) -> Iterator[Route]:
    """At the actuator."""
    kind_of = walk.kind_of

    def is_no_limit(identity: str) -> bool:
        return kind_of[identity] not in LIMITS

    seen = walk.ways((sensor.id for sensor in walk.of_kinds({"sensor"})), is_no_limit)
    deciding = [element.id for element in walk.of_kinds(DECIDING)]
    moved = walk.ways([one for one in deciding if seen(one)], is_no_limit)
    decided = walk.ways(deciding)
    for actuator in walk.of_kinds({"actuator"}):
        moving = moved(actuator.id)
        if not moving or _has_own_limit(walk, actuator.id, kind_of, decided):
            continue
        stops = (*seen(moving[0]), *moving[1:])
        text = (
            f"what {walk.name(stops[0])} reports moves {actuator.name} through {walk.name(moving[0])},"
            " and nothing drawn here could stop it on its own"
        )
        yield Route(actuator.id, stops, text)


def _has_own_limit(
    walk: Walk, actuator: str, kind_of: Mapping[str, str], decided: Callable[[str], tuple[str, ...]]
) -> bool:
    """Whether something else commands the actuator: a guard, a person, or what takes no orders from the models."""
    return any(
        kind_of[other] in LIMITS or kind_of[other] == "staff" or (kind_of[other] != "sensor" and not decided(other))
        for other in walk.before(actuator)
    )
