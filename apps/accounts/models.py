"""Who: people, workspaces, and what ties them together."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django_scopes import ScopedManager
from knox.models import AbstractAuthToken, AuthTokenManager

from apps.accounts.access import role_choices
from apps.core.models import Row, WorkspaceRow


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})


class User(AbstractUser):  # type: ignore[django-manager-missing]  # The tokens are knox's, which ships no types.
    """A person; the e-mail address is the login."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = None  # type: ignore[assignment]  # The e-mail address is the login.
    first_name = None  # type: ignore[assignment]  # One name, as people write it.
    last_name = None  # type: ignore[assignment]  # One name, as people write it.
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]  # AbstractUser's manager asks for a username.

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_per_email")]

    def __str__(self) -> str:
        return self.email

    @property
    def name_shown(self) -> str:
        return self.name or self.email.partition("@")[0]

    def get_full_name(self) -> str:
        return self.name_shown

    def get_short_name(self) -> str:
        return self.name_shown


class Workspace(Row):
    """The tenant: people, systems and everything under them."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name


class Membership(WorkspaceRow):
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=10, choices=role_choices())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "user"], name="one_membership_per_person")]

    def __str__(self) -> str:
        return f"{self.user} is {self.role}"


class Invitation(WorkspaceRow):
    """A link that lets whoever holds it join with a role, until it expires or is revoked."""

    role = models.CharField(max_length=10, choices=role_choices())
    email = models.EmailField(
        blank=True, help_text="For whom the link is meant; others may not use it. Blank: whoever holds it."
    )
    secret_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return f"invitation as {self.role}"

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.expires_at > timezone.now()


class ApiToken(AbstractAuthToken):  # type: ignore[misc]  # knox ships no types.
    """A program's key to one workspace: hashed, named, to read or to write, and expiring."""

    id: "models.UUIDField[uuid.UUID, uuid.UUID]" = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace: "models.ForeignKey[Workspace, Workspace]" = models.ForeignKey(
        Workspace, on_delete=models.CASCADE, related_name="+"
    )
    name: "models.CharField[str, str]" = models.CharField(max_length=80)
    read_only: "models.BooleanField[bool, bool]" = models.BooleanField(default=True)

    # The authentication itself looks a token up before any workspace is known, so knox keeps its own manager.
    objects: Any = AuthTokenManager()
    in_workspace: Any = ScopedManager(workspace="workspace")

    def __str__(self) -> str:
        return self.name
