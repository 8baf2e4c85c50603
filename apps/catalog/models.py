"""The catalogue as tables: the built-in one, which loader.py writes from files, and what workspaces add."""

from typing import Any

from django.db import models

from apps.core.models import EditableRow, Row, WorkspaceRow


class Framework(Row):
    key = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=200)
    edition = models.CharField(max_length=120)
    licence = models.CharField(max_length=200, blank=True)
    url = models.URLField(blank=True, max_length=500)

    def __str__(self) -> str:
        return f"{self.title} {self.edition}"


class Reference(Row):
    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="references")
    identifier = models.CharField(max_length=120)
    title = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["framework", "identifier"], name="reference_once_per_framework")]

    def __str__(self) -> str:
        return f"{self.framework.key}:{self.identifier}"


class Entry(Row):
    """A pattern that can be suggested. Conditions and lists are as the file has them; the engine reads the file."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    gist = models.TextField()
    family = models.CharField(max_length=20)
    source = models.CharField(max_length=12)
    origin = models.CharField(max_length=30)
    kinds = models.JSONField(default=list)
    when = models.JSONField(default=list)
    harms = models.JSONField(default=list)
    stages = models.JSONField(default=list)
    question = models.TextField(blank=True)
    other_question = models.TextField(blank=True)
    disturbance = models.CharField(max_length=20, blank=True)
    pattern = models.CharField(max_length=60, blank=True)
    examples = models.JSONField(default=list)
    alone = models.TextField(blank=True)
    references = models.ManyToManyField(Reference, related_name="entries")
    retired_at = models.DateTimeField(
        null=True, blank=True, help_text="Set when a release no longer has it; findings keep pointing at it."
    )

    class Meta:
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return self.title


class EntryLink(Row):
    threat = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="links_to_hazards")
    hazard = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="links_to_threats")
    relation = models.CharField(max_length=12)
    shared_property = models.CharField(max_length=120)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["threat", "hazard"], name="one_link_per_pair_of_entries")]

    def __str__(self) -> str:
        return f"{self.threat.slug} {self.relation} {self.hazard.slug}"


class Control(Row):
    """A measure, with what it does to each side: help, nothing, or hurt."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    gist = models.TextField(blank=True)
    kind = models.CharField(max_length=12)
    function = models.CharField(max_length=10)
    effect_on_adversarial = models.CharField(max_length=8)
    effect_on_unintended = models.CharField(max_length=8)
    effect_reason = models.TextField(blank=True)
    factor = models.CharField(max_length=10, default="withstand")
    verification = models.TextField(blank=True)
    treats = models.ManyToManyField(Entry, related_name="controls")
    references = models.ManyToManyField(Reference, related_name="controls")
    retired_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title


class CatalogueVersion(models.Model):
    """Which content the tables hold, by hash, and what it changed when it came in place of the one before."""

    version = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)
    rows: Any = models.JSONField(default=list)  # [kind, key, row] of each, for comparing with the next version.
    previous = models.CharField(max_length=64, blank=True)
    differences: Any = models.JSONField(default=list)  # As differences.py has them.

    def __str__(self) -> str:
        return self.version


class Pack(WorkspaceRow):
    """A file of entries, links and controls that a workspace imported, in the version that is here now."""

    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=200)
    version = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    imported_by = models.CharField(max_length=220)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "slug"], name="pack_once_per_workspace")]

    def __str__(self) -> str:
        return f"{self.slug} {self.version}"


class OwnKind(models.TextChoices):
    ENTRY = "entry"
    CONTROL = "control"
    LINK = "link"


class OwnRow(EditableRow):
    """An entry, control or link that a workspace wrote or imported; one with a built-in key stands in its place."""

    kind = models.CharField(max_length=8, choices=OwnKind.choices)
    key = models.CharField(max_length=180)  # A slug; of a link "threat relation hazard".
    content: Any = models.JSONField()  # The row in the form of the files.
    origin: Any = models.JSONField(null=True)  # The built-in row as it was when this was copied from it.
    reason = models.TextField(max_length=2_000)
    by = models.CharField(max_length=220)
    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, null=True, related_name="+")
    replaced: Any = models.JSONField(null=True)  # What a person wrote and the pack came in place of; see restoring.py.

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "kind", "key"], name="own_row_once_per_workspace"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="own_row_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class SwitchedOff(WorkspaceRow):
    """An entry or control that a workspace does not want to be suggested, and why."""

    kind = models.CharField(max_length=8, choices=[choice for choice in OwnKind.choices if choice[0] != "link"])
    slug = models.CharField(max_length=80)
    reason = models.TextField(max_length=2_000)
    by = models.CharField(max_length=220)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "kind", "slug"], name="switched_off_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="switched_off_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug} off"
