"""A suggestion that recorded treatments speak against stands lower in its tier, and says so. Pure: no Django here."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod
from typing import Literal

from apps.analysis.matches import Match
from apps.analysis.ranking import in_order
from apps.catalog.knowledge import Catalogue, Control, Entry

REMAINS = {"in_place": 0.85, "verified": 0.7}  # Of the worth, for each control.
LEAST = 0.4  # Of the worth, however many controls there are: what is treated can still fail.


@dataclass(frozen=True, slots=True)
class RecordedTreatment:
    """A control that people say works against a finding, and where: the ids of what the finding is about."""

    control: str  # slug
    state: Literal["in_place", "verified"]
    finding: str  # its mark, "T-12"
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """What a treatment counts for: the control as the catalogue has it, and the place where it meets a suggestion."""

    treatment: RecordedTreatment
    control: Control
    place: str


class Lowering:
    """`credits` grows with each list that is lowered: what counted against which of its matches."""

    def __init__(self, treatments: Iterable[RecordedTreatment], catalogue: Catalogue) -> None:
        self.credits: dict[Match, tuple[Credit, ...]] = {}
        self._at: dict[tuple[str, str], list[Credit]] = defaultdict(list)  # By place and entry, the strongest first.
        for treatment in sorted(treatments, key=_strongest_first):
            control = catalogue.controls.get(treatment.control)
            for slug in control.treats if control else ():
                if control and slug in catalogue.entries and _helps(control, catalogue.entries[slug]):
                    for place in treatment.places:
                        self._at[place, slug].append(Credit(treatment, control, place))

    def lowered(self, found: Sequence[Match]) -> list[Match]:
        """The same matches in their new order. None changes its tier, so that none is lost by being treated."""
        for match in found:
            counted = self._counted(match)
            if counted:
                self.credits[match] = counted
                match.worth *= max(LEAST, prod(REMAINS[credit.treatment.state] for credit in counted))
        return in_order(found)

    def _counted(self, match: Match) -> tuple[Credit, ...]:
        """Each control once, by its strongest treatment at any place of the match."""
        entry = match.rule.entry.slug
        met = [credit for place in (match.target, *match.also) for credit in self._at.get((place, entry), ())]
        strongest: dict[str, Credit] = {}
        for credit in sorted(met, key=lambda credit: _strongest_first(credit.treatment)) if met else ():
            strongest.setdefault(credit.control.slug, credit)
        return tuple(strongest.values())


def _strongest_first(treatment: RecordedTreatment) -> tuple[float, str, str]:
    return REMAINS[treatment.state], treatment.control, treatment.finding


def _helps(control: Control, entry: Entry) -> bool:
    """A control can treat an entry of one side and hurt the other; it counts only on the side that it helps."""
    effect = control.effect_on_adversarial if entry.source == "adversarial" else control.effect_on_unintended
    return effect == "helps"
