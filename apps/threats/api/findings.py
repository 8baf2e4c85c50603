"""Findings over HTTP."""

from typing import Any, ClassVar
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.assets.models import Loss
from apps.catalog.taxonomy import VOCABULARY
from apps.core.asking import KnownFieldsOnly
from apps.core.errors import Invalid, NotVisible
from apps.core.sentences import not_here
from apps.systems.http import PartIdsField, SystemViewSet
from apps.systems.models import Element, Flow
from apps.threats.models import Finding, Source, Status
from apps.threats.reading import Beside, beside
from apps.threats.services import MOST_AT_ONCE, Decision, change_source, decide, edit_finding, raise_finding


class FindingControlSerializer(serializers.Serializer[Any]):
    """A control of the catalogue, with what it does to each side."""

    slug = serializers.CharField()
    title = serializers.CharField()
    gist = serializers.CharField()
    kind = serializers.CharField()
    function = serializers.CharField()
    effect_on_adversarial = serializers.CharField()
    effect_on_unintended = serializers.CharField()
    effect_reason = serializers.CharField(allow_blank=True)
    factor = serializers.CharField()
    verification = serializers.CharField(allow_blank=True)


class FindingReferenceSerializer(serializers.Serializer[Any]):
    framework = serializers.CharField(source="framework.title")
    edition = serializers.CharField(source="framework.edition")
    identifier = serializers.CharField()
    title = serializers.CharField()
    url = serializers.CharField(source="framework.url")
    formerly = serializers.CharField()
    now = serializers.CharField()


class FindingCounterpartSerializer(serializers.Serializer[Any]):
    """The other side: a linked finding, or (with `finding` null) what the catalogue names and nobody has found here."""

    link = serializers.UUIDField(allow_null=True)
    finding = serializers.UUIDField(allow_null=True)
    number = serializers.IntegerField(allow_null=True)
    status = serializers.CharField(allow_null=True)
    entry = serializers.CharField(allow_null=True)
    title = serializers.CharField()
    source = serializers.ChoiceField(choices=Source.choices)  # type: ignore[assignment]  # Field has a `source` too.
    relation = serializers.CharField()
    reason = serializers.CharField()


# Made once, since making the fields of a serializer anew for every finding costs more than filling them.
COUNTERPARTS = FindingCounterpartSerializer(many=True)
CONTROLS = FindingControlSerializer(many=True)
REFERENCES = FindingReferenceSerializer(many=True)


class BecauseSerializer(serializers.Serializer[Any]):
    text = serializers.CharField()
    object_type = serializers.CharField()
    object = serializers.CharField()
    attribute = serializers.CharField(allow_null=True)
    value = serializers.JSONField(allow_null=True)


class UnknownSerializer(serializers.Serializer[Any]):
    object_type = serializers.CharField()
    object = serializers.CharField()
    attribute = serializers.CharField()
    ask = serializers.CharField()


class TreatedSerializer(serializers.Serializer[Any]):
    """A recorded treatment for which a suggestion stands lower; `finding` is the mark of the one that it treats."""

    text = serializers.CharField()
    control = serializers.CharField()
    title = serializers.CharField()
    state = serializers.CharField()
    finding = serializers.CharField()


class TraceSerializer(serializers.Serializer[Any]):
    """Why it was suggested: facts, what is not known, and what is done already. Empty for what a person raised."""

    certainty = serializers.CharField(required=False)
    score = serializers.FloatField(required=False)
    because = BecauseSerializer(many=True, required=False)
    unknown = UnknownSerializer(many=True, required=False)
    treated = TreatedSerializer(many=True, required=False)
    path = serializers.ListField(child=serializers.CharField(), required=False)
    properties = serializers.ListField(child=serializers.CharField(), required=False)
    disturbance = serializers.CharField(required=False, allow_blank=True, help_text="A word of the vocabulary.")


class FindingListSerializer(serializers.ListSerializer[Any]):
    """What is shown beside findings is read once for a whole page."""

    def to_representation(self, data: Any) -> list[Any]:
        rows = list(data)
        self.child.context["beside"] = beside(rows)  # type: ignore[union-attr]  # A child is always there.
        return super().to_representation(rows)


