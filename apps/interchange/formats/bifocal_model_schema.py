"""The JSON Schema of the model file, made from the vocabulary. `python -m` on this module prints what is committed."""

import json
import sys
from pathlib import Path
from typing import Any

from apps.catalog.taxonomy import VOCABULARY, AttributeSpec, allowed_attributes
from apps.interchange.formats import bifocal_model as model
from apps.interchange.formats.checked_fields import ID_LENGTH
from apps.systems.graph import MOST_PARTS

SCHEMA_FILE = Path(__file__).parent / "bifocal-model-1.schema.json"
Schema = dict[str, Any]


def schema() -> Schema:
    lists = {
        "boundaries": _boundary(),
        "elements": _element(),
        "flows": _flow(),
        "assets": _asset(),
        "losses": _loss(),
        "assumptions": _assumption(),
        "diagrams": _diagram(),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:bifocal:model:1",
        "title": "Bifocal model file, format version 1",
        "description": "Unknown fields are kept. References between objects are checked by Bifocal beyond this schema.",
        "type": "object",
        "required": ["format", "version", "system"],
        "properties": {
            "format": {"const": "bifocal-model"},
            "version": {"const": 1},
            "system": {"$ref": "#/$defs/system"},
            **{name: _list(most, {"$ref": f"#/$defs/{name}"}) for name, most in MOST_PARTS.items()},
        },
        "$defs": {
            "id": _text(ID_LENGTH, 1),
            "attributes": _attributes("system"),
            "flow_attributes": _attributes("flow"),
            "system": _system(),
            **lists,
        },
    }


def _text(most: int, least: int = 0) -> Schema:
    words: Schema = {"type": "string", "maxLength": most}
    return {**words, "minLength": least, "pattern": r"\S"} if least else words


def _list(most: int, items: Schema) -> Schema:
    return {"type": "array", "maxItems": most, "items": items}


def _object(required: tuple[str, ...], **properties: Schema) -> Schema:
    carried = {
        "tags": {"type": "array", "uniqueItems": True, "items": {"type": "string", "maxLength": model.LABEL}},
        "external_ids": _list(100, {"type": "object", "additionalProperties": {"type": "string"}}),
        "extra": {"type": "object", "additionalProperties": {"type": "object"}},
    }
    return {"type": "object", "required": list(required), "properties": {**properties, **carried}}


def _nullable(value: Schema) -> Schema:
    return {"anyOf": [value, {"type": "null"}]}


def _attribute(spec: AttributeSpec) -> Schema:
    said = {"title": spec.label, "description": spec.ask}
    if spec.type == "bool":
        return {**said, "type": "boolean"}
    words: Schema = {"enum": list(spec.values)}
    return {**said, **words} if spec.type == "enum" else {**said, "type": "array", "uniqueItems": True, "items": words}


def _attributes(kind: str) -> Schema:
    properties = {name: _attribute(spec) for name, spec in allowed_attributes(kind).items()}
    return {"type": "object", "additionalProperties": False, "properties": properties}


ID: Schema = {"$ref": "#/$defs/id"}
ATTRIBUTES: Schema = {"$ref": "#/$defs/attributes"}
FLAG: Schema = {"type": "boolean"}


def _system() -> Schema:
    return _object(
        ("name",),
        name=_text(model.NAME, 1),
        description=_text(model.TEXT),
        purpose=_text(model.REMARK),
        lifecycle_stage=_nullable({"enum": list(VOCABULARY.lifecycle_stages)}),
        attributes=ATTRIBUTES,
    )


def _boundary() -> Schema:
    return _object(
        ("id", "name"),
        id=ID,
        name=_text(model.NAME, 1),
        description=_text(model.TEXT),
        trust=_nullable({"enum": list(VOCABULARY.boundary_trust)}),
        parent=_nullable(ID),
        attributes=ATTRIBUTES,
    )


def _element() -> Schema:
    carries = [_carries(kind) for kind in VOCABULARY.kinds]
    element = _object(
        ("id", "name", "kind"),
        id=ID,
        name=_text(model.NAME, 1),
        kind={"enum": list(VOCABULARY.kinds)},
        description=_text(model.TEXT),
        boundary=_nullable(ID),
        attributes=ATTRIBUTES,
        out_of_scope=FLAG,
        out_of_scope_reason=_text(model.LINE),
    )
    return {**element, "allOf": carries}


def _carries(kind: str) -> Schema:
    """An element of this kind has none but the attributes that its kind may carry."""
    names: Schema = {"propertyNames": {"enum": list(allowed_attributes(kind))}}
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {"properties": {"attributes": names}},
    }


def _flow() -> Schema:
    return _object(
        ("id", "source", "target"),
        id=ID,
        name=_text(model.NAME),
        source=ID,
        target=ID,
        attributes={"$ref": "#/$defs/flow_attributes"},
        bidirectional=FLAG,
        description=_text(model.TEXT),
    )


def _asset() -> Schema:
    needs = {name: {"enum": list(model.LEVELS)} for name in VOCABULARY.properties}
    return _object(
        ("id", "name"),
        id=ID,
        name=_text(model.NAME, 1),
        description=_text(model.TEXT),
        data_classes=_attribute(VOCABULARY.attributes["data_classes"]),
        needs={"type": "object", "additionalProperties": False, "properties": needs},
        held_by={"type": "array", "uniqueItems": True, "items": ID},
    )


def _loss() -> Schema:
    degree: Schema = {"type": "integer", "minimum": 1, "maximum": 5}
    impact = {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(model.IMPACTS, degree)}
    return _object(
        ("id", "title"),
        id=ID,
        title=_text(model.NAME, 1),
        description=_text(model.TEXT),
        impact=impact,
        irreversible=FLAG,
        assets={"type": "array", "uniqueItems": True, "items": ID},
    )


def _assumption() -> Schema:
    return _object(
        ("id", "text"),
        id=ID,
        text=_text(model.REMARK, 1),
        owner=_text(120),
        valid_until=_nullable({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
        status=_nullable({"enum": list(model.STATUSES)}),
    )


def _diagram() -> Schema:
    place: Schema = {"type": "number", "minimum": -model.FARTHEST, "maximum": model.FARTHEST}
    size: Schema = {"type": "number", "minimum": 0, "maximum": model.FARTHEST}
    placement: Schema = {
        "type": "object",
        "required": ["x", "y", "width", "height"],
        "properties": {"element": ID, "boundary": ID, "x": place, "y": place, "width": size, "height": size},
        "oneOf": [{"required": ["element"]}, {"required": ["boundary"]}],
    }
    point: Schema = {"type": "array", "minItems": 2, "maxItems": 2, "items": place}
    return _object(
        ("id", "title"),
        id=ID,
        title=_text(model.NAME, 1),
        description=_text(model.TEXT),
        placements=_list(model.MOST_PLACEMENTS, placement),
        bends={"type": "object", "additionalProperties": _list(model.MOST_BENDS, point)},
    )


def text() -> str:
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
