"""Where the name of a boundary stands: under its upper border, beside the lines that cross there, not on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from apps.systems.drawing.lettering import width_of, wrapped
from apps.systems.drawing.lines import Box, Spot, pieces
from apps.systems.graph import Boundary

SIZE, TRUST_SIZE = 11.0, 9.5
BAND, INSET, CLEAR = 20.0, 10.0, 5.0
HEAVY = 1.07  # Semi-bold letters are this much wider than the measured ones.
SPACE = 5.0  # between the name and the trust


@dataclass(frozen=True, slots=True)
class Title:
    name: str
    trust: str
    box: Box
    crossed: bool  # No place was free: a line runs under it and has to give way.


def title_of(boundary: Boundary, box: Box, lines: Iterable[Sequence[Spot]], trusts: Mapping[str, str]) -> Title:
    """Name and trust in the first free stretch that takes both, else the name alone, else over the lines."""
    label = trusts.get(boundary.trust or "")
    trust = f"· {label}" if label else ""
    name = " ".join(wrapped(boundary.name, SIZE * HEAVY, max(box.right - box.left - 2 * INSET, 24), 1))
    free = list(_free(box, lines))
    for words in (trust, ""):
        width = _width(name, words)
        for left, right in free:
            if width <= right - left:
                return Title(name, words, _placed(left, width, box), crossed=False)
    return Title(name, "", _placed(box.left + INSET, _width(name, ""), box), crossed=True)


def _width(name: str, trust: str) -> float:
    return width_of(name, SIZE * HEAVY) + (width_of(trust, TRUST_SIZE) + SPACE if trust else 0)


def _placed(left: float, width: float, box: Box) -> Box:
    return Box(left, box.top + 3, left + width, box.top + BAND)


def _free(box: Box, lines: Iterable[Sequence[Spot]]) -> Iterator[tuple[float, float]]:
    band = Box(box.left, box.top, box.right, box.top + BAND)
    taken = sorted(
        (min(x1, x2) - CLEAR, max(x1, x2) + CLEAR)
        for points in lines
        for (x1, y1), (x2, y2) in pieces(points)
        if Box(min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1).meets(band)
    )
    left = box.left + INSET
    for start, end in taken:
        if start > left:
            yield left, start
        left = max(left, end)
    yield left, box.right - INSET
