"""What an engine says: suggestions with reasons, and the questions that would settle more. Pure: no Django here.

Reasons and questions are worded when they are read: whoever wants twenty suggestions of a large system pays for twenty.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from apps.analysis.fingerprints import fingerprint
from apps.analysis.found import Found
from apps.analysis.matches import LEVELS, Level, Match, unknown_in
from apps.analysis.questions import Open, Question, questions
from apps.analysis.reasons import Fact, Treated, Unknown

__all__ = ["LEVELS", "Fact", "Level", "Question", "Result", "Suggestion", "Treated", "Unknown"]

Certainty = Literal["certain", "possible"]


class Suggestion:
    """One thing that may go wrong here. `certain`: facts of the model say so; `possible`: nothing said rules it out."""

    __slots__ = ("_found", "_number")

    def __init__(self, number: int, found: Found) -> None:
        self._number = number
        self._found = found

    @property
    def match(self) -> Match:
        return self._found.match(self._number)

    @property
    def entry(self) -> str:
        return self.match.rule.entry.slug

    @property
    def family(self) -> str:
        return self.match.rule.entry.family

    @property
    def source(self) -> str:
        return self.match.rule.entry.source

    @property
    def target_type(self) -> str:
        return self.match.target_type

    @property
    def target(self) -> str:
        return self.match.target

    @property
    def also(self) -> tuple[str, ...]:
        """Ids of further elements and flows, in the order of the model."""
        return self.match.also

    @property
    def score(self) -> float:
        """0 to 100, never rising along the list."""
        return self.match.score

    @property
    def certainty(self) -> Certainty:
        return "certain" if self.match.is_certain else "possible"

    @property
    def level(self) -> Level:
        return self.match.level

    @property
    def properties(self) -> tuple[str, ...]:
        """What it harms."""
        return self.match.rule.entry.harms

    @property
    def disturbance(self) -> str:
        """What has to be withstood, a word of the vocabulary; empty where the entry names none."""
        return self.match.rule.entry.disturbance

    @property
    def because(self) -> tuple[Fact, ...]:
        return self._found.explainer.because(self.match)

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        return self._found.explainer.unknown(self.match)

    @property
    def treated(self) -> tuple[Treated, ...]:
        """The recorded treatments for which it stands lower, the strongest first."""
        credits = self._found.credits.get(self._number, ())
        return tuple([self._found.explainer.treated(credit) for credit in credits])

    @property
    def path(self) -> tuple[str, ...]:
        """Ids of the elements along which it reaches the target, or acts from it; may be empty."""
        return self._found.explainer.path(self.match)

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.entry, self.target)


@dataclass(frozen=True)
class Result:
    """`left_out` are suggestions that are only possible and would make the list too long; they are asked about."""

    suggestions: tuple[Suggestion, ...]
    left_out: tuple[Suggestion, ...]
    found: Found

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Best first."""
        waiting = [
            Open(one.entry, one.target, one.score, one.unknown, is_shown)
            for ones, is_shown in ((self.suggestions, True), (self.left_out, False))
            for one in ones
            if unknown_in(one.match.open, one.match.route)
        ]
        return questions(waiting, lambda unknown: self.found.explainer.name(unknown.object_type, unknown.object))
