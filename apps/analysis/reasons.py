"""What a suggestion rests on: facts that the model says, what it does not say, what is done already. No Django here."""

from dataclasses import dataclass
from typing import Literal

from apps.systems.graph import AttributeValue

ObjectType = Literal["element", "flow", "boundary", "system"]
TargetType = Literal["element", "flow", "system"]


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


@dataclass(frozen=True, slots=True)
class Treated:
    """A recorded treatment for which a suggestion stands lower, in words that follow "lower because"."""

    text: str
    control: str  # slug
    title: str
    state: Literal["in_place", "verified"]
    finding: str  # the mark of the one that it was recorded for
