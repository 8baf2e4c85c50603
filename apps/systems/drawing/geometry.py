"""From cells and tracks to pixels: how wide each gap is, and where boxes, borders and lines lie."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from apps.systems.drawing.nesting import Nesting
from apps.systems.drawing.plan import Cells
from apps.systems.drawing.tracks import Segment

CARD_WIDTH, CARD_HEIGHT = 156.0, 58.0
TRACK = 13.0  # from one line to the next in a gap
LANE_TRACK = 23.0  # from one line to the next where they enter a box
BORDER = 12.0  # from one border to the next inside it
TITLE = 24.0  # the band under an upper border that holds the boundary's name
PAD = 20.0  # from a box to the nearest line or border
NARROWEST_COLUMN_GAP, NARROWEST_ROW_GAP = 42.0, 30.0
EMPTY = 6.0  # a column or row that holds no box


@dataclass(slots=True)
class Axis:
    """One direction of the drawing: where cells begin and end, and in each gap the first track of each zone."""

    starts: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)
    zones: dict[tuple[int, int], float] = field(default_factory=dict)  # (gap, zone) → its first track
    opening: dict[int, float] = field(default_factory=dict)  # gap → the innermost border that opens there
    closing: dict[int, float] = field(default_factory=dict)

    def middle(self, cell: int) -> float:
        return (self.starts[cell] + self.ends[cell]) / 2


@dataclass(frozen=True, slots=True)
class Levels:
    """How many borders lie between a boundary's own border and the boxes, on one axis."""

    opening: Mapping[int, int]
    closing: Mapping[int, int]


def levels_of(nesting: Nesting, starts: Sequence[int], sizes: Sequence[int]) -> Levels:
    opening: dict[int, int] = {}
    closing: dict[int, int] = {}
    for container in reversed(nesting.outermost_first):
        inside = [child for child in nesting.children[container] if not nesting.is_element(child)]
        end = starts[container] + sizes[container]
        opening[container] = max(
            (opening[child] + 1 for child in inside if starts[child] == starts[container]), default=0
        )
        closing[container] = max(
            (closing[child] + 1 for child in inside if starts[child] + sizes[child] == end), default=0
        )
    return Levels(opening, closing)


@dataclass(frozen=True, slots=True)
class Needs:
    """What one axis has to make room for."""

    cell_sizes: Sequence[float]
    tracks: Mapping[tuple[int, int], int]  # (gap, zone) → tracks
    gap_sizes: Mapping[int, float]  # the narrowest that the labels in a gap allow
    narrowest: float
    title: float  # extra room for each border that opens


def axis_of(nesting: Nesting, starts: Sequence[int], sizes: Sequence[int], levels: Levels, needs: Needs) -> Axis:
    opening, closing = _borders(nesting, starts, sizes, levels)
    axis = Axis()
    position = 0.0
    for gap in range(len(needs.cell_sizes) + 1):
        position = _lay_gap(axis, gap, position, (closing[gap], opening[gap]), needs)
        if gap < len(needs.cell_sizes):
            axis.starts.append(position)
            position += needs.cell_sizes[gap]
            axis.ends.append(position)
    return axis


def _borders(
    nesting: Nesting, starts: Sequence[int], sizes: Sequence[int], levels: Levels
) -> tuple[dict[int, int], dict[int, int]]:
    """How many borders open and close in each gap, at the place where most do."""
    opening: dict[int, int] = defaultdict(int)
    closing: dict[int, int] = defaultdict(int)
    for container in nesting.outermost_first[1:]:
        first, last = starts[container], starts[container] + sizes[container]
        opening[first] = max(opening[first], levels.opening[container] + 1)
        closing[last] = max(closing[last], levels.closing[container] + 1)
    return opening, closing


def _lay_gap(axis: Axis, gap: int, position: float, borders: tuple[int, int], needs: Needs) -> float:
    """Box, lines inside, closing borders, lines between, opening borders, lines inside, box."""
    closing, opening = borders
    inside_left, between, inside_right = (needs.tracks.get((gap, zone), 0) for zone in (0, 1, 2))
    left = PAD + inside_left * TRACK
    closing_width = closing * BORDER
    opening_width = opening * (BORDER + needs.title)
    right = PAD + inside_right * TRACK
    middle = max(0, between - 1) * TRACK + (PAD if closing and opening else 0)
    middle += PAD if between and (closing or opening) else 0
    total = left + closing_width + middle + opening_width + right
    named = needs.gap_sizes.get(gap, 0.0)
    # The name of a line that crosses the gap stands beside those that run along it.
    beside = (inside_left + between + inside_right) * TRACK if named else 0.0
    wanted = max(needs.narrowest, named + beside + closing_width + opening_width)
    spare = max(0.0, wanted - total)
    axis.zones[gap, 0] = position + PAD
    axis.closing[gap] = position + left
    start_of_middle = position + left + closing_width
    width_of_middle = middle + spare
    axis.zones[gap, 1] = start_of_middle + (width_of_middle - max(0, between - 1) * TRACK) / 2
    axis.zones[gap, 1] += PAD / 2 * (bool(closing) - bool(opening))
    axis.opening[gap] = position + total + spare - right
    axis.zones[gap, 2] = axis.opening[gap] + TRACK
    return position + total + spare


def track_counts(segments: Sequence[Segment], *, along: bool) -> dict[tuple[int, int], int]:
    """Tracks by (gap, zone), of the gaps that lines of this direction run in."""
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for segment in segments:
        lies_along, channel = segment.channel
        if lies_along == along and channel % 2 == 0:
            key = (channel // 2, segment.zone)
            counts[key] = max(counts[key], segment.track + 1)
    return counts


def lane_counts(segments: Sequence[Segment], *, along: bool) -> dict[int, int]:
    """How many tracks run through the cells of each row or column."""
    counts: dict[int, int] = defaultdict(int)
    for segment in segments:
        lies_along, channel = segment.channel
        if lies_along == along and channel % 2:
            counts[channel // 2] = max(counts[channel // 2], segment.track + 1)
    return counts


def cell_sizes(nesting: Nesting, cells: Cells, lanes: Mapping[int, int], *, rows: bool) -> list[float]:
    count = cells.row_count if rows else cells.column_count
    positions = cells.rows if rows else cells.columns
    standard = CARD_HEIGHT if rows else CARD_WIDTH
    filled = {positions[node] for node in range(nesting.element_count)}
    filled.update(positions[node] for node in nesting.outermost_first[1:] if not nesting.children[node])
    return [
        max(standard if cell in filled else EMPTY, (lanes.get(cell, 0) - 1) * LANE_TRACK + 24 if lanes.get(cell) else 0)
        for cell in range(count)
    ]
