"""Runs: one execution of an engine over a system. The row is the queue of record (core/jobs.py)."""

from typing import Any

from django.conf import settings
from django.db import models

from apps.core.jobs import UNFINISHED, Job
from apps.systems.models import System


class Run(Job):
    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="+")
    revision = models.PositiveIntegerField(help_text="The revision of the system that was looked at.")
    engine = models.CharField(max_length=20, default="rules")
    catalogue_version = models.CharField(max_length=64, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_by_label = models.CharField(max_length=220)
    progress: Any = models.JSONField(null=True)  # {"done", "total", "element"}
    counts: Any = models.JSONField(null=True)  # {"new", "refreshed", "outdated", "threats", "hazards"}
    questions: Any = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["system"],
                condition=models.Q(state__in=[str(state) for state in UNFINISHED]),
                name="one_run_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["state", "leased_until"])]

    def __str__(self) -> str:
        return f"run of {self.system} at revision {self.revision}"
