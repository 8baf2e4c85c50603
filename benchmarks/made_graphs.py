"""Systems of any size for the benchmarks: always the same for the same size, with attributes as modellers set them."""

import random

from apps.catalog.taxonomy import VOCABULARY, AttributeSpec, allowed_attributes
from apps.systems.graph import AttributeValue, Boundary, Element, Flow, SystemGraph

SHARE_SET = 0.3  # Of the attributes that a kind may carry; people set about as many by hand.
PER_BOUNDARY = 12
FLOWS_PER_ELEMENT = 1.5
REACH = 20  # Flows connect elements that stand near each other, as in real pictures.


def made_graph(elements: int, seed: int = 1) -> SystemGraph:
    chance = random.Random(seed)
    kinds = list(VOCABULARY.kinds)
    boundaries = [
        Boundary(id=f"b{number}", name=f"Zone {number}", trust=chance.choice(VOCABULARY.boundary_trust))
        for number in range(max(1, elements // PER_BOUNDARY))
    ]
    nodes = []
    for number in range(elements):
        kind = chance.choice(kinds)
        boundary = boundaries[min(number // PER_BOUNDARY, len(boundaries) - 1)].id
        name = f"{VOCABULARY.kinds[kind].label} {number}"
        attributes = _attributes(kind, chance)
        nodes.append(Element(id=f"e{number}", name=name, kind=kind, boundary=boundary, attributes=attributes))
    flows = []
    for number in range(int(elements * FLOWS_PER_ELEMENT)):
        source = chance.randrange(elements)
        target = min(elements - 1, max(0, source + chance.choice((-1, 1)) * chance.randint(1, REACH)))
        flows.append(
            Flow(
                id=f"f{number}",
                name=f"data {number}",
                source=f"e{source}",
                target=f"e{target}",
                attributes=_attributes("flow", chance),
            )
        )
    return SystemGraph(name="Made", boundaries=tuple(boundaries), elements=tuple(nodes), flows=tuple(flows))


def _attributes(kind: str, chance: random.Random) -> dict[str, AttributeValue]:
    specs = allowed_attributes(kind).values()
    return {spec.name: _value(spec, chance) for spec in specs if chance.random() < SHARE_SET}


def _value(spec: AttributeSpec, chance: random.Random) -> AttributeValue:
    if spec.type == "bool":
        return chance.random() < 0.5
    if spec.type == "enum":
        return chance.choice(spec.values)
    return tuple(chance.sample(spec.values, k=min(2, len(spec.values))))
