"""Which of the ranked suggestions a team is shown: lists stay short; nothing certain is left out. No Django here."""

from collections.abc import Iterable

from apps.analysis.matches import CERTAIN, Match
from apps.analysis.stakes import SOURCES

MOST_PER_ELEMENT = 3  # Of one lens, on the average. A team reads six lines per element; of thirty it reads none.
MOST_CLASSIC_PER_ELEMENT = 2  # Of those, so many that are not about AI: other tools say the rest.
ALWAYS = 12  # Of one lens, however small the system is.


def shown(found: Iterable[Match], elements: int) -> tuple[list[Match], list[Match]]:
    """(shown, left out), each best first. What is certain takes its room first; what is only possible gets the rest.

    What is left out is still asked about: an answer that makes it certain brings it in.
    """
    room = dict.fromkeys(SOURCES, max(ALWAYS, MOST_PER_ELEMENT * elements))
    classic_room = dict.fromkeys(SOURCES, MOST_CLASSIC_PER_ELEMENT * elements)
    kept, left = [], []
    for one in found:  # The certain ones stand first.
        entry = one.rule.entry
        source, is_classic = entry.source, entry.family == "classic"
        if one.tier == CERTAIN or (room[source] > 0 and not (is_classic and classic_room[source] <= 0)):
            kept.append(one)
            room[source] -= 1
            classic_room[source] -= is_classic
        else:
            left.append(one)
    return kept, left
