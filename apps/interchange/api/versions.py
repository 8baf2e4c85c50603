"""Versions of a system over HTTP: kept, compared and brought back."""

from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.http import one_of
from apps.assets.reading import read_graph
from apps.core.asking import KnownFieldsOnly
from apps.core.errors import NotVisible
from apps.interchange.api.templates import LOOK, picture
from apps.interchange.drawn_words import words_now
from apps.interchange.models import Version
from apps.interchange.versions import delete_version, model_of, restore_version, save_version
from apps.systems.comparing import PARTS, both_drawn, differences
from apps.systems.graph import SystemGraph
from apps.systems.http import SystemSerializer, SystemViewSet
from apps.systems.svg import svg_of

WITH = OpenApiParameter("with", str, description="The id of another version. Without it: the model as it is now.")
DIAGRAM = OpenApiParameter("diagram", str, description="The id of the diagram. Without it: the first one.")
REVISION = OpenApiParameter(
    "revision",
    int,
    description="Changes nothing: a page names the later revision, so that it asks anew when there is one.",
)


class VersionSerializer(KnownFieldsOnly, serializers.ModelSerializer[Version]):
    """A system's model as it was at one revision, kept under a name; what was kept by itself has none."""

    name = serializers.CharField(max_length=120)

    class Meta:
        model = Version
        fields = ("id", "revision", "name", "note", "saved_by", "created_at")
        read_only_fields = ("revision", "saved_by", "created_at")


class ModelDifferenceSerializer(serializers.Serializer[Any]):
    """`fields` has [before, after] of each field of what was changed; `arrangement` says only that things moved."""

    type = serializers.ChoiceField(choices=["system", *PARTS])
    id = serializers.CharField()
    name = serializers.CharField()
    deed = serializers.ChoiceField(choices=["added", "changed", "gone"])
    fields = serializers.DictField(child=serializers.ListField())  # type: ignore[assignment]  # Serializers have `fields` too.


class ComparedDiagramSerializer(serializers.Serializer[Any]):
    id = serializers.CharField()
    title = serializers.CharField()


class ComparisonSerializer(serializers.Serializer[Any]):
    before = VersionSerializer()
    after = VersionSerializer(allow_null=True, help_text="Null for the model as it is now.")
    revision = serializers.IntegerField(help_text="Of the later state.")
    differences = ModelDifferenceSerializer(many=True)
    diagrams = ComparedDiagramSerializer(many=True, help_text="Of either state: what can be drawn.")


class VersionViewSet(ListModelMixin, RetrieveModelMixin, SystemViewSet):
    """States of the model. Comparing says what was added, changed and is gone since; restoring goes back."""

    model = Version
    serializer_class = VersionSerializer
    page_order = ("-created_at", "id")
    asks: ClassVar = {"compare": (WITH,), "drawing": (WITH, DIAGRAM, REVISION, LOOK)}
    bodyless = ("restore",)

    def filter_queryset(self, queryset: Any) -> Any:
        return queryset.defer("text")  # Of a list nobody reads the files, which may be large.

    def create(self, request: Request, **_: Any) -> Response:
        """Keep the model as it is now."""
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        asked = serializer.validated_data
        version = save_version(self.actor, self.system, name=asked["name"], note=asked.get("note", ""))
        return Response(self.get_serializer(version).data, status=201)

    def destroy(self, request: Request, **_: Any) -> Response:
        delete_version(self.actor, self.get_object())
        return Response(status=204)

    @extend_schema(responses=ComparisonSerializer)
    @action(detail=True)
    def compare(self, request: Request, **_: Any) -> Response:
        """What differs between this version and a later one, or now."""
        before = self.get_object()
        earlier, later = model_of(before), self._later_model
        rows = [
            {"type": one.type, "id": one.id, "name": one.name, "deed": one.deed, "fields": one.fields}
            for one in differences(earlier, later)
        ]
        revision = self._later.revision if self._later else self.system.revision
        now = {one.id for one in later.diagrams}
        diagrams = [*later.diagrams, *(one for one in earlier.diagrams if one.id not in now)]
        shown = {
            "before": before,
            "after": self._later,
            "revision": revision,
            "differences": rows,
            "diagrams": [{"id": one.id, "title": one.title} for one in diagrams],
        }
        return Response(ComparisonSerializer(shown).data)

    @extend_schema(responses={(200, "image/svg+xml"): OpenApiTypes.STR})
    @action(detail=True)
    def drawing(self, request: Request, **_: Any) -> HttpResponse:
        """The same on a diagram: what was added, changed and is gone, each with its colour and letter.

        Its own words come in the language that `Accept-Language` asks for, where there is one.
        """
        before, after = model_of(self.get_object()), self._later_model
        first = next((one.id for model in (after, before) for one in model.diagrams), "")
        try:
            union, diagram, deeds = both_drawn(before, after, request.query_params.get("diagram", first))
        except KeyError as error:
            raise NotVisible from error
        return picture(request, svg_of(union, diagram, deeds=deeds, words=words_now()))

    @extend_schema(request=None, responses=SystemSerializer)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, **_: Any) -> Response:
        """Make the model what it was, as a new revision. How it is now is kept as a version first."""
        return Response(SystemSerializer(restore_version(self.actor, self.get_object())).data)

    @cached_property
    def _later(self) -> Version | None:
        other = self.request.query_params.get("with")
        found: Version | None = one_of(self.rows(), other) if other else None
        return found

    @cached_property
    def _later_model(self) -> SystemGraph:
        return model_of(self._later) if self._later else read_graph(self.system)
