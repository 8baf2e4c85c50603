"""The frozen picture of one system: what rules, scores, drawings and exporters read. Pure: no Django here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

AttributeValue = str | bool | tuple[str, ...]
Attributes = Mapping[str, AttributeValue]
NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What every object of a model has. `external_ids` and `extra` carry what other tools' files said, word for word."""

    id: str
    tags: tuple[str, ...] = ()
    external_ids: tuple[Mapping[str, str], ...] = ()  # {"format", "file", "id"} as it was in the file
    extra: Mapping[str, Any] = NOTHING  # per format: the unknown fields of the file that it came from


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary(Thing):
    name: str
    trust: str | None = None  # one of vocabulary.boundary_trust; None is unknown
    parent: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element(Thing):
    name: str
    kind: str
    description: str = ""
    boundary: str | None = None
    attributes: Attributes = NOTHING  # its own; SystemGraph.effective() adds the inherited ones
    out_of_scope: bool = False
    out_of_scope_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Thing):
    name: str
    source: str
    target: str
    description: str = ""
    attributes: Attributes = NOTHING
    bidirectional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Thing):
    name: str
    description: str = ""
    data_classes: tuple[str, ...] = ()
    needs: Mapping[str, str] = NOTHING  # property → "low" | "medium" | "high"
    held_by: tuple[str, ...] = ()  # ids of elements and flows


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss(Thing):
    title: str
    description: str = ""
    impact: Mapping[str, int] = NOTHING  # kind of impact → 1..5
    irreversible: bool = False
    assets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption(Thing):
    text: str
    owner: str = ""
    valid_until: str | None = None  # ISO date
    status: str = "open"  # "open" | "confirmed" | "refuted"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an element or a boundary is drawn on one diagram, in pixels; x and y are of the top left corner, absolute."""

    object_type: Literal["element", "boundary"]
    object: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram(Thing):
    title: str
    description: str = ""
    placements: tuple[Placement, ...] = ()
    bends: Mapping[str, tuple[tuple[float, float], ...]] = NOTHING  # flow id → its bend points


@dataclass(frozen=True, kw_only=True)
class SystemGraph:
    """One system at one revision. Ids are strings: UUIDs from the database, free text from a model file."""

    name: str
    description: str = ""
    purpose: str = ""
    lifecycle_stage: str = ""
    attributes: Attributes = NOTHING
    boundaries: tuple[Boundary, ...] = ()
    elements: tuple[Element, ...] = ()
    flows: tuple[Flow, ...] = ()
    assets: tuple[Asset, ...] = ()
    losses: tuple[Loss, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    diagrams: tuple[Diagram, ...] = ()
    tags: tuple[str, ...] = ()
    external_ids: tuple[Mapping[str, str], ...] = ()
    extra: Mapping[str, Any] = field(default_factory=lambda: NOTHING)

    @cached_property
    def element_by_id(self) -> Mapping[str, Element]:
        return {element.id: element for element in self.elements}

    @cached_property
    def flow_by_id(self) -> Mapping[str, Flow]:
        return {flow.id: flow for flow in self.flows}

    @cached_property
    def boundary_by_id(self) -> Mapping[str, Boundary]:
        return {boundary.id: boundary for boundary in self.boundaries}
