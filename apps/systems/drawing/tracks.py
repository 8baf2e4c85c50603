"""Gives lines that share a gap or a row their own track, in the order that crosses least."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from apps.systems.drawing.routing import Point, Route

Channel = tuple[bool, int]  # (lies along a row, its doubled row) or (goes down a column, its doubled column)
Zone = int  # 0 before the borders that close in a gap, 1 between, 2 after those that open


@dataclass(slots=True)
class Segment:
    """One straight piece of a route. `low` and `high` are where it starts and ends along its channel."""

    flow: int
    piece: int  # its place in the route
    channel: Channel
    low: int
    high: int
    low_side: int  # where the line goes on at its low end: -1 up or left, 1 down or right, 0 into a box
    high_side: int
    low_neighbour: int  # the piece of the same flow that goes on there, or -1
    high_neighbour: int
    zone: Zone = 1
    track: int = 0

    @property
    def reach(self) -> tuple[int, int]:
        """What it occupies of the channel: up to a box, not into it."""
        return self.low + (self.low_side == 0), self.high - (self.high_side == 0)


def segments_of(routes: Sequence[Route]) -> list[Segment]:
    segments = []
    for flow, route in enumerate(routes):
        pieces = list(pairwise(route))
        for piece, (start, end) in enumerate(pieces):
            before = pieces[piece - 1][0] if piece else None
            after = pieces[piece + 1][1] if piece + 1 < len(pieces) else None
            segments.append(_segment(flow, piece, (start, end), before, after))
    return segments


def _segment(flow: int, piece: int, ends: tuple[Point, Point], before: Point | None, after: Point | None) -> Segment:
    start, end = ends
    along = start[1] == end[1]
    axis = 0 if along else 1
    sides = [_side(before, start, 1 - axis), _side(after, end, 1 - axis)]
    neighbours = [piece - 1 if before else -1, piece + 1 if after else -1]
    low, high = start[axis], end[axis]
    if low > high:
        low, high = high, low
        sides.reverse()
        neighbours.reverse()
    return Segment(flow, piece, (along, start[1 - axis]), low, high, *sides, *neighbours)


def _side(beyond: Point | None, corner: Point, axis: int) -> int:
    if beyond is None:
        return 0
    return 1 if beyond[axis] > corner[axis] else -1


def by_channel(segments: Iterable[Segment]) -> dict[tuple[Channel, Zone], list[Segment]]:
    groups: dict[tuple[Channel, Zone], list[Segment]] = defaultdict(list)
    for segment in segments:
        groups[segment.channel, segment.zone].append(segment)
    return dict(sorted(groups.items()))


def assign_tracks(segments: Sequence[Segment], position: Callable[[Segment, bool], float]) -> int:
    """Number the tracks of one zone of one channel; returns how many. `position` says where an end of a segment is."""
    ordered = _in_order(segments, position)
    for index, segment in enumerate(ordered):
        earlier = [other.track for other in ordered[:index] if _touch(segment, other)]
        segment.track = 1 + max(earlier, default=-1)
    return 1 + max((segment.track for segment in ordered), default=-1)


def _touch(first: Segment, second: Segment) -> bool:
    (low, high), (other_low, other_high) = first.reach, second.reach
    return low <= other_high and other_low <= high


def _in_order(segments: Sequence[Segment], position: Callable[[Segment, bool], float]) -> list[Segment]:
    """Start from where the lines lead, then let neighbours change places while that saves crossings."""
    spans = {id(segment): (position(segment, False), position(segment, True)) for segment in segments}

    def crossings(first: Segment, second: Segment) -> int:
        """How often they cross if the first lies left of (or above) the second."""
        return _crossed(first, 1, spans[id(second)], spans) + _crossed(second, -1, spans[id(first)], spans)

    ordered = sorted(segments, key=lambda segment: (_lean(segment), spans[id(segment)], segment.flow, segment.piece))
    for _ in range(min(len(ordered), 12)):
        changed = False
        for index in range(len(ordered) - 1):
            first, second = ordered[index], ordered[index + 1]
            if _touch(first, second) and crossings(second, first) < crossings(first, second):
                ordered[index], ordered[index + 1] = second, first
                changed = True
        if not changed:
            break
    return ordered


def _lean(segment: Segment) -> int:
    return segment.low_side + segment.high_side


def _crossed(segment: Segment, side: int, span: tuple[float, float], spans: dict[int, tuple[float, float]]) -> int:
    low, high = spans[id(segment)]
    return (segment.low_side == side and span[0] <= low <= span[1]) + (
        segment.high_side == side and span[0] <= high <= span[1]
    )


def centred(segments: Sequence[Segment]) -> dict[int, float]:
    """For lines that run through cells: the distance of each from the middle, in tracks, by its place in the list.

    Lines that meet, directly or over others, are centred together, so that a line alone runs through the middle.
    """
    offsets: dict[int, float] = {}
    waiting = sorted(range(len(segments)), key=lambda index: segments[index].reach)
    cluster: list[int] = []
    farthest = -1
    for index in [*waiting, -1]:
        if cluster and (index < 0 or segments[index].reach[0] > farthest):
            tracks = [segments[member].track for member in cluster]
            middle = (min(tracks) + max(tracks)) / 2
            offsets.update({member: segments[member].track - middle for member in cluster})
            cluster = []
        if index >= 0:
            cluster.append(index)
            farthest = max(farthest, segments[index].reach[1]) if len(cluster) > 1 else segments[index].reach[1]
    return offsets
