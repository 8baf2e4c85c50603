"""The whole picture of a system, with what is at stake, as engines, drawings, reports and exporters read it."""

from dataclasses import replace

from apps.assets.models import Asset, Loss
from apps.systems import graph
from apps.systems.models import System
from apps.systems.reading import carried, read_model


def read_graph(system: System) -> graph.SystemGraph:
    """A fixed number of queries, whatever the size of the system."""
    return replace(
        read_model(system),
        assets=tuple(map(asset, Asset.objects.filter(system=system).order_by("created_at", "id"))),
        losses=tuple(map(loss, Loss.objects.filter(system=system).order_by("created_at", "id"))),
    )


def asset(row: Asset) -> graph.Asset:
    return graph.Asset(
        **carried(row),
        name=row.name,
        description=row.description,
        data_classes=tuple(row.data_classes),
        needs=row.needs,
        held_by=tuple(row.held_by),
    )


def loss(row: Loss) -> graph.Loss:
    return graph.Loss(
        **carried(row),
        title=row.title,
        description=row.description,
        impact=row.impact,
        irreversible=row.irreversible,
        assets=tuple(row.assets),
    )
