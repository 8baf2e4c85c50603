"""Graphs of every shape that a model file can hold, for hypothesis."""

from typing import Any

from hypothesis import strategies as st

from apps.catalog.taxonomy import VOCABULARY, AttributeSpec, allowed_attributes
from apps.core.visible import is_visible
from apps.systems.graph import Asset, Assumption, Boundary, Diagram, Element, Flow, Loss, Placement, SystemGraph

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
NAMES = WORDS.filter(is_visible)
LEAVES = (
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | WORDS
)
UNKNOWN = st.dictionaries(
    st.sampled_from(["x-owner", "colour", "ünïcode"]), st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=2))
)
PLACES = st.floats(-1e6, 1e6)


def _value(spec: AttributeSpec) -> st.SearchStrategy[Any]:
    if spec.type == "bool":
        return st.booleans()
    if spec.type == "enum":
        return st.sampled_from(spec.values)
    return st.lists(st.sampled_from(spec.values), unique=True, max_size=3).map(tuple)


def attributes(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    specs = allowed_attributes(kind)
    chosen = st.lists(st.sampled_from(sorted(specs)), unique=True, max_size=4)
    return chosen.flatmap(lambda names: st.fixed_dictionaries({name: _value(specs[name]) for name in names}))


def carried() -> dict[str, st.SearchStrategy[Any]]:
    row = st.fixed_dictionaries({"format": WORDS, "file": WORDS, "id": WORDS})
    extra = st.fixed_dictionaries({}, optional={"threat-dragon": UNKNOWN, "bifocal-model": UNKNOWN.filter(bool)})
    return {
        "tags": st.lists(NAMES, unique=True, max_size=2).map(tuple),
        "external_ids": st.lists(row, max_size=1).map(tuple),
        "extra": extra,
    }


def _optional(values: list[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(values) if values else st.none()


def _some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=2).map(tuple) if values else st.just(())


@st.composite
def graphs(draw: st.DrawFn) -> SystemGraph:
    def ids(prefix: str, most: int) -> list[str]:
        return [f"{prefix}{number}" for number in range(draw(st.integers(0, most)))]

    boundaries, elements = ids("b", 2), ids("e", 3)
    flows = ids("f", 2) if elements else []
    assets, losses, assumptions, diagrams = ids("a", 1), ids("l", 1), ids("s", 1), ids("d", 1)
    kinds = {identity: draw(st.sampled_from(sorted(VOCABULARY.kinds))) for identity in elements}
    return SystemGraph(
        **_drawn(draw, name=NAMES, description=WORDS, purpose=WORDS, attributes=attributes("system"), **carried()),
        lifecycle_stage=draw(st.sampled_from(["", *VOCABULARY.lifecycle_stages])),
        boundaries=tuple(_boundary(draw, one, boundaries[:place]) for place, one in enumerate(boundaries)),
        elements=tuple(_element(draw, one, kinds[one], boundaries) for one in elements),
        flows=tuple(_flow(draw, one, elements) for one in flows),
        assets=tuple(_asset(draw, one, elements + flows) for one in assets),
        losses=tuple(_loss(draw, one, assets) for one in losses),
        assumptions=tuple(_assumption(draw, one) for one in assumptions),
        diagrams=tuple(_diagram(draw, one, elements, flows) for one in diagrams),
    )


def _drawn(draw: st.DrawFn, **strategies: st.SearchStrategy[Any]) -> dict[str, Any]:
    return draw(st.fixed_dictionaries(strategies))


def _boundary(draw: st.DrawFn, identity: str, above: list[str]) -> Boundary:
    trust = st.none() | st.sampled_from(VOCABULARY.boundary_trust)
    said = _drawn(draw, name=NAMES, description=WORDS, trust=trust, attributes=attributes("boundary"), **carried())
    return Boundary(id=identity, parent=draw(_optional(above)), **said)


def _element(draw: st.DrawFn, identity: str, kind: str, boundaries: list[str]) -> Element:
    scope = {"out_of_scope": st.booleans(), "out_of_scope_reason": WORDS}
    said = _drawn(draw, name=NAMES, description=WORDS, attributes=attributes(kind), **scope, **carried())
    return Element(id=identity, kind=kind, boundary=draw(_optional(boundaries)), **said)


def _flow(draw: st.DrawFn, identity: str, elements: list[str]) -> Flow:
    ends = {"source": st.sampled_from(elements), "target": st.sampled_from(elements), "bidirectional": st.booleans()}
    said = _drawn(draw, name=WORDS, description=WORDS, attributes=attributes("flow"), **ends, **carried())
    return Flow(id=identity, **said)


def _asset(draw: st.DrawFn, identity: str, holders: list[str]) -> Asset:
    classes = st.lists(st.sampled_from(VOCABULARY.attributes["data_classes"].values), unique=True).map(tuple)
    needs = st.dictionaries(st.sampled_from(sorted(VOCABULARY.properties)), st.sampled_from(["low", "medium", "high"]))
    said = _drawn(draw, name=NAMES, description=WORDS, data_classes=classes, needs=needs, **carried())
    return Asset(id=identity, held_by=draw(_some(holders)), **said)


def _loss(draw: st.DrawFn, identity: str, assets: list[str]) -> Loss:
    impact = st.dictionaries(st.sampled_from(["rights", "society", "operations"]), st.integers(1, 5))
    said = _drawn(draw, title=NAMES, description=WORDS, impact=impact, irreversible=st.booleans(), **carried())
    return Loss(id=identity, assets=draw(_some(assets)), **said)


def _assumption(draw: st.DrawFn, identity: str) -> Assumption:
    until = st.none() | st.dates().map(lambda day: day.isoformat())
    status = st.sampled_from(["open", "confirmed", "refuted"])
    return Assumption(
        id=identity, **_drawn(draw, text=NAMES, owner=WORDS, valid_until=until, status=status, **carried())
    )


def _diagram(draw: st.DrawFn, identity: str, elements: list[str], flows: list[str]) -> Diagram:
    size = st.floats(0, 1e6)
    placements = tuple(
        Placement("element", one, draw(PLACES), draw(PLACES), draw(size), draw(size)) for one in elements
    )
    points = st.lists(st.tuples(PLACES, PLACES), min_size=1, max_size=2).map(tuple)
    bends = {one: draw(points) for one in flows}
    said = _drawn(draw, title=NAMES, description=WORDS, **carried())
    return Diagram(id=identity, placements=placements, bends=bends, **said)
