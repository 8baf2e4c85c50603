"""What happened and was said: an append-only record, numbered without gaps per system and per workspace; comments."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django_scopes import ScopedManager

from apps.accounts.models import Membership
from apps.core.models import EditableRow, WorkspaceRow


class Stream(WorkspaceRow):
    """The counter of one sequence. Locking its row is what keeps the numbers without gaps."""

    # The system's id is no foreign key: what happened stays known after the system is gone.
    system = models.UUIDField(null=True)
    last = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "system"], name="one_stream_per_system"),
            models.UniqueConstraint(
                fields=["workspace"], condition=models.Q(system=None), name="one_stream_per_workspace"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.system or self.workspace_id}: {self.last}"


class EventQuerySet(models.QuerySet["Event"]):
    def since(self, sequence: int) -> "EventQuerySet":
        return self.filter(sequence__gt=sequence)


class Event(WorkspaceRow):
    system = models.UUIDField(null=True)
    sequence = models.PositiveBigIntegerField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    actor_label = models.CharField(max_length=220)
    verb = models.CharField(max_length=60)
    object_type = models.CharField(max_length=40)
    object_id = models.UUIDField()
    changes: Any = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects: Any = ScopedManager(models.Manager.from_queryset(EventQuerySet), workspace="workspace")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "system", "sequence"], name="event_number_once_per_system"),
            models.UniqueConstraint(
                fields=["workspace", "sequence"],
                condition=models.Q(system=None),
                name="event_number_once_per_workspace",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb}"


class CommentQuerySet(models.QuerySet["Comment"]):
    def resolved(self, wanted: bool) -> "CommentQuerySet":
        """Whole threads: an answer is as resolved as what it answers."""
        return self.filter(resolved_at__isnull=not wanted, parent=None) | self.filter(
            parent__isnull=False, parent__resolved_at__isnull=not wanted
        )

    def open_threads(self) -> "models.QuerySet[Comment, dict[str, Any]]":
        """How many threads are open on each thing that has any, as `object_type`, `object_id` and `open`."""
        firsts = self.filter(parent=None, resolved_at=None).order_by("object_id")
        return firsts.values("object_type", "object_id").annotate(open=models.Count("id"))


class Comment(EditableRow):  # type: ignore[django-manager-missing]  # Managers here are scoped and untyped.
    """What somebody said about an object of a system, in Markdown; answers have a `parent`, which has none itself."""

    # Ids and no foreign keys: who deletes an element and brings it back finds what was said about it again.
    system = models.UUIDField()
    object_type = models.CharField(max_length=40)
    object_id = models.UUIDField()
    object_name = models.CharField(max_length=200)  # As it was called then.
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+")
    text = models.TextField(max_length=5_000)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    edited_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    EDITABLE: ClassVar = ("text",)
    objects: Any = ScopedManager(models.Manager.from_queryset(CommentQuerySet), workspace="workspace")

    class Meta:
        indexes = [models.Index(fields=["system", "object_id", "created_at"])]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="comment_says_something"),
            models.CheckConstraint(
                condition=models.Q(parent=None) | models.Q(resolved_at=None), name="comment_resolved_as_a_thread"
            ),
            models.CheckConstraint(
                condition=models.Q(resolved_by=None) | models.Q(resolved_at__isnull=False),
                name="comment_resolved_by_somebody_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Mention(WorkspaceRow):
    """A member who was named in a comment, until it is read the news in their inbox."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    written = models.CharField(max_length=254)  # The name behind the @, which the member may have changed since.
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "member"], name="member_mentioned_once_per_comment")]

    def __str__(self) -> str:
        return f"@{self.written}"