class FindingSerializer(KnownFieldsOnly, serializers.ModelSerializer[Finding]):
    id = serializers.UUIDField(required=False)
    mark = serializers.CharField(read_only=True)
    target = serializers.UUIDField()
    also = PartIdsField(Element, Flow, required=False)
    losses = PartIdsField(Loss, required=False)
    harms = serializers.ListField(child=serializers.ChoiceField(choices=list(VOCABULARY.properties)), required=False)
    entry = serializers.SerializerMethodField()
    trace = TraceSerializer(read_only=True)
    outdated = serializers.SerializerMethodField()
    certainty = serializers.SerializerMethodField()
    counterparts = serializers.SerializerMethodField()
    controls = serializers.SerializerMethodField()
    references = serializers.SerializerMethodField()

    class Meta:
        model = Finding
        list_serializer_class = FindingListSerializer
        fields = (
            "id",
            "number",
            "mark",
            "source",
            "origin",
            "title",
            "description",
            "target_type",
            "target",
            "target_name",
            "also",
            "entry",
            "losses",
            "harms",
            "status",
            "rationale",
            "accepted_by",
            "accepted_until",
            "raised_by",
            "trace",
            "score",
            "certainty",
            "outdated",
            "counterparts",
            "controls",
            "references",
            "goal",
            "access",
            "knowledge",
            "trigger",
            "mechanism",
            "version",
            "created_at",
            "updated_at",
        )
        read_only_fields = (
            "number",
            "status",
            "rationale",
            "accepted_by",
            "accepted_until",
            "raised_by",
            "score",
            "target_name",
            "created_at",
            "updated_at",
        )
        extra_kwargs = {"version": {"required": False}}

    def _beside(self, finding: Finding) -> Beside:
        if finding.pk not in self.context.get("beside", {}):
            self.context["beside"] = beside([finding])
        found: Beside = self.context["beside"][finding.pk]
        return found

    def get_entry(self, finding: Finding) -> str | None:
        return finding.entry or None

    def get_outdated(self, finding: Finding) -> bool:
        return finding.outdated_at is not None

    def get_certainty(self, finding: Finding) -> str:
        """`certain` or `possible` for what an engine suggested, else empty."""
        return str(finding.trace.get("certainty", ""))

    @extend_schema_field(FindingCounterpartSerializer(many=True))
    def get_counterparts(self, finding: Finding) -> Any:
        return COUNTERPARTS.to_representation(self._beside(finding).counterparts)

    @extend_schema_field(FindingControlSerializer(many=True))
    def get_controls(self, finding: Finding) -> Any:
        return CONTROLS.to_representation(self._beside(finding).controls)

    @extend_schema_field(FindingReferenceSerializer(many=True))
    def get_references(self, finding: Finding) -> Any:
        return REFERENCES.to_representation(self._beside(finding).references)


class DecisionSerializer(KnownFieldsOnly):
    """`reason` is needed to dismiss and to accept a risk; the last two only to accept a risk."""

    findings = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=MOST_AT_ONCE)
    status = serializers.ChoiceField(choices=Status.choices)
    reason = serializers.CharField(required=False, allow_blank=True, max_length=20_000, default="")
    accepted_by = serializers.CharField(required=False, allow_blank=True, max_length=120, default="")
    accepted_until = serializers.DateField(required=False, allow_null=True, default=None)


class DecidedSerializer(serializers.Serializer[Any]):
    findings = FindingSerializer(many=True)


class SourceChangeSerializer(KnownFieldsOnly):
    source = serializers.ChoiceField(choices=Source.choices)  # type: ignore[assignment]  # Field has a `source` too.
    origin = serializers.CharField(max_length=30)
    reason = serializers.CharField(max_length=2_000)
    version = serializers.IntegerField(required=False)


