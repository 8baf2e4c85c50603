"""The model file of Bifocal, format version 1: JSON ↔ SystemGraph, losing nothing. Pure: no Django here."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from apps.catalog.taxonomy import VOCABULARY
from apps.core.sentences import Sentence
from apps.interchange.formats.bifocal_model_writing import DOCUMENT_EXTRA, FORMAT, VERSION, write
from apps.interchange.formats.checked_fields import ID_LENGTH, Fields
from apps.interchange.formats.strict_json import LARGEST, FormatError, Problem, read_json, refuse, shown
from apps.systems.graph import (
    MOST_PARTS,
    NOTHING,
    Asset,
    Assumption,
    Boundary,
    Diagram,
    Element,
    Flow,
    Loss,
    Placement,
    SystemGraph,
)

__all__ = ["LARGEST", "FormatError", "Problem", "read", "write"]

MOST_PLACEMENTS = 22_000
MOST_BENDS = 200
NAME, LINE, REMARK, TEXT, LABEL = 200, 500, 2_000, 20_000, 60
FARTHEST = 1_000_000.0  # Pixels; further out nothing is drawn.
LEVELS = ("low", "medium", "high")
IMPACTS = ("health_and_safety", "rights", "society", "operations", "money_and_law")
STATUSES = ("open", "confirmed", "refuted")
Known = Mapping[str, Collection[str]]  # The list's name → the ids in it.


def read(content: str | bytes, largest: int = LARGEST) -> SystemGraph:
    """Raises FormatError with every problem of the file."""
    document, problems = read_json(content, largest)
    if not isinstance(document, dict):
        raise refuse(Sentence("has to be an object, not %(value)s", value=shown(document)))
    said = {problem.path for problem in problems}
    found: list[Problem] = []
    graph = _Reader(Fields(document, "", found)).graph()
    problems += [problem for problem in found if problem.path not in said]
    if problems:
        raise FormatError(problems)
    return graph


@dataclass(frozen=True)
class _Reader:
    document: Fields

    def graph(self) -> SystemGraph:
        document = self.document
        if document.text("format", NAME, needed=True) not in (FORMAT, ""):
            document.wrong("format", Sentence('has to be "%(value)s"', value=FORMAT))
        document.number("version", VERSION, VERSION)
        rows = {name: document.parts(name, most) for name, most in MOST_PARTS.items()}
        known = {name: _identities(name, parts) for name, parts in rows.items()}
        for part in rows["flows"]:
            if part.value.get("id") in known["elements"]:
                part.wrong("id", "is the id of an element too")
        boundaries = tuple(_boundary(part, known) for part in rows["boundaries"])
        _refuse_rings(rows["boundaries"], boundaries)
        return SystemGraph(
            **_system(document.part("system"), document),
            boundaries=boundaries,
            elements=tuple(_element(part, known) for part in rows["elements"]),
            flows=tuple(_flow(part, known) for part in rows["flows"]),
            assets=tuple(_asset(part, known) for part in rows["assets"]),
            losses=tuple(_loss(part, known) for part in rows["losses"]),
            assumptions=tuple(_assumption(part) for part in rows["assumptions"]),
            diagrams=tuple(_diagram(part, known) for part in rows["diagrams"]),
        )


def _identities(name: str, parts: list[Fields]) -> Mapping[str, None]:
    seen: dict[str, None] = {}
    for part in parts:
        identity = part.text("id", ID_LENGTH, needed=True)
        if identity in seen and identity:
            part.wrong("id", Sentence("%(id)s stands twice in %(list)s", id=shown(identity), list=name))
        seen[identity] = None
    return seen


def _refuse_rings(parts: list[Fields], boundaries: tuple[Boundary, ...]) -> None:
    parents = {boundary.id: boundary.parent for boundary in boundaries}
    settled: set[str] = set()
    for part, boundary in zip(parts, boundaries, strict=True):
        way: dict[str, None] = {}
        step: str | None = boundary.id
        while step is not None and step not in settled and step not in way:
            way[step] = None
            step = parents.get(step)
        if step in way:
            part.wrong("parent", "leads round in a ring")
        settled.update(way)


def _common(part: Fields) -> dict[str, Any]:
    """What every object carries along. Asked last: whatever nobody read by then is an unknown field."""
    common = {"tags": part.words("tags", limit=LABEL), "external_ids": tuple(_external_ids(part))}
    extra = part.table(
        "extra", None, lambda value: None if isinstance(value, dict) else Sentence("has to be an object")
    )
    if FORMAT in extra:
        part.wrong(f"extra.{FORMAT}", "unknown fields of this format stand beside the known ones, not here")
    if unread := part.unread():
        extra = {**extra, FORMAT: unread}
    return {**common, "extra": extra or NOTHING}


def _external_ids(part: Fields) -> Iterator[Mapping[str, str]]:
    for row in part.parts("external_ids", 100):
        names = {name: row.text(name, REMARK) for name in row.value}
        yield names


def _system(part: Fields, document: Fields) -> dict[str, Any]:
    system = {
        "name": part.text("name", NAME, needed=True),
        "description": part.text("description", TEXT),
        "purpose": part.text("purpose", REMARK),
        "lifecycle_stage": part.word("lifecycle_stage", VOCABULARY.lifecycle_stages) or "",
        "attributes": part.attributes("system"),
        **_common(part),
    }
    if unread := document.unread():
        system["extra"] = {**system["extra"], DOCUMENT_EXTRA: unread}
    return system


def _linked(part: Fields, key: str, ids: Collection[str], what: str, *, needed: bool = True) -> str | None:
    identity = part.text(key, ID_LENGTH, needed=True) if needed else part.optional_text(key, ID_LENGTH)
    if identity and identity not in ids:
        part.wrong(key, Sentence("there is no %(what)s %(id)s", what=Sentence(what), id=shown(identity)))
    return identity or None


def _all_linked(part: Fields, key: str, ids: Collection[str], what: str) -> tuple[str, ...]:
    words = part.words(key)
    for index, identity in enumerate(words):
        if identity not in ids:
            part.wrong(
                f"{key}[{index}]", Sentence("there is no %(what)s %(id)s", what=Sentence(what), id=shown(identity))
            )
    return words


def _boundary(part: Fields, known: Known) -> Boundary:
    return Boundary(
        id=part.text("id", ID_LENGTH),
        name=part.text("name", NAME, needed=True),
        description=part.text("description", TEXT),
        trust=part.word("trust", VOCABULARY.boundary_trust),
        parent=_linked(part, "parent", known["boundaries"], "boundary", needed=False),
        attributes=part.attributes("boundary"),
        **_common(part),
    )


def _element(part: Fields, known: Known) -> Element:
    kind = part.word("kind", VOCABULARY.kinds, needed=True)
    return Element(
        id=part.text("id", ID_LENGTH),
        name=part.text("name", NAME, needed=True),
        kind=kind or "",
        description=part.text("description", TEXT),
        boundary=_linked(part, "boundary", known["boundaries"], "boundary", needed=False),
        attributes=part.attributes(kind),
        out_of_scope=part.flag("out_of_scope"),
        out_of_scope_reason=part.text("out_of_scope_reason", LINE),
        **_common(part),
    )


def _flow(part: Fields, known: Known) -> Flow:
    return Flow(
        id=part.text("id", ID_LENGTH),
        name=part.text("name", NAME),
        source=_linked(part, "source", known["elements"], "element") or "",
        target=_linked(part, "target", known["elements"], "element") or "",
        description=part.text("description", TEXT),
        attributes=part.attributes("flow"),
        bidirectional=part.flag("bidirectional"),
        **_common(part),
    )


def _asset(part: Fields, known: Known) -> Asset:
    def level(value: Any) -> str | None:
        fits = isinstance(value, str) and value in LEVELS
        return None if fits else Sentence("has to be one of: %(allowed)s", allowed=LEVELS)

    return Asset(
        id=part.text("id", ID_LENGTH),
        name=part.text("name", NAME, needed=True),
        description=part.text("description", TEXT),
        data_classes=part.words("data_classes", VOCABULARY.attributes["data_classes"].values),
        needs=part.table("needs", VOCABULARY.properties, level),
        held_by=_all_linked(part, "held_by", known["elements"] | known["flows"], "element or flow"),  # type: ignore[operator]  # Both are dicts.
        **_common(part),
    )


def _loss(part: Fields, known: Known) -> Loss:
    def degree(value: Any) -> str | None:
        fits = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 5
        return None if fits else Sentence("has to be a whole number from 1 to 5")

    return Loss(
        id=part.text("id", ID_LENGTH),
        title=part.text("title", NAME, needed=True),
        description=part.text("description", TEXT),
        impact=part.table("impact", IMPACTS, degree),
        irreversible=part.flag("irreversible"),
        assets=_all_linked(part, "assets", known["assets"], "asset"),
        **_common(part),
    )


def _assumption(part: Fields) -> Assumption:
    return Assumption(
        id=part.text("id", ID_LENGTH),
        text=part.text("text", REMARK, needed=True),
        owner=part.text("owner", 120),
        valid_until=part.day("valid_until"),
        status=part.word("status", STATUSES) or "open",
        **_common(part),
    )


def _diagram(part: Fields, known: Known) -> Diagram:
    rows = part.parts("placements", MOST_PLACEMENTS)
    placements = tuple(_placement(row, known) for row in rows)
    drawn: set[tuple[str, str]] = set()
    unread: dict[str, Any] = {}
    for row, placed in zip(rows, placements, strict=True):
        if (placed.object_type, placed.object) in drawn:
            row.wrong(placed.object_type, "is drawn twice on this diagram")
        drawn.add((placed.object_type, placed.object))
        if rest := row.unread():
            unread[f"{placed.object_type} {placed.object}"] = rest
    diagram = Diagram(
        id=part.text("id", ID_LENGTH),
        title=part.text("title", NAME, needed=True),
        description=part.text("description", TEXT),
        placements=placements,
        bends=_bends(part, known["flows"]),
        **_common(part),
    )
    if unread:  # A placement has no place of its own for unknown fields: its diagram keeps them.
        own = {**diagram.extra.get(FORMAT, {}), "placements": unread}
        object.__setattr__(diagram, "extra", {**diagram.extra, FORMAT: own})
    return diagram


def _placement(part: Fields, known: Known) -> Placement:
    if ("element" in part.value) == ("boundary" in part.value):
        part.wrong("", "has to name either an element or a boundary")
    element = _linked(part, "element", known["elements"], "element", needed=False)
    boundary = _linked(part, "boundary", known["boundaries"], "boundary", needed=False)
    return Placement(
        object_type="boundary" if boundary else "element",
        object=boundary or element or "",
        x=part.number("x", -FARTHEST, FARTHEST),
        y=part.number("y", -FARTHEST, FARTHEST),
        width=part.number("width", 0, FARTHEST),
        height=part.number("height", 0, FARTHEST),
    )


def _bends(part: Fields, flows: Collection[str]) -> Mapping[str, tuple[tuple[float, float], ...]]:
    def points(value: Any) -> str | None:
        fits = isinstance(value, list) and len(value) <= MOST_BENDS and all(_is_point(point) for point in value)
        return None if fits else Sentence("has to be a list of at most %(most)s points, each [x, y]", most=MOST_BENDS)

    table = part.table("bends", flows, points)
    if any(points(value) for value in table.values()):
        return NOTHING
    return {flow: tuple((float(x), float(y)) for x, y in value) for flow, value in table.items()}


def _is_point(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(number, int | float) and not isinstance(number, bool) for number in value)
        and all(abs(number) <= FARTHEST for number in value)
    )
