"""Catalogue entries as bit masks: matching one against an object takes a few integer operations. No Django here.

An *atom* is what one condition asks of one object: an attribute (or derived fact) and the values that satisfy it. Atoms
are numbered; what an object says is two masks over them: those that hold and those that are unknown. An object is
looked at in four scopes (itself, its neighbours, its flows, the system), so a full mask has four lanes, one for each.
A lane is a whole number of 64-bit words, so that the rules of a kind are tried on all its objects at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from apps.analysis.arrays import WORD, Ints, Words, as_words, column
from apps.catalog.knowledge import Catalogue, Condition, Entry, Scope
from apps.catalog.taxonomy import VOCABULARY, allowed_attributes
from apps.systems.graph import AttributeValue

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


@dataclass(frozen=True, slots=True, eq=False)
class RulesOfKind:
    """All rules for one kind of object, a row each, in the order of the catalogue."""

    rules: list[Rule]
    numbers: Ints  # of the entries
    used: Ints  # the words of masks in which any of them asks for something; the three that follow are these words only
    need: Words
    refuse: Words
    asks: Words  # both


# Two masks over all atoms.
Says = tuple[int, int]


class Rules:
    """The compiled catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.atoms: dict[tuple[str, frozenset[str | bool]], int] = {}
        for entry in catalogue.entries.values():
            for condition in entry.when:
                self.atoms.setdefault((condition.attribute, condition.values), len(self.atoms))
        self.words = -(-len(self.atoms) // WORD) or 1  # in one lane
        self._by_value: dict[str, dict[str | bool, int]] = {}
        self._by_attribute: dict[str, int] = {}
        for (attribute, values), number in self.atoms.items():
            self._by_attribute[attribute] = self._by_attribute.get(attribute, 0) | 1 << number
            options = self._by_value.setdefault(attribute, {})
            for value in values:
                options[value] = options.get(value, 0) | 1 << number
        self._carried = {kind: self._carried_by(kind) for kind in (*VOCABULARY.kinds, "flow", "system")}
        entries = self.entries = list(catalogue.entries.values())
        self.patterns = [entry.pattern for entry in entries]
        self.asks_for_path = column([bool(entry.pattern) for entry in entries], np.bool_)
        self.conditions = column([len(entry.when) for entry in entries])  # how many each entry has
        rules: dict[str, list[Rule]] = {kind: [] for kind in self._carried}
        for number, entry in enumerate(entries):
            for kind in entry.kinds:
                rules[kind].append(self._rule(entry, number, kind))
        self.by_kind = {kind: self._of_kind(ones) for kind, ones in rules.items()}
        self.classic_by_kind = {
            kind: self._of_kind([rule for rule in ones if rule.entry.family == "classic"])
            for kind, ones in rules.items()
        }
        self.rule_for = {(kind, rule.number): rule for kind, ones in rules.items() for rule in ones}

    def _of_kind(self, rules: list[Rule]) -> RulesOfKind:
        words = self.words * len(SCOPES)
        need, refuse = as_words([rule.need for rule in rules], words), as_words([rule.refuse for rule in rules], words)
        used = np.flatnonzero((need | refuse).any(axis=0))
        need, refuse = need[:, used], refuse[:, used]
        return RulesOfKind(rules, column([rule.number for rule in rules]), used, need, refuse, need | refuse)

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
            bit = 1 << SCOPES.index(scope) * self.words * WORD + self.atoms[condition.attribute, condition.values]
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

    def carried(self, kind: str) -> int:
        """The atoms that an object of this kind can say anything about."""
        return self._carried[kind]

    def value_says(self, attribute: str, value: AttributeValue) -> Says:
        """The atoms that hold where an attribute has this value, and those that it decides at all."""
        options = self._by_value.get(attribute)
        if options is None:
            return 0, 0
        holds = 0
        for one in value if isinstance(value, tuple) else (value,):
            holds |= options.get(one, 0)
        return holds, self._by_attribute[attribute]

    def fact(self, name: str) -> int:
        """The mask of a derived fact; 0 where no entry asks for it."""
        return self._by_attribute.get(name, 0)


def scope_of(condition: Condition, kind: str) -> Scope:
    """Where a condition is looked at: as written, or at the neighbours where the kind cannot carry the attribute."""
    if condition.on != "element":
        return condition.on
    if condition.attribute in FACT_SCOPES:
        return FACT_SCOPES[condition.attribute][kind if kind in ("flow", "system") else "element"]
    return "element" if condition.attribute in allowed_attributes(kind) else "near"
