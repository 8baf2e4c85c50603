"""What we work on: a system, the picture of it, and what is assumed about it."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django_scopes import ScopedManager

from apps.catalog.taxonomy import VOCABULARY, attribute_problems
from apps.core.models import EditableRow, WorkspaceRow
from apps.core.sentences import Sentence, not_here

TRUST = [(trust, trust.capitalize()) for trust in VOCABULARY.boundary_trust]


class Carrying(models.Model):
    """What every object of a model carries along: tags, and what other tools' files said about it, word for word."""

    tags = models.JSONField(default=list, blank=True)
    external_ids = models.JSONField(default=list, blank=True)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True


class Describable(models.Model):
    """Something with attributes of the vocabulary. Absent means unknown."""

    attributes: Any = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True

    def carries_as(self) -> str:
        """The kind by which the vocabulary decides what this may carry."""
        raise NotImplementedError

    def clean(self) -> None:
        super().clean()
        problems = attribute_problems(self.carries_as(), self.attributes)
        if problems:
            raise ValidationError({f"attributes.{name}": message for name, message in problems})


class SystemQuerySet(models.QuerySet["System"]):
    def found_by(self, words: str) -> "SystemQuerySet":
        return self.filter(
            models.Q(name__icontains=words)
            | models.Q(purpose__icontains=words)
            | models.Q(description__icontains=words)
        )


class System(Describable, Carrying, EditableRow):
    """What is being modelled. Its attributes are defaults for its elements; `revision` counts the model's changes."""

    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, max_length=20_000)
    purpose = models.TextField(blank=True, max_length=2_000)
    lifecycle_stage = models.CharField(max_length=20, blank=True)
    revision = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now, db_index=True)  # When the revision became what it is.
    kept_revision = models.PositiveIntegerField(default=0)  # At which it was last looked at for being kept by itself.
    is_sample = models.BooleanField(default=False)

    EDITABLE: ClassVar = ("name", "description", "purpose", "lifecycle_stage", "attributes", "tags")
    objects: Any = ScopedManager(models.Manager.from_queryset(SystemQuerySet), workspace="workspace")

    class Meta:
        indexes = [models.Index(fields=["workspace", "created_at"])]

    def __str__(self) -> str:
        return self.name

    def carries_as(self) -> str:
        return "system"

    def clean(self) -> None:
        super().clean()
        if self.lifecycle_stage and self.lifecycle_stage not in VOCABULARY.lifecycle_stages:
            raise ValidationError(
                {
                    "lifecycle_stage": Sentence(
                        "It has to be one of %(allowed)s, or nothing.", allowed=VOCABULARY.lifecycle_stages
                    )
                }
            )


class Part(Carrying, EditableRow):
    """An object of one system's model. `EDITABLE` names the fields that people change."""

    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="+")

    EDITABLE: ClassVar[tuple[str, ...]] = ()
    LISTS: ClassVar[dict[str, tuple[str, ...]]] = {}  # Field with a list of ids → the types that may stand in it.

    class Meta:
        abstract = True

    def clean(self) -> None:
        """An object of another system is as good as not there."""
        super().clean()
        for field in self._meta.concrete_fields:
            points_at = field.related_model if isinstance(field, models.ForeignKey) else None
            if not isinstance(points_at, type) or not issubclass(points_at, Part):
                continue
            other = getattr(self, field.name)
            if other and other.system_id != self.system_id:
                raise ValidationError({field.name: not_here(other._meta.verbose_name, other.pk)})


class Boundary(Describable, Part):
    """A trust boundary that holds elements and further boundaries."""

    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, max_length=20_000)
    trust = models.CharField(max_length=20, choices=TRUST, blank=True)
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    EDITABLE: ClassVar = ("name", "description", "trust", "parent", "attributes", "tags")

    class Meta:
        verbose_name_plural = "boundaries"

    def __str__(self) -> str:
        return self.name

    def carries_as(self) -> str:
        return "boundary"

    def clean(self) -> None:
        super().clean()
        above, seen = self.parent, {self.pk}
        while above is not None:
            if above.pk in seen:
                raise ValidationError({"parent": "A boundary cannot lie inside itself."})
            seen.add(above.pk)
            above = above.parent


