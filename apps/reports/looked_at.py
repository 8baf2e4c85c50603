"""What was looked at and what is at stake: elements, flows, assets, losses and assumptions as rows. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from apps.catalog.taxonomy import VOCABULARY
from apps.reports.findings import property_label
from apps.reports.text import name, names, paragraphs
from apps.systems.graph import AttributeValue, Boundary, SystemGraph
from apps.systems.svg import icons


@dataclass(frozen=True, slots=True)
class ElementRow:
    name: str
    kind: str
    icon: str  # SVG path data
    description: list[str]
    facts: list[str]
    out_of_scope: bool
    out_of_scope_reason: str


@dataclass(frozen=True, slots=True)
class ElementGroup:
    """The elements of one boundary. `path` leads from the outermost boundary to this one."""

    path: list[str]
    trust: str
    rows: list[ElementRow]


@dataclass(frozen=True, slots=True)
class FlowRow:
    name: str
    source: str
    target: str
    both_ways: bool
    crosses: bool
    facts: list[str]


@dataclass(frozen=True, slots=True)
class AssetRow:
    name: str
    description: list[str]
    data: list[str]
    needs: list[str]
    held_by: list[str]


@dataclass(frozen=True, slots=True)
class LossRow:
    title: str
    description: list[str]
    impact: list[str]
    irreversible: bool
    assets: list[str]


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    text: str
    owner: str
    valid_until: str
    status: str


@dataclass(frozen=True, slots=True)
class SystemSection:
    groups: list[ElementGroup]
    flows: list[FlowRow]
    assets: list[AssetRow]
    losses: list[LossRow]
    assumptions: list[AssumptionRow]


def system_section(graph: SystemGraph) -> SystemSection:
    return SystemSection(
        _groups(graph), _flows(graph), list(_assets(graph)), list(_losses(graph)), list(_assumptions(graph))
    )


def facts_of(attributes: Mapping[str, AttributeValue]) -> list[str]:
    """What the model says, in the vocabulary's words: "Autonomy: acts alone"."""
    facts = []
    for attribute, value in attributes.items():
        spec = VOCABULARY.attributes.get(attribute)
        if spec is None:
            continue
        values = value if isinstance(value, tuple) else (value,)
        words = [spec.value_labels.get(item, _plain(item)) for item in values]
        facts.append(f"{spec.label}: {', '.join(words)}")
    return names(facts)


def _plain(value: str | bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.replace("_", " ")


def _path(graph: SystemGraph, boundary: Boundary | None) -> list[str]:
    path: list[str] = []
    seen: set[str] = set()
    while boundary is not None and boundary.id not in seen:
        seen.add(boundary.id)
        path.insert(0, name(boundary.name, 80) or "Unnamed")
        boundary = graph.boundary_by_id.get(boundary.parent or "")
    return path


def _groups(graph: SystemGraph) -> list[ElementGroup]:
    rows: dict[str, list[ElementRow]] = {}
    for element in graph.elements:
        spec = VOCABULARY.kinds.get(element.kind)
        row = ElementRow(
            name=name(element.name),
            kind=spec.label if spec else name(element.kind),
            icon=icons().get(element.kind, icons()["unknown"]),
            description=paragraphs(element.description),
            facts=facts_of(element.attributes),
            out_of_scope=element.out_of_scope,
            out_of_scope_reason=name(element.out_of_scope_reason, 1_000),
        )
        known = element.boundary if element.boundary in graph.boundary_by_id else None
        rows.setdefault(known or "", []).append(row)
    ordered = [*(boundary.id for boundary in graph.boundaries), ""]
    return [_group(graph, boundary, rows[boundary]) for boundary in ordered if boundary in rows]


def _group(graph: SystemGraph, identity: str, rows: list[ElementRow]) -> ElementGroup:
    boundary = graph.boundary_by_id.get(identity)
    return ElementGroup(_path(graph, boundary), name((boundary.trust if boundary else "") or "", 40), rows)


def _flows(graph: SystemGraph) -> list[FlowRow]:
    found = []
    for flow in graph.flows:
        source, target = graph.element_by_id.get(flow.source), graph.element_by_id.get(flow.target)
        found.append(
            FlowRow(
                name=name(flow.name),
                source=name(source.name if source else flow.source, 120),
                target=name(target.name if target else flow.target, 120),
                both_ways=flow.bidirectional,
                crosses=bool(source and target and source.boundary != target.boundary),
                facts=facts_of(flow.attributes),
            )
        )
    return found


def _assets(graph: SystemGraph) -> Iterable[AssetRow]:
    for asset in graph.assets:
        yield AssetRow(
            name=name(asset.name),
            description=paragraphs(asset.description),
            data=[_plain(name(item)) for item in asset.data_classes],
            needs=[f"{property_label(need)}: {name(level)}" for need, level in asset.needs.items()],
            held_by=names(
                graph.name_of(holder)
                for holder in asset.held_by
                if holder in graph.element_by_id or holder in graph.flow_by_id
            ),
        )


def _losses(graph: SystemGraph) -> Iterable[LossRow]:
    assets = {asset.id: asset.name for asset in graph.assets}
    for loss in graph.losses:
        yield LossRow(
            title=name(loss.title),
            description=paragraphs(loss.description),
            impact=[f"{_plain(name(kind))} {level} of 5" for kind, level in loss.impact.items()],
            irreversible=loss.irreversible,
            assets=names(assets[asset] for asset in loss.assets if asset in assets),
        )


def _assumptions(graph: SystemGraph) -> Iterable[AssumptionRow]:
    for assumption in graph.assumptions:
        yield AssumptionRow(
            text=name(assumption.text, 2_000),
            owner=name(assumption.owner),
            valid_until=name(assumption.valid_until or ""),
            status=name(assumption.status),
        )
