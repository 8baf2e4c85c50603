"""Which entries hit which objects of a graph, and what remains unknown. Pure: no Django here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from apps.analysis.arrays import Ints, Words, as_mask, column, starts_of
from apps.analysis.compiling import Rule, Rules, RulesOfKind
from apps.analysis.patterns import routes_by_target
from apps.analysis.patterns.routes import Route, Walk
from apps.analysis.saying import Sayings
from apps.systems.graph import Attributes, SystemGraph

OnProgress = Callable[[int, int, str], None]
MOST_CELLS = 4_000_000  # Words of masks that are compared at once, of 8 bytes each and a few times over.


@dataclass(slots=True)
class Hits:
    """Where nothing in the model rules an entry out, a place in each array; in the order of objects, then of entries.

    An entry that asks for the shape of a path hits where there is one: its `routes`, by the place of the hit.
    """

    object: Ints
    entry: Ints  # the number of the entry in the catalogue
    unknown: Ints  # how many conditions the model does not decide
    asked: Ints  # how many there are; the shape of a path counts as one for each of its steps
    routes: dict[int, Route]


class Matcher:
    """Reads every object of a graph once, then tries the rules of each kind on all objects of the kind."""

    def __init__(self, graph: SystemGraph, rules: Rules) -> None:
        self.graph = graph
        self.rules = rules
        self.sayings = Sayings(graph, rules)
        self._routes: dict[str, Mapping[str, Route]] = {}
        self._walk = Walk(graph)
        self._on_progress: OnProgress | None = None
        self._done = 0

    def routes(self, pattern: str) -> Mapping[str, Route]:
        """By target: where the graph has the shape of a path; looked for once."""
        if pattern not in self._routes:
            self._routes[pattern] = routes_by_target(pattern, self._walk)
            self._tell()
        return self._routes[pattern]

    def attributes(self, object_type: str, identity: str) -> Attributes:
        """What is known of an object: its attributes, inherited ones and the data of its assets among them."""
        if object_type == "element":
            return self.graph.with_held_data(identity, self.graph.effective(identity))
        if object_type == "flow":
            return self.graph.with_held_data(identity, self.graph.flow_by_id[identity].attributes)
        return self.graph.attributes

    def rule(self, number: int, entry: int) -> Rule:
        return self.rules.rule_for[self.sayings.kinds[number], entry]

    def open(self, number: int, rule: Rule) -> int:
        """The bits of the conditions of a rule that are unknown at an object."""
        return as_mask(self.sayings.in_all_scopes[1][number]) & (rule.need | rule.refuse)

    def hits(self, on_progress: OnProgress | None = None) -> Hits:
        """What is out of scope yields nothing. Progress is told after each kind of object and each shape of paths."""
        self._on_progress = on_progress
        numbers, entries, unknown = self._all_tried()
        order = np.argsort(numbers * len(self.rules.entries) + entries)
        hits = self._on_paths(numbers[order], entries[order], unknown[order])
        self._done = len(self.graph.elements)
        self._tell()
        return hits

    def _tell(self) -> None:
        if self._on_progress and self._done:
            self._on_progress(self._done, len(self.graph.elements), self.graph.elements[self._done - 1].name)

    def _all_tried(self) -> Iterable[Ints]:
        """(objects, entries, how many conditions are unknown) where no rule fails; the objects are those in scope."""
        sayings, rules = self.sayings, self.rules
        kinds = list(dict.fromkeys(sayings.kinds))
        at = {kind: number for number, kind in enumerate(kinds)}
        group = 2 * column([at[kind] for kind in sayings.kinds]) + sayings.is_near_ai
        numbers = np.flatnonzero(sayings.is_in_scope)
        numbers = numbers[np.argsort(group[numbers], kind="stable")]
        holds, unknown = (said[numbers] for said in sayings.in_all_scopes)
        found = [(np.zeros(0, dtype=np.int64),) * 3]
        for place, (start, end) in enumerate(pairwise(starts_of(group[numbers], 2 * len(kinds)))):
            by_kind = (rules.by_kind if place % 2 else rules.classic_by_kind)[kinds[place // 2]]
            at_once = max(1, MOST_CELLS // max(1, by_kind.asks.size))
            for begin in range(start, end, at_once) if by_kind.rules else ():
                part = slice(begin, min(end, begin + at_once))
                row, rule, open_ = _tried(by_kind, holds[part], unknown[part])
                found.append((numbers[part][row], by_kind.numbers[rule], open_))
            self._done += int((numbers[start:end] < sayings.flows_from).sum())
            self._tell()
        return (np.concatenate(one) for one in zip(*found, strict=True))

    def _on_paths(self, numbers: Ints, entries: Ints, unknown: Ints) -> Hits:
        """Without the hits of entries whose path is not there; what the others' paths leave open is counted too."""
        rules, ids = self.rules, self.sayings.ids
        keep = np.ones(len(numbers), dtype=bool)
        asked = rules.conditions[entries]
        found: list[Route] = []
        for place in np.flatnonzero(rules.asks_for_path[entries]).tolist():
            route = self.routes(rules.patterns[entries[place]]).get(ids[numbers[place]])
            if route is None:
                keep[place] = False
            else:
                unknown[place] += len(route.gaps)
                asked[place] += len(route.stops)
                found.append(route)
        at = np.flatnonzero(rules.asks_for_path[entries[keep]]).tolist()
        return Hits(numbers[keep], entries[keep], unknown[keep], asked[keep], dict(zip(at, found, strict=True)))


def _tried(rules: RulesOfKind, holds: Words, unknown: Words) -> tuple[Ints, Ints, Ints]:
    """(row of the object, row of the rule, how many conditions are unknown) where no rule fails."""
    holds, unknown = holds[:, rules.used], unknown[:, rules.used]
    never = ~(holds | unknown)
    fails = (rules.need & never[:, None] | rules.refuse & holds[:, None]).any(axis=2)
    row, rule = np.nonzero(~fails)
    return row, rule, np.bitwise_count(rules.asks[rule] & unknown[row]).sum(axis=1, dtype=np.int64)
