"""A plan says in which layer and row of its container each node stands; its cells are one grid for all elements."""

from dataclasses import dataclass
from typing import Self

from apps.systems.drawing.nesting import Nesting


@dataclass(slots=True)
class Cells:
    """Where a plan puts things, in whole columns and rows. Boxes of unrelated boundaries never share a cell."""

    columns: list[int]  # of the left upper cell of every node, elements first
    rows: list[int]
    widths: list[int]
    heights: list[int]
    leads: list[int]  # empty rows that a container asks for above itself

    @property
    def column_count(self) -> int:
        return self.widths[-1]

    @property
    def row_count(self) -> int:
        return self.heights[-1]


@dataclass(slots=True)
class Plan:
    """For each container its layers from left to right, each a list of nodes from top to bottom."""

    nesting: Nesting
    layers: dict[int, list[list[int]]]
    offsets: list[int]  # empty rows above a node, inside its layer

    def copy(self) -> Self:
        layers = {container: [list(layer) for layer in lists] for container, lists in self.layers.items()}
        return type(self)(self.nesting, layers, list(self.offsets))

    def cells(self) -> Cells:
        nesting = self.nesting
        count = nesting.root + 1
        cells = Cells([0] * count, [0] * count, [1] * count, [1] * count, [0] * count)
        for container in reversed(nesting.outermost_first):
            self._measure(container, cells)
        for container in nesting.outermost_first:
            column, row = cells.columns[container], cells.rows[container]
            for child in nesting.children[container]:
                cells.columns[child] += column
                cells.rows[child] += row
        return cells

    def _measure(self, container: int, cells: Cells) -> None:
        """Stack the children of one container, in its own coordinates."""
        widths, heights, layers = cells.widths, cells.heights, self.layers[container]
        offsets, leads = self.offsets, cells.leads
        # Rows that are empty in every layer belong above the container, not inside it.
        lead = min((offsets[layer[0]] + leads[layer[0]] for layer in layers), default=0)
        column = tallest = 0
        for layer in layers:
            row, widest = -lead, 0
            for child in layer:
                row += offsets[child] + leads[child]
                cells.columns[child] = column
                cells.rows[child] = row
                row += heights[child]
                widest = max(widest, widths[child])
            column += widest
            tallest = max(tallest, row)
        widths[container] = max(1, column)
        heights[container] = max(1, tallest)
        cells.leads[container] = lead
