"""Catalogue entries as bit masks: matching one against an object takes a few integer operations. No Django here.

An *atom* is what one condition asks of one object: an attribute (or derived fact) and the values that satisfy it. Atoms
are numbered; what an object says is two masks over them: those that hold and those that are unknown. An object is
looked at in four scopes (itself, its neighbours, its flows, the system), so a full mask has four lanes, one for each.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from apps.catalog.knowledge import Catalogue, Condition, Entry, Scope
from apps.catalog.taxonomy import VOCABULARY, allowed_attributes
from apps.systems.graph import Attributes

SCOPES: tuple[Scope, ...] = ("element", "near", "flow", "system")
FACT_SCOPES: Mapping[str, Mapping[str, Scope]] = {  # Where a fact is looked for, seen from a target of each type.
    "crosses_boundary": {"element": "flow", "flow": "element", "system": "flow"},
    "reached_by_untrusted": {"element": "element", "flow": "near", "system": "near"},
    "reaches_high_impact": {"element": "element", "flow": "near", "system": "near"},
}


@dataclass(frozen=True, slots=True)
class Test:
    """One condition as it is looked at from a target of one kind."""

    condition: Condition
    scope: Scope
    bit: int
    is_plain: bool  # An attribute of the target itself, and no derived fact.


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry for one kind. It fails where something needed is false or something refused holds."""

    entry: Entry
    number: int  # of the entry in the catalogue, the same for every kind
    tests: tuple[Test, ...]
    need: int
    refuse: int
    ways: tuple[str, ...]  # The derived facts among what is needed, for the path of a match.


# What a rule needs, refuses, and asks at all, as masks, and the number of its entry. A plain tuple, since all rules of
# a kind are tried on every object of the kind.
Masks = tuple[int, int, int, int, Rule]


@dataclass(frozen=True, slots=True, eq=False)
class RulesOfKind:
    """All rules for one kind of object; those that also ask for the shape of a path apart."""

    plain: list[Masks]
    paths: list[Masks]
    asked: int  # by any of them


# What one object says about all atoms: those that hold, those that are unknown. What is in neither mask is false.
Says = tuple[int, int]


class Rules:
    """The compiled catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.atoms: dict[tuple[str, frozenset[str | bool]], int] = {}
        for entry in catalogue.entries.values():
            for condition in entry.when:
                self.atoms.setdefault((condition.attribute, condition.values), len(self.atoms))
        self.width = len(self.atoms)
        self._by_value: dict[str, dict[str | bool, int]] = {}
        self._by_attribute: dict[str, int] = {}
        for (attribute, values), number in self.atoms.items():
            self._by_attribute[attribute] = self._by_attribute.get(attribute, 0) | 1 << number
            options = self._by_value.setdefault(attribute, {})
            for value in values:
                options[value] = options.get(value, 0) | 1 << number
        self._carried = {kind: self._carried_by(kind) for kind in (*VOCABULARY.kinds, "flow", "system")}
        rules: dict[str, list[Rule]] = {kind: [] for kind in self._carried}
        for number, entry in enumerate(catalogue.entries.values()):
            for kind in entry.kinds:
                rules[kind].append(self._rule(entry, number, kind))
        self.by_kind = {kind: _of_kind(ones) for kind, ones in rules.items()}
        self.classic_by_kind = {
            kind: _of_kind([rule for rule in ones if rule.entry.family == "classic"]) for kind, ones in rules.items()
        }

    def _carried_by(self, kind: str) -> int:
        mask = 0
        for attribute in allowed_attributes(kind):
            mask |= self._by_attribute.get(attribute, 0)
        return mask

    def _rule(self, entry: Entry, number: int, kind: str) -> Rule:
        need = refuse = 0
        tests = []
        for condition in entry.when:
            scope = scope_of(condition, kind)
            bit = 1 << SCOPES.index(scope) * self.width + self.atoms[condition.attribute, condition.values]
            is_plain = scope == "element" and condition.attribute not in VOCABULARY.derived
            tests.append(Test(condition, scope, bit, is_plain))
            if condition.negated:
                refuse |= bit
            else:
                need |= bit
        ways = tuple(
            condition.attribute
            for condition in entry.when
            if condition.attribute in VOCABULARY.derived and not condition.negated
        )
        return Rule(entry, number, tuple(tests), need, refuse, ways)

    def says(self, kind: str, attributes: Attributes) -> Says:
        """What an object of this kind says with its attributes; derived facts are added by `fact`."""
        holds = known = 0
        for attribute, value in attributes.items():
            options = self._by_value.get(attribute)
            if options is None:
                continue
            known |= self._by_attribute[attribute]
            if isinstance(value, tuple):
                for item in value:
                    holds |= options.get(item, 0)
            else:
                holds |= options.get(value, 0)
        return holds, self._carried[kind] & ~known

    def fact(self, name: str) -> int:
        """The mask of a derived fact; 0 where no entry asks for it."""
        return self._by_attribute.get(name, 0)


def _of_kind(rules: list[Rule]) -> RulesOfKind:
    plain: list[Masks] = []
    paths: list[Masks] = []
    asked = 0
    for rule in rules:
        asks = rule.need | rule.refuse
        (paths if rule.entry.pattern else plain).append((rule.need, rule.refuse, asks, rule.number, rule))
        asked |= asks
    return RulesOfKind(plain, paths, asked)


def scope_of(condition: Condition, kind: str) -> Scope:
    """Where a condition is looked at: as written, or at the neighbours where the kind cannot carry the attribute."""
    if condition.on != "element":
        return condition.on
    if condition.attribute in FACT_SCOPES:
        return FACT_SCOPES[condition.attribute][kind if kind in ("flow", "system") else "element"]
    return "element" if condition.attribute in allowed_attributes(kind) else "near"
