"""The order of suggestions and the score that says why: certain before possible, by kind alone last. No Django.

Inside a tier: how specific the match is, what hangs on the place, how open it lies, how widely the pattern is known.
A pattern that comes again elsewhere counts less the second time, and a threat and a hazard that are counterparts at one
place draw each other up, so that they stand near each other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from apps.analysis.matching import Match
from apps.analysis.merging import Merged
from apps.analysis.stakes import Stakes
from apps.analysis.suggestions import LEVELS, Level
from apps.catalog.knowledge import Catalogue, Entry

TIERS = ((50.0, 100.0), (15.0, 50.0), (0.0, 15.0))  # Scores of what is certain, possible, and by kind alone.
SPECIFIC, GRAVE, OPEN, KNOWN = 0.2, 0.25, 0.25, 0.3
CLASSIC = 0.8  # What an entry that is not about AI is worth beside those that are.
AGAIN = 0.6  # What remains of the worth of a pattern each time that it comes again.
DRAWN = 0.5  # How far a counterpart is drawn towards the better one.
MANY_FRAMEWORKS = 6
WIDE_OPEN = 0.8


@dataclass(frozen=True, slots=True)
class Ranked:
    merged: Merged
    tier: int
    worth: float  # 0–1, inside the tier
    level: Level
    order: int  # of discovery; breaks ties

    @property
    def is_certain(self) -> bool:
        return self.tier == 0

    @property
    def score(self) -> float:
        low, high = TIERS[self.tier]
        return round(low + (high - low) * min(self.worth, 0.999), 2)


def ranked(merged: Iterable[Merged], stakes: Stakes, catalogue: Catalogue) -> list[Ranked]:
    """Best first."""
    found = [_first_look(one, stakes, order) for order, one in enumerate(merged)]
    found = list(_drawn_together(_less_again(found), catalogue))
    return sorted(found, key=_place)


def _place(one: Ranked) -> tuple[int, float, str, int]:
    return one.tier, -one.score, one.merged.match.rule.entry.slug, one.order


def _first_look(merged: Merged, stakes: Stakes, order: int) -> Ranked:
    match = merged.match
    entry = match.rule.entry
    degree = stakes.consequence(match.target_type, match.target, entry.harms)
    exposure = stakes.exposure(match.target_type, match.target, entry.source)
    worth = SPECIFIC * _specificity(match) + GRAVE * degree / 4 + OPEN * exposure + KNOWN * _known(entry)
    worth *= CLASSIC if entry.family == "classic" else 1
    tier = _tier(match)
    return Ranked(merged, tier, worth, _level(tier, degree, exposure), order)


def _tier(match: Match) -> int:
    if not match.rule.tests:
        return 2
    return 0 if match.is_certain else 1


def _specificity(match: Match) -> float:
    """Each condition that holds halves the doubt; each one that is unknown brings half of it back."""
    return float(1 - 0.5**match.held) * 0.7 ** match.open.bit_count()


def _known(entry: Entry) -> float:
    """Patterns that many frameworks describe are those that teams meet most."""
    frameworks = {reference.framework.key for reference in entry.references}
    return min(len(frameworks), MANY_FRAMEWORKS) / MANY_FRAMEWORKS


def _level(tier: int, degree: int, exposure: float) -> Level:
    """A first guess before anybody has estimated: what hangs on it, one more where it lies open, less where unsure."""
    step = max(1, degree) - 1 + (exposure >= WIDE_OPEN) - tier
    return LEVELS[max(0, min(step, 3))]


def _less_again(found: list[Ranked]) -> list[Ranked]:
    times: dict[str, int] = {}
    lessened = []
    for one in sorted(found, key=_place):
        slug = one.merged.match.rule.entry.slug
        lessened.append(replace(one, worth=one.worth * AGAIN ** times.get(slug, 0)))
        times[slug] = times.get(slug, 0) + 1
    return lessened


def _drawn_together(found: list[Ranked], catalogue: Catalogue) -> Iterator[Ranked]:
    by_place = {(one.merged.match.rule.entry.slug, one.merged.match.target): one for one in found}
    others = catalogue.counterparts
    for one in found:
        match = one.merged.match
        best = one.worth
        for slug in others.get(match.rule.entry.slug, ()):
            other = by_place.get((slug, match.target))
            if other is not None and other.tier == one.tier:
                best = max(best, other.worth)
        yield replace(one, worth=one.worth + DRAWN * (best - one.worth)) if best > one.worth else one
