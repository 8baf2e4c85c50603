"""Which entries hit which objects of a graph, and what remains unknown. Pure: no Django here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from apps.analysis.compiling import Rule, Rules, RulesOfKind, Says
from apps.analysis.patterns import routes_by_target
from apps.analysis.patterns.routes import Route, Walk
from apps.analysis.reasons import ObjectType, TargetType
from apps.catalog.taxonomy import VOCABULARY
from apps.systems.graph import Attributes, SystemGraph

OnProgress = Callable[[int, int, str], None]


# A rule that nothing in the model rules out at one object, the bits of its conditions that are unknown there, and where
# the object has the shape of the path that its entry asks for. A plain tuple: there are tens of thousands.
Hit = tuple[Rule, int, Route | None]


@dataclass(slots=True)
class Place:
    """One object and what was hit there, by the number of the entry; no entry hits twice at one object."""

    type: TargetType
    id: str
    hits: dict[int, Hit]


class Matcher:
    """Reads every object of a graph once, then matches each against the rules of its kind."""

    def __init__(self, graph: SystemGraph, rules: Rules) -> None:
        self.graph = graph
        self.rules = rules
        self._routes: dict[str, Mapping[str, Route]] = {}
        self._walk = Walk(graph)
        # Objects of one kind that say the same of all that is asked are hit alike; flows often are.
        self._plain_hits: dict[tuple[RulesOfKind, int, int], dict[int, Hit]] = {}

    @cached_property
    def elements(self) -> Mapping[str, Says]:
        reached, acting = self._fact("reached_by_untrusted"), self._fact("reaches_high_impact")
        said = {}
        for element in self.graph.elements:
            identity = element.id
            holds, unknown = self.rules.says(element.kind, self.attributes("element", identity))
            for fact in (reached(identity), acting(identity)):
                holds |= fact[0]
                unknown |= fact[1]
            said[identity] = holds, unknown
        return said

    def _fact(self, name: str) -> Callable[[str], Says]:
        """Of an element: the masks that a derived fact adds."""
        mask = self.rules.fact(name)
        reach = getattr(self.graph, name)
        holds, unknown = reach.steps, reach.unknown
        return lambda identity: (mask, 0) if identity in holds else (0, mask if identity in unknown else 0)

    @cached_property
    def flows(self) -> Mapping[str, Says]:
        crossing = self.rules.fact("crosses_boundary")
        said = {}
        for flow in self.graph.flows:
            holds, unknown = self.rules.says("flow", self.attributes("flow", flow.id))
            said[flow.id] = holds | crossing if self.graph.crosses_boundary(flow.id) else holds, unknown
        return said

    @cached_property
    def system(self) -> Says:
        return self.rules.says("system", self.graph.attributes)

    @cached_property
    def near_ai(self) -> frozenset[str]:
        """The elements of every connected part of the picture in which there is an element of an AI kind."""
        found = {element.id for element in self.graph.elements if VOCABULARY.kinds[element.kind].is_ai}
        waiting = list(found)
        while waiting:
            for neighbour in self.graph.neighbours[waiting.pop()]:
                if neighbour not in found:
                    found.add(neighbour)
                    waiting.append(neighbour)
        return frozenset(found)

    def routes(self, pattern: str) -> Mapping[str, Route]:
        """By target: where the graph has the shape of a path; looked for once."""
        if pattern not in self._routes:
            self._routes[pattern] = routes_by_target(pattern, self._walk)
        return self._routes[pattern]

    def attributes(self, object_type: ObjectType, identity: str) -> Attributes:
        """What is known of an object: its attributes, inherited ones and the data of its assets among them."""
        if object_type == "element":
            return self.graph.with_held_data(identity, self.graph.effective(identity))
        if object_type == "flow":
            return self.graph.with_held_data(identity, self.graph.flow_by_id[identity].attributes)
        return self.graph.attributes

    def said_by(self, object_type: ObjectType, identity: str) -> Says:
        if object_type == "element":
            return self.elements[identity]
        return self.flows[identity] if object_type == "flow" else self.system

    def places(self, on_progress: OnProgress | None = None) -> list[Place]:
        """In the order of the model: elements, flows, the system. What is out of scope yields nothing."""
        found: list[Place] = []
        self._match_elements(found, on_progress)
        self._match_flows(found)
        if any(not element.out_of_scope for element in self.graph.elements):
            near, flow = any_of(self.elements, self.elements), any_of(self.flows, self.flows)
            rules = self._rules("system", bool(self.near_ai))
            self._match(rules, (self.system, near, flow, self.system), "system", self.graph.id, found)
        return found

    def _match_elements(self, found: list[Place], on_progress: OnProgress | None) -> None:
        graph, elements, flows = self.graph, self.elements, self.flows
        total = len(graph.elements)
        for done, element in enumerate(graph.elements, start=1):
            identity = element.id
            if not element.out_of_scope:
                near = any_of(graph.neighbours[identity], elements)
                flow = any_of([flow.id for flow in graph.flows_by_element[identity]], flows)
                rules = self._rules(element.kind, identity in self.near_ai)
                self._match(rules, (elements[identity], near, flow, self.system), "element", identity, found)
            if on_progress:
                on_progress(done, total, element.name)

    def _match_flows(self, found: list[Place]) -> None:
        for flow in self.graph.flows:
            source, target = self.graph.element_by_id[flow.source], self.graph.element_by_id[flow.target]
            if source.out_of_scope and target.out_of_scope:
                continue
            own, ends = self.flows[flow.id], any_of((flow.source, flow.target), self.elements)
            rules = self._rules("flow", source.id in self.near_ai)
            self._match(rules, (own, ends, own, self.system), "flow", flow.id, found)

    def _rules(self, kind: str, near_ai: bool) -> RulesOfKind:
        return self.rules.by_kind[kind] if near_ai else self.rules.classic_by_kind[kind]

    def _match(
        self, rules: RulesOfKind, scopes: tuple[Says, ...], target_type: TargetType, target: str, found: list[Place]
    ) -> None:
        holds = unknown = shift = 0
        for scope_holds, scope_unknown in scopes:
            holds |= scope_holds << shift
            unknown |= scope_unknown << shift
            shift += self.rules.width
        holds, unknown = holds & rules.asked, unknown & rules.asked
        never = ~(holds | unknown)
        alike = (rules, holds, unknown)
        hits = self._plain_hits.get(alike)
        if hits is None:
            hits = self._plain_hits[alike] = {
                number: (rule, asks & unknown, None)
                for need, refuse, asks, number, rule in rules.plain
                if not (need & never or refuse & holds)
            }
        for need, refuse, asks, number, rule in rules.paths:
            if not (need & never or refuse & holds) and (route := self.routes(rule.entry.pattern).get(target)):
                hits = hits | {number: (rule, asks & unknown, route)}
        if hits:
            found.append(Place(target_type, target, hits))


def any_of(identities: Iterable[str], said: Mapping[str, Says]) -> Says:
    """What holds for any of several objects: unknown only where none holds and one is unknown."""
    holds = unknown = 0
    for identity in identities:
        one_holds, one_unknown = said[identity]
        holds |= one_holds
        unknown |= one_unknown
    return holds, unknown & ~holds
