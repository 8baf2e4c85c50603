"""Finds each flow a way along gaps and empty cells, so that no line runs through a box.

The grid is doubled: odd numbers are columns and rows of cells, even numbers are the gaps between them. A route is its
corner points in doubled numbers, from the cell of its source to the cell of its target.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from apps.systems.drawing.nesting import Nesting
from apps.systems.drawing.plan import Cells

Point = tuple[int, int]
Route = tuple[Point, ...]

ALONG, DOWN = 1.2, 0.55  # The length of one step to the side and one step down.
TURN, CROSSED, SHARED, FOREIGN, DOORWAY = 2.2, 1.1, 0.35, 1.6, 0.45
NEAR = 3  # Gaps looked at on either side of an end; far flows do not need every gap between.


class Router:
    """Short flows are routed first; each later one sees what is already there and pays for crossing or sharing it."""

    def __init__(self, nesting: Nesting, cells: Cells) -> None:
        self.nesting = nesting
        self.place = [(2 * cells.columns[node] + 1, 2 * cells.rows[node] + 1) for node in range(nesting.element_count)]
        self.taken = set(self.place)
        self.width, self.height = 2 * cells.column_count, 2 * cells.row_count
        self.owner = self._owners(cells)
        self.passing_along: dict[Point, int] = defaultdict(int)
        self.passing_down: dict[Point, int] = defaultdict(int)
        self.doorways: dict[tuple[Point, Point], int] = defaultdict(int)

    def _owners(self, cells: Cells) -> dict[Point, int]:
        """The innermost boundary around each point of the grid; gaps at its border are outside."""
        owner: dict[Point, int] = {}
        for container in self.nesting.outermost_first[1:]:
            left, top = 2 * cells.columns[container] + 1, 2 * cells.rows[container] + 1
            right, bottom = left + 2 * cells.widths[container] - 2, top + 2 * cells.heights[container] - 2
            for across in range(left, right + 1):
                for down in range(top, bottom + 1):
                    owner[across, down] = container
        return owner

    def routes(self, edges: Sequence[tuple[int, int]]) -> list[Route]:
        found: list[Route] = [()] * len(edges)
        for index in sorted(range(len(edges)), key=lambda index: (self._distance(edges[index]), index)):
            found[index] = self._best(*edges[index])
            self._remember(found[index])
        return found

    def _distance(self, edge: tuple[int, int]) -> int:
        (x1, y1), (x2, y2) = self.place[edge[0]], self.place[edge[1]]
        return abs(x1 - x2) + abs(y1 - y2)

    def _best(self, source: int, target: int) -> Route:
        start, end = self.place[source], self.place[target]
        if source == target:
            x, y = start
            return (start, (x + 1, y), (x + 1, y - 1), (x, y - 1), start)
        home = {*self.nesting.ancestors(source), *self.nesting.ancestors(target), self.nesting.root}
        best: Route = ()
        best_cost = float("inf")
        for route in candidates(start, end, self.width, self.height):
            cost = self._cost(route, home, best_cost)
            if cost < best_cost - 1e-9:
                best, best_cost = route, cost
        return best

    def _cost(self, route: Route, home: set[int], limit: float) -> float:
        """Infinite if the route runs through a box. Stops counting once it is worse than the limit."""
        cost = TURN * (len(route) - 2)
        cost += DOORWAY * (self.doorways[route[0], _towards(route[0], route[1])])
        cost += DOORWAY * (self.doorways[route[-1], _towards(route[-1], route[-2])])
        last = route[-1]
        for point, along in steps(route):
            if point == last:
                break
            if point in self.taken:
                return float("inf")
            same, other = (self.passing_along, self.passing_down) if along else (self.passing_down, self.passing_along)
            cost += (ALONG if along else DOWN) + SHARED * same.get(point, 0) + CROSSED * other.get(point, 0)
            if self.owner.get(point, self.nesting.root) not in home:
                cost += FOREIGN
            if cost >= limit:
                return cost
        return cost

    def _remember(self, route: Route) -> None:
        for point, along in steps(route):
            (self.passing_along if along else self.passing_down)[point] += 1
        self.doorways[route[0], _towards(route[0], route[1])] += 1
        self.doorways[route[-1], _towards(route[-1], route[-2])] += 1


def steps(route: Route) -> Iterator[tuple[Point, bool]]:
    """Each point after the first, and whether it was reached sideways."""
    for (x1, y1), (x2, y2) in pairwise(route):
        if y1 == y2:
            step = 1 if x2 > x1 else -1
            for x in range(x1 + step, x2 + step, step):
                yield (x, y1), True
        else:
            step = 1 if y2 > y1 else -1
            for y in range(y1 + step, y2 + step, step):
                yield (x1, y), False


def candidates(start: Point, end: Point, width: int, height: int) -> Iterator[Route]:
    """Straight, one corner, two corners, three, and four; the last kind always finds a way, along the gaps."""
    (x1, y1), (x2, y2) = start, end
    if x1 == x2 or y1 == y2:
        yield (start, end)
    else:
        yield (start, (x2, y1), end)
        yield (start, (x1, y2), end)
    across = _gaps(x1, x2, width)
    down = _gaps(y1, y2, height)
    for x in across:
        yield (start, (x, y1), (x, y2), end)
    for y in down:
        yield (start, (x1, y), (x2, y), end)
    for y in down:
        for x in (x1 - 1, x1 + 1):
            yield (start, (x, y1), (x, y), (x2, y), end)
        for x in (x2 - 1, x2 + 1):
            yield (start, (x1, y), (x, y), (x, y2), end)
            yield from ((start, (x0, y1), (x0, y), (x, y), (x, y2), end) for x0 in (x1 - 1, x1 + 1) if x0 != x)


def _gaps(first: int, second: int, limit: int) -> list[int]:
    low, high = min(first, second) - 1, max(first, second) + 1
    between = range(max(0, low), min(limit, high) + 1, 2)
    if len(between) <= 2 * NEAR:
        return list(between)
    return [*between[:NEAR], *between[-NEAR:]]


def _towards(point: Point, other: Point) -> Point:
    return _sign(other[0] - point[0]), _sign(other[1] - point[1])


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def tidy(routes: Iterable[Route]) -> list[Route]:
    """Without corners that are none: a point between two others on one line, or the same point twice."""
    return [_tidy(route) for route in routes]


def _tidy(route: Route) -> Route:
    kept: list[Point] = []
    for point in route:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _towards(kept[-2], kept[-1]) == _towards(kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)
