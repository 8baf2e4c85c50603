"""The paper under a drawing: brings tracks and gaps together, and says in pixels where boxes, borders and bends lie."""

from collections.abc import Sequence

from apps.systems.drawing import geometry
from apps.systems.drawing.geometry import Axis
from apps.systems.drawing.lettering import balanced, width_of
from apps.systems.drawing.nesting import Nesting
from apps.systems.drawing.plan import Cells
from apps.systems.drawing.routing import Route
from apps.systems.drawing.tracks import Segment, assign_tracks, by_channel, centred, segments_of

LABEL_SIZE, LABEL_LEADING, LABEL_WIDTH, LABEL_LINES = 13.0, 15.0, 112.0, 2
Bends = tuple[tuple[float, float], ...]
Rectangle = tuple[float, float, float, float]  # x, y, width, height


class Sheet:
    def __init__(
        self,
        nesting: Nesting,
        cells: Cells,
        edges: Sequence[tuple[int, int]],
        routes: Sequence[Route],
        labels: Sequence[str],
    ) -> None:
        self.nesting, self.cells, self.edges = nesting, cells, edges
        self.segments = segments_of(routes)
        self.by_piece = {(segment.flow, segment.piece): segment for segment in self.segments}
        self.offsets: dict[tuple[int, int], float] = {}
        self.column_levels = geometry.levels_of(nesting, cells.columns, cells.widths)
        self.row_levels = geometry.levels_of(nesting, cells.rows, cells.heights)
        self.gap_widths, self.gap_heights = self._label_room(labels)
        self.across, self.down = Axis(), Axis()
        for segment in self.segments:
            segment.zone = self._zone(segment)
        for _ in range(3):  # Positions decide the order of tracks, and tracks the positions: three rounds settle it.
            self._assign()
            self._measure()

    def _zone(self, segment: Segment) -> int:
        """Inside the border of a boundary that holds both ends of the flow, else between the borders of the gap."""
        along, channel = segment.channel
        if channel % 2:
            return 1
        starts, sizes = self.cells.columns, self.cells.widths
        other_starts, other_sizes = self.cells.rows, self.cells.heights
        if along:
            starts, sizes, other_starts, other_sizes = other_starts, other_sizes, starts, sizes
        source, target = self.edges[segment.flow]
        for boundary in set(self.nesting.ancestors(source)) & set(self.nesting.ancestors(target)):
            inside = 2 * other_starts[boundary] <= segment.low
            inside = inside and segment.high <= 2 * (other_starts[boundary] + other_sizes[boundary])
            if inside and starts[boundary] + sizes[boundary] == channel // 2:
                return 0
            if inside and starts[boundary] == channel // 2:
                return 2
        return 1

    def _label_room(self, labels: Sequence[str]) -> tuple[dict[int, float], dict[int, float]]:
        """The room that the label of a line needs which crosses one gap only."""
        widths: dict[int, float] = {}
        heights: dict[int, float] = {}
        for segment in self.segments:
            low, high = segment.reach
            if low != high or segment.channel[1] % 2 == 0 or not labels[segment.flow]:
                continue
            lines = balanced(labels[segment.flow], LABEL_SIZE, LABEL_WIDTH, LABEL_LINES)
            if segment.channel[0]:
                room = max(width_of(line, LABEL_SIZE) for line in lines) + 22
                widths[low // 2] = max(widths.get(low // 2, 0.0), room)
            else:
                room = len(lines) * LABEL_LEADING + 16
                heights[low // 2] = max(heights.get(low // 2, 0.0), room)
        return widths, heights

    def _assign(self) -> None:
        for ((_, channel), _), group in by_channel(self.segments).items():
            assign_tracks(group, self._end)
            if channel % 2:
                offsets = centred(group)
                for index, segment in enumerate(group):
                    self.offsets[segment.flow, segment.piece] = offsets[index]

    def _measure(self) -> None:
        nesting, cells, segments = self.nesting, self.cells, self.segments
        lanes = geometry.lane_counts(segments, along=False)
        needs = geometry.Needs(
            geometry.cell_sizes(nesting, cells, lanes, rows=False),
            geometry.track_counts(segments, along=False),
            self.gap_widths,
            geometry.NARROWEST_COLUMN_GAP,
            0.0,
        )
        self.across = geometry.axis_of(nesting, cells.columns, cells.widths, self.column_levels, needs)
        lanes = geometry.lane_counts(segments, along=True)
        needs = geometry.Needs(
            geometry.cell_sizes(nesting, cells, lanes, rows=True),
            geometry.track_counts(segments, along=True),
            self.gap_heights,
            geometry.NARROWEST_ROW_GAP,
            geometry.TITLE,
        )
        self.down = geometry.axis_of(nesting, cells.rows, cells.heights, self.row_levels, needs)

    def _coordinate(self, segment: Segment) -> float:
        """y of a piece that lies along a row, x of one that goes down."""
        along, channel = segment.channel
        axis = self.down if along else self.across
        if channel % 2 == 0:
            return axis.zones[channel // 2, segment.zone] + segment.track * geometry.TRACK
        offset = self.offsets.get((segment.flow, segment.piece), 0.0)
        return axis.middle(channel // 2) + offset * geometry.LANE_TRACK

    def _end(self, segment: Segment, high: bool) -> float:
        """Where an end of a piece is, along the piece: in pixels as soon as there are any, before that on the grid."""
        grid = segment.high if high else segment.low
        if not self.across.starts and not self.down.starts:
            return float(grid)
        neighbour = segment.high_neighbour if high else segment.low_neighbour
        if neighbour >= 0:
            return self._coordinate(self.by_piece[segment.flow, neighbour])
        axis = self.across if segment.channel[0] else self.down
        return axis.middle(grid // 2)

    def bends(self) -> list[Bends]:
        """For each flow the points between its ends. A straight line beside the middle gets one, to hold it there."""
        found: list[list[tuple[float, float]]] = [[] for _ in self.edges]
        for segment in self.segments:
            before = self.by_piece.get((segment.flow, segment.piece - 1))
            if before is not None:
                x, y = self._coordinate(before), self._coordinate(segment)
                found[segment.flow].append((y, x) if before.channel[0] else (x, y))
            elif (segment.flow, 1) not in self.by_piece and self.offsets[segment.flow, 0]:
                middle = (self._end(segment, False) + self._end(segment, True)) / 2
                line = self._coordinate(segment)
                found[segment.flow].append((middle, line) if segment.channel[0] else (line, middle))
        return [tuple((round(x, 1), round(y, 1)) for x, y in points) for points in found]

    def card(self, element: int) -> Rectangle:
        column, row = self.cells.columns[element], self.cells.rows[element]
        left = self.across.middle(column) - geometry.CARD_WIDTH / 2
        height = self.down.ends[row] - self.down.starts[row]
        return left, self.down.starts[row], geometry.CARD_WIDTH, height

    def box(self, boundary: int) -> Rectangle:
        left, right = self._extent(boundary, rows=False)
        top, bottom = self._extent(boundary, rows=True)
        return left, top, right - left, bottom - top

    def _extent(self, boundary: int, *, rows: bool) -> tuple[float, float]:
        axis, levels = (self.down, self.row_levels) if rows else (self.across, self.column_levels)
        starts, sizes = (self.cells.rows, self.cells.heights) if rows else (self.cells.columns, self.cells.widths)
        title = geometry.TITLE if rows else 0.0
        first, last = starts[boundary], starts[boundary] + sizes[boundary]
        opening, closing = levels.opening[boundary], levels.closing[boundary]
        return (
            axis.opening[first] - title - opening * (geometry.BORDER + title),
            axis.closing[last] + closing * geometry.BORDER,
        )
