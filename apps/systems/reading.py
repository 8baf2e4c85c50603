"""From rows to the frozen values of graph.py: a fixed number of queries whatever the size of the system."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from apps.systems import graph
from apps.systems.models import Assumption, Boundary, Diagram, Element, Flow, FlowPlacement, Part, Placement, System


def read_model(system: System) -> graph.SystemGraph:
    """The system without what is at stake; `apps.assets.reading.read_graph` adds that."""
    return graph.SystemGraph(
        id=str(system.pk),
        name=system.name,
        description=system.description,
        purpose=system.purpose,
        lifecycle_stage=system.lifecycle_stage,
        attributes=attributes(system.attributes),
        boundaries=tuple(map(boundary, _parts(Boundary, system))),
        elements=tuple(map(element, _parts(Element, system))),
        flows=tuple(map(flow, _parts(Flow, system))),
        assumptions=tuple(map(assumption, _parts(Assumption, system))),
        diagrams=_diagrams(system),
        tags=tuple(system.tags),
        external_ids=tuple(system.external_ids),
        extra=system.extra,
    )


def frame(system: System, elements: Iterable[Element]) -> graph.SystemGraph:
    """Just enough of the system to tell what these elements inherit: one query."""
    return graph.SystemGraph(
        id=str(system.pk),
        name=system.name,
        attributes=attributes(system.attributes),
        boundaries=tuple(map(boundary, _parts(Boundary, system))),
        elements=tuple(map(element, elements)),
    )


def _parts(model: type[Part], system: System) -> Any:
    return model.objects.filter(system=system).order_by("created_at", "id")


def attributes(stored: Mapping[str, Any]) -> dict[str, graph.AttributeValue]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()}


def carried(row: Part) -> dict[str, Any]:
    """What every object carries along."""
    return {"id": str(row.pk), "tags": tuple(row.tags), "external_ids": tuple(row.external_ids), "extra": row.extra}


def _identifier(key: Any) -> str | None:
    return str(key) if key else None


def boundary(row: Boundary) -> graph.Boundary:
    return graph.Boundary(
        **carried(row),
        name=row.name,
        description=row.description,
        trust=row.trust or None,
        parent=_identifier(row.parent_id),
        attributes=attributes(row.attributes),
    )


def element(row: Element) -> graph.Element:
    return graph.Element(
        **carried(row),
        name=row.name,
        kind=row.kind,
        description=row.description,
        boundary=_identifier(row.boundary_id),
        attributes=attributes(row.attributes),
        out_of_scope=row.out_of_scope,
        out_of_scope_reason=row.out_of_scope_reason,
    )


def flow(row: Flow) -> graph.Flow:
    return graph.Flow(
        **carried(row),
        name=row.name,
        description=row.description,
        source=str(row.source_id),
        target=str(row.target_id),
        attributes=attributes(row.attributes),
        bidirectional=row.bidirectional,
    )


def assumption(row: Assumption) -> graph.Assumption:
    until = row.valid_until.isoformat() if row.valid_until else None
    return graph.Assumption(**carried(row), text=row.text, owner=row.owner, valid_until=until, status=row.status)


def _diagrams(system: System) -> tuple[graph.Diagram, ...]:
    placements: dict[UUID, list[graph.Placement]] = defaultdict(list)
    bends: dict[UUID, dict[str, tuple[tuple[float, float], ...]]] = defaultdict(dict)
    for placed in Placement.objects.filter(diagram__system=system).order_by("created_at", "id"):
        placements[placed.diagram_id].append(placement(placed))
    for placed in FlowPlacement.objects.filter(diagram__system=system).order_by("created_at", "id"):
        bends[placed.diagram_id][str(placed.flow_id)] = tuple((float(x), float(y)) for x, y in placed.bends)
    rows: Iterable[Diagram] = Diagram.objects.filter(system=system).order_by("position", "created_at", "id")
    return tuple(
        graph.Diagram(
            **carried(row),
            title=row.title,
            description=row.description,
            placements=tuple(placements[row.pk]),
            bends=bends[row.pk],
        )
        for row in rows
    )


def placement(row: Placement) -> graph.Placement:
    kind, key = ("element", row.element_id) if row.element_id else ("boundary", row.boundary_id)
    return graph.Placement(kind, str(key), row.x, row.y, row.width, row.height)  # type: ignore[arg-type]  # A literal by construction.
