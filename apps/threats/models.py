"""What can go wrong here, what was decided about it, and what is done about it."""

from collections.abc import Collection
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django_scopes import ScopedManager

from apps.core.models import EditableRow, WorkspaceRow
from apps.systems.models import System


class Source(models.TextChoices):
    ADVERSARIAL = "adversarial", "Threat"
    UNINTENDED = "unintended", "Hazard"


SOURCE_FIELDS: dict[str, tuple[str, ...]] = {
    Source.ADVERSARIAL: ("goal", "access", "knowledge"),
    Source.UNINTENDED: ("trigger", "mechanism"),
}


class Status(models.TextChoices):
    SUGGESTED = "suggested"
    OPEN = "open"
    TREATING = "treating"
    RESOLVED = "resolved"
    DISMISSED = "dismissed"
    ACCEPTED = "accepted"


class RaisedBy(models.TextChoices):
    ENGINE = "engine"
    IMPORT = "import"
    PERSON = "person"
    WORKSHOP = "workshop"


class FindingQuerySet(models.QuerySet["Finding"]):
    def undecided(self) -> "FindingQuerySet":
        return self.filter(status=Status.SUGGESTED)

    def open(self) -> "FindingQuerySet":
        return self.filter(status__in=(Status.OPEN, Status.TREATING))

    def suggested_from(self, entries: Collection[str]) -> "FindingQuerySet":
        return self.filter(entry__in=entries)

    def about(self, target: UUID) -> "FindingQuerySet":
        """Those of an element or flow, and those that also concern it."""
        # All ids are texts of one length, so one is in the list where its text is. SQLite has no better way.
        return self.filter(models.Q(target=target) | models.Q(also__icontains=str(target)))

    def found_by(self, words: str) -> "FindingQuerySet":
        return self.filter(
            models.Q(title__icontains=words)
            | models.Q(description__icontains=words)
            | models.Q(target_name__icontains=words)
        )


class Finding(EditableRow):
    """One thing that can go wrong, with one source. Numbers count per system and are never used twice."""

    class TargetType(models.TextChoices):
        ELEMENT = "element"
        FLOW = "flow"
        SYSTEM = "system"

    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=12, choices=Source.choices)
    origin = models.CharField(max_length=30)
    title = models.CharField(max_length=300)
    description = models.TextField(blank=True, max_length=20_000)
    # Targets are ids and no foreign keys: who deletes an element and brings it back finds its findings again.
    target_type = models.CharField(max_length=10, choices=TargetType.choices)
    target = models.UUIDField()
    target_name = models.CharField(max_length=200)
    also: Any = models.JSONField(default=list, blank=True)  # Ids of further elements and flows.
    # The slug of the catalogue entry that it was suggested from; the workspace's catalogue knows what that says.
    entry = models.CharField(max_length=80, blank=True)
    losses: Any = models.JSONField(default=list, blank=True)  # Ids of losses.
    harms: Any = models.JSONField(default=list, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    rationale = models.TextField(blank=True, max_length=20_000)
    accepted_by = models.CharField(max_length=120, blank=True)
    accepted_until = models.DateField(null=True, blank=True)
    raised_by = models.CharField(max_length=10, choices=RaisedBy.choices)
    score = models.FloatField(default=0)
    trace: Any = models.JSONField(default=dict, blank=True)
    fingerprint = models.CharField(max_length=32, blank=True)
    outdated_at = models.DateTimeField(null=True, blank=True)
    # Of threats only.
    goal = models.TextField(blank=True, max_length=2_000)
    access = models.TextField(blank=True, max_length=2_000)
    knowledge = models.TextField(blank=True, max_length=2_000)
    # Of hazards only.
    trigger = models.TextField(blank=True, max_length=2_000)
    mechanism = models.TextField(blank=True, max_length=2_000)

    EDITABLE: ClassVar = (
        "title",
        "description",
        "origin",
        "also",
        "losses",
        "harms",
        *SOURCE_FIELDS["adversarial"],
        *SOURCE_FIELDS["unintended"],
    )
    objects: Any = ScopedManager(models.Manager.from_queryset(FindingQuerySet), workspace="workspace")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["system", "number"], name="finding_number_once"),
            models.UniqueConstraint(
                fields=["system", "fingerprint"], condition=~models.Q(fingerprint=""), name="finding_suggested_once"
            ),
            models.CheckConstraint(
                condition=models.Q(source="adversarial", trigger="", mechanism="")
                | models.Q(source="unintended", goal="", access="", knowledge=""),
                name="finding_has_fields_of_its_source",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["dismissed", "accepted"]) | ~models.Q(rationale=""),
                name="finding_closed_with_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="accepted")
                | (~models.Q(accepted_by="") & models.Q(accepted_until__isnull=False)),
                name="finding_accepted_by_somebody_until",
            ),
        ]
        indexes = [models.Index(fields=["system", "status", "-score", "number"])]

    def __str__(self) -> str:
        return f"{self.mark} {self.title}"

    @property
    def mark(self) -> str:
        """How people name it: T-7 is a threat, H-7 a hazard."""
        return f"{'T' if self.source == Source.ADVERSARIAL else 'H'}-{self.number}"


