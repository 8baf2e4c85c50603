"""The order of suggestions and the score that says why: certain before possible, by kind alone last. No Django.

Inside a tier: how specific the match is, what hangs on the place, how open it lies, how widely the pattern is known.
A pattern that comes again elsewhere counts less the second time, and a threat and a hazard that are counterparts at one
place draw each other up, so that they stand near each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from apps.analysis.merging import Merged
from apps.analysis.stakes import Stakes
from apps.analysis.suggestions import LEVELS, Level
from apps.catalog.knowledge import Catalogue, Entry

CERTAIN, POSSIBLE, BY_KIND_ALONE = 0, 1, 2
TIERS = ((50.0, 100.0), (15.0, 50.0), (0.0, 15.0))  # The scores of each.
SPECIFIC, GRAVE, OPEN, KNOWN = 0.2, 0.25, 0.25, 0.3
CLASSIC = 0.8  # What an entry that is not about AI is worth beside those that are.
AGAIN = 0.6  # What remains of the worth of a pattern each time that it comes again.
DRAWN = 0.5  # How far a counterpart is drawn towards the better one.
MANY_FRAMEWORKS = 6
WIDE_OPEN = 0.8


@dataclass(slots=True, eq=False)
class Ranked:
    """`worth` is 0 to 1 inside the tier; `degree` and `exposure` are of the place; `order` is that of discovery."""

    merged: Merged
    tier: int
    worth: float
    degree: int
    exposure: float
    order: int

    @property
    def entry(self) -> Entry:
        return self.merged.match.rule.entry

    @property
    def is_certain(self) -> bool:
        return self.tier == CERTAIN

    @property
    def score(self) -> float:
        low, high = TIERS[self.tier]
        return round(low + (high - low) * min(self.worth, 0.999), 2)

    @property
    def level(self) -> Level:
        """A first guess before anybody has estimated: what hangs on it, more where it lies open, less where unsure."""
        step = max(1, self.degree) - 1 + (self.exposure >= WIDE_OPEN) - self.tier
        return LEVELS[max(0, min(step, 3))]


def ranked(merged: Iterable[Merged], stakes: Stakes, catalogue: Catalogue) -> list[Ranked]:
    """Best first."""
    known = {slug: KNOWN * _known(entry) for slug, entry in catalogue.entries.items()}
    found = [_first_look(one, stakes, known, order) for order, one in enumerate(merged)]
    found.sort(key=_place)
    _lessen_what_comes_again(found)
    _draw_together(found, catalogue)
    found.sort(key=_place)
    return found


def _place(one: Ranked) -> tuple[int, float, int]:
    return one.tier, -one.worth, one.order


def _first_look(merged: Merged, stakes: Stakes, known: dict[str, float], order: int) -> Ranked:
    match = merged.match
    entry = match.rule.entry
    stake = stakes.of(match.target_type, match.target)
    degree, exposure = stake.consequence(entry.harms), stake.exposure[entry.source]
    asked, unknown = len(match.rule.tests), match.open.bit_count()
    worth = _specificity(asked - unknown, unknown) + GRAVE / 4 * degree + OPEN * exposure + known[entry.slug]
    if entry.family == "classic":
        worth *= CLASSIC
    tier = BY_KIND_ALONE if not asked else POSSIBLE if unknown else CERTAIN
    return Ranked(merged, tier, worth, degree, exposure, order)


@cache
def _specificity(held: int, unknown: int) -> float:
    """Each condition that holds halves the doubt; each one that is unknown takes a good part back."""
    return SPECIFIC * float((1 - 0.5**held) * 0.7**unknown)


def _known(entry: Entry) -> float:
    """Patterns that many frameworks describe are those that teams meet most."""
    frameworks = {reference.framework.key for reference in entry.references}
    return min(len(frameworks), MANY_FRAMEWORKS) / MANY_FRAMEWORKS


def _lessen_what_comes_again(found: list[Ranked]) -> None:
    times: dict[str, int] = {}
    for one in found:
        slug = one.entry.slug
        seen = times.get(slug, 0)
        if seen:
            one.worth *= AGAIN**seen
        times[slug] = seen + 1


def _draw_together(found: list[Ranked], catalogue: Catalogue) -> None:
    """In the order of worth, so that the better one of a pair is met first and stays."""
    others = {
        slug: {end for link in links for end in (link.threat, link.hazard)}
        for slug, links in catalogue.links_of.items()
    }
    drawn: dict[tuple[int, str, str], float] = {}
    for one in sorted(found, key=_place):
        target, slug = one.merged.match.target, one.entry.slug
        better = max((drawn.get((one.tier, target, other), 0.0) for other in others.get(slug, ())), default=0.0)
        if better > one.worth:
            one.worth += DRAWN * (better - one.worth)
        drawn[one.tier, target, slug] = one.worth
