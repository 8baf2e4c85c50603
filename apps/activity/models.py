"""What happened: an append-only record, numbered without gaps per system, and per workspace for its own deeds."""

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django_scopes import ScopedManager

from apps.core.models import WorkspaceRow


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
