"""The catalogue over HTTP, for anybody who is signed in."""

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from apps.catalog.languages import vocabulary_in
from apps.catalog.models import Control, Entry, EntryLink, Framework, Reference
from apps.catalog.parsing import builtin_catalogue
from apps.catalog.taxonomy import AttributeSpec, allowed_attributes
from apps.core.asking import AskedView


class ReferenceSerializer(serializers.ModelSerializer[Reference]):
    """Always framework, edition and identifier: editions renumber. `formerly` and `now` are KEY:identifier."""

    framework = serializers.CharField(source="framework.title")
    key = serializers.CharField(source="framework.key")
    edition = serializers.CharField(source="framework.edition")
    url = serializers.CharField(source="framework.url")
    formerly = serializers.SerializerMethodField()
    now = serializers.SerializerMethodField()

    class Meta:
        model = Reference
        fields = ("framework", "key", "edition", "identifier", "title", "url", "formerly", "now")

    def get_formerly(self, reference: Reference) -> str:
        known = builtin_catalogue().references.get((reference.framework.key, reference.identifier))
        return known.formerly if known else ""

    def get_now(self, reference: Reference) -> str:
        known = builtin_catalogue().references.get((reference.framework.key, reference.identifier))
        return known.now if known else ""


class FrameworkSerializer(serializers.ModelSerializer[Framework]):
    class Meta:
        model = Framework
        fields = ("key", "title", "edition", "licence", "url")


class ControlBriefSerializer(serializers.ModelSerializer[Control]):
    class Meta:
        model = Control
        fields = (
            "slug",
            "title",
            "gist",
            "kind",
            "function",
            "effect_on_adversarial",
            "effect_on_unintended",
            "effect_reason",
            "factor",
            "verification",
        )


class EntryBriefSerializer(serializers.ModelSerializer[Entry]):
    class Meta:
        model = Entry
        fields = ("slug", "title", "gist", "family", "source", "origin", "kinds", "harms", "stages")


class CounterpartSerializer(serializers.Serializer[Any]):
    slug = serializers.CharField()
    title = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # Field has a `source` too.
    relation = serializers.CharField()
    shared_property = serializers.CharField()
    reason = serializers.CharField()


class ExampleSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # Field has a `source` too.


class EntrySerializer(EntryBriefSerializer):
    examples = ExampleSerializer(many=True)
    references = ReferenceSerializer(many=True)
    controls = ControlBriefSerializer(many=True)
    counterparts = serializers.SerializerMethodField()

    class Meta(EntryBriefSerializer.Meta):
        fields = (
            *EntryBriefSerializer.Meta.fields,
            "when",
            "question",
            "other_question",
            "disturbance",
            "pattern",
            "examples",
            "alone",
            "references",
            "controls",
            "counterparts",
        )  # type: ignore[assignment]  # Longer.

    @extend_schema_field(CounterpartSerializer(many=True))
    def get_counterparts(self, entry: Entry) -> list[dict[str, Any]]:
        pairs = [(link, link.hazard) for link in entry.links_to_hazards.all()] + [
            (link, link.threat) for link in entry.links_to_threats.all()
        ]
        return [_counterpart(link, other) for link, other in pairs]


def _counterpart(link: EntryLink, other: Entry) -> dict[str, Any]:
    return {
        "slug": other.slug,
        "title": other.title,
        "source": other.source,
        "relation": link.relation,
        "shared_property": link.shared_property,
        "reason": link.reason,
    }


class ControlSerializer(ControlBriefSerializer):
    references = ReferenceSerializer(many=True)
    treats: Any = serializers.SlugRelatedField(many=True, read_only=True, slug_field="slug")

    class Meta(ControlBriefSerializer.Meta):
        fields = (*ControlBriefSerializer.Meta.fields, "treats", "references")  # type: ignore[assignment]  # Longer.


WORDS = OpenApiParameter("q", str, description="Words in the title or gist, a slug, or an identifier of a framework.")


