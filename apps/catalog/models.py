"""The catalogue as tables, for browsing and for findings to point at; loader.py writes them from the files in data/."""

from django.db import models

from apps.core.models import Row


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
    """Which content, by hash, the tables hold."""

    version = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.version
