"""The frozen picture of one system: what rules, scores, drawings and exporters read. Pure: no Django here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from apps.catalog.taxonomy import allowed_attributes
from apps.systems import reachability

AttributeValue = str | bool | tuple[str, ...]
Attributes = Mapping[str, AttributeValue]
NOTHING: Mapping[str, Any] = MappingProxyType({})
MOST_PARTS = {  # Of one system, so that whatever is modelled can also be kept as a file.
    "boundaries": 2_000,
    "elements": 20_000,
    "flows": 40_000,
    "assets": 5_000,
    "losses": 2_000,
    "assumptions": 5_000,
    "diagrams": 200,
}


def nothing() -> Mapping[str, Any]:
    """The default of every mapping; a factory, since dataclasses take a mapping for something that may change."""
    return NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What every object of a model has. `external_ids` and `extra` carry what other tools' files said, verbatim."""

    id: str
    tags: tuple[str, ...] = ()
    external_ids: tuple[Mapping[str, str], ...] = ()  # {"format", "file", "id"} as it was in the file
    extra: Mapping[str, Any] = field(default_factory=nothing)  # per format: the unknown fields of its file


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary(Thing):
    name: str
    trust: str | None = None  # one of vocabulary.boundary_trust; None is unknown
    parent: str | None = None
    description: str = ""
    attributes: Attributes = field(default_factory=nothing)  # defaults for the elements inside; any attribute


@dataclass(frozen=True, slots=True)
class Inherited:
    """An effective attribute of an element and where it was said. `object` is the id of the boundary, if it was one."""

    value: AttributeValue
    origin: Literal["own", "boundary", "system"]
    object: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element(Thing):
    name: str
    kind: str
    description: str = ""
    boundary: str | None = None
    attributes: Attributes = field(default_factory=nothing)  # its own; SystemGraph.effective() adds the inherited ones
    out_of_scope: bool = False
    out_of_scope_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Thing):
    name: str
    source: str
    target: str
    description: str = ""
    attributes: Attributes = field(default_factory=nothing)
    bidirectional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Thing):
    name: str
    description: str = ""
    data_classes: tuple[str, ...] = ()
    needs: Mapping[str, str] = field(default_factory=nothing)  # property → "low" | "medium" | "high"
    held_by: tuple[str, ...] = ()  # ids of elements and flows


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss(Thing):
    title: str
    description: str = ""
    impact: Mapping[str, int] = field(default_factory=nothing)  # kind of impact → 1..5
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
    """Where an element or a boundary is drawn on one diagram, in pixels; x and y: its top left corner, absolute."""

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
    bends: Mapping[str, tuple[tuple[float, float], ...]] = field(default_factory=nothing)  # flow id → its bend points


