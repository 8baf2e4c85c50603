"""The questions whose answers would settle most of what is only possible. Pure: no Django here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from apps.analysis.suggestions import Question, Unknown

NameOf = Callable[[Unknown], str]


@dataclass(frozen=True, slots=True)
class Open:
    """A suggestion that waits for answers. One that is not shown is asked about, but not counted as settled."""

    fingerprint: str
    score: float
    unknown: tuple[Unknown, ...]
    is_shown: bool


def questions(waiting: Iterable[Open], name_of: NameOf) -> tuple[Question, ...]:
    """Best first. A suggestion counts more for each of its unknowns the fewer they are and the higher it stands."""
    weights: dict[Unknown, float] = {}
    bearing: dict[Unknown, list[Open]] = {}
    for suggestion in waiting:
        for unknown in suggestion.unknown:
            share = (1 + suggestion.score / 100) / len(suggestion.unknown)
            weights[unknown] = weights.get(unknown, 0.0) + share
            bearing.setdefault(unknown, []).append(suggestion)
    ordered = sorted(bearing, key=lambda unknown: (-weights[unknown], unknown.object, unknown.attribute))
    settled = _settled(ordered, bearing)
    return tuple(
        Question(
            object_type=unknown.object_type,
            object=unknown.object,
            name=name_of(unknown),
            attribute=unknown.attribute,
            ask=unknown.ask,
            suggestions=tuple(one.fingerprint for one in bearing[unknown] if one.is_shown),
            further=sum(not one.is_shown for one in bearing[unknown]),
            settles=settles,
        )
        for unknown, settles in zip(ordered, settled, strict=True)
    )


def _settled(ordered: list[Unknown], bearing: dict[Unknown, list[Open]]) -> list[int]:
    """How many suggestions have no unknown left once the questions up to each one are answered."""
    left: dict[str, int] = {}
    settled, count = [], 0
    for unknown in ordered:
        for suggestion in bearing[unknown]:
            remaining = left.get(suggestion.fingerprint, len(suggestion.unknown)) - 1
            left[suggestion.fingerprint] = remaining
            count += remaining == 0 and suggestion.is_shown
        settled.append(count)
    return settled
