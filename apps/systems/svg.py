"""Draws a diagram as SVG: boundaries, flows, elements with icons, and how many threats and hazards each has. Pure."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from apps.catalog.taxonomy import VOCABULARY
from apps.systems.comparing import Deed
from apps.systems.drawing.labels import BADGE, LEADING, SIZE, Badge, Label, Obstacles, place_labels
from apps.systems.drawing.lettering import ELLIPSIS, printable, width_of, wrapped
from apps.systems.drawing.lines import Box, Spot, arrowhead, line_between, number, path_of, shortened
from apps.systems.drawing.titles import SIZE as TITLE_SIZE
from apps.systems.drawing.titles import TRUST_SIZE, Title, title_of
from apps.systems.graph import Boundary, Diagram, Element, Flow, Placement, SystemGraph

INK, SOFT, FAINT, PAPER = "#1c1917", "#57534e", "#a8a29e", "#ffffff"
GROUNDS = ("#f7f6f4", "#efedea", "#e7e4e0")  # boundaries, one shade darker for each one further in
THREAT, HAZARD = "#c2410c", "#0369a1"
DEEDS: Mapping[Deed, str] = {"added": "#15803d", "changed": "#6d28d9", "gone": "#b91c1c"}
# What each colour is on dark ground; a test measures that all can be told from it.
IN_THE_DARK: Mapping[str, str] = {
    INK: "#ececea",
    SOFT: "#a3a29e",
    FAINT: "#7c7b78",
    PAPER: "#19191c",
    GROUNDS[0]: "#202024",
    GROUNDS[1]: "#27272b",
    GROUNDS[2]: "#2e2e33",
    THREAT: "#fb923c",
    HAZARD: "#38bdf8",
    DEEDS["added"]: "#4ade80",
    DEEDS["changed"]: "#c4b5fd",
    DEEDS["gone"]: "#f87171",
}
COLOUR = re.compile('"(#[0-9a-f]{6})"')
NO_DEEDS: Mapping[str, Deed] = {}
FONTS = "Inter, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans CJK SC', sans-serif"
MARGIN = 16.0
ICON_LEFT, TEXT_LEFT = 10.0, 38.0
NAME_SIZES, KIND_SIZE = ((11.5, 14.0), (10.0, 12.2)), 8.5
LETTER = 8.0  # from the middle of a letter that says what became of a part to its edge
KEY_COLUMN, KEY_LEADING = 260.0, 15.0


@dataclass(frozen=True, slots=True)
class Marks:
    """How many findings of either lens an element has."""

    threats: int = 0
    hazards: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """What a drawing says of its own: labels of kinds and trust by name, and the letter of each deed."""

    kinds: Mapping[str, str]
    trusts: Mapping[str, str]
    letters: Mapping[Deed, str]


ENGLISH = Words(
    {name: spec.label for name, spec in VOCABULARY.kinds.items()},
    {name: name for name in VOCABULARY.boundary_trust},
    {"added": "A", "changed": "C", "gone": "G"},
)


@cache
def icons() -> Mapping[str, str]:
    """Path data by element kind: 24 by 24, stroke 1.5. The browser draws with the same file."""
    found: dict[str, str] = json.loads((Path(__file__).parent / "icons.json").read_text(encoding="utf-8"))
    return found


def svg_of(
    graph: SystemGraph,
    diagram: Diagram,
    marks: Mapping[str, Marks] | None = None,
    deeds: Mapping[str, Deed] | None = None,
    words: Words = ENGLISH,
) -> str:
    """A whole SVG document. Everything that people wrote is escaped, shortened to fit, and free of control letters.

    `deeds` says, by id, what was added, changed or is gone since another state.
    """
    return Drawing(graph, diagram, marks or {}, deeds or {}, words).document()


def darkened(svg: str) -> str:
    """The same drawing on dark ground. Only our own attributes hold a colour in quotes; texts have theirs spelt out."""
    return COLOUR.sub(lambda found: f'"{IN_THE_DARK.get(found[1], found[1])}"', svg)


class Drawing:
    def __init__(
        self,
        graph: SystemGraph,
        diagram: Diagram,
        marks: Mapping[str, Marks],
        deeds: Mapping[str, Deed] = NO_DEEDS,
        words: Words = ENGLISH,
    ) -> None:
        self.graph, self.diagram, self.marks, self.deeds, self.words = graph, diagram, marks, deeds, words
        placed = {(placement.object_type, placement.object): placement for placement in diagram.placements}
        self.boundaries = [
            (item, placed["boundary", item.id]) for item in graph.boundaries if ("boundary", item.id) in placed
        ]
        self.boundaries.sort(key=lambda pair: -pair[1].width * pair[1].height)
        self.cards = {item.id: placed["element", item.id] for item in graph.elements if ("element", item.id) in placed}
        self.flows = [flow for flow in graph.flows if flow.source in self.cards and flow.target in self.cards]
        self.lines = self._lines()
        self.titles = {
            boundary.id: title_of(boundary, Box.of(placement), self.lines.values(), words.trusts)
            for boundary, placement in self.boundaries
        }
        self.labels, self.badges = place_labels(
            {flow.id: printable(flow.name[:500]) for flow in self.flows}, self.lines, self._obstacles()
        )

    def _lines(self) -> dict[str, tuple[Spot, ...]]:
        straight: dict[frozenset[str], list[str]] = defaultdict(list)
        for flow in self.flows:
            if not self.diagram.bends.get(flow.id):
                straight[frozenset((flow.source, flow.target))].append(flow.id)
        lines = {}
        for flow in self.flows:
            beside = straight[frozenset((flow.source, flow.target))]
            place = beside.index(flow.id) - (len(beside) - 1) / 2 if flow.id in beside else 0.0
            source, target = Box.of(self.cards[flow.source]), Box.of(self.cards[flow.target])
            lines[flow.id] = line_between(source, target, self.diagram.bends.get(flow.id, ()), place)
        return lines

    def _obstacles(self) -> Obstacles:
        obstacles = Obstacles()
        for boundary, placement in self.boundaries:
            box = Box.of(placement)
            corners = (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)
            obstacles.add_line((*corners, corners[0]), f"boundary {boundary.id}")
            obstacles.add(self.titles[boundary.id].box)
        for element, placement in self.cards.items():
            obstacles.add(Box.of(placement).grown(2))
            if self.marks.get(element, Marks()) != Marks():
                obstacles.add(_pill(placement, self.marks[element]))
        for flow, points in self.lines.items():
            obstacles.add_line(points, flow)
            if flow in self.deeds:
                obstacles.add(Box(*_middle(points), *_middle(points)).grown(LETTER))
        return obstacles

    def document(self) -> str:
        body = [
            *(_boundary(self.graph, boundary, placement) for boundary, placement in self.boundaries),
            *(_flow(flow, self.lines[flow.id], self.deeds.get(flow.id)) for flow in self.flows),
            *(_name(self.titles[boundary.id], _ground(self.graph, boundary)) for boundary, _ in self.boundaries),
            *(_label(label) for label in self.labels),
            *(self._card(element) for element in self.graph.elements if element.id in self.cards),
            *(_marks(self.cards[element], marks) for element, marks in self.marks.items() if element in self.cards),
            *(_badge(badge) for badge in self.badges),
            *self._letters(),
        ]
        area = self._area()
        key, height = self._key(area)
        width, height = area.right - area.left, area.bottom - area.top + height
        view = " ".join(map(number, (area.left, area.top, width, height)))
        name = _escaped(f"{printable(self.graph.name[:300])}: {printable(self.diagram.title[:300])}")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{number(width)}"'
            f' height="{number(height)}"'
            f' role="img" aria-label="{name}" font-family="{FONTS}" fill="none" stroke-linecap="round"'
            f' stroke-linejoin="round"><title>{name}</title>{"".join(body)}{key}</svg>'
        )

    def _card(self, element: Element) -> str:
        return _card(element, self.cards[element.id], self.words.kinds.get(element.kind, element.kind))

    def _letters(self) -> Iterator[str]:
        """What became of each part since another state: a colour, and a letter that says the same without it."""
        for item, placement in [
            *self.boundaries,
            *((one, self.cards[one.id]) for one in self.graph.elements if one.id in self.cards),
        ]:
            if item.id in self.deeds:
                box = Box.of(placement)
                yield _rectangle(box.grown(3), 10, f'stroke="{DEEDS[self.deeds[item.id]]}" stroke-width="2.5"')
                yield _letter(box.left, box.top, self.deeds[item.id], self.words)
        for flow in self.flows:
            if flow.id in self.deeds:
                yield _letter(*_middle(self.lines[flow.id]), self.deeds[flow.id], self.words)

    def _area(self) -> Box:
        boxes = [Box.of(placement) for placement in self.diagram.placements] + [label.box for label in self.labels]
        boxes += [Box(*spot, *spot) for points in self.lines.values() for spot in points]
        if not boxes:
            return Box(0, 0, 320, 120)
        return Box(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        ).grown(MARGIN)

    def _key(self, area: Box) -> tuple[str, float]:
        """The names of the flows that bear a number, in columns under the drawing, and the height that they take."""
        if not self.badges:
            return "", 0.0
        columns = max(1, int((area.right - area.left - 2 * MARGIN) // KEY_COLUMN))
        rows = -(-len(self.badges) // columns)
        parts = []
        for index, badge in enumerate(self.badges):
            x = area.left + MARGIN + index // rows * KEY_COLUMN
            y = area.bottom + 4 + (index % rows) * KEY_LEADING
            (name,) = wrapped(self.graph.flow_by_id[badge.flow].name, SIZE, KEY_COLUMN - 34, 1) or [""]
            parts.append(_badge(Badge(badge.flow, badge.number, (x + BADGE, y))))
            parts.append(_text(x + 2 * BADGE + 6, y + 3.4, name, SIZE, SOFT))
        return "".join(parts), rows * KEY_LEADING + 8


def _escaped(text: str) -> str:
    """Every text passes here: what XML cannot hold is taken out, what XML would read as its own is spelt out."""
    text = printable(text)
    for letter, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#39")):
        text = text.replace(letter, f"&{name};")
    return text


def _text(x: float, y: float, text: str, size: float, colour: str, more: str = "") -> str:
    place = f'x="{number(x)}" y="{number(y)}" font-size="{number(size)}"'
    return f'<text {place} fill="{colour}"{more}>{_escaped(text)}</text>'


def _rectangle(box: Box, radius: float, more: str) -> str:
    width, height = number(box.right - box.left), number(box.bottom - box.top)
    place = f'x="{number(box.left)}" y="{number(box.top)}" width="{width}" height="{height}"'
    return f'<rect {place} rx="{number(radius)}" {more}/>'


def _ground(graph: SystemGraph, boundary: Boundary) -> str:
    depth, around = 0, graph.boundary_by_id.get(boundary.parent or "")
    while around is not None and depth < len(GROUNDS) - 1:
        depth, around = depth + 1, graph.boundary_by_id.get(around.parent or "")
    return GROUNDS[depth]


def _boundary(graph: SystemGraph, boundary: Boundary, placement: Placement) -> str:
    look = f'fill="{_ground(graph, boundary)}" stroke="{SOFT}" stroke-width="1.1" stroke-dasharray="5 4"'
    return _rectangle(Box.of(placement), 10, look)


def _name(title: Title, ground: str) -> str:
    """Drawn after the flows: where it has to cross one, it stands on its own ground."""
    more = f' font-size="{TITLE_SIZE}" fill="{INK}" font-weight="600"'
    trust = f'<tspan dx="5" font-weight="400" font-size="{TRUST_SIZE}" fill="{SOFT}">{_escaped(title.trust)}</tspan>'
    place = f'x="{number(title.box.left)}" y="{number(title.box.top + 13)}"'
    under = _rectangle(title.box, 2, f'fill="{ground}"') if title.crossed else ""
    return f"{under}<text {place}{more}>{_escaped(title.name)}{trust if title.trust else ''}</text>"


def _middle(points: tuple[Spot, ...]) -> Spot:
    one, other = points[(len(points) - 1) // 2], points[(len(points) - 1) // 2 + 1]
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _letter(x: float, y: float, deed: Deed, words: Words) -> str:
    square = _rectangle(Box(x, y, x, y).grown(LETTER), 3, f'fill="{DEEDS[deed]}"')
    return square + _text(x, y + 3.6, words.letters[deed], 10, PAPER, ' text-anchor="middle" font-weight="700"')


def _flow(flow: Flow, points: tuple[Spot, ...], deed: Deed | None = None) -> str:
    heads = arrowhead(points[-1], points[-2])
    if flow.bidirectional:
        heads += arrowhead(points[0], points[1])
    width = "2" if flow.attributes.get("control_action") is True else "1.25"
    line = path_of(shortened(points, 6, both=flow.bidirectional))
    ink = DEEDS[deed] if deed else INK
    dashes = ' stroke-dasharray="4 4"' if deed == "gone" else ""
    return f'<path d="{line}" stroke="{ink}" stroke-width="{width}"{dashes}/><path d="{heads}" fill="{ink}"/>'


def _label(label: Label) -> str:
    x = (label.box.left + label.box.right) / 2
    return "".join(
        _text(x, label.box.top + LEADING * index + 9, line, SIZE, SOFT, ' text-anchor="middle"')
        for index, line in enumerate(label.lines)
    )


def _badge(badge: Badge) -> str:
    x, y = badge.spot
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(BADGE)}" fill="{PAPER}" stroke="{SOFT}"/>' + _text(
        x, y + 2.9, str(badge.number), 8 if badge.number < 100 else 6.5, INK, ' text-anchor="middle" font-weight="600"'
    )


def _card(element: Element, placement: Placement, kind: str) -> str:
    box = Box.of(placement)
    spec = VOCABULARY.kinds.get(element.kind)
    parts = [_outline(box, spec.base if spec else "process", faded=element.out_of_scope)]
    middle = (box.top + box.bottom) / 2
    icon = icons().get(element.kind, icons()["unknown"])
    parts.append(
        f'<path transform="translate({number(box.left + ICON_LEFT)} {number(middle - 11)}) scale(.92)" d="{icon}"'
        f' stroke="{INK}" stroke-width="1.5"/>'
    )
    parts.extend(_words(element, box, kind))
    drawn = "".join(parts)
    if not element.out_of_scope:
        return drawn
    stroke = f"M{number(box.left + 6)} {number(box.bottom - 6)}L{number(box.right - 6)} {number(box.top + 6)}"
    return f'<g opacity=".5">{drawn}<path d="{stroke}" stroke="{INK}" stroke-width="1"/></g>'


def _outline(box: Box, base: str, *, faded: bool) -> str:
    """Round for what works, with a second edge for what keeps, square for what stands outside."""
    radius = {"process": 9.0, "datastore": 2.0, "external": 0.0}[base]
    dashes = ' stroke-dasharray="3 3"' if faded else ""
    outline = _rectangle(box, radius, f'fill="{PAPER}" stroke="{INK}" stroke-width="1.25"{dashes}')
    if base != "datastore":
        return outline
    edge = f"M{number(box.left + 4.5)} {number(box.top)}V{number(box.bottom)}"
    return outline + f'<path d="{edge}" stroke="{INK}" stroke-width="1"{dashes}/>'


def _words(element: Element, box: Box, kind: str) -> Iterator[str]:
    """The name, smaller if it is long, and the kind under it where there is room, centred on the card as a block."""
    left, room = box.left + TEXT_LEFT, max(box.right - box.left - TEXT_LEFT - 7, 20)
    size, leading, lines = _name_lines(element.name, room, box.bottom - box.top - 8)
    with_kind = (len(lines) + 1) * leading <= box.bottom - box.top - 8
    height = len(lines) * leading + (KIND_SIZE + 2.5 if with_kind else 0)
    top = (box.top + box.bottom - height) / 2
    for index, line in enumerate(lines):
        yield _text(left, top + leading * index + leading * 0.77, line, size, INK, ' font-weight="500"')
    if with_kind:
        (label,) = wrapped(kind, KIND_SIZE, room, 1) or [""]
        yield _text(left, top + leading * len(lines) + 8.2, label, KIND_SIZE, SOFT)


def _name_lines(name: str, width: float, height: float) -> tuple[float, float, list[str]]:
    for size, leading in NAME_SIZES:
        lines = wrapped(name, size, width, max(1, int(height // leading)))
        if not lines or not lines[-1].endswith(ELLIPSIS):
            break
    return size, leading, lines


def _pill(placement: Placement, marks: Marks) -> Box:
    width = 6 + sum(_mark_width(count) for count in (marks.threats, marks.hazards) if count)
    right = placement.x + placement.width + 7
    return Box(right - width, placement.y - 12, right, placement.y + 5)


def _mark_width(count: int) -> float:
    return 18 + width_of(str(count), 9.5)


def _marks(placement: Placement, marks: Marks) -> str:
    """A diamond with T for threats, a disc with H for hazards, each with its number: clear without colour as well."""
    if marks == Marks():
        return ""
    box = _pill(placement, marks)
    parts = [_rectangle(box, 8.5, f'fill="{PAPER}" stroke="{SOFT}" stroke-width=".8"')]
    x, y = box.left + 9.5, placement.y - 3.5
    for letter, count, colour in (("T", marks.threats, THREAT), ("H", marks.hazards, HAZARD)):
        if not count:
            continue
        parts.append(_mark(x, y, letter, colour))
        parts.append(_text(x + 7, y + 3.4, str(count), 9.5, INK, ' font-weight="600"'))
        x += _mark_width(count)
    return "".join(parts)


def _mark(x: float, y: float, letter: str, colour: str) -> str:
    if letter == "T":
        shape = f'<path d="M{number(x)} {number(y - 6.5)}l6.5 6.5-6.5 6.5-6.5-6.5Z" fill="{colour}"/>'
    else:
        shape = f'<circle cx="{number(x)}" cy="{number(y)}" r="5.6" fill="{colour}"/>'
    return shape + _text(x, y + 2.6, letter, 7.2, PAPER, ' text-anchor="middle" font-weight="700"')
