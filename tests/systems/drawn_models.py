"""Models to draw: small ones by hand, the measured cases where they are at hand, and large ones by number."""

import random
from pathlib import Path

from apps.catalog.taxonomy import VOCABULARY
from apps.interchange.formats.bifocal_model import read
from apps.systems.graph import Boundary, Element, Flow, SystemGraph

CASES = sorted((Path(__file__).resolve().parents[3] / "shared" / "bench").glob("*/*.json"))


def case(path: Path) -> SystemGraph:
    return read(path.read_bytes())


def assistant() -> SystemGraph:
    """Nested boundaries, both directions between two elements, an element outside all, and a flow to itself."""
    return SystemGraph(
        name="Refund assistant",
        boundaries=(
            Boundary(id="net", name="Internet", trust="untrusted"),
            Boundary(id="cloud", name="Our cloud", trust="internal"),
            Boundary(id="safe", name="Payment zone", trust="restricted", parent="cloud"),
            Boundary(id="empty", name="Nothing here yet"),
        ),
        elements=(
            Element(id="mail", name="Customer e-mail", kind="external_source", boundary="net"),
            Element(id="agent", name="Refund agent", kind="agent", boundary="cloud"),
            Element(id="model", name="Language model", kind="foundation_model", boundary="cloud"),
            Element(id="pay", name="Payment tool", kind="tool", boundary="safe"),
            Element(id="books", name="Ledger", kind="datastore", boundary="safe", out_of_scope=True),
            Element(id="customer", name="Customer", kind="affected_person"),
        ),
        flows=(
            Flow(id="f1", name="messages", source="mail", target="agent"),
            Flow(id="f2", name="prompt", source="agent", target="model"),
            Flow(id="f3", name="answer", source="model", target="agent"),
            Flow(id="f4", name="refund order", source="agent", target="pay", attributes={"control_action": True}),
            Flow(id="f5", name="booking", source="pay", target="books", bidirectional=True),
            Flow(id="f6", name="money", source="pay", target="customer"),
            Flow(id="f7", name="plan again", source="agent", target="agent"),
        ),
    )


def large(elements: int, flows: int, boundaries: int) -> SystemGraph:
    """Boundaries in two levels; most flows stay inside one. The same numbers give the same model."""
    chance = random.Random(1)  # noqa: S311 - Not a secret: the same numbers have to give the same model.
    outer = max(1, boundaries // 3)
    zones = tuple(
        Boundary(id=f"b{index}", name=f"Zone {index}", parent=f"b{chance.randrange(outer)}" if index >= outer else None)
        for index in range(boundaries)
    )
    kinds = sorted(VOCABULARY.kinds)
    things = tuple(
        Element(
            id=f"e{index}", name=f"Element number {index}", kind=chance.choice(kinds), boundary=f"b{index % boundaries}"
        )
        for index in range(elements)
    )
    ends = []
    for _ in range(flows):
        source = chance.randrange(elements)
        near = (source + boundaries * chance.randrange(1, 5)) % elements
        ends.append((source, near if chance.random() < 0.7 else chance.randrange(elements)))
    lines = tuple(
        Flow(id=f"f{index}", name=f"flow {index}", source=f"e{source}", target=f"e{target}")
        for index, (source, target) in enumerate(ends)
    )
    return SystemGraph(name="Large", boundaries=zones, elements=things, flows=lines)
