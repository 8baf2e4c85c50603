"""What goes with parts that are deleted, so that all of it can come back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from apps.systems.models import Boundary, Diagram, Element, Flow, FlowPlacement, Part, Placement


@dataclass(frozen=True)
class Removal:
    rows: list[Part]  # The parts, then what cannot be without them.
    let_go: list[tuple[Part, str]] = field(default_factory=list)  # What stays, with the field that named the part.
    placements: list[Placement] = field(default_factory=list)
    bends: list[FlowPlacement] = field(default_factory=list)


def removal_of(parts: Sequence[Part], known: Mapping[UUID, Part]) -> Removal:
    """Read before the parts, of one type, are deleted: many, or one boundary. `known` are rows as the deed has them."""
    part = parts[0]
    if isinstance(part, Element):
        flows = list(Flow.objects.filter(Q(source__in=parts) | Q(target__in=parts)).order_by("created_at", "id"))
        return Removal([*parts, *flows], placements=_drawn(element__in=parts), bends=_bends(flow__in=flows))
    if isinstance(part, Boundary):
        inside = [(known.get(row.pk, row), "parent") for row in Boundary.objects.filter(parent=part)]
        inside += [(known.get(row.pk, row), "boundary") for row in Element.objects.filter(boundary=part)]
        return Removal([part], let_go=inside, placements=_drawn(boundary=part))
    if isinstance(part, Flow):
        return Removal([*parts], bends=_bends(flow__in=parts))
    if isinstance(part, Diagram):
        return Removal([*parts], placements=_drawn(diagram__in=parts), bends=_bends(diagram__in=parts))
    return Removal([*parts])


def without(gone: Sequence[Part], known: Mapping[UUID, Part]) -> Iterator[tuple[Part, dict[str, list[str]]]]:
    """The rows that name any of these in a list, each with what that list is when they are gone."""
    ids = {str(row.pk) for row in gone}
    types = {row._meta.model_name for row in gone}
    for model in Part.__subclasses__():  # Those of the apps above too, which this one does not know.
        for name in (name for name, allowed in model.LISTS.items() if types & {*allowed}):
            lists = model.objects.filter(system=gone[0].system_id).values_list("pk", name)
            naming = model.objects.in_bulk([pk for pk, listed in lists if ids & {*listed}])
            for row in (known.get(pk, row) for pk, row in naming.items()):
                yield row, {name: [listed for listed in getattr(row, name) if listed not in ids]}


def _drawn(**where: Any) -> list[Placement]:
    return list(Placement.objects.filter(**where))


def _bends(**where: Any) -> list[FlowPlacement]:
    return list(FlowPlacement.objects.filter(**where))
