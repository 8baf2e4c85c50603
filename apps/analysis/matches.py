"""What an engine found at one place, and where it stands among the others. Pure: no Django here."""

from dataclasses import dataclass
from typing import Literal

from apps.analysis.compiling import Rule
from apps.analysis.patterns.routes import Route
from apps.analysis.reasons import TargetType

Level = Literal["low", "medium", "high", "critical"]
LEVELS: tuple[Level, ...] = ("low", "medium", "high", "critical")
CERTAIN, POSSIBLE, BY_KIND_ALONE = 0, 1, 2
TIERS = ((50.0, 100.0), (15.0, 50.0), (0.0, 15.0))  # The scores of each.
WIDE_OPEN = 0.8  # From here on exposure raises the level,
GRAVE_ENOUGH = 3  # but for what is high by itself: critical is what is severe, not what is open.


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """An entry that nothing in the model rules out at `target`, standing for the further objects in `also`.

    `open` holds the bits of its unknown conditions. `worth` is 0 to 1 inside the tier; `degree` and `exposure` are
    those of the place.
    """

    rule: Rule
    open: int
    route: Route | None
    target_type: TargetType
    target: str
    also: tuple[str, ...]
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


def unknown_in(open_: int, route: Route | None) -> int:
    """How many conditions the model does not decide."""
    return open_.bit_count() + (len(route.gaps) if route else 0)
