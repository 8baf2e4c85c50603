"""What differs between two states of one system's model, part by part and field by field. Pure: no Django here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from apps.systems import graph

Deed = Literal["added", "changed", "gone"]
PARTS: Mapping[str, str] = {  # type of part → where a graph has them; what others stand on first
    "diagram": "diagrams",
    "boundary": "boundaries",
    "element": "elements",
    "flow": "flows",
    "assumption": "assumptions",
    "asset": "assets",
    "loss": "losses",
}
OF_THE_SYSTEM = ("name", "description", "purpose", "lifecycle_stage", "attributes", "tags")
NOT_COMPARED = ("id", "external_ids", "extra", "placements", "bends")
POINTS_AT = ("boundary", "parent", "source", "target", "held_by", "assets")  # Fields with ids, shown as names.


@dataclass(frozen=True, slots=True)
class Difference:
    """`fields` holds, for what was changed, [before, after] of each field; attributes one by one."""

    type: str
    id: str
    name: str
    deed: Deed
    fields: Mapping[str, tuple[Any, Any]]


def differences(before: graph.SystemGraph, after: graph.SystemGraph) -> list[Difference]:
    """The system itself first, then its parts by type, each in the order of the later state, what is gone last."""
    names = _names(before), _names(after)
    found = []
    own = _changed(_own(before), _own(after))
    if own:
        found.append(Difference("system", after.id, after.name, "changed", own))
    for type_, place in PARTS.items():
        found += _of_type(type_, getattr(before, place), getattr(after, place), names)
    return found


def _of_type(
    type_: str,
    before: tuple[graph.Thing, ...],
    after: tuple[graph.Thing, ...],
    names: tuple[Mapping[str, str], Mapping[str, str]],
) -> Iterator[Difference]:
    were, are = {part.id: part for part in before}, {part.id: part for part in after}
    for part in after:
        was = were.get(part.id)
        if was is None:
            yield Difference(type_, part.id, names[1][part.id], "added", {})
        elif was != part:
            changed = _changed(_values(was, names[0]), _values(part, names[1]))
            if _arrangement(was) != _arrangement(part):
                changed["arrangement"] = (None, None)
            if changed:
                yield Difference(type_, part.id, names[1][part.id], "changed", changed)
    for part in before:
        if part.id not in are:
            yield Difference(type_, part.id, names[0][part.id], "gone", {})


def _own(model: graph.SystemGraph) -> dict[str, Any]:
    return _flat({name: getattr(model, name) for name in OF_THE_SYSTEM})


def _values(part: graph.Thing, names: Mapping[str, str]) -> dict[str, Any]:
    found = {field.name: getattr(part, field.name) for field in fields(part) if field.name not in NOT_COMPARED}
    for name in POINTS_AT:
        if name in found:
            ids = found[name]
            found[name] = (
                tuple(names.get(one, "") for one in ids) if isinstance(ids, tuple) else names.get(ids or "", "")
            )
    return _flat(found)


def _flat(values: dict[str, Any]) -> dict[str, Any]:
    own = values.pop("attributes", {})
    return values | {f"attributes.{name}": value for name, value in own.items()}


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    pairs = {name: (before.get(name), after.get(name)) for name in {**before, **after}}
    return {name: (was, is_) for name, (was, is_) in pairs.items() if was != is_}


def _arrangement(part: graph.Thing) -> Any:
    """Where things are drawn, whatever the order in which they were."""
    if not isinstance(part, graph.Diagram):
        return None
    return {(one.object_type, one.object): one for one in part.placements}, dict(part.bends)


def _names(model: graph.SystemGraph) -> dict[str, str]:
    names = {}
    for place in PARTS.values():
        for part in getattr(model, place):
            names[part.id] = str(
                getattr(part, "name", "") or getattr(part, "title", "") or getattr(part, "text", "")[:80]
            )
    for flow in model.flows:
        names[flow.id] = names[flow.id] or f"{names.get(flow.source, '')} → {names.get(flow.target, '')}"
    return names


def both_drawn(
    before: graph.SystemGraph, after: graph.SystemGraph, diagram: str
) -> tuple[graph.SystemGraph, graph.Diagram, dict[str, Deed]]:
    """The later picture with what is gone put back where it was, and what became of each part that is not as before.

    Raises KeyError where neither has such a diagram.
    """
    was, now = (next((one for one in model.diagrams if one.id == diagram), None) for model in (before, after))
    drawn = now or was
    if drawn is None:
        raise KeyError(diagram)
    found: dict[str, Deed] = {one.id: one.deed for one in differences(before, after)}
    union = replace(
        after,
        boundaries=(*after.boundaries, *(one for one in before.boundaries if found.get(one.id) == "gone")),
        elements=(*after.elements, *(one for one in before.elements if found.get(one.id) == "gone")),
        flows=(*after.flows, *(one for one in before.flows if found.get(one.id) == "gone")),
    )
    if was is not None and now is not None:
        # What only left the diagram is in neither state's picture of what is gone.
        back = tuple(one for one in was.placements if found.get(one.object) == "gone")
        drawn = replace(now, placements=(*now.placements, *back), bends={**was.bends, **now.bends})
    return union, drawn, found
