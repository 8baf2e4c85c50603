"""Versions of a system's model: kept under a name or when work paused, and brought back as a new revision."""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, ForeignKey, Q
from django_scopes import scope, scopes_disabled

from apps.accounts.access import Action, Actor
from apps.accounts.models import Workspace
from apps.activity.services import record
from apps.assets.models import Asset, Loss
from apps.assets.reading import read_graph
from apps.core.errors import Conflict, Invalid
from apps.core.sentences import Sentence
from apps.interchange.formats import bifocal_model
from apps.interchange.models import Version
from apps.interchange.services import kept_text, parts_of
from apps.systems import graph
from apps.systems.comparing import Difference, differences
from apps.systems.editing import Deed, editing
from apps.systems.models import Assumption, Boundary, Diagram, Element, Flow, Part, System

logger = logging.getLogger(__name__)
MOST = 500  # of one system, with names
MOST_UNNAMED = 50
PAUSE = timedelta(minutes=10)
MOST_AT_ONCE = 20
MODELS: Mapping[str, type[Part]] = {
    "diagram": Diagram,
    "boundary": Boundary,
    "element": Element,
    "flow": Flow,
    "assumption": Assumption,
    "asset": Asset,
    "loss": Loss,
}


@transaction.atomic
def save_version(actor: Actor, system: System, *, name: str, note: str = "") -> Version:
    """The model as it is now, under a name."""
    actor.check(Action.EDIT_SYSTEM)
    version = _kept(actor, system, name=name, note=note)
    record(actor, "version.saved", version, system=system.pk, changes={"name": name, "revision": system.revision})
    return version


def _kept(actor: Actor, system: System, *, name: str, note: str = "") -> Version:
    if Version.objects.filter(system=system).exclude(name="").count() >= MOST:
        raise Conflict(Sentence("A system keeps %(most)s versions at most. Delete some that nobody needs.", most=MOST))
    return _written(system, name=name, note=note, saved_by=actor.label)


def _written(system: System, **said: str) -> Version:
    version: Version = Version.objects.create(
        workspace=system.workspace,
        system=system,
        revision=system.revision,
        text=kept_text(read_graph(system)),
        **said,
    )
    return version


def keep_what_rests(now: datetime) -> int:
    """Keep each model, of every workspace, that has rested for PAUSE since its last change. Returns how many were."""
    rests = Q(changed_at__lt=now - PAUSE, kept_revision__lt=F("revision"))
    with scopes_disabled():
        found = list(System.objects.filter(rests).order_by("changed_at").values_list("workspace", "pk")[:MOST_AT_ONCE])
    return sum(_keep_unnamed(workspace, pk, rests) for workspace, pk in found)


def _keep_unnamed(workspace: UUID, pk: UUID, rests: Q) -> bool:
    with scope(workspace=Workspace(pk=workspace)), transaction.atomic():
        # It may have been deleted, changed or kept meanwhile.
        system = System.objects.select_for_update().filter(rests, pk=pk).first()
        if system is None:
            return False
        System.objects.filter(pk=pk).update(kept_revision=system.revision)
        if Version.objects.filter(system=system, revision=system.revision).exists():
            return False
        try:
            _written(system)
        except Invalid as error:  # No file can hold it. Not tried again until it has changed.
            logger.warning("Revision %s of the system %s was not kept: %s", system.revision, pk, error.errors)
            return False
        unnamed = Version.objects.filter(system=system, name="").order_by("-created_at", "id")
        Version.objects.filter(pk__in=list(unnamed.values_list("pk", flat=True)[MOST_UNNAMED:])).delete()
        return True


@transaction.atomic
def delete_version(actor: Actor, version: Version) -> None:
    """For good; the model itself stays as it is."""
    actor.check(Action.EDIT_SYSTEM)
    record(
        actor,
        "version.deleted",
        version,
        system=version.system_id,
        changes={"name": version.name, "revision": version.revision},
    )
    version.delete()


def model_of(version: Version) -> graph.SystemGraph:
    return bifocal_model.read(version.text)