class FindingCounter(WorkspaceRow):
    """The last number given out in a system. It only grows, so that a number is never used twice."""

    system = models.OneToOneField(System, on_delete=models.CASCADE, related_name="+")
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.system}: {self.last}"


class LinkType(models.TextChoices):
    WEAPONISED_BY = "weaponised-by"
    ALSO_UNINTENDED = "also-unintended"
    OPENS_DOOR = "opens-door"
    TRIGGERS = "triggers"
    MASKS = "masks"


# From which source to which each type of link leads.
LINK_ENDS: dict[str, tuple[str, str]] = {
    LinkType.WEAPONISED_BY: (Source.UNINTENDED, Source.ADVERSARIAL),
    LinkType.ALSO_UNINTENDED: (Source.ADVERSARIAL, Source.UNINTENDED),
    LinkType.OPENS_DOOR: (Source.UNINTENDED, Source.ADVERSARIAL),
    LinkType.TRIGGERS: (Source.ADVERSARIAL, Source.UNINTENDED),
}


class FindingLink(WorkspaceRow):
    """The overlap as an object: how a finding of one lens bears on one of the other, and why."""

    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="+")
    from_finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="+")
    to_finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="+")
    type = models.CharField(max_length=16, choices=LinkType.choices)
    reason = models.TextField(max_length=2_000)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["from_finding", "to_finding", "type"], name="finding_link_once"),
            models.CheckConstraint(
                condition=~models.Q(from_finding=models.F("to_finding")), name="finding_link_not_to_itself"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="finding_link_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.from_finding.mark} {self.type} {self.to_finding.mark}"

    @property
    def sources(self) -> tuple[str, str]:
        """Of its two ends."""
        return self.from_finding.source, self.to_finding.source


class TreatmentState(models.TextChoices):
    IDEA = "idea"
    PLANNED = "planned"
    IN_PLACE = "in_place"
    VERIFIED = "verified"
    STALE = "stale"


class Factor(models.TextChoices):
    """Of the score; see catalog/knowledge.py."""

    CHALLENGE = "challenge"
    WITHSTAND = "withstand"
    CATCH = "catch"
    IMPACT = "impact"
    RELIEF = "relief"


class TreatmentQuerySet(models.QuerySet["Treatment"]):
    def in_force(self, on: date) -> "TreatmentQuerySet":
        """What works on that day as far as is known: in place or verified, and its day has not passed."""
        return self.filter(state__in=(TreatmentState.IN_PLACE, TreatmentState.VERIFIED)).exclude(verified_until__lt=on)


class Treatment(EditableRow):
    """One control against one finding: how far it has come, who sees to it, and how one knows that it works."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="+")
    # The slug of a control in the workspace's catalogue, which knows what that does to each side.
    control = models.CharField(max_length=80)
    factor = models.CharField(max_length=10, choices=Factor.choices)
    state = models.CharField(max_length=10, choices=TreatmentState.choices, default=TreatmentState.PLANNED)
    owner = models.CharField(max_length=120, blank=True)
    due = models.DateField(null=True, blank=True)
    verified_until = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True, max_length=20_000)

    EDITABLE: ClassVar = ("factor", "state", "owner", "due", "verified_until", "evidence")
    objects: Any = ScopedManager(models.Manager.from_queryset(TreatmentQuerySet), workspace="workspace")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["finding", "control"], name="treatment_once_per_control"),
            models.CheckConstraint(
                condition=~models.Q(state="verified")
                | (~models.Q(evidence="") & models.Q(verified_until__isnull=False)),
                name="treatment_verified_by_evidence_until",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.control} {self.state} for {self.finding.mark}"
