"""What an engine says: suggestions with reasons, and the questions that would settle more. Pure: no Django here."""

from dataclasses import dataclass
from typing import Literal

from apps.analysis.fingerprints import fingerprint
from apps.systems.graph import AttributeValue

ObjectType = Literal["element", "flow", "boundary", "system"]
TargetType = Literal["element", "flow", "system"]
Certainty = Literal["certain", "possible"]
Level = Literal["low", "medium", "high", "critical"]
LEVELS: tuple[Level, ...] = ("low", "medium", "high", "critical")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the model says and that made an entry match, in words and by object."""

    text: str
    object_type: ObjectType
    object: str
    attribute: str | None = None
    value: AttributeValue | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that the model does not say and that would decide."""

    object_type: ObjectType
    object: str
    attribute: str
    ask: str


@dataclass(slots=True)  # Not frozen: freezing triples what making one costs, and a large system has thousands.
class Suggestion:
    """One thing that may go wrong here. `certain`: facts of the model say so; `possible`: nothing said rules it out."""

    entry: str  # slug
    family: str
    source: str
    target_type: TargetType
    target: str
    also: tuple[str, ...]  # ids of further elements and flows
    score: float  # 0–100, falling along the list
    certainty: Certainty
    level: Level
    because: tuple[Fact, ...]
    unknown: tuple[Unknown, ...]
    properties: tuple[str, ...]  # what it harms
    path: tuple[str, ...]  # ids along which it reaches the target, or acts from it; may be empty

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.entry, self.target)


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


@dataclass(frozen=True, slots=True)
class Result:
    suggestions: tuple[Suggestion, ...]
    questions: tuple[Question, ...]
