"""Makes a plan better, one small change at a time: fewer crossings, shorter flows, a good shape. Deterministic."""

import random
from collections.abc import Callable, Iterator, Sequence

from apps.systems.drawing.layering import COLUMN_PER_ROW, PAGE_RATIO, Edge
from apps.systems.drawing.plan import Plan

CROSSING, BACKWARD, BEND, BLOCKED, SIZE = 2.5, 2.2, 0.9, 2.2, 1.1  # What each blemish costs, in rows of length.
ALONG, UPRIGHT = 1.4, 0.7  # one column of length; a flow up or down, which reads less well than one to the right
FREE_SIZE = 6.5  # Up to this many rows, or columns that take as much of a page, a drawing costs nothing for its size.
LEAN = 0.35  # for each column that a source stands from the left, or an effect from the right
MOST_PAIRS_FOR_CROSSINGS = 70
WORK = 520_000  # A budget in steps rather than seconds: the same drawing on every machine.
MOST_PER_NODE = 1_000  # So few have so few ways to be drawn; an empty system has one.


class Judge:
    """What a plan costs. Flows between the same two elements count as one connection."""

    def __init__(self, edges: Sequence[Edge], left: Sequence[int] = (), right: Sequence[int] = ()) -> None:
        self.left, self.right = left, right
        directions: dict[Edge, set[bool]] = {}
        for source, target in edges:
            pair = (min(source, target), max(source, target))
            directions.setdefault(pair, set()).add(source < target)
        self.pairs = [(*pair, _turn(forward)) for pair, forward in directions.items()]
        self.strangers = self._strangers() if len(self.pairs) <= MOST_PAIRS_FOR_CROSSINGS else []
        self.effort = 12 * len(self.pairs) + 2 * len(self.strangers) + 40

    def _strangers(self) -> list[tuple[int, int, int, int]]:
        return [
            (first, second, third, fourth)
            for index, (first, second, _) in enumerate(self.pairs)
            for third, fourth, _ in self.pairs[index + 1 :]
            if len({first, second, third, fourth}) == 4
        ]

    def cost(self, plan: Plan) -> float:
        cells = plan.cells()
        columns, rows = cells.columns, cells.rows
        taken = set(zip(columns[: plan.nesting.element_count], rows, strict=False))
        page = max(cells.column_count * COLUMN_PER_ROW / PAGE_RATIO, cells.row_count)
        total = SIZE * max(page - FREE_SIZE, 0) + 0.3 * (cells.column_count + cells.row_count)
        total += LEAN * sum(columns[node] for node in self.left)
        total += LEAN * sum(cells.column_count - 1 - columns[node] for node in self.right)
        for first, second, turn in self.pairs:
            along, down = columns[second] - columns[first], rows[second] - rows[first]
            total += ALONG * abs(along) + abs(down)
            if along * turn < 0:
                total += BACKWARD
            elif along == 0:
                total += UPRIGHT
            if along and down:
                total += BEND
            elif _blocked(columns[first], rows[first], along, down, taken):
                total += BLOCKED
        return total + CROSSING * self._crossings(columns, rows)

    def _crossings(self, columns: Sequence[int], rows: Sequence[int]) -> int:
        count = 0
        for a, b, c, d in self.strangers:
            ax, ay, cx, cy = columns[a], rows[a], columns[c], rows[c]
            bx, by, dx, dy = columns[b] - ax, rows[b] - ay, columns[d] - cx, rows[d] - cy
            side_c = bx * (cy - ay) - by * (cx - ax)
            side_d = side_c + bx * dy - by * dx
            if (side_c > 0) == (side_d > 0):
                continue
            side_a = dx * (ay - cy) - dy * (ax - cx)
            side_b = side_a + dx * by - dy * bx
            count += (side_a > 0) != (side_b > 0)
        return count


def _turn(forward: set[bool]) -> int:
    """1 if all flows go from the first to the second, -1 if all go back, 0 if both ways."""
    return 0 if len(forward) == 2 else 1 if True in forward else -1


