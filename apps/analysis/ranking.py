"""The order of suggestions and the score that says why: certain before possible, by kind alone last. No Django.

Inside a tier: how specific the match is, what hangs on the place, how open it lies, how widely the pattern is known.
A pattern that comes again elsewhere counts less the second time, and a threat and a hazard that are counterparts at one
place draw each other up, so that they stand near each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from apps.analysis.matching import Match
from apps.analysis.stakes import Stakes
from apps.catalog.knowledge import Catalogue, Entry

Level = Literal["low", "medium", "high", "critical"]
LEVELS: tuple[Level, ...] = ("low", "medium", "high", "critical")
CERTAIN, POSSIBLE, BY_KIND_ALONE = 0, 1, 2
TIERS = ((50.0, 100.0), (15.0, 50.0), (0.0, 15.0))  # The scores of each.
SPECIFIC, GRAVE, OPEN, KNOWN = 0.2, 0.25, 0.25, 0.3
CLASSIC = 0.8  # What an entry that is not about AI is worth beside those that are.
AGAIN = 0.6  # What remains of the worth of a pattern each time that it comes again.
DRAWN = 0.5  # How far a counterpart is drawn towards the better one.
MANY_FRAMEWORKS = 6
WIDE_OPEN = 0.8  # From here on exposure raises the level,
GRAVE_ENOUGH = 3  # but for what is high by itself: critical is what is severe, not what is open.
MOST_CONDITIONS = 20
# By conditions that hold and that are unknown: each that holds halves the doubt, each unknown one takes part back.
SPECIFICITY = [
    [SPECIFIC * (1 - 0.5**held) * 0.7**unknown for unknown in range(MOST_CONDITIONS + 1)]
    for held in range(MOST_CONDITIONS + 1)
]


@dataclass(slots=True, eq=False)
class Ranked:
    """`worth` is 0 to 1 inside the tier; `degree` and `exposure` are those of the place."""

    match: Match
    entry: Entry
    tier: int
    worth: float
    degree: int
    exposure: float

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
        raised = self.exposure >= WIDE_OPEN and self.degree < GRAVE_ENOUGH
        return LEVELS[max(0, max(1, self.degree) - 1 + raised - self.tier)]


def ranked(matches: Iterable[Match], stakes: Stakes, catalogue: Catalogue) -> list[Ranked]:
    """Best first; of equals the one that was found first."""
    weights = {slug: _weight(entry) for slug, entry in catalogue.entries.items()}
    found = [_first_look(match, stakes, weights) for match in matches]
    found.sort(key=_place)
    _lessen_what_comes_again(found)
    _draw_together(found, catalogue)
    found.sort(key=_place)
    return found


def _place(one: Ranked) -> float:
    return 2 * one.tier - one.worth


def _first_look(match: Match, stakes: Stakes, weights: dict[str, tuple[float, float]]) -> Ranked:
    rule = match.rule
    entry = rule.entry
    known, factor = weights[entry.slug]
    stake = stakes.of(match.target_type, match.target)
    degree, exposure = stake.consequence(entry.harms), stake.exposure[entry.source]
    asked, unknown = match.asked, match.unknown
    worth = factor * (SPECIFICITY[min(asked - unknown, MOST_CONDITIONS)][min(unknown, MOST_CONDITIONS)] + GRAVE / 4 * degree + OPEN * exposure + known)
    return Ranked(match, entry, POSSIBLE if unknown else CERTAIN if asked else BY_KIND_ALONE, worth, degree, exposure)


def _weight(entry: Entry) -> tuple[float, float]:
    """(worth, factor) of an entry wherever it matches. What many frameworks describe is what teams meet most."""
    frameworks = {reference.framework.key for reference in entry.references}
    known = KNOWN * min(len(frameworks), MANY_FRAMEWORKS) / MANY_FRAMEWORKS
    return known, CLASSIC if entry.family == "classic" else 1.0


def _lessen_what_comes_again(found: list[Ranked]) -> None:
    times: dict[str, int] = {}
    for one in found:
        slug = one.entry.slug
        seen = times.get(slug, 0)
        if seen:
            one.worth *= AGAIN**seen
        times[slug] = seen + 1


def _draw_together(found: list[Ranked], catalogue: Catalogue) -> None:
    counterparts = {
        slug: {end for link in links for end in (link.threat, link.hazard)} - {slug}
        for slug, links in catalogue.links_of.items()
    }
    linked = [one for one in found if one.entry.slug in counterparts]
    worth = {(one.tier, one.match.target, one.entry.slug): one.worth for one in linked}
    for one in linked:
        place = one.tier, one.match.target
        best = max([worth.get((*place, slug), 0.0) for slug in counterparts[one.entry.slug]])
        if best > one.worth:
            one.worth += DRAWN * (best - one.worth)
