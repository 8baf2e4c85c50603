"""A suggestion that recorded treatments speak against stands lower in its tier, and says so. Pure: no Django here."""

from collections import defaultdict
from collections.abc import Iterable
from math import prod

from apps.analysis.credits import Credit, RecordedTreatment
from apps.analysis.found import Found
from apps.catalog.knowledge import Catalogue, Control, Entry

REMAINS = {"in_place": 0.85, "verified": 0.7}  # Of the worth, for each control.
LEAST = 0.4  # Of the worth, however many controls there are: what is treated can still fail.


class Lowering:
    def __init__(self, treatments: Iterable[RecordedTreatment], catalogue: Catalogue) -> None:
        self._at: dict[tuple[str, str], list[Credit]] = defaultdict(list)  # By place and entry, the strongest first.
        for treatment in sorted(treatments, key=_strongest_first):
            control = catalogue.controls.get(treatment.control)
            for slug in control.treats if control else ():
                if control and slug in catalogue.entries and _helps(control, catalogue.entries[slug]):
                    for place in treatment.places:
                        self._at[place, slug].append(Credit(treatment, control, place))

    def lower(self, found: Found) -> None:
        """None changes its tier, so that none is lost by being treated."""
        for number in range(len(found)) if self._at else ():
            counted = self._counted(found.entry(number).slug, found.places(number))
            if counted:
                found.lower(number, max(LEAST, prod(REMAINS[credit.treatment.state] for credit in counted)))
                found.credits[number] = counted

    def _counted(self, entry: str, places: Iterable[str]) -> tuple[Credit, ...]:
        """Each control once, by its strongest treatment at any of the places."""
        met = [credit for place in places for credit in self._at.get((place, entry), ())]
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
