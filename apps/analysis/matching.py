"""Which entries match which objects of a graph, and what remains unknown. Pure: no Django here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from apps.analysis.compiling import Rule, Rules, Says, any_of
from apps.analysis.suggestions import ObjectType, TargetType
from apps.catalog.taxonomy import VOCABULARY
from apps.systems.graph import Attributes, Element, Flow, SystemGraph

OnProgress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that nothing in the model rules out at this target. `open` holds the bits of its unknown conditions."""

    rule: Rule
    target_type: TargetType
    target: str
    open: int

    @property
    def is_certain(self) -> bool:
        """Facts of the model speak for it. A match by kind alone is only possible, however little it asks."""
        return self.open == 0 and bool(self.rule.tests)

    @property
    def held(self) -> int:
        return len(self.rule.tests) - self.open.bit_count()


class Matcher:
    """Reads every object of a graph once, then matches each against the rules of its kind."""

    def __init__(self, graph: SystemGraph, rules: Rules) -> None:
        self.graph = graph
        self.rules = rules

    @cached_property
    def elements(self) -> dict[str, Says]:
        graph = self.graph
        reached, acting = graph.reached_by_untrusted, graph.reaches_high_impact
        return {
            element.id: self.rules.says(
                element.kind,
                self.attributes("element", element.id),
                {"reached_by_untrusted": reached.holds(element.id), "reaches_high_impact": acting.holds(element.id)},
            )
            for element in graph.elements
        }

    @cached_property
    def flows(self) -> dict[str, Says]:
        return {
            flow.id: self.rules.says(
                "flow", self.attributes("flow", flow.id), {"crosses_boundary": self.graph.crosses_boundary(flow.id)}
            )
            for flow in self.graph.flows
        }

    @cached_property
    def system(self) -> Says:
        return self.rules.says("system", self.graph.attributes, {})

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

    def around_element(self, element: Element) -> Says:
        graph = self.graph
        return self.rules.together(
            self.elements[element.id],
            any_of(self.elements[neighbour] for neighbour in graph.neighbours[element.id]),
            any_of(self.flows[flow.id] for flow in graph.flows_by_element[element.id]),
            self.system,
        )

    def around_flow(self, flow: Flow) -> Says:
        ends = any_of((self.elements[flow.source], self.elements[flow.target]))
        return self.rules.together(self.flows[flow.id], ends, self.flows[flow.id], self.system)

    def around_system(self) -> Says:
        return self.rules.together(
            self.system, any_of(self.elements.values()), any_of(self.flows.values()), self.system
        )

    def matches(self, on_progress: OnProgress | None = None) -> Iterator[Match]:
        """In the order of the model: elements, flows, the system. What is out of scope yields nothing."""
        total = len(self.graph.elements)
        for done, element in enumerate(self.graph.elements, start=1):
            if not element.out_of_scope:
                rules = self._rules(element.kind, element.id in self.near_ai)
                yield from _matching(rules, self.around_element(element), "element", element.id)
            if on_progress:
                on_progress(done, total, element.name)
        for flow in self.graph.flows:
            source, target = self.graph.element_by_id[flow.source], self.graph.element_by_id[flow.target]
            if not (source.out_of_scope and target.out_of_scope):
                rules = self._rules("flow", source.id in self.near_ai)
                yield from _matching(rules, self.around_flow(flow), "flow", flow.id)
        rules = self._rules("system", bool(self.near_ai))
        if rules and any(not element.out_of_scope for element in self.graph.elements):
            yield from _matching(rules, self.around_system(), "system", self.graph.id)

    def _rules(self, kind: str, near_ai: bool) -> tuple[Rule, ...]:
        return self.rules.by_kind[kind] if near_ai else self.rules.classic_by_kind[kind]


def _matching(rules: tuple[Rule, ...], says: Says, target_type: TargetType, target: str) -> Iterator[Match]:
    holds, unknown = says.holds, says.unknown
    never = ~(holds | unknown)
    for rule in rules:
        if not (rule.need & never or rule.refuse & holds):
            yield Match(rule, target_type, target, rule.asks & unknown)
