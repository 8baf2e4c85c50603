"""Why a match holds, in plain words that name the model's own objects, and what it would still need to know. Pure."""

from collections.abc import Sequence
from functools import cached_property

from apps.analysis.arrays import WORD
from apps.analysis.compiling import SCOPES, Test
from apps.analysis.credits import Credit
from apps.analysis.matches import Match, unknown_in
from apps.analysis.matching import Matcher
from apps.analysis.phrasing import listed, matching_part, phrase
from apps.analysis.reasons import Fact, ObjectType, Treated, Unknown
from apps.analysis.ways import Ways
from apps.catalog.taxonomy import VOCABULARY
from apps.systems.graph import AttributeValue

MOST_WITNESSES = 2  # Of several neighbours or flows that show the same fact, so many are named.
STANDING = {"in_place": "is in place", "verified": "is verified"}
Place = tuple[ObjectType, str]


class Explainer:
    """Turns the tests of a match into facts and unknowns. What several entries ask of one object is worded once."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher
        self.graph = matcher.graph
        self.ways = Ways(matcher.graph)
        self._facts: dict[tuple[str, str, int, bool], tuple[Fact, ...]] = {}
        self._kinds: dict[str, tuple[Fact, ...]] = {}
        self._unknowns: dict[tuple[str, str, int], Unknown] = {}
        self._asked: dict[tuple[str, str, str], Unknown] = {}

    def because(self, match: Match) -> tuple[Fact, ...]:
        facts: tuple[Fact, ...] = ()
        if match.route:
            facts = (Fact(match.route.text, "element", match.target, "path", True),)
        for test in match.rule.tests:
            if not test.bit & match.open:
                key = (match.target_type, match.target, test.bit, test.condition.negated)
                found = self._facts.get(key)
                if found is None:
                    found = self._facts[key] = self._worded(test, match)
                facts = facts + tuple([fact for fact in found if fact not in facts]) if facts else found
        return facts or self._kind_fact(match)

    def unknown(self, match: Match) -> tuple[Unknown, ...]:
        if not unknown_in(match.open, match.route):
            return ()
        found = [self._unknown(test, match) for test in match.rule.tests if test.bit & match.open]
        if match.route:
            found += [self._question(gap.object_type, gap.object, gap.attribute) for gap in match.route.gaps]
        return tuple(found) if len(found) == 1 else tuple(dict.fromkeys(found))

    def _unknown(self, test: Test, match: Match) -> Unknown:
        if test.is_plain:
            return self._question(match.target_type, match.target, test.condition.attribute)
        key = (match.target_type, match.target, test.bit)
        if key not in self._unknowns:
            self._unknowns[key] = self._missing(test, match)
        return self._unknowns[key]

    def _question(self, object_type: ObjectType, identity: str, name: str) -> Unknown:
        """One object for one question, so that questions are counted by identity."""
        key = (object_type, identity, name)
        unknown = self._asked.get(key)
        if unknown is None:
            ask = VOCABULARY.attributes[name].ask if name in VOCABULARY.attributes else self._trust_question(identity)
            unknown = self._asked[key] = Unknown(object_type, identity, name, ask)
        return unknown

    def _trust_question(self, boundary: str) -> str:
        return f"How far is {self.graph.boundary_by_id[boundary].name} to be trusted?"

    def treated(self, credit: Credit) -> Treated:
        treatment, title, place = credit.treatment, credit.control.title, credit.place
        at: ObjectType = "element" if place in self.graph.element_by_id else "system"
        name = self.name("flow" if place in self.graph.flow_by_id else at, place)
        text = f"“{title}” {STANDING[treatment.state]} on {name} ({treatment.finding})"
        return Treated(text, treatment.control, title, treatment.state, treatment.finding)

    def path(self, match: Match) -> tuple[str, ...]:
        if match.route:
            return match.route.stops
        if not match.rule.ways or match.target_type != "element":
            return ()
        return self.ways.path(match.target, match.rule.ways)

    def _kind_fact(self, match: Match) -> tuple[Fact, ...]:
        """For a match of which nothing is known but that there is such an object."""
        key = f"{match.target_type} {match.target}"
        if key not in self._kinds:
            name = self.name(match.target_type, match.target)
            kind = "the system as a whole" if match.target_type == "system" else "a flow"
            if match.target_type == "element":
                kind = f"of the kind “{VOCABULARY.kinds[self.graph.element_by_id[match.target].kind].label.lower()}”"
            self._kinds[key] = (Fact(f"{name} is {kind}", match.target_type, match.target, "kind"),)
        return self._kinds[key]

    def _places(self, test: Test, match: Match) -> Sequence[Place]:
        """The objects that a test looks at."""
        if test.scope == "system":
            return [("system", self.graph.id)]
        if match.target_type == "system":
            return self._everywhere[test.scope]
        if test.scope == "element" or (match.target_type == "flow" and test.scope == "flow"):
            return [(match.target_type, match.target)]
        if match.target_type == "flow":
            flow = self.graph.flow_by_id[match.target]
            return [("element", flow.source), ("element", flow.target)]
        if test.scope == "near":
            return [("element", neighbour) for neighbour in self.graph.neighbours[match.target]]
        return [("flow", flow.id) for flow in self.graph.flows_by_element[match.target]]

    @cached_property
    def _everywhere(self) -> dict[str, Sequence[Place]]:
        return {
            "element": [("system", self.graph.id)],
            "near": [("element", element.id) for element in self.graph.elements],
            "flow": [("flow", flow.id) for flow in self.graph.flows],
        }

    def _atom(self, test: Test) -> int:
        return test.bit >> SCOPES.index(test.scope) * self.matcher.rules.words * WORD

    def _worded(self, test: Test, match: Match) -> tuple[Fact, ...]:
        if test.condition.negated:
            return (self._absence(test, match),)
        if test.is_plain:
            return (self._said(test, match.target_type, match.target),)
        said, atom = self.matcher.sayings.said_by, self._atom(test)
        witnesses = [place for place in self._places(test, match) if said(*place)[0] & atom][:MOST_WITNESSES]
        name = test.condition.attribute
        if name in VOCABULARY.derived:
            return tuple([Fact(self.ways.text(name, place[1]), *place, name, True) for place in witnesses])
        return tuple([self._said(test, *place) for place in witnesses])

    def _said(self, test: Test, object_type: ObjectType, identity: str) -> Fact:
        name = test.condition.attribute
        value = self.matcher.attributes(object_type, identity)[name]
        return self._spoken(object_type, identity, name, matching_part(value, test.condition.values))

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
        text = f"{self.name(object_type, identity)} {phrase(name, value)}"
        if object_type == "element" and name not in self.graph.element_by_id[identity].attributes:
            text += self._origin(identity, name)
        return Fact(text, object_type, identity, name, value)

    def _origin(self, element: str, name: str) -> str:
        """Where something was said that was not said of the element itself."""
        given = self.graph.inherited(element).get(name)
        if given is None:
            assets = self.graph.assets_by_holder[element]
            return f", as it holds {listed([asset.name for asset in assets][:MOST_WITNESSES])}"
        if given.origin == "boundary":
            return f", as said of {self.graph.boundary_by_id[given.object].name}"
        return ", as said of the whole system"

    def _missing(self, test: Test, match: Match) -> Unknown:
        """The first object whose answer could decide the test."""
        name, atom = test.condition.attribute, self._atom(test)
        said = self.matcher.sayings.said_by
        object_type, identity = next(place for place in self._places(test, match) if said(*place)[1] & atom)
        if name not in VOCABULARY.derived:
            return self._question(object_type, identity, name)
        gap = self.ways.gap(name, identity)
        return self._question(gap.object_type, gap.object, gap.attribute)