class _KnowledgeViewSet(AskedView, ListModelMixin, RetrieveModelMixin, GenericViewSet[Any]):
    lookup_field = "slug"
    page_order = ("title", "id")
    filters: tuple[str, ...] = ()

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        asked = self.request.query_params
        queryset = queryset.filter(**{name: asked[name] for name in self.filters if name in asked})
        words = asked.get("q", "").strip()
        if words and self.action == "list":
            matches = (
                Q(title__icontains=words)
                | Q(gist__icontains=words)
                | Q(slug__icontains=words)
                | Q(references__identifier__iexact=words)
            )
            queryset = queryset.filter(matches).distinct()
        return queryset


class EntryViewSet(_KnowledgeViewSet):
    filters = ("source", "family", "origin")
    asks: ClassVar = {
        "list": (WORDS, *(OpenApiParameter(name, str) for name in ("source", "family", "origin", "kind", "harms")))
    }
    queryset = Entry.objects.filter(retired_at=None)

    def get_serializer_class(self) -> Any:
        return EntryBriefSerializer if self.action == "list" else EntrySerializer

    def get_queryset(self) -> QuerySet[Entry]:
        entries = Entry.objects.filter(retired_at=None)
        if self.action == "list":
            return entries
        return entries.prefetch_related(
            "references__framework", "controls", "links_to_hazards__hazard", "links_to_threats__threat"
        )

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        found = super().filter_queryset(queryset)
        for parameter, column in (("kind", "kinds"), ("harms", "harms")):
            # Lists are stored as JSON; a quoted word finds a member on every database.
            if wanted := self.request.query_params.get(parameter):
                found = found.filter(**{f"{column}__icontains": f'"{wanted}"'})
        return found


class ControlViewSet(_KnowledgeViewSet):
    filters = ("kind", "function")
    asks: ClassVar = {"list": (WORDS, *(OpenApiParameter(name, str) for name in ("kind", "function")))}
    queryset = Control.objects.filter(retired_at=None).prefetch_related("references__framework", "treats")
    serializer_class = ControlSerializer


class FrameworkViewSet(AskedView, ListModelMixin, GenericViewSet[Any]):
    queryset = Framework.objects.all()
    serializer_class = FrameworkSerializer
    page_order = ("key", "id")


class ReferenceViewSet(AskedView, ListModelMixin, GenericViewSet[Any]):
    serializer_class = ReferenceSerializer
    queryset = Reference.objects.select_related("framework")
    page_order = ("framework_id", "identifier")
    asks: ClassVar = {
        "list": (OpenApiParameter("framework", str, description="The key of a framework, such as ATLAS."),)
    }

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        key = self.request.query_params.get("framework")
        return queryset.filter(framework__key=key) if key else queryset


class VocabularyViewSet(AskedView):
    """The words that models are described with: kinds, attributes with their questions, properties.

    Labels and questions come in the language that `Accept-Language` asks for, where there is one; names never change.
    """

    @extend_schema(responses=OpenApiTypes.OBJECT)
    def list(self, request: Request) -> Response:
        words = vocabulary_in(get_language() or "en")
        kinds = {
            name: {
                "label": kind.label,
                "group": kind.group,
                "base": kind.base,
                "meaning": kind.meaning,
                "attributes": list(allowed_attributes(name)),
            }
            for name, kind in words.kinds.items()
        }
        return Response(
            {
                "kinds": kinds,
                "attributes": {name: _attribute(spec) for name, spec in words.attributes.items()},
                "flow_attributes": list(allowed_attributes("flow")),
                "system_attributes": list(allowed_attributes("system")),
                "boundary_trust": words.boundary_trust,
                "properties": {
                    name: {"label": row.label, "lens": row.lens, "meaning": row.meaning}
                    for name, row in words.properties.items()
                },
                "disturbances": {
                    name: {"label": row.label, "natural": row.natural, "hostile": row.hostile}
                    for name, row in words.disturbances.items()
                },
                "paths": words.paths,
                "lifecycle_stages": words.lifecycle_stages,
            }
        )


def _attribute(spec: AttributeSpec) -> dict[str, Any]:
    labels = {
        str(value).lower() if isinstance(value, bool) else value: label for value, label in spec.value_labels.items()
    }
    return {
        "type": spec.type,
        "values": spec.values,
        "label": spec.label,
        "ask": spec.ask,
        "help": spec.help,
        "value_labels": labels,
    }
