"""Small systems in which one entry has to fire, or to be silent for one reason; in scenarios.jsonl, a line each.

A scenario is {"entry", "without", "elements", "flows", "system"}. `without` is null where the entry has to fire for
certain, and else names what is missing: a condition, or the shape of the path. They are written once, by
`python -m tests.analysis.make_scenarios`, and read by people in review: a change of a condition has to change a line.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from apps.analysis.compiling import Rules
from apps.analysis.matching import Matcher
from apps.catalog.knowledge import Catalogue, Condition, Entry
from apps.systems.graph import Boundary, Element, Flow, SystemGraph

FILE = Path(__file__).with_suffix(".jsonl")
BOUNDARIES = (
    Boundary(id="net", name="Internet", trust="untrusted"),
    Boundary(id="lan", name="Office", trust="internal"),
)
PATH = "path"


@dataclass(frozen=True)
class Scenario:
    entry: str
    without: str | None
    elements: list[list[Any]]  # [id, kind, boundary, attributes]
    flows: list[list[Any]]  # [id, source, target, attributes]
    system: dict[str, Any]

    def graph(self) -> SystemGraph:
        return SystemGraph(
            name="Scenario",
            boundaries=BOUNDARIES,
            elements=tuple(
                Element(id=identity, name=identity, kind=kind, boundary=boundary, attributes=_values(attributes))
                for identity, kind, boundary, attributes in self.elements
            ),
            flows=tuple(
                Flow(id=identity, name=identity, source=source, target=target, attributes=_values(attributes))
                for identity, source, target, attributes in self.flows
            ),
            attributes=_values(self.system),
        )

    def __str__(self) -> str:
        return f"{self.entry} without {self.without}" if self.without else self.entry


def _values(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in attributes.items()}


@cache
def scenarios() -> list[Scenario]:
    return [Scenario(**json.loads(line)) for line in FILE.read_text(encoding="utf-8").splitlines()]


def worded(condition: Condition) -> str:
    """A condition as scenarios name it: `near autonomy not approve_each`."""
    values = "|".join(sorted(str(value).lower() for value in condition.values))
    return f"{condition.on} {condition.attribute} {'not' if condition.negated else 'is'} {values}"


def mutants(entry: Entry) -> Iterator[tuple[str, Entry]]:
    """The entry with one condition dropped, or without the shape of its path, and what was dropped."""
    for condition in entry.when:
        rest = tuple(other for other in entry.when if other is not condition)
        yield worded(condition), replace(entry, when=rest)
    if entry.pattern:
        yield PATH, replace(entry, pattern="")


def fires(entry: Entry, graph: SystemGraph) -> str:
    """How an entry fires on the target of a scenario: "certain", "possible" or "silent"."""
    alone = Catalogue(version="", frameworks={}, references={}, entries={entry.slug: entry}, links=(), controls={})
    matcher = Matcher(graph, Rules(alone))
    hits = matcher.hits()
    ids = [matcher.sayings.ids[number] for number in hits.object.tolist()]
    unknown = [
        count for identity, count in zip(ids, hits.unknown.tolist(), strict=True) if identity in ("target", graph.id)
    ]
    if not unknown:
        return "silent"
    return "certain" if 0 in unknown else "possible"
