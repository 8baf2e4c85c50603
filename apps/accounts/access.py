"""Who may do what: one table, role × action."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from apps.core.errors import NotAllowed
from apps.core.sentences import Sentence

if TYPE_CHECKING:
    from apps.accounts.models import User, Workspace


class Role(StrEnum):
    OWNER = "owner"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    VIEWER = "viewer"


class Action(StrEnum):
    """What can be done; the value completes the sentence "may not …"."""

    VIEW = "look at this workspace"
    COMMENT = "comment"
    EDIT_SYSTEM = "change systems"
    EDIT_CATALOGUE = "change the catalogue of this workspace"
    RUN = "ask for suggestions"
    DECIDE = "decide on findings"
    REPORT = "make reports"
    CREATE_TOKEN = "create API tokens"  # noqa: S105 - a sentence, no password.
    MANAGE_MEMBERS = "manage the people of this workspace"
    MANAGE_WORKSPACE = "change this workspace"


_READ = frozenset({Action.VIEW, Action.CREATE_TOKEN})
_REVIEW = _READ | {Action.COMMENT, Action.RUN, Action.DECIDE, Action.REPORT}
_EDIT = _REVIEW | {Action.EDIT_SYSTEM, Action.EDIT_CATALOGUE}
TABLE: dict[Role, frozenset[Action]] = {
    Role.VIEWER: _READ,
    Role.REVIEWER: _REVIEW,
    Role.EDITOR: _EDIT,
    Role.OWNER: _EDIT | {Action.MANAGE_MEMBERS, Action.MANAGE_WORKSPACE},
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something: a member, in person or through a token, or the product itself (`user` is None)."""

    workspace: "Workspace"
    user: "User | None"
    role: Role
    read_only: bool = False
    token_name: str = ""

    @classmethod
    def product(cls, workspace: "Workspace") -> Self:
        """The product itself, for work that nobody in particular does, such as seeding."""
        return cls(workspace=workspace, user=None, role=Role.OWNER)

    @property
    def label(self) -> str:
        """How others see who it was."""
        name = self.user.name_shown if self.user else "Bifocal"
        return f"{name} (token {self.token_name})" if self.token_name else name

    def may(self, action: Action) -> bool:
        return action in TABLE[self.role] and (action is Action.VIEW or not self.read_only)

    def check(self, action: Action) -> None:
        """Raises NotAllowed with what to do about it."""
        if self.may(action):
            return
        if self.read_only and action in TABLE[self.role]:
            raise NotAllowed(
                Sentence(
                    "This token can only read, so it may not %(action)s. Use a token with write access.",
                    action=Sentence(action),
                )
            )
        raise NotAllowed(
            Sentence(
                "As %(role)s you may not %(action)s. Ask an owner of the workspace for another role.",
                role=Sentence(self.role),
                action=Sentence(action),
            )
        )


def role_choices() -> list[tuple[str, Any]]:
    return [(role.value, role.value.capitalize()) for role in Role]
