"""What a suggestion rests on: facts that the model says, and what it does not say. Pure: no Django here."""

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
