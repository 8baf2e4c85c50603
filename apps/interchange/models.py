"""Models as files that a workspace keeps: to begin from, and to go back to."""

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


class Version(WorkspaceRow):
    """A system's model as it was at one revision: a model file with the ids of the database.

    Kept by somebody under a name; or by itself when work paused, and then without one.
    """

    system = models.ForeignKey("systems.System", on_delete=models.CASCADE, related_name="+")
    revision = models.PositiveIntegerField()
    name = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True, max_length=2_000)
    saved_by = models.CharField(max_length=220, blank=True)
    text = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["system", "created_at"])]

    def __str__(self) -> str:
        return self.name or f"revision {self.revision}"
