"""What a service may refuse, without a word about HTTP; problems.py turns each into a response."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error of the program.
    """A deed that was not done. `detail` says what to do about it."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotVisible(Refused):
    """The object does not exist for this actor."""

    def __init__(self, detail: str = "There is nothing here, or it is not yours to see.") -> None:
        super().__init__(detail)


class NotAllowed(Refused):
    """The actor may see the object and may not do this to it."""


class Invalid(Refused):
    """The input is wrong; `errors` names the fields and what is allowed."""

    def __init__(
        self, errors: Mapping[str, Sequence[str]], detail: str = "Some of what was sent cannot be accepted."
    ) -> None:
        super().__init__(detail)
        self.errors = errors


@dataclass(frozen=True, slots=True)
class FieldConflict:
    field: str
    yours: Any
    theirs: Any
    by: str


class Conflict(Refused):
    """Somebody else was first. `conflicts` has both values of each field concerned."""

    def __init__(self, detail: str, conflicts: tuple[FieldConflict, ...] = ()) -> None:
        super().__init__(detail)
        self.conflicts = conflicts
