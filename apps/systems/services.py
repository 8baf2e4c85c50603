"""What can be done with systems and with the parts of their models.

All kinds of parts – boundaries, elements, flows, diagrams, assumptions, and the assets and losses of the app above –
are made, changed and deleted by the same three functions: what differs between them stands in their models.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from apps.accounts.access import Action, Actor
from apps.activity.comments import forget_comments
from apps.activity.services import record
from apps.core.errors import Conflict, Invalid
from apps.core.sentences import Sentence
from apps.core.versions import apply_changes
from apps.systems.graph import MOST_PARTS
from apps.systems.models import Diagram, FlowPlacement, Part, Placement, System
from apps.systems.removal import removal_of, without

AnyPart = TypeVar("AnyPart", bound=Part)


@transaction.atomic
def create_system(actor: Actor, *, identifier: UUID | None = None, **values: Any) -> System:
    """A new system with one empty diagram."""
    actor.check(Action.EDIT_SYSTEM)
    system = System(workspace=actor.workspace, **_identified(identifier), **values)
    system.full_clean(validate_unique=False)  # Only the id is unique, and `_insert` tells of that better.
    _insert(system)
    Diagram.objects.create(workspace=actor.workspace, system=system, title="Overview")
    record(actor, "system.created", system, system=system.pk, changes={"name": system.name})
    return system


@transaction.atomic
def change_system(actor: Actor, system: System, values: Mapping[str, Any], *, seen: int | None) -> System:
    actor.check(Action.EDIT_SYSTEM)
    locked: System = System.objects.select_for_update().get(pk=system.pk)
    changes = apply_changes(locked, values, seen=seen, by=actor.label)
    if changes:
        locked.full_clean()
        locked.revision += 1
        locked.changed_at = timezone.now()
        locked.save()
        record(actor, "system.changed", locked, system=locked.pk, changes=changes)
    return locked


@transaction.atomic
def delete_system(actor: Actor, system: System) -> None:
    """For good, with everything under it; the audit trail stays."""
    actor.check(Action.EDIT_SYSTEM)
    record(actor, "system.deleted", system, changes={"name": system.name})
    forget_comments(system.pk)
    system.delete()


@transaction.atomic
def create_part(
    actor: Actor, system: System, model: type[AnyPart], values: Mapping[str, Any], *, identifier: UUID | None = None
) -> AnyPart:
    """A new element, flow, boundary … of `system`. Raises ValidationError for what its model does not allow."""
    actor.check(Action.EDIT_SYSTEM)
    touch(system)
    check_room(system, model, 1)
    part = model(workspace=actor.workspace, system=system, **_identified(identifier), **values)
    part.full_clean(validate_unique=False)  # Only the id is unique, and `_insert` tells of that better.
    _insert(part)
    record(actor, f"{model._meta.model_name}.created", part, system=system.pk, changes={"name": str(part)})
    return part


@transaction.atomic
def change_part(actor: Actor, part: AnyPart, values: Mapping[str, Any], *, seen: int | None) -> AnyPart:
    """Raises Conflict when one of the fields was changed since version `seen`; other people's fields are left alone."""
    actor.check(Action.EDIT_SYSTEM)
    touch(part.system)
    locked: AnyPart = type(part).objects.select_for_update().get(pk=part.pk)
    changes = apply_changes(locked, values, seen=seen, by=actor.label)
    if changes:
        locked.full_clean()
        locked.save()
        record(actor, f"{part._meta.model_name}.changed", locked, system=part.system_id, changes=changes)
    return locked


@transaction.atomic
def delete_part(actor: Actor, part: Part) -> None:
    actor.check(Action.EDIT_SYSTEM)
    touch(part.system)
    for row, lists in without(removal_of([part], known={}).rows, known={}):
        changes = apply_changes(row, lists, seen=None, by=actor.label)
        row.save()
        record(actor, f"{row._meta.model_name}.changed", row, system=part.system_id, changes=changes)
    record(actor, f"{part._meta.model_name}.deleted", part, system=part.system_id, changes={"name": str(part)})
    part.delete()
    if isinstance(part, Diagram):
        check_still_drawn(part.system)


@transaction.atomic
def place(actor: Actor, diagram: Diagram, placements: Iterable[Mapping[str, Any]], bends: Mapping[str, Any]) -> Diagram:
    """Draw many elements and boundaries where they are said to be, in one deed."""
    actor.check(Action.EDIT_SYSTEM)
    touch(diagram.system)
    count = draw(actor, diagram, placements, bends)
    record(actor, "diagram.arranged", diagram, system=diagram.system_id, changes={"count": count})
    return diagram


def draw(actor: Actor, diagram: Diagram, placements: Iterable[Mapping[str, Any]], bends: Mapping[Any, Any]) -> int:
    """A part of a deed: how many things were drawn.

    `placements` have `element_id` or `boundary_id`, x, y, width and height; `bends` maps ids of flows to points.
    """
    rows = [Placement(workspace=actor.workspace, diagram=diagram, **placement) for placement in placements]
    for column in ("element", "boundary"):
        Placement.objects.bulk_create(
            [row for row in rows if getattr(row, f"{column}_id")],
            update_conflicts=True,
            unique_fields=["diagram", column],
            update_fields=["x", "y", "width", "height"],
        )
    FlowPlacement.objects.bulk_create(
        [
            FlowPlacement(workspace=actor.workspace, diagram=diagram, flow_id=flow, bends=points)
            for flow, points in bends.items()
        ],
        update_conflicts=True,
        unique_fields=["diagram", "flow"],
        update_fields=["bends"],
    )
    return len(rows) + len(bends)


def check_room(system: System, model: type[Part], more: int) -> None:
    """Raises Conflict where the system has no room for so many more parts of this kind."""
    kind = str(model._meta.verbose_name_plural)
    if model.objects.filter(system=system).count() + more > MOST_PARTS[kind]:
        raise Conflict(
            Sentence(
                "A system may have %(most)s %(kind)s at most. Split it in two.",
                most=MOST_PARTS[kind],
                kind=Sentence(kind),
            )
        )


def check_still_drawn(system: System) -> None:
    """Raises Conflict where a system has lost its last diagram: there would be nothing left to draw on."""
    if not Diagram.objects.filter(system=system).exists():
        raise Conflict("A system keeps at least one diagram. Add another before you remove this one.")


def touch(system: System) -> None:
    """Count the change of the model. It also locks the system's row: changes of one model come one after the other."""
    System.objects.filter(pk=system.pk).update(revision=F("revision") + 1, changed_at=timezone.now())


def _identified(identifier: UUID | None) -> dict[str, Any]:
    return {"id": identifier} if identifier else {}


def _insert(row: System | Part) -> None:
    """Save a new row. An id that a client minted may be taken, also in a workspace that it cannot see."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Invalid({"id": ["This id is taken. Leave it out, or mint another."]}) from error
