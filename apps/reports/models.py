"""Reports: a PDF of one system as it was when a worker made it. The row is the queue of record (core/jobs.py)."""

from typing import Any

from django.conf import settings
from django.db import models

from apps.core.jobs import Job
from apps.systems.models import System


class Report(Job):
    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=200, blank=True)
    include_suggestions = models.BooleanField(
        default=False,
        help_text="Print suggestions that nobody has decided on; where nothing is decided they are printed anyway.",
    )
    revision = models.PositiveIntegerField(default=0)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_by_label = models.CharField(max_length=220)
    file = models.FileField(upload_to="reports/", blank=True)
    size = models.PositiveIntegerField(default=0, help_text="In bytes.")
    pages = models.PositiveIntegerField(default=0)
    warnings: Any = models.JSONField(default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "leased_until"])]

    def __str__(self) -> str:
        return self.title or f"report on {self.system}"
