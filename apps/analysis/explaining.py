"""Why a match holds, in plain words that name the model's own objects, and what it would still need to know. Pure."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from apps.analysis.compiling import SCOPES, Test
from apps.analysis.matching import Match, Matcher
from apps.analysis.suggestions import Fact, ObjectType, Unknown
from apps.analysis.ways import Ways
from apps.catalog.taxonomy import VOCABULARY, AttributeSpec
from apps.systems.graph import AttributeValue

MOST_WITNESSES = 2  # Of several neighbours or flows that show the same fact, so many are named.
Place = tuple[ObjectType, str]


class Explainer:
    """Turns the tests of a match into facts and unknowns."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher
        self.graph = matcher.graph
        self.ways = Ways(matcher.graph)

    def because(self, match: Match) -> tuple[Fact, ...]:
        facts: dict[str, Fact] = {}
        for test in match.rule.tests:
            if not test.bit & match.open:
                for fact in self._facts(test, match):
                    facts.setdefault(fact.text, fact)
        return tuple(facts.values()) or (self._kind_fact(match),)

    def unknown(self, match: Match) -> tuple[Unknown, ...]:
        asked = [self._unknown(test, match) for test in match.rule.tests if test.bit & match.open]
        return tuple(dict.fromkeys(asked))

    def path(self, match: Match) -> tuple[str, ...]:
        if match.target_type != "element":
            return ()
        names = {test.condition.attribute for test in match.rule.tests if not test.condition.negated}
        return self.ways.path(match.target, names)

    def _kind_fact(self, match: Match) -> Fact:
        if match.target_type == "system":
            return Fact(f"{self.graph.name} is the system as a whole", "system", match.target)
        if match.target_type == "flow":
            return Fact(f"{self.ways.flow_name(match.target)} is a flow", "flow", match.target)
        element = self.graph.element_by_id[match.target]
        label = VOCABULARY.kinds[element.kind].label.lower()
        return Fact(f"{element.name} is of the kind “{label}”", "element", element.id, "kind", element.kind)

    def _places(self, test: Test, match: Match) -> Sequence[Place]:
        """The objects that a test looks at."""
        if test.scope == "system":
            return [("system", self.graph.id)]
        if match.target_type == "system":
            return self._everywhere[test.scope]
        if match.target_type == "flow":
            flow = self.graph.flow_by_id[match.target]
            ends: list[Place] = [("element", flow.source), ("element", flow.target)]
            return ends if test.scope == "near" else [("flow", flow.id)]
        if test.scope == "near":
            return [("element", neighbour) for neighbour in self.graph.neighbours[match.target]]
        if test.scope == "flow":
            return [("flow", flow.id) for flow in self.graph.flows_by_element[match.target]]
        return [("element", match.target)]

    @cached_property
    def _everywhere(self) -> dict[str, Sequence[Place]]:
        return {
            "element": [("system", self.graph.id)],
            "near": [("element", element.id) for element in self.graph.elements],
            "flow": [("flow", flow.id) for flow in self.graph.flows],
        }

    def _atom(self, test: Test) -> int:
        return test.bit >> SCOPES.index(test.scope) * self.matcher.rules.width

    def _facts(self, test: Test, match: Match) -> Iterator[Fact]:
        name = test.condition.attribute
        said = self.matcher.said_by
        if test.condition.negated:
            yield self._absence(test, match)
            return
        places = self._places(test, match)
        witnesses = [place for place in places if said(*place).holds & self._atom(test)][:MOST_WITNESSES]
        for object_type, identity in witnesses:
            if name in VOCABULARY.derived:
                yield Fact(self.ways.text(name, identity), object_type, identity, name, True)
            else:
                value = self.matcher.attributes(object_type, identity)[name]
                yield self._spoken(object_type, identity, name, _matching_part(value, test))

    def _absence(self, test: Test, match: Match) -> Fact:
        """For a condition that has to be false: what is there instead, as the first object says that can say it."""
        name = test.condition.attribute
        if name in VOCABULARY.derived:
            return Fact(self.ways.denial(name, match.target), match.target_type, match.target, name, False)
        for object_type, identity in self._places(test, match):
            value = self.matcher.attributes(object_type, identity).get(name)
            if value is not None:
                return self._spoken(object_type, identity, name, value)
        here = self.name(match.target_type, match.target)
        label = VOCABULARY.attributes[name].label.lower()
        return Fact(f"nothing next to {here} has to do with: {label}", match.target_type, match.target, name)

    def name(self, object_type: ObjectType, identity: str) -> str:
        if object_type == "element":
            return self.graph.element_by_id[identity].name
        if object_type == "boundary":
            return self.graph.boundary_by_id[identity].name
        return self.ways.flow_name(identity) if object_type == "flow" else self.graph.name

    def _spoken(self, object_type: ObjectType, identity: str, name: str, value: AttributeValue) -> Fact:
        spec = VOCABULARY.attributes[name]
        text = f"{self.name(object_type, identity)} {phrase(spec, value)}"
        if object_type == "element":
            text += self._origin(identity, name)
        return Fact(text, object_type, identity, name, value)

    def _origin(self, element: str, name: str) -> str:
        """Where something was said, unless on the element itself."""
        given = self.graph.inherited(element).get(name)
        if given is None:
            assets = self.graph.assets_by_holder[element]
            return f", as it holds {listed([asset.name for asset in assets][:MOST_WITNESSES])}"
        if given.origin == "boundary":
            return f", as said of {self.graph.boundary_by_id[given.object].name}"
        return ", as said of the whole system" if given.origin == "system" else ""

    def _unknown(self, test: Test, match: Match) -> Unknown:
        """The first object whose answer could decide the test."""
        name = test.condition.attribute
        places = self._places(test, match)
        atom = self._atom(test)
        object_type, identity = next(place for place in places if self.matcher.said_by(*place).unknown & atom)
        if name not in VOCABULARY.derived:
            return Unknown(object_type, identity, name, VOCABULARY.attributes[name].ask)
        gap = self.ways.gap(name, identity)
        if gap.attribute == "trust":
            boundary = self.graph.boundary_by_id[gap.object].name
            return Unknown("boundary", gap.object, "trust", f"How far is {boundary} to be trusted?")
        return Unknown(gap.object_type, gap.object, gap.attribute, VOCABULARY.attributes[gap.attribute].ask)


def _matching_part(value: AttributeValue, test: Test) -> AttributeValue:
    if not isinstance(value, tuple):
        return value
    return tuple(item for item in value if item in test.condition.values)


def phrase(spec: AttributeSpec, value: AttributeValue) -> str:
    """A value as what an object does or is: "moves money and runs code"."""
    values = value if isinstance(value, tuple) else (value,)
    phrases = [spec.phrases.get(item) or f"has {spec.label.lower()}: {item}" for item in values]
    if not phrases:
        return f"has no {spec.label.lower()}"
    verb = phrases[0].split(" ", 1)[0] + " "
    if all(words.startswith(verb) for words in phrases):
        return verb + listed([words.removeprefix(verb) for words in phrases])
    return listed(phrases)


def listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
