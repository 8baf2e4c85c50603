"""How much hangs on an object, and how open it is to what may go wrong there. Pure: no Django here."""

from collections.abc import Mapping
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
    values = value if isinstance(value, tuple) else (value,)
    return max((degrees.get(item, 0) for item in values), default=0)


@cache
def concern(harms: tuple[str, ...]) -> int:
    """Which groups these harms belong to: bits 1 data, 2 action, 4 people."""
    groups = (ABOUT_DATA, ABOUT_ACTION, ABOUT_PEOPLE)
    return sum(1 << place for place, group in enumerate(groups) if not group.isdisjoint(harms))


@dataclass(slots=True, eq=False)
class Stake:
    """Of one object: the degree for each concern, what its assets need, and how open it lies to each source."""

    degrees: list[int]
    needs: Mapping[str, int]
    exposure: Mapping[str, float]

    def consequence(self, harms: tuple[str, ...]) -> int:
        """0 to 4: how bad it would be if one of these properties were harmed here."""
        degree = self.degrees[concern(harms)]
        return max([degree, *(self.needs.get(harm, 0) for harm in harms)]) if self.needs else degree


class Stakes:
    """Looks up, never walks: all of it is linear in the size of the graph."""

    def __init__(self, graph: SystemGraph) -> None:
        self.graph = graph
        self._known: dict[tuple[str, str], Stake] = {}

    def of(self, target_type: str, target: str) -> Stake:
        key = (target_type, target)
        stake = self._known.get(key)
        if stake is None:
            exposure = {source: self._exposure(target_type, target, source) for source in SOURCES}
            needs = self._held.get(target, NO_ASSETS)[1]
            stake = self._known[key] = Stake(self._degrees_of(target_type, target), needs, exposure)
        return stake

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

    def _attributes(self, target_type: str, target: str) -> Attributes:
        if target_type == "element":
            return self.graph.effective(target)
        return self.graph.flow_by_id[target].attributes if target_type == "flow" else self.graph.attributes

    def _degrees_of(self, target_type: str, target: str) -> list[int]:
        attributes = self._attributes(target_type, target)
        held, _, loss = self._held.get(target, NO_ASSETS)
        critical = attributes.get("safety_critical", self.graph.attributes.get("safety_critical")) is True
        data = max(worst(attributes.get("data_classes", ()), DATA), held)
        action = worst(attributes.get("action_impact", ()), ACTIONS)
        if target_type == "element" and self.graph.reaches_high_impact.holds(target):
            action = max(action, LED_TO)
        effect = attributes.get("decision_effect", self.graph.attributes.get("decision_effect", ""))
        people = worst(effect, DECISIONS)
        body = max(loss, 3 if critical else 0)
        degrees = [body, max(body, data), max(body, action), max(body, data, action)]
        return degrees + [max(degree, people) for degree in degrees]

    def _exposure(self, target_type: str, target: str, source: str) -> float:
        """0 to 1: how open the target lies, to people who want harm or to conditions that bring it about."""
        if target_type == "flow":
            flow = self.graph.flow_by_id[target]
            return max(self.of("element", end).exposure[source] for end in (flow.source, flow.target))
        if target_type == "system":
            return 0.5
        return self._to_attack(target) if source == "adversarial" else self._to_the_world(target)

    def _to_attack(self, element: str) -> float:
        attributes = self.graph.effective(element)
        if attributes.get("untrusted_content") is True or attributes.get("exposure") in OPEN_EXPOSURE:
            return 1.0
        reached = self.graph.reached_by_untrusted
        if reached.holds(element):
            return 0.8 if len(reached.way(element)) <= 2 else 0.6
        return 0.4 if reached.holds(element) is None else 0.2

    def _to_the_world(self, element: str) -> float:
        attributes = self.graph.effective(element)
        signs = (
            attributes.get("open_world") is True,
            attributes.get("domain_shift") is True,
            attributes.get("autonomy") in ("veto", "autonomous"),
            attributes.get("oversight") == "none",
            attributes.get("feedback_loop") is True,
            attributes.get("exposure") in OPEN_EXPOSURE,
        )
        return min(1.0, 0.4 + 0.3 * sum(signs))
