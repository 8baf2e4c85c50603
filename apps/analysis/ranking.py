"""The order of suggestions and the score that says why: certain before possible, by kind alone last. No Django.

Inside a tier: how specific the match is, what hangs on the place, how open it lies, how widely the pattern is known.
A pattern that comes again elsewhere counts less the second time, and a threat and a hazard that are counterparts at one
place draw each other up, so that they stand near each other.
"""

from dataclasses import dataclass, field

import numpy as np

from apps.analysis.arrays import Floats, Ints, column, found_at, numbered_within, spread
from apps.analysis.matches import BY_KIND_ALONE, CERTAIN, POSSIBLE
from apps.analysis.merging import Merged
from apps.analysis.stakes import PROPERTIES, Stakes, concern
from apps.catalog.knowledge import Catalogue, Entry

SPECIFIC, GRAVE, OPEN, KNOWN = 0.2, 0.25, 0.25, 0.3
CLASSIC = 0.8  # What an entry that is not about AI is worth beside those that are.
AGAIN = 0.6  # What remains of the worth of a pattern each time that it comes again.
MOST_OFTEN = 100  # From here on nothing to speak of remains.
DRAWN = 0.5  # How far a counterpart is drawn towards the better one.
MANY_FRAMEWORKS = 6
# By how many: what comes again keeps, what each condition that holds adds (half of the doubt), what unknown ones leave.
TIMES = np.arange(MOST_OFTEN + 1)
WHAT_REMAINS, FAITH, UNSURE = AGAIN**TIMES, 1 - 0.5**TIMES, 0.7**TIMES


class Ranking:
    """What of the order hangs on the catalogue alone, worked out once for many systems: by the number of the entry."""

    def __init__(self, catalogue: Catalogue) -> None:
        entries = list(catalogue.entries.values())
        self.known = column([_known(entry) for entry in entries], np.float64)
        self.factor = column([1.0 if entry.family != "classic" else CLASSIC for entry in entries], np.float64)
        self.is_classic = column([entry.family == "classic" for entry in entries], np.bool_)
        self.is_adversarial = column([entry.source == "adversarial" for entry in entries], np.bool_)
        self.concern = column([concern(entry.harms) for entry in entries])
        self.harms = np.zeros((len(entries), len(PROPERTIES)), dtype=np.int64)
        for number, entry in enumerate(entries):
            self.harms[number, [PROPERTIES[harm] for harm in entry.harms]] = 1
        self.counterparts, self.counterparts_from = _counterparts(catalogue)

    def ranked(self, found: Merged, stakes: Stakes) -> "Ranked":
        """Of equals the one that was found first stands first."""
        ranked = self._looked_at(found, stakes)
        first = ranked.order
        again = numbered_within(ranked.entry[first])
        ranked.worth[first] *= WHAT_REMAINS[np.minimum(again, MOST_OFTEN)]
        self._draw_together(ranked)
        ranked.order = ranked.in_order(first)
        return ranked

    def _looked_at(self, found: Merged, stakes: Stakes) -> "Ranked":
        hits, stands = found.hits, found.stands
        at, entry, unknown = hits.object[stands], hits.entry[stands], hits.unknown[stands]
        held = np.maximum(hits.asked[stands] - unknown, 0)
        degree = stakes.degrees[at, self.concern[entry]]
        needed = np.flatnonzero(stakes.holds_what_is_needed[at])
        if len(needed):
            most = (stakes.needs[at[needed]] * self.harms[entry[needed]]).max(axis=1)
            degree[needed] = np.maximum(degree[needed], most)
        exposure = np.where(self.is_adversarial[entry], stakes.to_attack[at], stakes.to_the_world[at])
        specific = SPECIFIC * FAITH[np.minimum(held, MOST_OFTEN)] * UNSURE[np.minimum(unknown, MOST_OFTEN)]
        worth = self.factor[entry] * (specific + GRAVE / 4 * degree + OPEN * exposure + self.known[entry])
        tier = np.where(unknown > 0, POSSIBLE, np.where(hits.asked[stands] > 0, CERTAIN, BY_KIND_ALONE))
        return Ranked(stands, at, entry, tier, worth, degree, exposure)

    def _draw_together(self, ranked: "Ranked") -> None:
        """Each gets half of what its best counterpart at the same place was ahead, before anybody was drawn."""
        entries = len(self.known)
        keys = ranked.object * entries + ranked.entry
        order = np.argsort(keys)
        starts, counts = self.counterparts_from[:-1], np.diff(self.counterparts_from)
        one, place = spread(starts[ranked.entry], counts[ranked.entry])
        wanted = ranked.object[one] * entries + self.counterparts[place]
        hit, other = found_at(wanted, keys[order])
        one, other = one[hit], order[other]
        alike = ranked.tier[one] == ranked.tier[other]
        best = ranked.worth.copy()
        np.maximum.at(best, one[alike], ranked.worth[other[alike]])
        ranked.worth += DRAWN * (best - ranked.worth)


@dataclass(slots=True)
class Ranked:
    """What was found, a place in each array, and what it is worth."""

    hit: Ints  # the place of the hit that it stands on
    object: Ints
    entry: Ints
    tier: Ints
    worth: Floats  # 0 to 1 inside the tier
    degree: Ints
    exposure: Floats

    order: Ints = field(init=False)  # the places, best first

    def __post_init__(self) -> None:
        self.order = self.in_order(np.arange(len(self.worth)))

    def in_order(self, places: Ints) -> Ints:
        """By tier, then by worth; of equals the one that stands first."""
        order: Ints = np.lexsort((-self.worth[places], self.tier[places]))
        return places[order]


def _known(entry: Entry) -> float:
    """What many frameworks describe is what teams meet most."""
    frameworks = {reference.framework.key for reference in entry.references}
    return KNOWN * min(len(frameworks), MANY_FRAMEWORKS) / MANY_FRAMEWORKS


def _counterparts(catalogue: Catalogue) -> tuple[Ints, Ints]:
    """The numbers of each entry's counterparts, one entry after the other, and where those of each begin."""
    number = {slug: place for place, slug in enumerate(catalogue.entries)}
    pairs = {(number[link.threat], number[link.hazard]) for link in catalogue.links}
    both = sorted(pairs | {(hazard, threat) for threat, hazard in pairs})
    owners, others = column([one for one, _ in both]), column([other for _, other in both])
    return others, np.searchsorted(owners, np.arange(len(number) + 1))
