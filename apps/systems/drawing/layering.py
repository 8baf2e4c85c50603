"""A first plan: sources to the left, effects to the right, neighbours near each other, container by container."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from apps.systems.drawing.nesting import Nesting
from apps.systems.drawing.plan import Plan
from apps.systems.graph import SystemGraph

Edge = tuple[int, int]
COLUMN_PER_ROW = 2.4  # A column with its gap is about this much wider than a row with its gap is high.
PAGE_RATIO = 1.5  # Drawings are looked at on wide screens and on pages laid across.
SWEEPS = 6
FACTORS = (1.0, 1.25, 1.6, 2.0, 2.6)  # heights to try, against that of a drawing without any gaps

# Where people expect these to stand when the flows leave it open: what feeds the system left, what it acts on right.
LEFT_KINDS = frozenset(
    {"end_user", "external_source", "sensor", "training_data", "model_provider", "annotator", "staff"}
)
RIGHT_KINDS = frozenset({"actuator", "affected_person", "monitoring", "telemetry_store", "human_reviewer"})


def first_plan(graph: SystemGraph, nesting: Nesting, edges: Sequence[Edge]) -> Plan:
    wishes = [float(rank) for rank in _ranks(_starting_order(graph, edges), edges)]
    plan = Plan(nesting, {}, [0] * (nesting.root + 1))
    for container in reversed(nesting.outermost_first):
        members = [wishes[child] for child in nesting.children[container]]
        if container != nesting.root:
            wishes_of_container = sum(members) / len(members) if members else 0.0
            _put(wishes, container, wishes_of_container)
    lifted = _lifted(nesting, edges)
    for container in reversed(nesting.outermost_first):
        plan.layers[container] = _layers(nesting.children[container], lifted[container], wishes, plan)
    return _swept(plan, edges)


def _put(values: list[float], index: int, value: float) -> None:
    values.extend([0.0] * (index + 1 - len(values)))
    values[index] = value


def _starting_order(graph: SystemGraph, edges: Iterable[Edge]) -> list[int]:
    """Elements that nothing flows into come first; among equals the kind decides, then the order of the file."""
    entered = {target for _, target in edges}

    def key(node: int) -> tuple[bool, int, int]:
        kind = graph.elements[node].kind
        return node in entered, (kind not in LEFT_KINDS) + (kind in RIGHT_KINDS), node

    return sorted(range(len(graph.elements)), key=key)


def _ranks(order: Sequence[int], edges: Iterable[Edge]) -> list[int]:
    """The longest path to each element, over the flows that do not close a circle."""
    following: list[list[int]] = [[] for _ in order]
    for source, target in edges:
        following[source].append(target)
    finished = _finishing_order(order, following)
    position = {node: index for index, node in enumerate(reversed(finished))}
    ranks = [0] * len(order)
    for node in reversed(finished):
        for target in following[node]:
            if position[target] > position[node]:
                ranks[target] = max(ranks[target], ranks[node] + 1)
    return ranks


def _finishing_order(order: Sequence[int], following: list[list[int]]) -> list[int]:
    """Depth first without recursion: models may be long chains."""
    seen: set[int] = set()
    finished: list[int] = []
    for start in order:
        if start in seen:
            continue
        seen.add(start)
        trail = [(start, iter(following[start]))]
        while trail:
            node, targets = trail[-1]
            onward = next((target for target in targets if target not in seen), None)
            if onward is None:
                finished.append(node)
                trail.pop()
            else:
                seen.add(onward)
                trail.append((onward, iter(following[onward])))
    return finished


def _lifted(nesting: Nesting, edges: Iterable[Edge]) -> dict[int, list[Edge]]:
    """Each flow, as a connection of two children of the innermost container that holds both its ends."""
    lifted: dict[int, list[Edge]] = defaultdict(list)
    for source, target in edges:
        trail = [source, *nesting.ancestors(source)]
        height = {nesting.parent[node]: node for node in trail}
        node = target
        while nesting.parent[node] not in height:
            node = nesting.parent[node]
        container = nesting.parent[node]
        lifted[container].append((height[container], node))
    return lifted


def _layers(children: Sequence[int], edges: Iterable[Edge], wishes: Sequence[float], plan: Plan) -> list[list[int]]:
    order = sorted(children, key=lambda child: (wishes[child], child))
    position = {child: index for index, child in enumerate(order)}
    before: dict[int, set[int]] = defaultdict(set)
    for source, target in edges:
        if source != target:
            first, second = sorted((source, target), key=position.__getitem__)
            before[second].add(first)
    layer_of: dict[int, int] = {}
    for child in order:
        layer_of[child] = 1 + max((layer_of[earlier] for earlier in before[child]), default=-1)
    return _balanced(order, layer_of, _sizes(plan, children))


def _sizes(plan: Plan, children: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Columns and rows that each child takes; those of the containers inside are planned already."""
    sizes: dict[int, tuple[int, int]] = {}
    for child in children:
        if plan.nesting.is_element(child):
            sizes[child] = (1, 1)
            continue
        inner = _sizes(plan, plan.nesting.children[child])
        width = sum(max(inner[node][0] for node in layer) for layer in plan.layers[child])
        height = max((sum(inner[node][1] for node in layer) for layer in plan.layers[child]), default=1)
        sizes[child] = (max(1, width), max(1, height))
    return sizes


