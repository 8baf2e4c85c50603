"""How much hangs on an object, and how open it is to what may go wrong there. Pure: no Django here."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np

from apps.analysis.arrays import Bools, Floats, Ints, column
from apps.analysis.saying import Sayings
from apps.catalog.taxonomy import VOCABULARY
from apps.systems.graph import AttributeValue
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
LED_TO = 2  # What an element leads to counts, but less than what it does itself.
# What a value of an attribute tells of the stake, a column each; see `_telling`.
DATA_DEGREE, ACTION_DEGREE, DECISION_DEGREE, DECIDES, IS_CRITICAL, SAYS_CRITICAL, LIES_OPEN, FIRST_SIGN = range(8)
# Signs that little holds back what goes wrong by itself.
SIGNS: tuple[tuple[str, frozenset[AttributeValue]], ...] = (
    ("open_world", frozenset({True})),
    ("domain_shift", frozenset({True})),
    ("autonomy", frozenset({"veto", "autonomous"})),
    ("oversight", frozenset({"none"})),
    ("feedback_loop", frozenset({True})),
    ("exposure", OPEN_EXPOSURE),
)
PROPERTIES = {name: number for number, name in enumerate(VOCABULARY.properties)}


def worst(value: Any, degrees: Mapping[str, int]) -> int:
    if isinstance(value, tuple):
        return max([degrees.get(item, 0) for item in value], default=0)
    return degrees.get(value, 0)


def concern(harms: tuple[str, ...]) -> int:
    """Which groups these harms belong to: bits 1 data, 2 action, 4 people."""
    groups = (ABOUT_DATA, ABOUT_ACTION, ABOUT_PEOPLE)
    return sum(1 << place for place, group in enumerate(groups) if not group.isdisjoint(harms))


def _telling(name: str, value: AttributeValue) -> tuple[int, ...]:
    return (
        worst(value, DATA) if name == "data_classes" else 0,
        worst(value, ACTIONS) if name == "action_impact" else 0,
        worst(value, DECISIONS) if name == "decision_effect" else 0,
        name == "decision_effect",
        name == "safety_critical" and value is True,
        name == "safety_critical",
        (name == "untrusted_content" and value is True) or (name == "exposure" and value in OPEN_EXPOSURE),
        *(name == sign and value in telling for sign, telling in SIGNS),
    )


class Stakes:
    """Of every object, by its number: how bad it would be, and 0 to 1 how open it lies to each source."""

    def __init__(self, sayings: Sayings) -> None:
        self.sayings = sayings
        self.graph = sayings.graph
        self._told = sayings.told(_telling)

    @cached_property
    def degrees(self) -> Ints:
        """0 to 4, for each set of concerns (by its bits): how bad it would be if such a thing were harmed here."""
        told, whole = self._told, self._told[-1]  # The system says for the others what they do not say.
        critical = np.where(told[:, SAYS_CRITICAL], told[:, IS_CRITICAL], whole[IS_CRITICAL])
        people = np.where(told[:, DECIDES], told[:, DECISION_DEGREE], whole[DECISION_DEGREE])
        data, action, body = told[:, DATA_DEGREE].copy(), told[:, ACTION_DEGREE].copy(), 3 * critical
        leading = self.sayings.elements(self.graph.reaches_high_impact.steps)
        action[leading] = np.maximum(action[leading], LED_TO)
        for number, (held, _, loss) in self._held.items():
            data[number], body[number] = max(data[number], held), max(body[number], loss)
        by_concern = [body, np.maximum(body, data), np.maximum(body, action), np.maximum.reduce((body, data, action))]
        return np.stack([*by_concern, *[np.maximum(one, people) for one in by_concern]], axis=1)

    @cached_property
    def needs(self) -> Ints:
        """0 to 3, for each property: how much the assets that an object holds need it."""
        found = np.zeros((self.sayings.count, len(PROPERTIES)), dtype=np.int64)
        for number, (_, needs, _) in self._held.items():
            for name, degree in needs.items():
                found[number, PROPERTIES[name]] = degree
        return found

    @cached_property
    def holds_what_is_needed(self) -> Bools:
        return np.asarray(self.needs.any(axis=1))

    @cached_property
    def to_attack(self) -> Floats:
        """How open each lies to people who want harm. A flow lies as open as the more open of its ends."""
        reached = self.graph.reached_by_untrusted
        far: dict[str, int] = {}
        for identity, before in reached.steps.items():  # The one before it always stands before it.
            far[identity] = 1 if before is None else far[before] + 1
        open_ = np.full(self.sayings.flows_from, 0.2)
        open_[self.sayings.elements(reached.unknown)] = 0.4
        open_[self.sayings.elements(far)] = np.where(column(list(far.values())) <= 2, 0.8, 0.6)
        open_[self._told[: len(open_), LIES_OPEN] > 0] = 1.0
        return self._with_flows(open_)

    @cached_property
    def to_the_world(self) -> Floats:
        """How open each lies to conditions that bring harm about."""
        signs = self._told[: self.sayings.flows_from, FIRST_SIGN:].sum(axis=1)
        return self._with_flows(np.minimum(1.0, 0.4 + 0.3 * signs))

    def _with_flows(self, open_: Floats) -> Floats:
        flows = np.maximum(open_[self.sayings.sources], open_[self.sayings.targets])
        return np.concatenate((open_, flows, [0.5]))

    @cached_property
    def _held(self) -> Mapping[int, tuple[int, Mapping[str, int], int]]:
        """Per object that holds assets: degree of the data, degree by property, degree of the losses."""
        loss_by_asset: dict[str, int] = {}
        for loss in self.graph.losses:
            degree = min(4, max(loss.impact.values(), default=2) + loss.irreversible - 1)
            for identity in loss.assets:
                loss_by_asset[identity] = max(degree, loss_by_asset.get(identity, 0))
        held: dict[int, tuple[int, Mapping[str, int], int]] = {}
        for holder, assets in self.graph.assets_by_holder.items():
            needs: dict[str, int] = {}
            for name, level in (need for asset in assets for need in asset.needs.items()):
                needs[name] = max(NEEDS.get(level, 0), needs.get(name, 0))
            data = max(worst(asset.data_classes, DATA) for asset in assets)
            number = self.sayings.element_at.get(holder, self.sayings.flow_at.get(holder))
            if number is None:  # It was deleted since.
                continue
            held[number] = (data, needs, max(loss_by_asset.get(asset.id, 0) for asset in assets))
        return held
