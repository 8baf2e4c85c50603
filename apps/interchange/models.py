"""Models that a workspace keeps to begin from."""

from django.db import models

from apps.core.models import WorkspaceRow


class SavedTemplate(WorkspaceRow):
    """A system as it was when somebody saved it: a model file, and what the gallery says of it."""

    name = models.CharField(max_length=200)
    purpose = models.TextField(blank=True, max_length=2_000)
    elements = models.PositiveIntegerField()
    text = models.TextField()
    saved_by = models.CharField(max_length=220)

    def __str__(self) -> str:
        return self.name
