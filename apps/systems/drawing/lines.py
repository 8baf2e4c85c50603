"""The line of a flow: where it leaves one box and enters the other, and how its corners are rounded."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from apps.systems.graph import Placement

Spot = tuple[float, float]
RADIUS = 7.0
APART = 14.0  # between straight lines that join the same two boxes
INSET = 8.0  # how near to the corner of a box a line may end


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, placement: Placement) -> "Box":
        x, y = placement.x, placement.y
        return cls(x, y, x + placement.width, y + placement.height)

    @property
    def middle(self) -> Spot:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def line_between(source: Box, target: Box, bends: Sequence[Spot], place: float = 0.0) -> tuple[Spot, ...]:
    """From the edge of one box to the edge of the other. `place` moves a straight line aside when several run there."""
    if bends:
        return (_edge(source, bends[0]), *bends, _edge(target, bends[-1]))
    if source == target:
        return _loop(source)
    return _straight(source, target, place * APART)


def _straight(source: Box, target: Box, aside: float) -> tuple[Spot, ...]:
    """Level or upright where the boxes face each other, else from middle to middle."""
    top, bottom = max(source.top, target.top) + INSET, min(source.bottom, target.bottom) - INSET
    if top <= bottom and (source.right <= target.left or target.right <= source.left):
        y = min(max((top + bottom) / 2 + aside, top), bottom)
        return _edge(source, (target.middle[0], y)), _edge(target, (source.middle[0], y))
    left, right = max(source.left, target.left) + INSET, min(source.right, target.right) - INSET
    if left <= right and (source.bottom <= target.top or target.bottom <= source.top):
        x = min(max((left + right) / 2 + aside, left), right)
        return _edge(source, (x, target.middle[1])), _edge(target, (x, source.middle[1]))
    (x1, y1), (x2, y2) = source.middle, target.middle
    start, end = (x1 + aside, y1 - aside), (x2 + aside, y2 - aside)
    return _clipped(source, start, end), _clipped(target, end, start)


def _edge(box: Box, towards: Spot) -> Spot:
    """Square to the edge if the next point lies straight across it, else on the way to the middle."""
    x, y = towards
    if box.top <= y <= box.bottom and not box.left < x < box.right:
        return (box.right if x >= box.right else box.left), y
    if box.left <= x <= box.right and not box.top < y < box.bottom:
        return x, (box.bottom if y >= box.bottom else box.top)
    return _clipped(box, box.middle, towards)


def _clipped(box: Box, start: Spot, end: Spot) -> Spot:
    """Where a line from inside a box to a point outside leaves it; the start itself if it never does."""
    (x, y), along, down = start, end[0] - start[0], end[1] - start[1]
    ways = []
    if along:
        ways.append(((box.right if along > 0 else box.left) - x) / along)
    if down:
        ways.append(((box.bottom if down > 0 else box.top) - y) / down)
    way = min((way for way in ways if 0 <= way <= 1), default=0.0)
    return x + along * way, y + down * way


def _loop(box: Box) -> tuple[Spot, ...]:
    x, y = box.right - 3 * INSET, box.top + 2 * INSET
    return (
        (x, box.top),
        (x, box.top - 2 * INSET),
        (box.right + 2 * INSET, box.top - 2 * INSET),
        (
            box.right + 2 * INSET,
            y,
        ),
        (box.right, y),
    )


def path_of(points: Sequence[Spot]) -> str:
    """SVG path data with rounded corners."""
    parts = [f"M{_pair(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(RADIUS, _length(before, corner) / 2, _length(corner, after) / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        parts.append(f"L{_pair(start)}Q{_pair(corner)} {_pair(end)}")
    return "".join([*parts, f"L{_pair(points[-1])}"])


def shortened(points: Sequence[Spot], by: float, *, both: bool) -> tuple[Spot, ...]:
    """The line without the tip that an arrowhead covers."""
    last = _towards(points[-1], points[-2], min(by, _length(points[-1], points[-2]) / 2))
    first = _towards(points[0], points[1], min(by, _length(points[0], points[1]) / 2)) if both else points[0]
    return (first, *points[1:-1], last)


def arrowhead(tip: Spot, behind: Spot, size: float = 7.5) -> str:
    """A filled triangle as SVG path data."""
    length = _length(tip, behind) or 1.0
    along, down = (tip[0] - behind[0]) / length, (tip[1] - behind[1]) / length
    base = tip[0] - along * size, tip[1] - down * size
    half = size * 0.42
    left = base[0] - down * half, base[1] + along * half
    right = base[0] + down * half, base[1] - along * half
    return f"M{_pair(tip)}L{_pair(left)}L{_pair(right)}Z"


def pieces(points: Sequence[Spot]) -> list[tuple[Spot, Spot]]:
    return [(start, end) for start, end in pairwise(points) if start != end]


def _towards(start: Spot, end: Spot, distance: float) -> Spot:
    length = _length(start, end) or 1.0
    return start[0] + (end[0] - start[0]) * distance / length, start[1] + (end[1] - start[1]) * distance / length


def _length(start: Spot, end: Spot) -> float:
    return float(((start[0] - end[0]) ** 2 + (start[1] - end[1]) ** 2) ** 0.5)


def number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _pair(spot: Spot) -> str:
    return f"{number(spot[0])} {number(spot[1])}"
