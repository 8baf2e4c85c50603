"""Finds each flow's name a free place beside its line. Without one the line gets a number, and a key its name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from apps.systems.drawing.lettering import ELLIPSIS, balanced, width_of
from apps.systems.drawing.lines import Box, Spot, pieces

SIZE, LEADING, GAP = 9.5, 11.5, 3.5
SHAPES = ((150.0, 1), (96.0, 2), (90.0, 3), (112.0, 4), (66.0, 4))  # widest line, most lines: tried in this order
BADGE = 7.5  # radius of a number
SQUARE = 64  # side of the squares by which obstacles are looked up


@dataclass(frozen=True, slots=True)
class Label:
    flow: str
    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Badge:
    flow: str
    number: int
    spot: Spot


class Obstacles:
    """What labels must not cover, looked up by place. Lines are thin boxes with the flow they belong to."""

    def __init__(self) -> None:
        self.squares: dict[tuple[int, int], list[tuple[Box, str]]] = defaultdict(list)

    def add(self, box: Box, owner: str = "") -> None:
        for square in _squares(box):
            self.squares[square].append((box, owner))

    def add_line(self, points: Sequence[Spot], owner: str) -> None:
        for start, end in pieces(points):
            for part in _parts(start, end):
                self.add(part, owner)

    def hit(self, box: Box, *, sparing: str = "\0") -> bool:
        """`sparing` is a flow whose own line may be covered."""
        return any(
            owner != sparing and other.meets(box)
            for square in _squares(box)
            for other, owner in self.squares.get(square, ())
        )


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    for x in range(int(box.left // SQUARE), int(box.right // SQUARE) + 1):
        for y in range(int(box.top // SQUARE), int(box.bottom // SQUARE) + 1):
            yield x, y


def _parts(start: Spot, end: Spot) -> Iterator[Box]:
    """A level or upright line as one thin box, a slanting one as a row of small ones."""
    (x1, y1), (x2, y2) = start, end
    level = abs(x1 - x2) < 1 or abs(y1 - y2) < 1
    count = 1 if level else max(1, min(400, int(max(abs(x1 - x2), abs(y1 - y2)) // 10)))
    for index in range(count):
        ax, ay = x1 + (x2 - x1) * index / count, y1 + (y2 - y1) * index / count
        bx, by = x1 + (x2 - x1) * (index + 1) / count, y1 + (y2 - y1) * (index + 1) / count
        yield Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)).grown(1.5)


def place_labels(
    names: Mapping[str, str], lines: Mapping[str, Sequence[Spot]], obstacles: Obstacles
) -> tuple[list[Label], list[Badge]]:
    """Short lines choose first: they have the fewest places. The obstacles grow by what is placed."""
    labels: list[Label] = []
    homeless: list[str] = []
    for flow in sorted(lines, key=lambda flow: (_length(lines[flow]), flow)):
        if not names[flow]:
            continue
        label = _free_place(flow, names[flow], lines[flow], obstacles)
        if label is None:
            homeless.append(flow)
            continue
        labels.append(label)
        obstacles.add(label.box)
    order = {flow: index for index, flow in enumerate(names)}
    homeless.sort(key=order.__getitem__)
    return labels, [_badge(flow, number, lines[flow], obstacles) for number, flow in enumerate(homeless, 1)]


def _free_place(flow: str, name: str, points: Sequence[Spot], obstacles: Obstacles) -> Label | None:
    tried: set[tuple[str, ...]] = set()
    for width, most_lines in SHAPES:
        text = tuple(balanced(name, SIZE, width, most_lines))
        if text in tried or text[-1].endswith(ELLIPSIS):
            continue
        tried.add(text)
        widest = max(width_of(line, SIZE) for line in text)
        for box in _places(points, widest, len(text) * LEADING):
            if not obstacles.hit(box):
                return Label(flow, text, box)
    return None


def _places(points: Sequence[Spot], width: float, height: float) -> Iterator[Box]:
    """Beside each straight piece, the longest first, from its middle outwards, on either side."""
    for start, end in sorted(pieces(points), key=lambda piece: -_span(piece)):
        (x1, y1), (x2, y2) = start, end
        for share in (0.5, 0.42, 0.58, 0.35, 0.65, 0.27, 0.73, 0.2, 0.8):
            x, y = x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
            if abs(x1 - x2) >= abs(y1 - y2):
                left = _inside(x - width / 2, width, x1, x2)
                yield Box(left, y - GAP - height, left + width, y - GAP)
                yield Box(left, y + GAP, left + width, y + GAP + height)
            else:
                yield Box(x + GAP + 1.5, y - height / 2, x + GAP + 1.5 + width, y + height / 2)
                yield Box(x - GAP - 1.5 - width, y - height / 2, x - GAP - 1.5, y + height / 2)


def _inside(left: float, width: float, x1: float, x2: float) -> float:
    """Kept between the ends of its line if it fits there."""
    low, high = min(x1, x2) + 4, max(x1, x2) - 4 - width
    return min(max(left, low), high) if low <= high else left


def _badge(flow: str, number: int, points: Sequence[Spot], obstacles: Obstacles) -> Badge:
    spots = list(_spots(points))
    for spot in spots:
        box = Box(*spot, *spot).grown(BADGE + 1)
        if not obstacles.hit(box, sparing=flow):
            obstacles.add(box)
            return Badge(flow, number, spot)
    return Badge(flow, number, spots[0])


def _spots(points: Sequence[Spot]) -> Iterable[Spot]:
    for (x1, y1), (x2, y2) in sorted(pieces(points), key=lambda piece: -_span(piece)):
        for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
            yield x1 + (x2 - x1) * share, y1 + (y2 - y1) * share


def _span(piece: tuple[Spot, Spot]) -> float:
    (x1, y1), (x2, y2) = piece
    return abs(x1 - x2) + abs(y1 - y2)


def _length(points: Sequence[Spot]) -> float:
    return sum(_span(piece) for piece in pieces(points))
