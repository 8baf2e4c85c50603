"""The whole picture of a system, with what is at stake, as engines, drawings, reports and exporters read it."""

from collections.abc import Collection
from dataclasses import replace

from apps.assets.models import Asset, Loss
from apps.systems import graph
from apps.systems.models import System
from apps.systems.reading import carried, read_model


def read_graph(system: System) -> graph.SystemGraph:
    """A fixed number of queries, whatever the size of the system.

    Rows of before 2026-11 may name what was deleted; the picture names only what there is.
    """
    model = read_model(system)
    assets = Asset.objects.filter(system=system).order_by("created_at", "id")
    losses = Loss.objects.filter(system=system).order_by("created_at", "id")
    holders = {part.id for part in (*model.elements, *model.flows)}
    held = {str(row.pk) for row in assets}
    return replace(
        model,
        assets=tuple(asset(row, holders) for row in assets),
        losses=tuple(loss(row, held) for row in losses),
    )


def asset(row: Asset, holders: Collection[str]) -> graph.Asset:
    return graph.Asset(
        **carried(row),
        name=row.name,
        description=row.description,
        data_classes=tuple(row.data_classes),
        needs=row.needs,
        held_by=tuple(holder for holder in row.held_by if holder in holders),
    )


def loss(row: Loss, assets: Collection[str]) -> graph.Loss:
    return graph.Loss(
        **carried(row),
        title=row.title,
        description=row.description,
        impact=row.impact,
        irreversible=row.irreversible,
        assets=tuple(asset for asset in row.assets if asset in assets),
    )
