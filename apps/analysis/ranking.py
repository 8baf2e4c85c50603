"""The order of suggestions and the score that says why: certain before possible, by kind alone last. No Django.

Inside a tier: how specific the match is, what hangs on the place, how open it lies, how widely the pattern is known.
A pattern that comes again elsewhere counts less the second time, and a threat and a hazard that are counterparts at one
place draw each other up, so that they stand near each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from apps.analysis.matches import BY_KIND_ALONE, CERTAIN, POSSIBLE, TIERS, Match, asked_by, unknown_in
from apps.analysis.stakes import Stakes, concern
from apps.catalog.knowledge import MOST_CONDITIONS, Catalogue, Entry

SPECIFIC, GRAVE, OPEN, KNOWN = 0.2, 0.25, 0.25, 0.3
CLASSIC = 0.8  # What an entry that is not about AI is worth beside those that are.
AGAIN = 0.6  # What remains of the worth of a pattern each time that it comes again.
DRAWN = 0.5  # How far a counterpart is drawn towards the better one.
MANY_FRAMEWORKS = 6
# By conditions that hold and that are unknown: each that holds halves the doubt, each unknown one takes part back.
SPECIFICITY = [
    [SPECIFIC * (1 - 0.5**held) * 0.7**unknown for unknown in range(MOST_CONDITIONS + 1)]
    for held in range(MOST_CONDITIONS + 1)
]


class Ranking:
    """What of the order hangs on the catalogue alone, worked out once for many systems."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.weights = [_weight(entry) for entry in catalogue.entries.values()]
        number = {slug: place for place, slug in enumerate(catalogue.entries)}
        self.counterparts: list[set[int]] = [set() for _ in number]
        for link in catalogue.links:
            self.counterparts[number[link.threat]].add(number[link.hazard])
            self.counterparts[number[link.hazard]].add(number[link.threat])

    def ranked(self, matches: Sequence[Match], stakes: Stakes) -> list[Match]:
        """Best first; of equals the one that was found first."""
        weights = self.weights
        for match in matches:
            _look(match, stakes, weights[match.rule.number])
        found = in_order(matches)
        _lessen_what_comes_again(found)
        self._draw_together(found)
        return in_order(found)

    def _draw_together(self, found: list[Match]) -> None:
        """Each gets half of what its best counterpart at the same place was ahead, before anybody was drawn."""
        at_place: dict[str, dict[int, Match]] = {}
        for match in found:
            at_place.setdefault(match.target, {})[match.rule.number] = match
        counterparts = self.counterparts
        for together in at_place.values():
            drawn = []
            for number, match in together.items() if len(together) > 1 else ():
                best = match.worth
                for other in counterparts[number] & together.keys():
                    counterpart = together[other]
                    if counterpart.worth > best and counterpart.tier == match.tier:
                        best = counterpart.worth
                if best > match.worth:
                    drawn.append((match, best))
            for match, best in drawn:
                match.worth += DRAWN * (best - match.worth)


def in_order(matches: Iterable[Match]) -> list[Match]:
    """By tier, then by worth; of equals the one that stood first."""
    tiers: list[list[Match]] = [[] for _ in TIERS]
    for match in matches:
        tiers[match.tier].append(match)
    for tier in tiers:
        tier.sort(key=attrgetter("worth"), reverse=True)
    return [match for tier in tiers for match in tier]


@dataclass(frozen=True, slots=True)
class Weight:
    """What an entry is worth wherever it matches. What many frameworks describe is what teams meet most."""

    known: float
    factor: float
    concern: int
    is_adversarial: bool


def _weight(entry: Entry) -> Weight:
    frameworks = {reference.framework.key for reference in entry.references}
    known = KNOWN * min(len(frameworks), MANY_FRAMEWORKS) / MANY_FRAMEWORKS
    factor = CLASSIC if entry.family == "classic" else 1.0
    return Weight(known, factor, concern(entry.harms), entry.source == "adversarial")


def _look(match: Match, stakes: Stakes, weight: Weight) -> None:
    stake = stakes.known.get(match.target) or stakes.of(match.target_type, match.target)
    degree = stake.degrees[weight.concern]
    if stake.needs:
        degree = stake.consequence(degree, match.rule.entry.harms)
    exposure = stake.to_attack if weight.is_adversarial else stake.to_the_world
    asked, unknown = len(match.rule.tests), match.open.bit_count() if match.open else 0
    if match.route:
        asked, unknown = asked_by(match.rule, match.route), unknown_in(match.open, match.route)
    held = min(asked - unknown, MOST_CONDITIONS)
    worth = SPECIFICITY[held][min(unknown, MOST_CONDITIONS)] + GRAVE / 4 * degree + OPEN * exposure + weight.known
    match.tier = POSSIBLE if unknown else CERTAIN if asked else BY_KIND_ALONE
    match.worth, match.degree, match.exposure = weight.factor * worth, degree, exposure


def _lessen_what_comes_again(found: list[Match]) -> None:
    times: dict[int, int] = {}
    for match in found:
        number = match.rule.number
        seen = times.get(number, 0)
        if seen:
            match.worth *= AGAIN**seen
        times[number] = seen + 1