@dataclass(frozen=True, kw_only=True)
class SystemGraph:
    """One system at one revision. Ids are strings: UUIDs from the database, free text from a model file."""

    id: str = field(default="system", compare=False)  # By which targets and facts name the system; no file holds it.
    name: str
    description: str = ""
    purpose: str = ""
    lifecycle_stage: str = ""
    attributes: Attributes = field(default_factory=nothing)
    boundaries: tuple[Boundary, ...] = ()
    elements: tuple[Element, ...] = ()
    flows: tuple[Flow, ...] = ()
    assets: tuple[Asset, ...] = ()
    losses: tuple[Loss, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    diagrams: tuple[Diagram, ...] = ()
    tags: tuple[str, ...] = ()
    external_ids: tuple[Mapping[str, str], ...] = ()
    extra: Mapping[str, Any] = field(default_factory=nothing)

    @cached_property
    def element_by_id(self) -> Mapping[str, Element]:
        return {element.id: element for element in self.elements}

    @cached_property
    def flow_by_id(self) -> Mapping[str, Flow]:
        return {flow.id: flow for flow in self.flows}

    @cached_property
    def boundary_by_id(self) -> Mapping[str, Boundary]:
        return {boundary.id: boundary for boundary in self.boundaries}

    def ends_of(self, flow_id: str) -> str:
        """Where a flow leads, by the names of its ends."""
        flow = self.flow_by_id[flow_id]
        return f"{self.element_by_id[flow.source].name} → {self.element_by_id[flow.target].name}"

    def name_of(self, identity: str) -> str:
        """What people call an element, a flow – one without a name by its ends – or else the system."""
        if identity in self.element_by_id:
            return self.element_by_id[identity].name
        if identity in self.flow_by_id:
            return self.flow_by_id[identity].name or self.ends_of(identity)
        return self.name

    @cached_property
    def flows_by_element(self) -> Mapping[str, tuple[Flow, ...]]:
        """The flows that touch each element, in the order of the model. A flow to itself stands once."""
        touching: dict[str, list[Flow]] = {element.id: [] for element in self.elements}
        for flow in self.flows:
            for end in {flow.source: None, flow.target: None}:
                touching[end].append(flow)
        return {identity: tuple(flows) for identity, flows in touching.items()}

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str, ...]]:
        """The elements at the other end of each element's flows, in either direction, in the order of the model."""
        found: dict[str, dict[str, None]] = {element.id: {} for element in self.elements}
        for flow in self.flows:
            if flow.source != flow.target:
                found[flow.source][flow.target] = None
                found[flow.target][flow.source] = None
        return {identity: tuple(others) for identity, others in found.items()}

    @cached_property
    def successors(self) -> Mapping[str, tuple[Flow, ...]]:
        """The flows by which something can leave each element; a bidirectional one leaves both of its ends."""
        leaving: dict[str, list[Flow]] = {element.id: [] for element in self.elements}
        for flow in self.flows:
            leaving[flow.source].append(flow)
            if flow.bidirectional and flow.source != flow.target:
                leaving[flow.target].append(flow)
        return {identity: tuple(flows) for identity, flows in leaving.items()}

    @cached_property
    def boundaries_outside_in(self) -> tuple[Boundary, ...]:
        """Each boundary after the one around it. A ring of boundaries, which no file may hold, is cut somewhere."""
        ordered: dict[str, Boundary] = {}
        for boundary in self.boundaries:
            chain: dict[str, Boundary] = {}
            step: str | None = boundary.id
            while step is not None and step not in ordered and step not in chain:
                chain[step] = self.boundary_by_id[step]
                step = chain[step].parent
            ordered.update(reversed(chain.items()))
        return tuple(ordered.values())

    @cached_property
    def boundary_defaults(self) -> Mapping[str, Mapping[str, Inherited]]:
        """What each boundary hands to the elements inside: its own attributes, then those of the boundaries around."""
        known: dict[str | None, Mapping[str, Inherited]] = {None: self._system_defaults}
        for boundary in self.boundaries_outside_in:
            own = {name: Inherited(value, "boundary", boundary.id) for name, value in boundary.attributes.items()}
            around = known.get(boundary.parent, self._system_defaults)
            known[boundary.id] = {**around, **own} if own else around
        return {identity: defaults for identity, defaults in known.items() if identity is not None}

    @cached_property
    def _system_defaults(self) -> Mapping[str, Inherited]:
        return {name: Inherited(value, "system") for name, value in self.attributes.items()}

    def inherited(self, element_id: str) -> Mapping[str, Inherited]:
        """Each effective attribute of an element and where it was said: on it, the nearest boundary, or the system."""
        element = self.element_by_id[element_id]
        defaults = self.boundary_defaults[element.boundary] if element.boundary else self._system_defaults
        allowed = allowed_attributes(element.kind)
        own = {name: Inherited(value, "own") for name, value in element.attributes.items()}
        return {**{name: given for name, given in defaults.items() if name in allowed}, **own}

    @cached_property
    def _effective(self) -> Mapping[str, Attributes]:
        plain = not self.attributes and not any(boundary.attributes for boundary in self.boundaries)
        return {
            element.id: element.attributes
            if plain
            else {name: given.value for name, given in self.inherited(element.id).items()}
            for element in self.elements
        }

    def effective(self, element_id: str) -> Attributes:
        """The attributes that hold for an element. What is absent is unknown."""
        return self._effective[element_id]

    @cached_property
    def assets_by_holder(self) -> Mapping[str, tuple[Asset, ...]]:
        """Element or flow → the assets that it is said to hold."""
        held: dict[str, list[Asset]] = {}
        for asset in self.assets:
            for holder in asset.held_by:
                held.setdefault(holder, []).append(asset)
        return {holder: tuple(assets) for holder, assets in held.items()}

    def with_held_data(self, holder: str, attributes: Attributes) -> Attributes:
        """Attributes of an element or flow, its data classes completed by those of the assets that it holds."""
        if holder not in self.assets_by_holder:
            return attributes
        own = attributes.get("data_classes", ())
        classes = dict.fromkeys(own if isinstance(own, tuple) else ())
        for asset in self.assets_by_holder[holder]:
            classes.update(dict.fromkeys(asset.data_classes))
        return {**attributes, "data_classes": tuple(classes)} if classes else attributes

    def crosses_boundary(self, flow_id: str) -> bool:
        flow = self.flow_by_id[flow_id]
        return self.element_by_id[flow.source].boundary != self.element_by_id[flow.target].boundary

    @cached_property
    def trust_of(self) -> Mapping[str, str | None]:
        """The trust of each boundary: its own, else that of the nearest one around it that says so."""
        known: dict[str, str | None] = {}
        for boundary in self.boundaries_outside_in:
            known[boundary.id] = boundary.trust or known.get(boundary.parent or "")
        return known

    @cached_property
    def outside(self) -> reachability.Outside:
        """Where content from outside begins, and where it goes."""
        return reachability.outside_of(self)

    @cached_property
    def reached_by_untrusted(self) -> reachability.Reach:
        """Per element: does content from outside its boundary reach it along flows? With the way that it takes."""
        return reachability.reached_by_untrusted(self)

    @cached_property
    def reaches_high_impact(self) -> reachability.Reach:
        """Per element: does a path lead from it to an action that is irreversible, financial, physical or runs code?"""
        return reachability.reaches_high_impact(self)

    def path(self, start: str, end: str) -> tuple[str, ...]:
        """The elements of a shortest way along flows from start to end, both included; empty where there is none."""
        return reachability.path(self, start, end)