def _blocked(column: int, row: int, along: int, down: int, taken: set[tuple[int, int]]) -> bool:
    step_along, step_down = (along > 0) - (along < 0), (down > 0) - (down < 0)
    return any(
        (column + step_along * step, row + step_down * step) in taken for step in range(1, abs(along) + abs(down))
    )


def improved(plan: Plan, judge: Judge) -> Plan:
    nodes = plan.nesting.root
    searcher = _Searcher(plan, judge, min(WORK * 4 // (judge.effort + 8 * nodes), MOST_PER_NODE * nodes))
    best, best_cost = plan, judge.cost(plan)
    chance = random.Random(7)  # noqa: S311 - Not a secret: a fixed seed keeps the drawing the same.
    while searcher.attempts_left > 0:
        searcher.climb()
        if searcher.cost < best_cost - 1e-9:
            best, best_cost = searcher.plan.copy(), searcher.cost
        searcher.restart(best)
        searcher.shake(chance)
    return best


class _Searcher:
    def __init__(self, plan: Plan, judge: Judge, attempts: int) -> None:
        self.judge = judge
        self.attempts_left = attempts
        self.restart(plan)

    def restart(self, plan: Plan) -> None:
        self.plan = plan.copy()
        self.cost = self.judge.cost(self.plan)

    def climb(self) -> None:
        """Keep every change that helps, until none does or the budget is spent."""
        better = True
        while better and self.attempts_left > 0:
            better = False
            for change in self._changes():
                better = self._tried(change) or better
                if self.attempts_left <= 0:
                    break

    def shake(self, chance: random.Random) -> None:
        """A few changes at random, so that the next climb starts on another slope."""
        changes = list(self._changes())
        if not changes:
            self.attempts_left = 0
            return
        for change in chance.sample(changes, min(4, len(changes))):
            change(self.plan)
        self.cost = self.judge.cost(self.plan)

    def _tried(self, change: Callable[[Plan], None]) -> bool:
        self.attempts_left -= 1
        candidate = self.plan.copy()
        change(candidate)
        cost = self.judge.cost(candidate)
        if cost >= self.cost - 1e-9:
            return False
        self.plan, self.cost = candidate, cost
        return True

    def _changes(self) -> Iterator[Callable[[Plan], None]]:
        nesting = self.plan.nesting
        yield _mirror
        for container in nesting.outermost_first:
            children = nesting.children[container]
            for child in children:
                width = len(self.plan.layers[container])
                if len(children) > 1:
                    yield from (
                        _move(container, child, layer, new) for layer in range(width + 1) for new in (False, True)
                    )
                yield from (_shift(child, offset) for offset in (0, 1, 2, 3))
            for index, child in enumerate(children):
                yield from (_swap(container, child, other) for other in children[index + 1 :])


def _mirror(plan: Plan) -> None:
    for layers in plan.layers.values():
        layers.reverse()


def _move(container: int, child: int, layer: int, new: bool) -> Callable[[Plan], None]:
    """Into another layer, new or old, where its place is the first that costs least; a full search would be slow."""

    def change(plan: Plan) -> None:
        layers = plan.layers[container]
        rows = plan.cells().rows
        for existing in layers:
            if child in existing:
                existing.remove(child)
        if new or layer >= len(layers):
            layers.insert(layer, [child])
        else:
            place = sum(rows[other] < rows[child] for other in layers[layer])
            layers[layer].insert(place, child)
        plan.layers[container] = [existing for existing in layers if existing]

    return change


def _shift(child: int, offset: int) -> Callable[[Plan], None]:
    def change(plan: Plan) -> None:
        plan.offsets[child] = offset

    return change


def _swap(container: int, child: int, other: int) -> Callable[[Plan], None]:
    def change(plan: Plan) -> None:
        exchanged = {child: other, other: child}
        plan.layers[container] = [[exchanged.get(node, node) for node in layer] for layer in plan.layers[container]]

    return change
