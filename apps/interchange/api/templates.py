"""Templates over HTTP: what ships with the product, what a workspace keeps, and a picture of each."""

from typing import Any, ClassVar

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.http import WorkspaceViewSet, one_of
from apps.core.asking import AskedView, KnownFieldsOnly
from apps.core.errors import NotVisible
from apps.interchange.builtin import FOLDERS, templates
from apps.interchange.models import SavedTemplate
from apps.interchange.templates import builtin_drawing, delete_template, drawing_of, save_template
from apps.systems.models import System
from apps.systems.svg import darkened

LOOK = OpenApiParameter("look", str, enum=["light", "dark"], description="Of the drawing. Without it: light.")
DRAWING = extend_schema(responses={(200, "image/svg+xml"): OpenApiTypes.STR})


class TemplateSerializer(serializers.Serializer[Any]):
    """A model to begin from. A skeleton has the parts and flows of a common shape; a sample is real in detail."""

    key = serializers.CharField()
    kind = serializers.ChoiceField(choices=list(FOLDERS))
    name = serializers.CharField()
    purpose = serializers.CharField()
    elements = serializers.IntegerField()


class SavedTemplateSerializer(serializers.ModelSerializer[SavedTemplate]):
    """A template that this workspace keeps."""

    class Meta:
        model = SavedTemplate
        fields = ("id", "name", "purpose", "elements", "saved_by", "created_at")


class SaveTemplateSerializer(KnownFieldsOnly):
    """What to keep as a template. Without a name or purpose it has those of the system."""

    system = serializers.UUIDField()
    name = serializers.CharField(required=False, allow_blank=True, max_length=200, default="")
    purpose = serializers.CharField(required=False, allow_blank=True, max_length=2_000, default="")


class TemplateViewSet(AskedView):
    """What ships with the product; `systems/import` with `template` makes one's own copy."""

    asks: ClassVar = {"drawing": (LOOK,)}

    @extend_schema(responses=TemplateSerializer(many=True))
    def list(self, request: Request) -> Response:
        return Response(TemplateSerializer(templates().values(), many=True).data)

    @DRAWING
    def drawing(self, request: Request, key: str) -> HttpResponse:
        """A picture of it, as SVG."""
        if key not in templates():
            raise NotVisible
        return picture(request, builtin_drawing(key))


class SavedTemplateViewSet(ListModelMixin, WorkspaceViewSet):
    """What this workspace keeps to begin from."""

    model = SavedTemplate
    serializer_class = SavedTemplateSerializer
    page_order = ("name", "id")
    asks: ClassVar = {"drawing": (LOOK,)}

    def filter_queryset(self, queryset: Any) -> Any:
        return queryset.defer("text")  # Of a list nobody reads the files, which may be large.

    @extend_schema(request=SaveTemplateSerializer, responses={201: SavedTemplateSerializer})
    def create(self, request: Request, **_: Any) -> Response:
        """Keep a system, as it is now, as a template."""
        serializer = SaveTemplateSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        asked = serializer.validated_data
        system = one_of(System.objects.all(), str(asked["system"]))
        template = save_template(self.actor, system, name=asked["name"], purpose=asked["purpose"])
        return Response(self.get_serializer(template).data, status=201)

    def destroy(self, request: Request, **_: Any) -> Response:
        delete_template(self.actor, self.get_object())
        return Response(status=204)

    @DRAWING
    @action(detail=True)
    def drawing(self, request: Request, **_: Any) -> HttpResponse:
        """A picture of it, as SVG."""
        return picture(request, drawing_of(self.get_object().text))


def picture(request: Request, drawing: str) -> HttpResponse:
    if request.query_params.get("look") == "dark":
        drawing = darkened(drawing)
    headers = {
        # It holds what people wrote. Should anybody open it by itself, nothing in it may run or be fetched.
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "Cache-Control": "private, max-age=3600",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(drawing, content_type="image/svg+xml", headers=headers)