def _balanced(order: Sequence[int], layer_of: dict[int, int], sizes: dict[int, tuple[int, int]]) -> list[list[int]]:
    """Fold what is too long and spill what is too high: of several heights, the one that comes nearest to a page."""
    if not order:
        return []
    area = sum(width * height for width, height in sizes.values())
    tallest = max(height for _, height in sizes.values())
    square = math.sqrt(area * COLUMN_PER_ROW / PAGE_RATIO)
    attempts = [_folded(order, layer_of, sizes, max(tallest, math.ceil(square * factor))) for factor in FACTORS]
    return min(attempts, key=lambda layers: _page_size(layers, sizes))


def _folded(
    order: Sequence[int], layer_of: dict[int, int], sizes: dict[int, tuple[int, int]], rows: int
) -> list[list[int]]:
    area = sum(width * height for width, height in sizes.values())
    mean_width = sum(width for width, _ in sizes.values()) / len(sizes)
    allowed = max(2, math.ceil(1.4 * area / rows / mean_width))
    scale = min(1.0, allowed / (1 + max(layer_of.values())))
    layers: list[list[int]] = []
    filled: list[int] = []
    for child in sorted(order, key=lambda child: layer_of[child]):
        index = int(layer_of[child] * scale)
        while True:
            while index >= len(layers):
                layers.append([])
                filled.append(0)
            if not layers[index] or filled[index] + sizes[child][1] <= rows:
                break
            index += 1
        layers[index].append(child)
        filled[index] += sizes[child][1]
    return [layer for layer in layers if layer]


def _page_size(layers: list[list[int]], sizes: dict[int, tuple[int, int]]) -> float:
    width = sum(max(sizes[child][0] for child in layer) for layer in layers)
    height = max(sum(sizes[child][1] for child in layer) for layer in layers)
    return max(width * COLUMN_PER_ROW / PAGE_RATIO, height)


def _swept(plan: Plan, edges: Sequence[Edge]) -> Plan:
    """Sort each layer by where its neighbours are, a few times over; keep the plan with the shortest flows."""
    touching = _touching(plan.nesting, edges)
    best, best_length = plan, _length(plan, edges)
    for _ in range(SWEEPS):
        plan = plan.copy()
        rows = plan.cells().rows
        for layers in plan.layers.values():
            for layer in layers:
                layer.sort(key=lambda node: _mean([rows[other] for other in touching[node]], rows[node]))
        length = _length(plan, edges)
        if length < best_length:
            best, best_length = plan, length
    return best


def _touching(nesting: Nesting, edges: Iterable[Edge]) -> dict[int, list[int]]:
    """For each node the elements at the far ends of the flows that leave or enter it."""
    touching: dict[int, list[int]] = defaultdict(list)
    for source, target in edges:
        around_source = [source, *nesting.ancestors(source)]
        around_target = [target, *nesting.ancestors(target)]
        for node in around_source:
            if node not in around_target:
                touching[node].append(target)
        for node in around_target:
            if node not in around_source:
                touching[node].append(source)
    return touching


def _mean(values: Sequence[int], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _length(plan: Plan, edges: Iterable[Edge]) -> float:
    cells = plan.cells()
    columns, rows = cells.columns, cells.rows
    return sum(
        COLUMN_PER_ROW * abs(columns[source] - columns[target]) + abs(rows[source] - rows[target])
        for source, target in edges
    )
