"""Models come in as files and go out again: nothing is lost on the way, and of a bad file nothing is kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from apps.accounts.access import Action, Actor
from apps.activity.services import record
from apps.assets.models import Asset, Loss
from apps.assets.reading import read_graph
from apps.core.errors import Invalid
from apps.interchange.formats import bifocal_model
from apps.interchange.formats.checked_fields import ID_LENGTH
from apps.systems import graph
from apps.systems.layout import automatic_diagram
from apps.systems.models import Assumption, Boundary, Diagram, Element, Flow, FlowPlacement, Part, Placement, System

FORMAT = "bifocal-model"
BATCH = 1_000
Ids = Mapping[str, UUID]
PLACED: Mapping[str, type[graph.Thing]] = {"element": graph.Element, "boundary": graph.Boundary}


@transaction.atomic
def import_model(
    actor: Actor, content: str | bytes, *, file_name: str = "", name: str = "", is_sample: bool = False
) -> System:
    """A new system from a model file. Raises FormatError with every problem by path; then nothing of it is kept."""
    actor.check(Action.EDIT_SYSTEM)
    model = bifocal_model.read(content)
    if not model.diagrams:
        model = replace(model, diagrams=(automatic_diagram(model),))
    system: System = System.objects.create(
        workspace=actor.workspace,
        name=name or model.name,
        description=model.description,
        purpose=model.purpose,
        lifecycle_stage=model.lifecycle_stage,
        attributes=_stored(model.attributes),
        tags=list(model.tags),
        external_ids=[dict(row) for row in model.external_ids],
        extra=_plain(model.extra),
        is_sample=is_sample,
    )
    _Import(actor, system, file_name).write(model)
    record(
        actor,
        "system.imported",
        system,
        system=system.pk,
        changes={"name": system.name, "file": file_name, "elements": len(model.elements)},
    )
    return system


class _Import:
    """Writes a graph's parts below a new system, each with an id of ours and its own in `external_ids`."""

    def __init__(self, actor: Actor, system: System, file_name: str | None) -> None:
        """Without a file's name nothing is said of where the parts come from: they are our own."""
        self.actor, self.system, self.file_name = actor, system, file_name
        self.ids: dict[type[graph.Thing], Ids] = {}

    def write(self, model: graph.SystemGraph) -> None:
        self.ids = {kind: {part.id: uuid4() for part in parts} for kind, parts in _by_kind(model).items()}
        self._insert(Boundary, (self._boundary(row) for row in model.boundaries))
        self._insert(Element, (self._element(row) for row in model.elements))
        self._insert(Flow, (self._flow(row) for row in model.flows))
        self._insert(Asset, (self._asset(row) for row in model.assets))
        self._insert(Loss, (self._loss(row) for row in model.losses))
        self._insert(Assumption, (self._assumption(row) for row in model.assumptions))
        for position, diagram in enumerate(model.diagrams):
            self._diagram(diagram, position)

    def _insert(self, table: type[Part], rows: Iterable[Part]) -> None:
        table.objects.bulk_create(rows, batch_size=BATCH)

    def rows(self, model: graph.SystemGraph) -> Iterator[Part]:
        """All parts, each before what stands on it; of diagrams nothing that is drawn on them."""
        yield from (self._diagram_row(part, position) for position, part in enumerate(model.diagrams))
        yield from map(self._boundary, model.boundaries)
        yield from map(self._element, model.elements)
        yield from map(self._flow, model.flows)
        yield from map(self._assumption, model.assumptions)
        yield from map(self._asset, model.assets)
        yield from map(self._loss, model.losses)

    def _carried(self, part: graph.Thing) -> dict[str, Any]:
        origin = [] if self.file_name is None else [{"format": FORMAT, "file": self.file_name, "id": part.id}]
        return {
            "id": self.ids[type(part)][part.id],
            "workspace": self.actor.workspace,
            "system": self.system,
            "tags": list(part.tags),
            "external_ids": [*(dict(row) for row in part.external_ids), *origin],
            "extra": _plain(part.extra),
        }

    def _boundary_id(self, identifier: str | None) -> UUID | None:
        return self.ids[graph.Boundary][identifier] if identifier else None

    def _boundary(self, part: graph.Boundary) -> Boundary:
        """The file may name a parent before it comes: the database looks only at the end."""
        return Boundary(
            **self._carried(part),
            name=part.name,
            description=part.description,
            trust=part.trust or "",
            parent_id=self._boundary_id(part.parent),
            attributes=_stored(part.attributes),
        )

    def _element(self, part: graph.Element) -> Element:
        return Element(
            **self._carried(part),
            name=part.name,
            kind=part.kind,
            description=part.description,
            boundary_id=self._boundary_id(part.boundary),
            attributes=_stored(part.attributes),
            out_of_scope=part.out_of_scope,
            out_of_scope_reason=part.out_of_scope_reason,
        )

    def _flow(self, part: graph.Flow) -> Flow:
        return Flow(
            **self._carried(part),
            name=part.name,
            description=part.description,
            source_id=self.ids[graph.Element][part.source],
            target_id=self.ids[graph.Element][part.target],
            attributes=_stored(part.attributes),
            bidirectional=part.bidirectional,
        )

    def _asset(self, part: graph.Asset) -> Asset:
        holders = {**self.ids[graph.Flow], **self.ids[graph.Element]}
        return Asset(
            **self._carried(part),
            name=part.name,
            description=part.description,
            data_classes=list(part.data_classes),
            needs=dict(part.needs),
            held_by=[str(holders[holder]) for holder in part.held_by],
        )

    def _loss(self, part: graph.Loss) -> Loss:
        return Loss(
            **self._carried(part),
            title=part.title,
            description=part.description,
            impact=dict(part.impact),
            irreversible=part.irreversible,
            assets=[str(self.ids[graph.Asset][asset]) for asset in part.assets],
        )

    def _assumption(self, part: graph.Assumption) -> Assumption:
        return Assumption(
            **self._carried(part), text=part.text, owner=part.owner, valid_until=part.valid_until, status=part.status
        )

    def _diagram_row(self, part: graph.Diagram, position: int) -> Diagram:
        return Diagram(**self._carried(part), title=part.title, description=part.description, position=position)

    def _diagram(self, part: graph.Diagram, position: int) -> None:
        diagram = self._diagram_row(part, position)
        diagram.save(force_insert=True)
        shared = {"workspace": self.actor.workspace, "diagram": diagram}
        Placement.objects.bulk_create(
            [
                Placement(
                    **shared,
                    **{f"{row.object_type}_id": self.ids[PLACED[row.object_type]][row.object]},
                    x=row.x,
                    y=row.y,
                    width=row.width,
                    height=row.height,
                )
                for row in part.placements
            ],
            batch_size=BATCH,
        )
        FlowPlacement.objects.bulk_create(
            [
                FlowPlacement(**shared, flow_id=self.ids[graph.Flow][flow], bends=[list(point) for point in points])
                for flow, points in part.bends.items()
            ],
            batch_size=BATCH,
        )


