"""What every object of a graph says about the atoms of the rules, read once and kept as words. Pure: no Django here."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from apps.analysis.arrays import Bools, Ints, Words, as_mask, as_words, column, gathered, parts
from apps.analysis.compiling import SCOPES, Rules, Says
from apps.catalog.taxonomy import VOCABULARY
from apps.systems.graph import AttributeValue, SystemGraph

Number = TypeVar("Number", np.int64, np.uint64)
Value = tuple[str, AttributeValue]  # of an attribute; objects share them, and there are few
# What one value tells: a row of numbers, of which the greatest counts where an object has several.
Telling = Callable[[str, AttributeValue], tuple[int, ...]]


class _Values(dict[str, "_ValuesOf"]):
    """The number of each value of each attribute, given when it is first asked for; the values are `met`."""

    def __init__(self) -> None:
        self.met: list[Value] = []

    def __missing__(self, name: str) -> "_ValuesOf":
        self[name] = numbers = _ValuesOf(name, self.met)
        return numbers


class _ValuesOf(dict[AttributeValue, int]):
    def __init__(self, name: str, met: list[Value]) -> None:
        self.name = name
        self.met = met

    def __missing__(self, value: AttributeValue) -> int:
        self[value] = number = len(self.met)
        self.met.append((self.name, value))
        return number


class Sayings:
    """The objects of a graph by number: elements, then flows, then the system itself."""

    def __init__(self, graph: SystemGraph, rules: Rules) -> None:
        self.graph = graph
        self.rules = rules
        self.flows_from = len(graph.elements)
        self.system = self.flows_from + len(graph.flows)
        self.count = self.system + 1
        self.ids = [*[one.id for one in graph.elements], *[one.id for one in graph.flows], graph.id]
        self.kinds = [*[one.kind for one in graph.elements], *["flow"] * len(graph.flows), "system"]
        self._counts, self._values, self._numbers = self._read()
        self.holds, self.unknown = self._say()

    @cached_property
    def element_at(self) -> Mapping[str, int]:
        return {element.id: number for number, element in enumerate(self.graph.elements)}

    @cached_property
    def flow_at(self) -> Mapping[str, int]:
        return {flow.id: number for number, flow in enumerate(self.graph.flows, start=self.flows_from)}

    @cached_property
    def sources(self) -> Ints:
        """Of each flow, by the numbers of elements."""
        at = self.element_at
        return column([at[flow.source] for flow in self.graph.flows])

    @cached_property
    def targets(self) -> Ints:
        at = self.element_at
        return column([at[flow.target] for flow in self.graph.flows])

    def elements(self, identities: Iterable[str]) -> Ints:
        at = self.element_at
        return column([at[identity] for identity in identities])

    def told(self, telling: Telling) -> Ints:
        """For every object the greatest of what its values tell, column by column."""
        nothing = telling("", "")
        table = np.array([nothing, *[telling(*met) for met in self._values]], dtype=np.int64)
        return self._joined(table[1:], np.maximum)

    def _read(self) -> tuple[Ints, list[Value], Ints]:
        """How many values each object has, the values that there are, and whose number each of the objects' is."""
        graph = self.graph
        attributes = [graph.effective(one.id) for one in graph.elements] + [one.attributes for one in graph.flows]
        if graph.assets_by_holder:
            attributes = [graph.with_held_data(*one) for one in zip(self.ids, attributes, strict=False)]
        attributes.append(graph.attributes)
        numbers = _Values()
        of_objects = column([numbers[name][value] for one in attributes for name, value in one.items()])
        return column(list(map(len, attributes))), numbers.met, of_objects

    def _joined(self, table: NDArray[Number], join: np.ufunc) -> NDArray[Number]:
        """For every object the rows of its values, joined; zeros where it has none."""
        found = np.zeros((self.count, *table.shape[1:]), dtype=table.dtype)
        some = np.flatnonzero(self._counts)
        if len(some):
            starts = (np.cumsum(self._counts) - self._counts)[some]
            found[some] = join.reduceat(table[self._numbers], starts, axis=0)
        return found

    def _say(self) -> tuple[Words, Words]:
        rules, words = self.rules, self.rules.words
        said = [rules.value_says(*met) for met in self._values]
        holds = self._joined(as_words([one[0] for one in said], words), np.bitwise_or)
        decided = self._joined(as_words([one[1] for one in said], words), np.bitwise_or)
        unknown = self._carried & ~decided
        for name in ("reached_by_untrusted", "reaches_high_impact"):
            reach, fact = getattr(self.graph, name), as_words([rules.fact(name)], words)
            holds[self.elements(reach.steps)] |= fact
            unknown[self.elements([one for one in reach.unknown if one not in reach.steps])] |= fact
        holds[self.flows_from : self.system][self.is_crossing] |= as_words([rules.fact("crosses_boundary")], words)
        return holds, unknown

    @property
    def _carried(self) -> Words:
        names = list(dict.fromkeys(self.kinds))
        carried = as_words([self.rules.carried(name) for name in names], self.rules.words)
        at = {name: number for number, name in enumerate(names)}
        of_objects: Words = carried[column([at[kind] for kind in self.kinds])]
        return of_objects

    @cached_property
    def is_crossing(self) -> Bools:
        """Of each flow."""
        names: dict[str | None, int] = {}
        inside = column([names.setdefault(element.boundary, len(names)) for element in self.graph.elements])
        crossing: Bools = inside[self.sources] != inside[self.targets]
        return crossing

    @cached_property
    def in_all_scopes(self) -> tuple[Words, Words]:
        """What holds and what is unknown for every object in each scope, lane by lane."""
        lanes = [self._of_scope(scope) for scope in SCOPES]
        return np.hstack([holds for holds, _ in lanes]), np.hstack([unknown for _, unknown in lanes])

    def _of_scope(self, scope: str) -> tuple[Words, Words]:
        if scope == "element":
            return self.holds, self.unknown
        if scope == "system":
            return (
                np.repeat(self.holds[self.system :], self.count, axis=0),
                np.repeat(self.unknown[self.system :], self.count, axis=0),
            )
        owners, members = self._near() if scope == "near" else self._by_flow()
        both = gathered(np.hstack((self.holds, self.unknown)), owners, members, self.count)
        holds, unknown = np.hsplit(both, 2)
        return holds, unknown & ~holds  # Unknown only where none holds and one is unknown.

    def _near(self) -> tuple[Ints, Ints]:
        """(object, object near it): of elements their neighbours, of flows their ends, of the system all."""
        flows, elements = np.arange(self.flows_from, self.system), np.arange(self.flows_from)
        between = self.sources != self.targets
        owners = (self.sources[between], self.targets[between], flows, flows, np.full(len(elements), self.system))
        members = (self.targets[between], self.sources[between], self.sources, self.targets, elements)
        return np.concatenate(owners), np.concatenate(members)

    def _by_flow(self) -> tuple[Ints, Ints]:
        """(object, flow): for elements those that touch them, for flows themselves, for the system all."""
        flows = np.arange(self.flows_from, self.system)
        owners = (self.sources, self.targets, flows, np.full(len(flows), self.system))
        return np.concatenate(owners), np.concatenate((flows, flows, flows, flows))

    def said_by(self, object_type: str, identity: str) -> Says:
        """What one object says of itself, as masks."""
        number = self.number(object_type, identity)
        return as_mask(self.holds[number]), as_mask(self.unknown[number])

    def number(self, object_type: str, identity: str) -> int:
        if object_type == "element":
            return self.element_at[identity]
        return self.flow_at[identity] if object_type == "flow" else self.system

    @cached_property
    def is_near_ai(self) -> Bools:
        """Of each object: whether an element of an AI kind is in the same connected part of the picture."""
        is_ai = column([VOCABULARY.kinds[element.kind].is_ai for element in self.graph.elements], np.bool_)
        part = parts(len(is_ai), self.sources, self.targets)
        with_ai = np.zeros(len(is_ai), dtype=bool)
        with_ai[part[is_ai]] = True
        of_elements = with_ai[part]
        return np.concatenate((of_elements, of_elements[self.sources], [bool(is_ai.any())]))

    @cached_property
    def is_in_scope(self) -> Bools:
        """A flow is out of scope where both of its ends are, the system where all elements are."""
        elements = column([not element.out_of_scope for element in self.graph.elements], np.bool_)
        flows = elements[self.sources] | elements[self.targets]
        return np.concatenate((elements, flows, [bool(elements.any())]))
