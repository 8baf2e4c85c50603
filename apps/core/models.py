"""What every table has, and the two that belong to no domain: answers already given, and live messages on their way."""

import uuid
from typing import Any

from django.db import models
from django_scopes import ScopedManager

from apps.core.scoping import close_scopes

close_scopes()


class Row(models.Model):
    """A row with an identity that a client may mint, so that imports and drawings keep theirs."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class WorkspaceRow(Row):
    """A row of one workspace. A query outside `scope(workspace=…)` raises instead of leaking."""

    workspace = models.ForeignKey("accounts.Workspace", on_delete=models.CASCADE, related_name="+")

    objects: Any = ScopedManager(workspace="workspace")

    class Meta:
        abstract = True


class EditableRow(WorkspaceRow):
    """A row that people edit together: see versions.py for what the two fields hold."""

    version = models.PositiveIntegerField(default=1)
    field_versions = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True


class GivenAnswer(models.Model):
    """The first answer to a write with an Idempotency-Key; a repeat gets it again."""

    caller = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    request_digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.JSONField(null=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["caller", "key"], name="given_answer_once")]

    def __str__(self) -> str:
        return f"{self.caller} {self.key}"


class LiveMessage(models.Model):
    """A live message for the web processes to pick up, where there is no Redis to carry it. Swept after a minute."""

    payload = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return f"live message {self.pk}"
