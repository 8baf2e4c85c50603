"""The way back of a deed, as operations of the same form: first what comes back, last what goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import ForeignKey

from apps.core.versions import SPLIT
from apps.systems.models import Part, Placement
from apps.systems.removal import Removal

CARRIED = ("external_ids", "extra")
# What others stand on comes back first.
ORDER = ("diagram", "boundary", "element", "flow", "assumption", "asset", "loss")
Operation = dict[str, Any]


@dataclass
class Undo:
    """Collects while the deed is done. The version that each part had after the deed goes with it."""

    _creates: list[Operation] = field(default_factory=list)
    _changes: list[tuple[Part, Operation]] = field(default_factory=list)
    _places: dict[UUID, dict[str, dict[UUID, Any]]] = field(default_factory=dict)
    _deletes: list[tuple[Part, Operation]] = field(default_factory=list)

    def delete(self, part: Part) -> None:
        self._deletes.append((part, _named("delete", part)))

    def change(self, part: Part, before: Mapping[str, Any]) -> None:
        self._changes.append((part, {**_named("change", part), "values": _nested(before), **_back(part)}))

    def restore(self, removal: Removal) -> None:
        self._creates[:0] = map(_creating, removal.rows)  # What went last is back first.
        for row, name in removal.let_go:
            self.change(row, {name: removal.rows[0].pk})
        for drawn in removal.placements:
            self.place(drawn.diagram_id, placements=[box_of(drawn)])
        for bent in removal.bends:
            self.place(bent.diagram_id, flows={bent.flow_id: bent.bends})

    def place(
        self,
        diagram: UUID,
        *,
        placements: list[dict[str, Any]] | None = None,
        flows: Mapping[UUID, Any] | None = None,
        gone: set[UUID] | None = None,
    ) -> None:
        """What was drawn before. Where a deed draws a thing twice, the first answer is the one to go back to."""
        kept = self._places.setdefault(diagram, {"boxes": {}, "flows": {}})
        for box in placements or ():
            kept["boxes"].setdefault(UUID(box.get("element") or box["boundary"]), box)
        for drawn in gone or ():
            kept["boxes"].setdefault(drawn, None)
        for flow, bends in (flows or {}).items():
            kept["flows"].setdefault(flow, bends)

    def operations(self) -> list[Operation]:
        creates = sorted(self._creates, key=lambda create: ORDER.index(create["type"]))
        return [
            *creates,
            *({**change, "version": part.version} for part, change in reversed(self._changes)),
            *(_placing(diagram, **kept) for diagram, kept in self._places.items()),
            *({**delete, "version": part.version} for part, delete in reversed(self._deletes)),
        ]


def box_of(row: Placement) -> dict[str, Any]:
    end = {"element": str(row.element_id)} if row.element_id else {"boundary": str(row.boundary_id)}
    return {**end, "x": row.x, "y": row.y, "width": row.width, "height": row.height}


def _placing(diagram: UUID, boxes: Mapping[UUID, Any], flows: Mapping[UUID, Any]) -> Operation:
    return {
        "op": "place",
        "diagram": str(diagram),
        "placements": [box for box in boxes.values() if box],
        "flows": [{"flow": str(flow), "bends": bends} for flow, bends in flows.items()],
        "gone": [str(drawn) for drawn, box in boxes.items() if box is None],
    }


def _named(deed: str, part: Part) -> Operation:
    return {"op": deed, "type": part._meta.model_name, "id": str(part.pk)}


def _creating(part: Part) -> Operation:
    """With a version that nobody has seen, so that what somebody changes from then on is told from before."""
    return {**_named("create", part), "version": part.version + 1, "values": _values(part), **_back(part)}


def _back(part: Part) -> dict[str, bool]:
    """What a list named when it was changed may have gone by the time it comes back."""
    return {"back": True} if part.LISTS else {}


def _values(part: Part) -> dict[str, Any]:
    points = {name.name for name in part._meta.concrete_fields if isinstance(name, ForeignKey)}
    return {
        name: _plain(getattr(part, f"{name}_id" if name in points else name)) for name in (*part.EDITABLE, *CARRIED)
    }


def _nested(before: Mapping[str, Any]) -> dict[str, Any]:
    """`attributes.autonomy` → a key of `attributes`, as it is sent."""
    found: dict[str, Any] = {}
    for name, value in before.items():
        outer, dot, key = name.partition(".")
        if dot and outer == SPLIT:
            found.setdefault(SPLIT, {})[key] = _plain(value)
        else:
            found[name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