class Element(Describable, Part):
    """A node of the diagram, of one kind."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    description = models.TextField(blank=True, max_length=20_000)
    boundary = models.ForeignKey(Boundary, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    out_of_scope = models.BooleanField(default=False)
    out_of_scope_reason = models.CharField(max_length=500, blank=True)

    EDITABLE: ClassVar = (
        "name",
        "kind",
        "description",
        "boundary",
        "attributes",
        "out_of_scope",
        "out_of_scope_reason",
        "tags",
    )

    class Meta:
        indexes = [models.Index(fields=["system", "created_at"])]

    def __str__(self) -> str:
        return self.name

    def carries_as(self) -> str:
        return self.kind

    def clean(self) -> None:
        if self.kind not in VOCABULARY.kinds:
            no_such = "There is no kind '%(kind)s'. It has to be one of %(allowed)s."
            raise ValidationError({"kind": Sentence(no_such, kind=self.kind, allowed=VOCABULARY.kinds)})
        super().clean()
        if self.out_of_scope and not self.out_of_scope_reason.strip():
            raise ValidationError({"out_of_scope_reason": "Say why it is out of scope; a reader will ask."})


class Flow(Describable, Part):
    """A directed connection of two elements."""

    name = models.CharField(max_length=200, blank=True)
    description = models.TextField(blank=True, max_length=20_000)
    source = models.ForeignKey(Element, on_delete=models.CASCADE, related_name="+")
    target = models.ForeignKey(Element, on_delete=models.CASCADE, related_name="+")
    bidirectional = models.BooleanField(default=False)

    EDITABLE: ClassVar = ("name", "description", "source", "target", "attributes", "bidirectional", "tags")

    class Meta:
        indexes = [models.Index(fields=["system", "created_at"])]

    def __str__(self) -> str:
        return self.name or f"{self.source} → {self.target}"

    def carries_as(self) -> str:
        return "flow"


class Assumption(Part):
    """What is taken for granted, who answers for it, and until when."""

    class Status(models.TextChoices):
        OPEN = "open"
        CONFIRMED = "confirmed"
        REFUTED = "refuted"

    text = models.TextField(max_length=2_000)
    owner = models.CharField(max_length=120, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)

    EDITABLE: ClassVar = ("text", "owner", "valid_until", "status", "tags")

    def __str__(self) -> str:
        return self.text[:80]


class Diagram(Part):
    """One drawing of the system; an element is one thing and may be drawn on several."""

    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, max_length=20_000)
    position = models.PositiveIntegerField(default=0)

    EDITABLE: ClassVar = ("title", "description", "position", "tags")

    def __str__(self) -> str:
        return self.title


class Placement(WorkspaceRow):
    """Where an element or a boundary is drawn, in pixels; x and y are of the top left corner, absolute."""

    diagram = models.ForeignKey(Diagram, on_delete=models.CASCADE, related_name="+")
    element = models.ForeignKey(Element, on_delete=models.CASCADE, null=True, related_name="+")
    boundary = models.ForeignKey(Boundary, on_delete=models.CASCADE, null=True, related_name="+")
    x = models.FloatField()
    y = models.FloatField()
    width = models.FloatField()
    height = models.FloatField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(element=None, boundary__isnull=False)
                | models.Q(element__isnull=False, boundary=None),
                name="placement_of_element_or_boundary",
            ),
            models.UniqueConstraint(fields=["diagram", "element"], name="element_drawn_once_per_diagram"),
            models.UniqueConstraint(fields=["diagram", "boundary"], name="boundary_drawn_once_per_diagram"),
        ]

    def __str__(self) -> str:
        return f"{self.element or self.boundary} on {self.diagram}"


class FlowPlacement(WorkspaceRow):
    """The bends of a flow on one diagram: a list of [x, y]."""

    diagram = models.ForeignKey(Diagram, on_delete=models.CASCADE, related_name="+")
    flow = models.ForeignKey(Flow, on_delete=models.CASCADE, related_name="+")
    bends = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["diagram", "flow"], name="flow_drawn_once_per_diagram")]

    def __str__(self) -> str:
        return f"{self.flow} on {self.diagram}"
