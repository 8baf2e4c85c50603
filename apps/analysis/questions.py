"""The questions whose answers would settle most of what is only possible. Pure: no Django here."""

from collections.abc import Callable, Iterable

from apps.analysis.suggestions import Question, Suggestion, Unknown

NameOf = Callable[[Unknown], str]


def questions(suggestions: Iterable[Suggestion], name_of: NameOf) -> tuple[Question, ...]:
    """Best first. A suggestion counts more for each of its unknowns the fewer they are and the higher it stands."""
    weights: dict[Unknown, float] = {}
    bearing: dict[Unknown, list[Suggestion]] = {}
    for suggestion in suggestions:
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
            suggestions=tuple(suggestion.fingerprint for suggestion in bearing[unknown]),
            settles=settles,
        )
        for unknown, settles in zip(ordered, settled, strict=True)
    )


def _settled(ordered: list[Unknown], bearing: dict[Unknown, list[Suggestion]]) -> list[int]:
    """How many suggestions have no unknown left once the questions up to each one are answered."""
    left: dict[str, int] = {}
    settled, count = [], 0
    for unknown in ordered:
        for suggestion in bearing[unknown]:
            remaining = left.get(suggestion.fingerprint, len(suggestion.unknown)) - 1
            left[suggestion.fingerprint] = remaining
            count += remaining == 0
        settled.append(count)
    return settled
