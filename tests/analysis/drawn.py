"""Small systems drawn in a line or two, and the small catalogue that the engine's tests read."""

from functools import cache
from pathlib import Path
from typing import Any

from apps.analysis.engines import suggest
from apps.analysis.suggestions import Result, Suggestion
from apps.catalog.knowledge import Catalogue
from apps.catalog.parsing import read_catalogue
from apps.systems.graph import Boundary, Element, Flow, SystemGraph

INTERNET = Boundary(id="net", name="Internet", trust="untrusted")
OFFICE = Boundary(id="lan", name="Office", trust="internal")


@cache
def small() -> Catalogue:
    return read_catalogue(Path(__file__).resolve().parents[1] / "catalog" / "small")


def element(identity: str, kind: str, boundary: str | None = "lan", name: str = "", **attributes: Any) -> Element:
    name = name or identity.replace("_", " ").title()
    return Element(id=identity, name=name, kind=kind, boundary=boundary, attributes=attributes)


def flow(source: str, target: str, name: str = "", **attributes: Any) -> Flow:
    return Flow(id=f"{source}-{target}", name=name, source=source, target=target, attributes=attributes)


def graph(*parts: Element | Flow, **system: Any) -> SystemGraph:
    return SystemGraph(
        name="Test",
        boundaries=(INTERNET, OFFICE),
        elements=tuple(part for part in parts if isinstance(part, Element)),
        flows=tuple(part for part in parts if isinstance(part, Flow)),
        attributes=system,
    )


def suggested(*parts: Element | Flow, **system: Any) -> Result:
    return suggest(graph(*parts, **system), small())


def of(result: Result, entry: str) -> list[Suggestion]:
    return [suggestion for suggestion in result.suggestions if suggestion.entry == entry]


def texts(suggestion: Suggestion) -> list[str]:
    return [fact.text for fact in suggestion.because]