def parts_of(actor: Actor, system: System, model: graph.SystemGraph) -> dict[str, Part]:
    """The parts of a model whose ids are those of the database, by id, as rows that are not saved."""
    writer = _Import(actor, system, None)
    writer.ids = {kind: {part.id: UUID(part.id) for part in parts} for kind, parts in _by_kind(model).items()}
    return {str(row.pk): row for row in writer.rows(model)}


def _by_kind(model: graph.SystemGraph) -> dict[type[graph.Thing], tuple[graph.Thing, ...]]:
    """All objects of a model. Ids are unique within a kind only."""
    return {
        graph.Boundary: model.boundaries,
        graph.Element: model.elements,
        graph.Flow: model.flows,
        graph.Asset: model.assets,
        graph.Loss: model.losses,
        graph.Assumption: model.assumptions,
        graph.Diagram: model.diagrams,
    }


def _stored(attributes: graph.Attributes) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in attributes.items()}


def _plain(value: Any) -> Any:
    """Frozen JSON values as plain ones."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value


def export_model(system: System) -> str:
    """The system as a model file. Objects that came from one get the ids back that they had there."""
    return bifocal_model.write(with_own_ids(read_graph(system)))


def kept_text(model: graph.SystemGraph) -> str:
    """The model as a file that can be read again. Raises Invalid with all that is in the way."""
    text = bifocal_model.write(model)
    try:
        bifocal_model.read(text)
    except bifocal_model.FormatError as error:
        raise Invalid(error.by_path, "As it is, the model cannot be kept: no file can hold it.") from error
    return text


def with_own_ids(model: graph.SystemGraph) -> graph.SystemGraph:
    """The same system with the ids of the file it came from, where it has them and they are still unique."""
    names: dict[str, str] = {}
    for things in _by_kind(model).values():
        wished = {thing.id: _own_id(thing) or thing.id for thing in things}
        times = Counter(wished.values())
        names |= {identifier: wish if times[wish] == 1 else identifier for identifier, wish in wished.items()}
    return _renamed(model, names)


def _own_id(thing: graph.Thing) -> str | None:
    """Other hands than ours may have written the row, so the id in it may be none that a file can have."""
    own = (row.get("id", "") for row in thing.external_ids if row.get("format") == FORMAT)
    return next((identifier for identifier in own if identifier.strip() and len(identifier) <= ID_LENGTH), None)


def _renamed(model: graph.SystemGraph, names: Mapping[str, str]) -> graph.SystemGraph:
    def named(identifiers: Iterable[str]) -> tuple[str, ...]:
        return tuple(names[identifier] for identifier in identifiers)

    def base(thing: graph.Thing) -> dict[str, Any]:
        others = tuple(row for row in thing.external_ids if row.get("format") != FORMAT)
        return {"id": names[thing.id], "external_ids": others}

    return replace(
        model,
        boundaries=tuple(
            replace(row, **base(row), parent=names[row.parent] if row.parent else None) for row in model.boundaries
        ),
        elements=tuple(
            replace(row, **base(row), boundary=names[row.boundary] if row.boundary else None) for row in model.elements
        ),
        flows=tuple(
            replace(row, **base(row), source=names[row.source], target=names[row.target]) for row in model.flows
        ),
        assets=tuple(replace(row, **base(row), held_by=named(row.held_by)) for row in model.assets),
        losses=tuple(replace(row, **base(row), assets=named(row.assets)) for row in model.losses),
        assumptions=tuple(replace(row, **base(row)) for row in model.assumptions),
        diagrams=tuple(_renamed_diagram(row, base(row), names) for row in model.diagrams),
    )


def _renamed_diagram(diagram: graph.Diagram, base: Mapping[str, Any], names: Mapping[str, str]) -> graph.Diagram:
    placements = tuple(replace(row, object=names[row.object]) for row in diagram.placements)
    bends = {names[flow]: points for flow, points in diagram.bends.items()}
    return replace(diagram, **base, placements=placements, bends=bends)