@transaction.atomic
def restore_version(actor: Actor, version: Version) -> System:
    """Make the model what it was, as one deed and a new revision. How it is now is kept as a version first.

    Parts that are still there are changed, those that are gone come back with their ids, and those that came since go.
    """
    system: System = version.system
    with editing(actor, system) as deed:
        _kept(actor, system, name=f"Before going back to {f'“{version.name}”' if version.name else version}"[:120])
        wanted, now = model_of(version), read_graph(system)
        deed.say(restored=version.name, restored_revision=version.revision)
        _Restoring(actor, deed, wanted, now).restore()
    return system


class _Restoring:
    def __init__(self, actor: Actor, deed: Deed, wanted: graph.SystemGraph, now: graph.SystemGraph) -> None:
        self.actor, self.deed = actor, deed
        self.wanted, self.now = wanted, now
        self.found = differences(now, wanted)
        self.rows = parts_of(actor, deed.system, wanted)

    def restore(self) -> None:
        own = next((one.fields for one in self.found if one.type == "system"), {})
        if own:
            self.deed.change_system(_nested((name, after) for name, (_, after) in own.items()))
        outside_in = {boundary.id: place for place, boundary in enumerate(self.wanted.boundaries_outside_in)}
        added = [one for one in self.found if one.deed == "added"]
        for one in sorted(added, key=lambda one: (list(MODELS).index(one.type), outside_in.get(one.id, 0))):
            self._create(one)
        self.deed.flush()
        for one in self.found:
            if one.deed == "changed" and one.type != "system":
                self._change(one)
        self._place()
        gone = [one for one in reversed(self.found) if one.deed == "gone"]  # What stands on others goes before them.
        for sort, group in groupby(gone, key=lambda one: one.type):
            rows = MODELS[sort].objects.filter(system=self.deed.system, pk__in=[one.id for one in group])
            if found := list(rows):  # A flow has gone with its element.
                self.deed.delete(found)

    def _create(self, one: Difference) -> None:
        row = self.rows[one.id]
        values = {}
        for name in (*row.EDITABLE, "external_ids", "extra"):
            field = row._meta.get_field(name)
            key = getattr(row, field.attname) if isinstance(field, ForeignKey) else None
            made = self.deed.rows.get(key) if key else None  # It may wait to be inserted with this one.
            column = name if made or key is None else f"{name}_id"
            values[column] = made or key or (None if isinstance(field, ForeignKey) else getattr(row, name))
        self.deed.create(type(row), values, UUID(one.id))

    def _change(self, one: Difference) -> None:
        row, wanted = MODELS[one.type].objects.get(pk=one.id), self.rows[one.id]
        names = {name.partition(".")[0] for name in one.fields} - {"arrangement", "attributes"}
        values = {name: _value(wanted, name) for name in names}
        values |= _nested((name, after) for name, (_, after) in one.fields.items() if name.startswith("attributes."))
        self.deed.change(row, values, seen=None)

    def _place(self) -> None:
        drawn_now = {diagram.id: diagram for diagram in self.now.diagrams}
        for diagram in self.wanted.diagrams:
            placed = {one.object for one in diagram.placements}
            before = drawn_now.get(diagram.id)
            gone = {one.object for one in before.placements} - placed if before else set()
            bends: dict[UUID, Any] = {UUID(flow): [] for flow in (before.bends if before else {})}
            self.deed.place(
                Diagram.objects.get(pk=diagram.id),
                [
                    {
                        f"{one.object_type}_id": UUID(one.object),
                        "x": one.x,
                        "y": one.y,
                        "width": one.width,
                        "height": one.height,
                    }
                    for one in diagram.placements
                ],
                bends | {UUID(flow): [list(spot) for spot in spots] for flow, spots in diagram.bends.items()},
                {UUID(one) for one in gone},
            )


def _value(row: Part, name: str) -> Any:
    """As an edit gives it: the row that a field points at, which is there by now."""
    field = row._meta.get_field(name)
    if not isinstance(field, ForeignKey):
        return getattr(row, name)
    key = getattr(row, field.attname)
    return field.related_model.objects.get(pk=key) if key else None  # type: ignore[union-attr]  # Never "self" by now.


def _nested(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """`attributes.autonomy` → a key of `attributes`; None takes it away. Tuples become lists, as they are stored."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        plain = list(value) if isinstance(value, tuple) else value
        outer, dot, key = name.partition(".")
        if dot:
            found.setdefault(outer, {})[key] = plain
        else:
            found[name] = plain
    return found