FILTERS = [
    OpenApiParameter("status", str, description="One status, or several with commas."),
    OpenApiParameter("source", str, enum=Source.values),
    OpenApiParameter("target", str, description="The id of an element or flow that it is about, or also concerns."),
    OpenApiParameter("q", str, description="Words in the title, description or target."),
    OpenApiParameter("outdated", bool, description="Only suggestions that no longer apply, or only others."),
    OpenApiParameter(
        "order",
        str,
        enum=["score", "number", "newest"],
        description="Best suggestion first (the default), by number, or newest first.",
    ),
]
ORDERS = {"score": ("-score", "number"), "number": ("number",), "newest": ("-created_at", "-number")}


class FindingViewSet(ListModelMixin, RetrieveModelMixin, SystemViewSet):
    model = Finding
    serializer_class = FindingSerializer
    asks: ClassVar = {"list": FILTERS}

    @property
    def page_order(self) -> tuple[str, ...]:
        return ORDERS.get(self.request.query_params.get("order", "score"), ORDERS["score"])

    def rows(self) -> Any:
        return Finding.objects.filter(system=self.system).select_related("workspace")

    def filter_queryset(self, queryset: Any) -> Any:
        asked = self.request.query_params
        if "status" in asked:
            queryset = queryset.filter(status__in=asked["status"].split(","))
        if "source" in asked:
            queryset = queryset.filter(source=asked["source"])
        if "target" in asked:
            queryset = queryset.about(_uuid(asked["target"]))
        if "outdated" in asked:
            queryset = queryset.filter(outdated_at__isnull=asked["outdated"].lower() != "true")
        words = asked.get("q", "").strip()
        return queryset.found_by(words) if words else queryset

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        values = self.checked(request, partial=False)
        values |= {"target_name": self._target_name(values["target_type"], values["target"])}
        finding = raise_finding(self.actor, self.system, values, identifier=values.pop("id", None))
        return Response(self.get_serializer(finding).data, status=201)

    def _target_name(self, target_type: str, target: UUID) -> str:
        """Raises Invalid for a target that is not in this system."""
        if target_type == Finding.TargetType.SYSTEM and target == self.system.pk:
            return self.system.name
        model: Any = {"element": Element, "flow": Flow}.get(target_type)
        row = model.objects.filter(system=self.system, pk=target).first() if model else None
        if row is None:
            raise Invalid({"target": [not_here(target_type, target)]})
        return str(row)[:200]

    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Edit the texts. Status, source and target have their own ways: `decide`, `source`, and a new finding."""
        finding = self.get_object()
        values = self.checked(request, partial=True)
        fixed = {"id", "source", "target", "target_type"} & values.keys()
        if fixed:
            raise Invalid({name: ["This cannot be edited here."] for name in fixed})
        return Response(self.get_serializer(edit_finding(self.actor, finding, values, seen=self.seen)).data)

    @extend_schema(request=SourceChangeSerializer, responses=FindingSerializer)
    @action(detail=True, methods=["post"], url_path="source")
    def source(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Flip to the other lens, with a reason. The fields of the old source are emptied, and kept in the event."""
        serializer = SourceChangeSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        asked = serializer.validated_data
        finding = change_source(
            self.actor,
            self.get_object(),
            source=asked["source"],
            origin=asked["origin"],
            reason=asked["reason"],
            seen=self.seen,
        )
        return Response(self.get_serializer(finding).data)

    @extend_schema(request=DecisionSerializer, responses=DecidedSerializer)
    @action(detail=False, methods=["post"], pagination_class=None)
    def decide(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Move one or many findings to another status: all or none, in one deed."""
        serializer = DecisionSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        asked = serializer.validated_data
        decision = Decision(asked["status"], asked["reason"], asked["accepted_by"], asked["accepted_until"])
        findings = decide(self.actor, self.system, asked["findings"], decision)
        return Response({"findings": self.get_serializer(findings, many=True).data})


def _uuid(text: str) -> UUID:
    """Raises NotVisible for what is no id at all."""
    try:
        return UUID(text)
    except ValueError as error:
        raise NotVisible from error
