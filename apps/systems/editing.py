"""Many changes of one model as one deed: all of them or none, one event, and the operations that take it back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from apps.accounts.access import Action, Actor
from apps.activity.services import record
from apps.core.errors import Conflict, FieldConflict, Invalid
from apps.core.versions import apply_changes
from apps.systems.models import Boundary, Diagram, FlowPlacement, Part, Placement, System
from apps.systems.removal import removal_of, without
from apps.systems.services import check_room, check_still_drawn, draw, touch
from apps.systems.undoing import Undo, box_of


@contextmanager
def editing(actor: Actor, system: System) -> Iterator["Deed"]:
    """A deed on the locked model; it is recorded when the block ends, and nothing of it stays when that raises."""
    actor.check(Action.EDIT_SYSTEM)
    with transaction.atomic():
        touch(system)
        system.refresh_from_db(fields=["revision", "changed_at"])
        deed = Deed(actor, system)
        yield deed
        deed.finish()


@dataclass
class Deed:
    """Changes one model step by step; later steps see what earlier ones did."""

    actor: Actor
    system: System
    undo: Undo = field(default_factory=Undo)
    rows: dict[UUID, Part] = field(default_factory=dict)  # What is made or changed, as it is now.
    gone: list[UUID] = field(default_factory=list)
    sequence: int | None = None  # The number of its event, once there is one.
    _found: dict[UUID, int] = field(default_factory=dict)  # The version of each of `rows` before this deed.
    _waiting: list[Part] = field(default_factory=list)  # Made, and not yet in the database: rows of one sort.
    _took_a_diagram: bool = False
    _said: dict[str, Any] = field(default_factory=dict)  # What its event will say.

    def create(self, model: type[Part], values: Mapping[str, Any], identifier: UUID | None, version: int = 1) -> Part:
        """Raises ValidationError for what the model does not allow. A row that comes back goes on with its version."""
        if self._waiting and not isinstance(self._waiting[0], model):
            self.flush()
        identified = {"id": identifier} if identifier else {}
        part = model(workspace=self.actor.workspace, system=self.system, version=version, **identified, **values)
        _check(part)
        if part.pk in self.rows:
            raise Invalid({"id": ["This id stands twice in one deed."]})
        self._waiting.append(part)
        self.rows[part.pk] = part
        self._found[part.pk] = 0
        self.undo.delete(part)
        self._say("added", part)
        return part

    def change(self, part: Part, values: Mapping[str, Any], *, seen: int | None) -> Part:
        """Raises Conflict when one of the fields was changed since version `seen`, unless this deed did it itself."""
        row = self.rows.get(part.pk, part)
        found = self._found.setdefault(row.pk, row.version)
        changes = apply_changes(row, values, seen=seen, by=self.actor.label, own_after=found)
        if changes:
            _check(row)
            self.flush()
            row.save()
            self.rows[row.pk] = row
            self.undo.change(row, {name: before for name, (before, _) in changes.items()})
            self._say("changed", row, changes=changes)
        return row

    def check_seen(self, part: Part, seen: int | None) -> None:
        """Raises Conflict where somebody else changed, since version `seen`, a part that is about to be deleted."""
        found = self._found.get(part.pk, part.version)
        if seen is not None and seen < found:
            raise Conflict("Somebody changed it since you saw it. Nothing was done.", (_changed_by(part, found),))

    def delete(self, parts: Sequence[Part]) -> list[UUID]:
        """The ids of all that went with these, which are of one type."""
        self.flush()
        # What a boundary holds is let go before the next one is looked at, which may be what it held.
        alone = isinstance(parts[0], Boundary)
        return [gone for group in ([[part] for part in parts] if alone else [parts]) for gone in self._delete(group)]

    def _delete(self, asked: Sequence[Part]) -> list[UUID]:
        parts = [self.rows.get(part.pk, part) for part in asked]  # As the deed has them by now.
        removal = removal_of(parts, known=self.rows)
        for row, lists in without(removal.rows, known=self.rows):
            self._shorten(row, lists)
        self.undo.restore(removal)
        gone = [row.pk for row in removal.rows]
        self.gone += gone
        for row in removal.rows:
            self.rows.pop(row.pk, None)
            self._say("removed", row)
        type(parts[0]).objects.filter(pk__in=[part.pk for part in parts]).delete()
        self._took_a_diagram |= isinstance(parts[0], Diagram)
        for row, name in removal.let_go:
            self._found.setdefault(row.pk, row.version)
            setattr(row, name, None)
            self.rows[row.pk] = row
        return gone

    def _shorten(self, row: Part, lists: Mapping[str, list[str]]) -> None:
        """What a row names is about to go. Its other values are not looked at: they stop nobody from deleting."""
        self._found.setdefault(row.pk, row.version)
        changes = apply_changes(row, lists, seen=None, by=self.actor.label)
        row.save()
        self.rows[row.pk] = row
        self.undo.change(row, {name: before for name, (before, _) in changes.items()})
        self._say("changed", row, changes=changes)

    def place(
        self,
        diagram: Diagram,
        placements: list[dict[str, Any]],
        bends: Mapping[UUID, Any],
        gone: Iterable[UUID],
    ) -> None:
        """Draw what is said where it is said to be, and take `gone`, elements and boundaries, off the diagram."""
        self.flush()
        leaving = set(gone)
        drawn = {box["element_id"] or box["boundary_id"] for box in map(_keyed, placements)}
        before = _placements(diagram, drawn | leaving)
        curves = FlowPlacement.objects.filter(diagram=diagram, flow_id__in=bends)
        self.undo.place(
            diagram.pk,
            placements=[box_of(row) for row in before],
            flows={flow: [] for flow in bends} | {row.flow_id: row.bends for row in curves},
            gone=drawn - {row.element_id or row.boundary_id for row in before},
        )
        _placements(diagram, leaving).delete()
        draw(self.actor, diagram, placements, bends)
        self._said["placed"] = self._said.get("placed", 0) + len(placements) + len(bends) + len(leaving)

    def change_system(self, values: Mapping[str, Any]) -> None:
        """Change what is said of the system itself."""
        changes = apply_changes(self.system, values, seen=None, by=self.actor.label)
        if changes:
            self.system.full_clean()
            self.system.save()
            self._said["system"] = changes

    def say(self, **more: Any) -> None:
        """Further words for the event."""
        self._said |= more

    def flush(self) -> None:
        """Insert what waits, many rows at once."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        model = type(waiting[0])
        check_room(self.system, model, len(waiting))
        try:
            with transaction.atomic():
                model.objects.bulk_create(waiting)
        except IntegrityError as error:
            raise Invalid({"operations": ["An id is taken. Leave ids out, or mint others."]}) from error

    def finish(self) -> None:
        self.flush()
        if self._took_a_diagram:
            check_still_drawn(self.system)
        if self._said:
            event = record(self.actor, "system.edited", self.system, system=self.system.pk, changes=self._said)
            self.sequence = event.sequence

    def _say(self, deed: str, part: Part, **more: Any) -> None:
        said = {"type": part._meta.model_name, "id": str(part.pk), "name": str(part), **more}
        self._said.setdefault(deed, []).append(said)


def _check(part: Part) -> None:
    """The model's own rules. Whatever it points at has been looked up in this system already."""
    points = {name.name for name in part._meta.concrete_fields if isinstance(name, models.ForeignKey)}
    part.full_clean(exclude=points, validate_unique=False)


def _changed_by(part: Part, found: int) -> FieldConflict:
    """The last change, up to version `found`, of a part that somebody else is about to delete."""
    changes = (item for item in part.field_versions.items() if item[1][0] <= found)
    name, (_, by) = max(changes, key=lambda item: item[1][0], default=("", (0, "Somebody")))
    return FieldConflict(field=name, yours=None, theirs=str(part), by=by)


def _keyed(placement: Mapping[str, Any]) -> dict[str, Any]:
    return {"element_id": None, "boundary_id": None, **placement}


def _placements(diagram: Diagram, drawn: set[UUID]) -> Any:
    return Placement.objects.filter(diagram=diagram).filter(
        models.Q(element_id__in=drawn) | models.Q(boundary_id__in=drawn)
    )
