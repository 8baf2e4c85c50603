"""SystemGraph → the text of a model file, always the same for the same graph. Pure: no Django here."""

import json
from collections.abc import Mapping
from typing import Any

from apps.systems.graph import (
    Asset,
    Assumption,
    Attributes,
    Boundary,
    Diagram,
    Element,
    Flow,
    Loss,
    Placement,
    SystemGraph,
    Thing,
)

FORMAT = "bifocal-model"
VERSION = 1
DOCUMENT_EXTRA = "bifocal-model-document"  # Where the system keeps the unknown fields of the document around it.

Row = dict[str, Any]


def write(graph: SystemGraph) -> str:
    """Fields in a fixed order, optional ones only where they say something, unknown ones back where they were."""
    document: Row = {
        "format": FORMAT,
        "version": VERSION,
        "system": _system(graph),
        "boundaries": [_boundary(boundary) for boundary in graph.boundaries],
        "elements": [_element(element) for element in graph.elements],
        "flows": [_flow(flow) for flow in graph.flows],
        "assets": [_asset(asset) for asset in graph.assets],
        **_said(
            losses=[_loss(loss) for loss in graph.losses],
            assumptions=[_assumption(assumption) for assumption in graph.assumptions],
            diagrams=[_diagram(diagram) for diagram in graph.diagrams],
        ),
    }
    unknown = graph.extra.get(DOCUMENT_EXTRA, {})
    return json.dumps({**unknown, **document} if unknown else document, indent=1, ensure_ascii=False) + "\n"


def _said(**values: Any) -> Row:
    """The optional fields that say something."""
    return {name: value for name, value in values.items() if value not in ("", None, False, (), [], {})}


def _attributes(attributes: Attributes) -> Row:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in attributes.items()}


def _common(thing: Thing | SystemGraph) -> Row:
    others = {name: fields for name, fields in thing.extra.items() if name not in (FORMAT, DOCUMENT_EXTRA)}
    return _said(tags=list(thing.tags), external_ids=[dict(row) for row in thing.external_ids], extra=others)


def _with_unknown(row: Row, extra: Mapping[str, Any]) -> Row:
    unknown: Mapping[str, Any] = extra.get(FORMAT, {})
    return row | {name: value for name, value in unknown.items() if name not in row}


def _system(graph: SystemGraph) -> Row:
    row = {
        "name": graph.name,
        "description": graph.description,
        "purpose": graph.purpose,
        **_said(lifecycle_stage=graph.lifecycle_stage),
        "attributes": _attributes(graph.attributes),
        **_common(graph),
    }
    return _with_unknown(row, graph.extra)


def _boundary(boundary: Boundary) -> Row:
    row = {
        "id": boundary.id,
        "name": boundary.name,
        **_said(description=boundary.description),
        "trust": boundary.trust,
        "parent": boundary.parent,
        **_said(attributes=_attributes(boundary.attributes)),
        **_common(boundary),
    }
    return _with_unknown(row, boundary.extra)


def _element(element: Element) -> Row:
    row = {
        "id": element.id,
        "name": element.name,
        "kind": element.kind,
        **_said(description=element.description),
        "boundary": element.boundary,
        "attributes": _attributes(element.attributes),
        **_said(out_of_scope=element.out_of_scope, out_of_scope_reason=element.out_of_scope_reason),
        **_common(element),
    }
    return _with_unknown(row, element.extra)


def _flow(flow: Flow) -> Row:
    row = {
        "id": flow.id,
        "name": flow.name,
        "source": flow.source,
        "target": flow.target,
        "attributes": _attributes(flow.attributes),
        **_said(bidirectional=flow.bidirectional, description=flow.description),
        **_common(flow),
    }
    return _with_unknown(row, flow.extra)


def _asset(asset: Asset) -> Row:
    row = {
        "id": asset.id,
        "name": asset.name,
        **_said(description=asset.description),
        "data_classes": list(asset.data_classes),
        **_said(needs=dict(asset.needs)),
        "held_by": list(asset.held_by),
        **_common(asset),
    }
    return _with_unknown(row, asset.extra)


def _loss(loss: Loss) -> Row:
    row = {
        "id": loss.id,
        "title": loss.title,
        **_said(description=loss.description, impact=dict(loss.impact), irreversible=loss.irreversible),
        **_said(assets=list(loss.assets)),
        **_common(loss),
    }
    return _with_unknown(row, loss.extra)


def _assumption(assumption: Assumption) -> Row:
    row = {
        "id": assumption.id,
        "text": assumption.text,
        **_said(owner=assumption.owner, valid_until=assumption.valid_until),
        "status": assumption.status,
        **_common(assumption),
    }
    return _with_unknown(row, assumption.extra)


def _diagram(diagram: Diagram) -> Row:
    unknown = _table(diagram.extra.get(FORMAT, {}).get("placements"))
    bends = {flow: [[_number(x), _number(y)] for x, y in points] for flow, points in diagram.bends.items()}
    row = {
        "id": diagram.id,
        "title": diagram.title,
        **_said(description=diagram.description),
        "placements": [_placement(placement, unknown) for placement in diagram.placements],
        **_said(bends=bends),
        **_common(diagram),
    }
    return _with_unknown(row, diagram.extra)


def _table(value: Any) -> Mapping[str, Any]:
    """What a file's unknown fields may be, if they are not just anything."""
    return value if isinstance(value, Mapping) else {}


def _placement(placement: Placement, unknown: Mapping[str, Any]) -> Row:
    row = {
        placement.object_type: placement.object,
        "x": _number(placement.x),
        "y": _number(placement.y),
        "width": _number(placement.width),
        "height": _number(placement.height),
    }
    rest = _table(unknown.get(f"{placement.object_type} {placement.object}"))
    return row | {name: value for name, value in rest.items() if name not in row}


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value
