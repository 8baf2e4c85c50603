"""Which of the ranked suggestions a team is shown: lists stay short; nothing certain is left out. No Django here."""

import numpy as np

from apps.analysis.arrays import Bools, Ints
from apps.analysis.matches import CERTAIN
from apps.analysis.ranking import Ranked, Ranking

MOST_PER_ELEMENT = 3  # Of one lens, on the average. A team reads six lines per element; of thirty it reads none.
MOST_CLASSIC_PER_ELEMENT = 2  # Of those, so many that are not about AI: other tools say the rest.
ALWAYS = 12  # Of one lens, however small the system is.


def shown(found: Ranked, ranking: Ranking, elements: int) -> tuple[Ints, Ints]:
    """(shown, left out), each best first. What is certain takes its room first; what is only possible gets the rest.

    What is left out is still asked about: an answer that makes it certain brings it in.
    """
    order = found.order
    is_adversarial, is_classic = ranking.is_adversarial[found.entry[order]], ranking.is_classic[found.entry[order]]
    keep = found.tier[order] == CERTAIN
    for lens in (is_adversarial, ~is_adversarial):
        certain, possible = lens & keep, lens & ~keep
        room = max(ALWAYS, MOST_PER_ELEMENT * elements) - int(certain.sum())
        classic_room = MOST_CLASSIC_PER_ELEMENT * elements - int((certain & is_classic).sum())
        possible &= ~is_classic | _first(possible & is_classic, classic_room)
        keep |= _first(possible, room)
    return order[keep], order[~keep]


def _first(those: Bools, room: int) -> Bools:
    """The first of those that there is room for."""
    found: Bools = those & (np.cumsum(those) <= room)
    return found
