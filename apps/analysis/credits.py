"""What people recorded as working, and what it counts for. Pure: no Django here."""

from dataclasses import dataclass
from typing import Literal

from apps.catalog.knowledge import Control


@dataclass(frozen=True, slots=True)
class RecordedTreatment:
    """A control that people say works against a finding, and where: the ids of what the finding is about."""

    control: str  # slug
    state: Literal["in_place", "verified"]
    finding: str  # its mark, "T-12"
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """What a treatment counts for: the control as the catalogue has it, and the place where it meets a suggestion."""

    treatment: RecordedTreatment
    control: Control
    place: str
