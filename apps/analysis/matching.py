"""Which entries match which objects of a graph, and what remains unknown. Pure: no Django here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from apps.analysis.compiling import Rule, Rules, Says
from apps.analysis.patterns import routes_by_target
from apps.analysis.patterns.routes import Route
from apps.analysis.reasons import ObjectType, TargetType
from apps.catalog.taxonomy import VOCABULARY
from apps.systems.graph import Attributes, SystemGraph

OnProgress = Callable[[int, int, str], None]


@dataclass(slots=True, eq=False)  # Not frozen: there are tens of thousands, and freezing triples what making one costs.
class Match:
    """A rule that nothing in the model rules out at this target.

    `open` holds the bits of its unknown conditions; `also` the ids of further objects that it stands for; `route` is
    where it has the shape of the path that its entry asks for.
    """

    rule: Rule
    target_type: TargetType
    target: str
    open: int
    also: tuple[str, ...] = ()
    route: Route | None = None

    @property
    def asked(self) -> int:
        """How many conditions its entry has; the shape of a path is one for each of its steps."""
        return len(self.rule.tests) + (len(self.route.stops) if self.route else 0)

    @property
    def unknown(self) -> int:
        """How many of them the model does not decide."""
        return self.open.bit_count() + (len(self.route.gaps) if self.route else 0)

    @property
    def held(self) -> int:
        return self.asked - self.unknown


class Matcher:
    """Reads every object of a graph once, then matches each against the rules of its kind."""

    def __init__(self, graph: SystemGraph, rules: Rules) -> None:
        self.graph = graph
        self.rules = rules
        self._routes: dict[str, Mapping[str, Route]] = {}

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
            self._routes[pattern] = routes_by_target(pattern, self.graph)
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

    def matches(self, on_progress: OnProgress | None = None) -> list[Match]:
        """In the order of the model: elements, flows, the system. What is out of scope yields nothing."""
        found: list[Match] = []
        self._match_elements(found, on_progress)
        self._match_flows(found)
        if any(not element.out_of_scope for element in self.graph.elements):
            near, flow = any_of(self.elements, self.elements), any_of(self.flows, self.flows)
            rules = self._rules("system", bool(self.near_ai))
            self._match(rules, (self.system, near, flow, self.system), "system", self.graph.id, found)
        return found

    def _match_elements(self, found: list[Match], on_progress: OnProgress | None) -> None:
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

    def _match_flows(self, found: list[Match]) -> None:
        for flow in self.graph.flows:
            source, target = self.graph.element_by_id[flow.source], self.graph.element_by_id[flow.target]
            if source.out_of_scope and target.out_of_scope:
                continue
            own, ends = self.flows[flow.id], any_of((flow.source, flow.target), self.elements)
            rules = self._rules("flow", source.id in self.near_ai)
            self._match(rules, (own, ends, own, self.system), "flow", flow.id, found)

    def _rules(self, kind: str, near_ai: bool) -> list[Rule]:
        return self.rules.by_kind[kind] if near_ai else self.rules.classic_by_kind[kind]

    def _match(
        self, rules: list[Rule], scopes: tuple[Says, ...], target_type: TargetType, target: str, found: list[Match]
    ) -> None:
        holds = unknown = shift = 0
        for scope_holds, scope_unknown in scopes:
            holds |= scope_holds << shift
            unknown |= scope_unknown << shift
            shift += self.rules.width
        never = ~(holds | unknown)
        for rule in rules:
            if not (rule.need & never or rule.refuse & holds):
                route = None
                if rule.entry.pattern:
                    route = self.routes(rule.entry.pattern).get(target)
                    if route is None:
                        continue
                found.append(Match(rule, target_type, target, rule.asks & unknown, route=route))


def any_of(identities: Iterable[str], said: Mapping[str, Says]) -> Says:
    """What holds for any of several objects: unknown only where none holds and one is unknown."""
    holds = unknown = 0
    for identity in identities:
        one = said[identity]
        holds |= one[0]
        unknown |= one[1]
    return holds, unknown & ~holds
