"""How much hangs on an object, and how open it is to what may go wrong there. Pure: no Django here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from apps.systems.graph import Attributes, SystemGraph
from apps.systems.reachability import OPEN_EXPOSURE

# Degrees of consequence: 0 nothing known, 1 minor, 2 serious, 3 grave, 4 severe.
NEEDS = {"low": 1, "medium": 2, "high": 3}
DATA = {
    "personal": 2,
    "confidential": 2,
    "copyrighted": 1,
    "special_category": 3,
    "children": 3,
    "credentials": 3,
    "dual_use": 3,
}
ACTIONS = {"reversible": 1, "irreversible": 3, "financial": 3, "code_execution": 3, "physical": 4}
DECISIONS = {"informational": 0, "consequential": 2, "legal": 3}
ABOUT_DATA = frozenset({"confidentiality", "privacy", "data_provenance"})
ABOUT_ACTION = frozenset({"integrity", "controllability", "availability", "alignment", "physical_safety"})
ABOUT_PEOPLE = frozenset({"fairness", "transparency", "privacy", "reliability", "output_consistency", "alignment"})
SOURCES = ("adversarial", "unintended")
NO_ASSETS: tuple[int, Mapping[str, int], int] = (0, {}, 0)
LED_TO = 2  # What an element leads to counts, but less than what it does itself.


def worst(value: Any, degrees: Mapping[str, int]) -> int:
    if isinstance(value, tuple):
        return max([degrees.get(item, 0) for item in value], default=0)
    return degrees.get(value, 0)


def concern(harms: tuple[str, ...]) -> int:
    """Which groups these harms belong to: bits 1 data, 2 action, 4 people."""
    groups = (ABOUT_DATA, ABOUT_ACTION, ABOUT_PEOPLE)
    return sum(1 << place for place, group in enumerate(groups) if not group.isdisjoint(harms))


@dataclass(slots=True, eq=False)
class Stake:
    """Of one object: the degree for each concern, what its assets need, and 0 to 1 how open it lies to each source."""

    degrees: Sequence[int]
    needs: Mapping[str, int]
    to_attack: float
    to_the_world: float

    def consequence(self, degree: int, harms: tuple[str, ...]) -> int:
        """0 to 4: how bad it would be if one of these properties were harmed here, by what its assets need too."""
        return max([degree, *(self.needs.get(harm, 0) for harm in harms)])


class Stakes:
    """Looks up, never walks: all of it is linear in the size of the graph."""

    def __init__(self, graph: SystemGraph) -> None:
        self.graph = graph
        self.known: dict[str, Stake] = {}

    def of(self, target_type: str, target: str) -> Stake:
        stake = self.known.get(target)
        if stake is None:
            stake = self.known[target] = (
                self._of_flow(target) if target_type == "flow" else self._stake(target_type, target)
            )
        return stake

    def _of_flow(self, target: str) -> Stake:
        """A flow lies as open as the more open of its ends."""
        flow = self.graph.flow_by_id[target]
        one, other = self.of("element", flow.source), self.of("element", flow.target)
        return Stake(
            self._degrees(target, flow.attributes, 0),
            self._held.get(target, NO_ASSETS)[1],
            max(one.to_attack, other.to_attack),
            max(one.to_the_world, other.to_the_world),
        )

    def _stake(self, target_type: str, target: str) -> Stake:
        needs = self._held.get(target, NO_ASSETS)[1]
        if target_type == "system":
            return Stake(self._degrees(target, self.graph.attributes, 0), needs, 0.5, 0.5)
        attributes = self.graph.effective(target)
        led_to = LED_TO if target in self.graph.reaches_high_impact.steps else 0
        degrees = self._degrees(target, attributes, led_to)
        return Stake(degrees, needs, self._to_attack(target, attributes), _to_the_world(attributes))

    @cached_property
    def _held(self) -> Mapping[str, tuple[int, Mapping[str, int], int]]:
        """Per object that holds assets: degree of the data, degree by property, degree of the losses."""
        loss_by_asset: dict[str, int] = {}
        for loss in self.graph.losses:
            degree = min(4, max(loss.impact.values(), default=2) + loss.irreversible - 1)
            for identity in loss.assets:
                loss_by_asset[identity] = max(degree, loss_by_asset.get(identity, 0))
        held: dict[str, tuple[int, Mapping[str, int], int]] = {}
        for holder, assets in self.graph.assets_by_holder.items():
            needs: dict[str, int] = {}
            for name, level in (need for asset in assets for need in asset.needs.items()):
                needs[name] = max(NEEDS.get(level, 0), needs.get(name, 0))
            data = max(worst(asset.data_classes, DATA) for asset in assets)
            held[holder] = (data, needs, max(loss_by_asset.get(asset.id, 0) for asset in assets))
        return held

    def _degrees(self, target: str, attributes: Attributes, led_to: int) -> Sequence[int]:
        held, _, loss = self._held.get(target, NO_ASSETS)
        whole = self.graph.attributes
        critical = attributes.get("safety_critical", whole.get("safety_critical")) is True
        data = max(worst(attributes.get("data_classes", ()), DATA), held)
        action = max(worst(attributes.get("action_impact", ()), ACTIONS), led_to)
        people = DECISIONS.get(attributes.get("decision_effect", whole.get("decision_effect", "")), 0)  # type: ignore[arg-type]  # It is no set.
        body = max(loss, 3 if critical else 0)
        return _by_concern(body, data, action, people)

    def _to_attack(self, element: str, attributes: Attributes) -> float:
        """How open it lies to people who want harm."""
        if attributes.get("untrusted_content") is True or attributes.get("exposure") in OPEN_EXPOSURE:
            return 1.0
        reached = self.graph.reached_by_untrusted
        if element in reached.steps:
            return 0.8 if len(reached.way(element)) <= 2 else 0.6
        return 0.4 if element in reached.unknown else 0.2


def _to_the_world(attributes: Attributes) -> float:
    """How open it lies to conditions that bring harm about."""
    signs = (
        attributes.get("open_world") is True,
        attributes.get("domain_shift") is True,
        attributes.get("autonomy") in ("veto", "autonomous"),
        attributes.get("oversight") == "none",
        attributes.get("feedback_loop") is True,
        attributes.get("exposure") in OPEN_EXPOSURE,
    )
    return min(1.0, 0.4 + 0.3 * sum(signs))


@cache
def _by_concern(body: int, data: int, action: int, people: int) -> Sequence[int]:
    """The degree for each set of concerns, by its bits."""
    degrees = [body, max(body, data), max(body, action), max(body, data, action)]
    return tuple(degrees + [max(degree, people) for degree in degrees])
