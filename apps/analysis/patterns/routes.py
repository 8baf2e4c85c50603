"""What a pattern finds, and how it walks the graph to find it. Pure: no Django here."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from apps.catalog.taxonomy import allowed_attributes
from apps.systems.graph import AttributeValue, Element, SystemGraph
from apps.systems.reachability import Gap

MOST_STEPS = 6  # A way that is longer convinces nobody.
MOST_VISITED = 300  # So that a hub with thousands of neighbours costs each search the same.
MODELS = frozenset({"foundation_model", "adapted_model", "predictive_model", "embedding_model"})
AGENTS = frozenset({"agent", "orchestrator"})
SENSITIVE = frozenset({"personal", "special_category", "children", "confidential", "credentials"})


def anything(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Route:
    """One place with the shape of a pattern.

    `target` is the element where it is decided, `stops` the elements of the path in its direction, `text` the fact in
    words, and `gaps` what the model does not say and would have to for it to be certain.
    """

    target: str
    stops: tuple[str, ...]
    text: str
    gaps: tuple[Gap, ...] = ()


class Walk:
    """Looks along the flows of one graph, a bounded number of steps."""

    def __init__(self, graph: SystemGraph) -> None:
        self.graph = graph

    @cached_property
    def kind_of(self) -> Mapping[str, str]:
        return {element.id: element.kind for element in self.graph.elements}

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for element in self.graph.elements:
            found.setdefault(element.kind, []).append(element)
        return found

    @cached_property
    def _after(self) -> Mapping[str, tuple[str, ...]]:
        return {
            identity: tuple([flow.target if flow.source == identity else flow.source for flow in flows])
            for identity, flows in self.graph.successors.items()
        }

    @cached_property
    def _before(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {element.id: [] for element in self.graph.elements}
        for source, following in self._after.items():
            for one in following:
                found[one].append(source)
        return found

    def name(self, identity: str) -> str:
        return self.graph.element_by_id[identity].name

    def said(self, identity: str, attribute: str) -> AttributeValue | None:
        return self.graph.effective(identity).get(attribute)

    def is_open(self, identity: str, attribute: str) -> bool:
        """Whether it could say so and does not."""
        return self.said(identity, attribute) is None and attribute in allowed_attributes(self.kind_of[identity])

    def of_kinds(self, kinds: Collection[str]) -> Iterable[Element]:
        """In the order of the kinds, then of the model."""
        return (element for kind in sorted(kinds) for element in self._by_kind.get(kind, ()))

    def after(self, identity: str) -> Sequence[str]:
        """The elements that its flows lead to."""
        return self._after[identity]

    def before(self, identity: str) -> Sequence[str]:
        """The elements whose flows lead to it."""
        return self._before[identity]

    def ways(
        self, starts: Iterable[str], passing: Callable[[str], bool] = anything, *, against: bool = False
    ) -> Callable[[str], tuple[str, ...]]:
        """Of an element: a shortest way to it from the nearest of `starts`; empty where there is none.

        It goes only through elements that `passing` lets through. `against` walks from the end of flows to their
        beginning, from an element to the nearest of `starts`, and the way is given as the flows run all the same.
        """
        steps = self._spread(starts, passing, against=against)
        return lambda identity: _traced(steps, identity, against=against) if identity in steps else ()

    def way(self, start: str, end: str, passing: Callable[[str], bool] = anything) -> tuple[str, ...]:
        """A shortest way between two elements, looked for in the neighbourhood of the first only."""
        steps = self._spread([start], lambda one: one != end and passing(one), most=MOST_VISITED)
        return _traced(steps, end) if end in steps else ()

    def within_reach(self, start: str) -> Iterable[str]:
        """The elements in the neighbourhood that its flows lead to, the nearest first."""
        return list(self._spread([start], anything, most=MOST_VISITED))[1:]

    def _spread(
        self,
        starts: Iterable[str],
        passing: Callable[[str], bool],
        *,
        against: bool = False,
        most: float = float("inf"),
    ) -> dict[str, str | None]:
        """Each element reached → the one before it, step by step outward."""
        onward = self._before if against else self._after
        steps: dict[str, str | None] = dict.fromkeys(starts)
        edge = list(steps)
        for _ in range(MOST_STEPS):
            beyond = []
            for current in edge:
                if passing is anything or steps[current] is None or passing(current):
                    for following in onward[current]:
                        if following not in steps:
                            if len(steps) >= most:  # Looked at for each one, since a hub alone may have thousands.
                                return steps
                            steps[following] = current
                            beyond.append(following)
            edge = beyond
        return steps


def _traced(steps: Mapping[str, str | None], end: str, *, against: bool = False) -> tuple[str, ...]:
    found = []
    step: str | None = end
    while step is not None:
        found.append(step)
        step = steps[step]
    return tuple(found if against else reversed(found))


def is_sensitive(walk: Walk, identity: str) -> bool | None:
    """Whether it holds data that only some may know; None where nobody has said what it holds."""
    held = walk.graph.with_held_data(identity, walk.graph.effective(identity)).get("data_classes")
    if isinstance(held, tuple):
        return not SENSITIVE.isdisjoint(held)
    return None if "data_classes" in allowed_attributes(walk.kind_of[identity]) else False


def gap(identity: str, attribute: str) -> Gap:
    return Gap("element", identity, attribute)
