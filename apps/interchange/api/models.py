"""Model files over HTTP: in as a new system, out as a download."""

from typing import Any

from django.http import HttpResponse
from django.utils.text import slugify
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.access import Action
from apps.accounts.http import WorkspaceViewSet
from apps.core.asking import KnownFieldsOnly
from apps.core.errors import Invalid
from apps.core.parsing import StrictJSONParser
from apps.core.sentences import Sentence
from apps.interchange.formats.strict_json import LARGEST, FormatError
from apps.interchange.services import export_model, import_model
from apps.interchange.templates import template_text
from apps.systems.http import SystemSerializer, SystemViewSet


class ImportSerializer(KnownFieldsOnly):
    """A whole model file as `text`, or as the part `file` of a multipart form; or a `template`, by its key or id."""

    text = serializers.CharField(required=False, trim_whitespace=False)
    file = serializers.FileField(required=False)
    name = serializers.CharField(required=False, allow_blank=True, max_length=200, default="")
    file_name = serializers.CharField(required=False, allow_blank=True, max_length=200, default="")
    template = serializers.CharField(required=False, max_length=200)


class ImportViewSet(WorkspaceViewSet):
    serializer_class = ImportSerializer
    parser_classes = (StrictJSONParser, MultiPartParser)
    pagination_class = None

    @extend_schema(request=ImportSerializer, responses={201: SystemSerializer})
    def create(self, request: Request, **_: Any) -> Response:
        """A new system from a model file. A bad one is refused with every problem by path, and nothing is kept."""
        self.actor.check(Action.EDIT_SYSTEM)
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        asked = serializer.validated_data
        content, file_name = _content(asked)
        try:
            system = import_model(self.actor, content, file_name=file_name, name=asked["name"])
        except FormatError as error:
            raise Invalid(error.by_path, "The file cannot be read as a model. Nothing of it was kept.") from error
        return Response(SystemSerializer(system).data, status=201)


def _content(asked: dict[str, Any]) -> tuple[str | bytes, str]:
    if "template" in asked:
        return template_text(asked["template"])
    upload = asked.get("file")
    if upload is None and "text" not in asked:
        raise Invalid({"file": ["Send a model file as `file`, its text as `text`, or name a `template`."]})
    if upload is None:
        return asked["text"], asked["file_name"]
    if upload.size > LARGEST:
        raise Invalid(
            {
                "file": [
                    Sentence("It has %(size)s bytes; a model file may have %(most)s.", size=upload.size, most=LARGEST)
                ]
            }
        )
    return upload.read(), str(upload.name)[:200]


class ExportViewSet(SystemViewSet):
    pagination_class = None
    serializer_class = serializers.Serializer

    @extend_schema(responses={(200, "application/json"): OpenApiTypes.OBJECT})
    def list(self, request: Request, **_: Any) -> HttpResponse:
        """The system as a model file, format version 1."""
        name = slugify(self.system.name) or "system"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}.bifocal.json"',
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(export_model(self.system), content_type="application/json", headers=headers)
