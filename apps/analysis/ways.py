"""Derived facts in plain words: how untrusted content comes, and where an action leads. Pure: no Django here."""

from collections.abc import Collection, Mapping

from apps.catalog.taxonomy import VOCABULARY
from apps.systems.graph import SystemGraph
from apps.systems.reachability import HIGH_IMPACT, Gap, Reach

MOST_STOPS = 2  # Of the elements on a way, so many are named.


class Ways:
    def __init__(self, graph: SystemGraph) -> None:
        self.graph = graph
        self.reaches: Mapping[str, Reach] = {
            "reached_by_untrusted": graph.reached_by_untrusted,
            "reaches_high_impact": graph.reaches_high_impact,
        }

    def flow_name(self, identity: str) -> str:
        flow = self.graph.flow_by_id[identity]
        ends = self.graph.ends_of(identity)
        return f"“{flow.name}” ({ends})" if flow.name else ends

    def text(self, fact: str, identity: str) -> str:
        if fact == "crosses_boundary":
            return self._crossing(identity)
        way = self.reaches[fact].way(identity)
        return self._reached(way) if fact == "reached_by_untrusted" else self._acting(way)

    def denial(self, fact: str, identity: str) -> str:
        if identity in self.graph.flow_by_id:
            name = self.flow_name(identity)
            if fact == "crosses_boundary":
                return f"{name} crosses no boundary"
        else:
            name = self._name(identity) if identity in self.graph.element_by_id else self.graph.name
        return {
            "crosses_boundary": f"no flow of {name} crosses a boundary",
            "reached_by_untrusted": f"no content from outside reaches {name}",
            "reaches_high_impact": f"{name} leads to no action that is hard to undo",
        }[fact]

    def gap(self, fact: str, identity: str) -> Gap:
        return self.reaches[fact].unknown[identity]

    def path(self, identity: str, facts: Collection[str]) -> tuple[str, ...]:
        """From where content comes in, through the element, to where an action happens; as far as facts speak of it."""
        arriving = self.reaches["reached_by_untrusted"].way(identity) if "reached_by_untrusted" in facts else ()
        leaving = self.reaches["reaches_high_impact"].way(identity) if "reaches_high_impact" in facts else ()
        whole = (*reversed(arriving), *(leaving[1:] if arriving else leaving))
        return whole if len(whole) > 1 else ()

    def _name(self, identity: str) -> str:
        return self.graph.element_by_id[identity].name

    def _crossing(self, identity: str) -> str:
        flow = self.graph.flow_by_id[identity]
        names = []
        for end in (flow.source, flow.target):
            boundary = self.graph.element_by_id[end].boundary
            names.append(self.graph.boundary_by_id[boundary].name if boundary else "outside every boundary")
        return f"{self.flow_name(identity)} crosses from {names[0]} to {names[1]}"

    def _stops(self, between: tuple[str, ...]) -> str:
        """The elements on the way, the middle ones of a long way left out."""
        if not between:
            return ""
        names = [self._name(stop) for stop in between]
        if len(names) > MOST_STOPS:
            names = [names[0], f"{len(names) - MOST_STOPS} more", names[-1]]
        return " through " + (names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}")

    def _reached(self, way: tuple[str, ...]) -> str:
        name = self._name(way[0])
        if len(way) == 1:
            return self._outside(way[0])
        return f"content from {self._name(way[-1])} reaches {name}{self._stops(way[-2:0:-1])}"

    def _outside(self, identity: str) -> str:
        """Why content from outside begins here."""
        element = self.graph.element_by_id[identity]
        attributes = self.graph.effective(identity)
        for attribute in ("untrusted_content", "exposure"):
            phrase = VOCABULARY.attributes[attribute].phrases.get(attributes.get(attribute, ""))  # type: ignore[arg-type]  # Neither is a set.
            if phrase and attributes[attribute] in (True, "public", "physical_world"):
                return f"{element.name} {phrase}"
        for flow in self.graph.flows_by_element[identity]:
            if flow.target == identity and flow.attributes.get("untrusted_content") is True:
                return f"{self.flow_name(flow.id)} brings {element.name} content written by outsiders"
        if element.boundary and self.graph.trust_of[element.boundary] == "untrusted":
            return f"{element.name} lies in {self.graph.boundary_by_id[element.boundary].name}, which is not trusted"
        return f"{element.name} is an external source"

    def _acting(self, way: tuple[str, ...]) -> str:
        end = self.graph.element_by_id[way[-1]]
        impact = self.graph.effective(end.id).get("action_impact", ())
        phrases = VOCABULARY.attributes["action_impact"].phrases
        grave = [phrases[item] for item in impact if item in HIGH_IMPACT] if isinstance(impact, tuple) else []
        deed = " and ".join(grave) or phrases["physical"]
        if len(way) == 1:
            return f"{end.name} {deed}"
        return f"{self._name(way[0])} leads to {end.name}{self._stops(way[1:-1])}, which {deed}"
