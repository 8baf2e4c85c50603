"""The questions whose answers would settle most of what is only possible. Pure: no Django here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from apps.analysis.fingerprints import fingerprint
from apps.analysis.reasons import ObjectType, Unknown

NameOf = Callable[[Unknown], str]
MOST = 200  # What nobody will get to is not asked; each suggestion still names its own unknowns.


@dataclass(frozen=True, slots=True)
class Question:
    """An unknown with what hangs on it. The answers up to and including this one settle `settles` suggestions."""

    object_type: ObjectType
    object: str
    name: str
    attribute: str
    ask: str
    suggestions: tuple[str, ...]  # fingerprints of those that this answer bears on
    further: int  # how many more it bears on that are not shown, so that the list stays short
    settles: int


@dataclass(slots=True, eq=False)
class Open:
    """A suggestion that waits for answers. One that is not shown is asked about, but not counted as settled."""

    entry: str
    target: str
    score: float
    unknown: tuple[Unknown, ...]
    is_shown: bool
    left: int = 0  # How many of its unknowns are not yet asked.


def questions(waiting: Sequence[Open], name_of: NameOf) -> tuple[Question, ...]:
    """Best first. A suggestion counts more for each of its unknowns the fewer they are and the higher it stands."""
    weights: dict[int, float] = {}
    bearing: dict[int, tuple[Unknown, list[Open]]] = {}
    for one in waiting:
        one.left = len(one.unknown)
        share = (1 + one.score / 100) / one.left
        for unknown in one.unknown:
            key = id(unknown)  # The explainer makes one object for one question.
            if key in bearing:
                weights[key] += share
                bearing[key][1].append(one)
            else:
                weights[key] = share
                bearing[key] = (unknown, [one])
    best = sorted(bearing, key=lambda key: (-weights[key], bearing[key][0].object, bearing[key][0].attribute))[:MOST]
    found, settled = [], 0
    for key in best:
        unknown, ones = bearing[key]
        settled += _settled(ones)
        found.append(_question(unknown, ones, name_of(unknown), settled))
    return tuple(found)


def _settled(ones: list[Open]) -> int:
    """How many have no unknown left once this question is answered too."""
    for one in ones:
        one.left -= 1
    return sum(one.left == 0 and one.is_shown for one in ones)


def _question(unknown: Unknown, ones: list[Open], name: str, settles: int) -> Question:
    return Question(
        object_type=unknown.object_type,
        object=unknown.object,
        name=name,
        attribute=unknown.attribute,
        ask=unknown.ask,
        suggestions=tuple(fingerprint(one.entry, one.target) for one in ones if one.is_shown),
        further=sum(not one.is_shown for one in ones),
        settles=settles,
    )
