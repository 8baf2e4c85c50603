"""Which of the ranked suggestions a team is shown: lists stay short; nothing certain is left out. No Django here."""

from collections.abc import Iterable

from apps.analysis.matches import CERTAIN, Match
from apps.analysis.stakes import SOURCES

MOST_PER_ELEMENT = 3  # Of one lens, on the average. A team reads six lines per element; of thirty it reads none.
ALWAYS = 12  # Of one lens, however small the system is.


def shown(found: Iterable[Match], elements: int) -> tuple[list[Match], list[Match]]:
    """(shown, left out), each best first. What is certain takes its room first; what is only possible gets the rest.

    What is left out is still asked about: an answer that makes it certain brings it in.
    """
    room = dict.fromkeys(SOURCES, max(ALWAYS, MOST_PER_ELEMENT * elements))
    kept, left = [], []
    for one in found:  # The certain ones stand first.
        source = one.rule.entry.source
        if one.tier == CERTAIN or room[source] > 0:
            kept.append(one)
        else:
            left.append(one)
        room[source] -= 1
    return kept, left
