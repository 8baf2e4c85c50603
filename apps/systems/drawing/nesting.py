"""The nesting of a system as a tree of numbers: which elements and boundaries stand inside which boundary."""

from dataclasses import dataclass

from apps.systems.graph import Boundary, SystemGraph


@dataclass(frozen=True, slots=True)
class Nesting:
    """Nodes are numbers: elements first, then boundaries, then the root. Numbers keep the search over cells fast."""

    element_count: int
    boundary_count: int
    parent: tuple[int, ...]  # of every node but the root
    children: tuple[tuple[int, ...], ...]  # of every node; elements have none
    outermost_first: tuple[int, ...]  # every container, each after the one that holds it

    @property
    def root(self) -> int:
        return self.element_count + self.boundary_count

    def is_element(self, node: int) -> bool:
        return node < self.element_count

    def ancestors(self, node: int) -> list[int]:
        """The boundaries around a node, innermost first; the root is not among them."""
        found = []
        while (node := self.parent[node]) != self.root:
            found.append(node)
        return found


def nesting_of(graph: SystemGraph) -> Nesting:
    """A boundary that claims to stand inside itself, or in one that is not there, stands at the root."""
    first = len(graph.elements)
    number = {boundary.id: first + index for index, boundary in enumerate(graph.boundaries)}
    root = first + len(graph.boundaries)
    parent = [number.get(element.boundary or "", root) for element in graph.elements]
    parent += [number.get(boundary.parent or "", root) for boundary in graph.boundaries]
    _cut_circles(graph.boundaries, parent, first, root)
    children: list[list[int]] = [[] for _ in range(root + 1)]
    for node, container in enumerate(parent):
        children[container].append(node)
    order = [root]
    for container in order:  # The list grows while it is walked: breadth first, without recursion.
        order.extend(child for child in children[container] if child >= first)
    return Nesting(first, len(graph.boundaries), tuple(parent), tuple(map(tuple, children)), tuple(order))


def _cut_circles(boundaries: tuple[Boundary, ...], parent: list[int], first: int, root: int) -> None:
    settled = {root}
    for start in range(first, first + len(boundaries)):
        trail: list[int] = []
        node = start
        while node not in settled:
            if node in trail:
                parent[trail[-1]] = root
                break
            trail.append(node)
            node = parent[node]
        settled.update(trail)
