"""Packs of a workspace's catalogue over HTTP: look at a file, apply it, export; and what the last upgrade changed.

Both name the findings that they touch, which the catalogue itself does not know of; so this stands above the findings.
"""

from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.http import WorkspaceViewSet
from apps.catalog.api.standing import FieldDifferenceSerializer
from apps.catalog.differences import entries_touched
from apps.catalog.models import OwnRow, Pack
from apps.catalog.pack_files import LARGEST
from apps.catalog.packs import PackPreview, export_own, export_pack, import_pack, preview_pack, remove_pack
from apps.catalog.parsing import CatalogueError
from apps.catalog.upgrades import last_upgrade
from apps.core.asking import KnownFieldsOnly
from apps.core.errors import Invalid, NotVisible
from apps.core.parsing import StrictJSONParser
from apps.core.sentences import Sentence
from apps.threats.models import Finding

MOST_NAMED = 50  # Findings; how many there are is said too.


class PackSerializer(serializers.ModelSerializer[Pack]):
    rows = serializers.IntegerField(source="row_count", read_only=True, default=0)
    imported_at = serializers.DateTimeField(source="updated_at", read_only=True)

    class Meta:
        model = Pack
        fields = ("slug", "title", "version", "rows", "imported_by", "imported_at")


class TouchedFindingSerializer(serializers.ModelSerializer[Finding]):
    system: Any = serializers.PrimaryKeyRelatedField(read_only=True)
    system_name = serializers.CharField(source="system.name")

    class Meta:
        model = Finding
        fields = ("id", "mark", "source", "title", "status", "entry", "system", "system_name")


class TouchedSerializer(serializers.Serializer[Any]):
    """Findings that came from entries which change or go. `named` are the first of `count`."""

    count = serializers.IntegerField()
    named = TouchedFindingSerializer(many=True)


class DifferenceSerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=("entry", "control", "link"))
    key = serializers.CharField(help_text="A slug; of a link `threat relation hazard`.")
    title = serializers.CharField()
    change = serializers.ChoiceField(choices=("new", "changed", "gone"))
    replaces = serializers.CharField(
        allow_blank=True,
        help_text="Whose row it stands in for: built_in, own, or the slug of a pack; empty for a new one.",
    )
    fields = FieldDifferenceSerializer(many=True)  # type: ignore[assignment]  # Serializer has `fields` too.


class PackPreviewSerializer(serializers.Serializer[Any]):
    slug = serializers.CharField()
    title = serializers.CharField()
    version = serializers.CharField()
    version_here = serializers.CharField(allow_null=True)
    digest = serializers.CharField(help_text="To name when it is applied.")
    differences = DifferenceSerializer(many=True)
    findings = TouchedSerializer()


class PackRequestSerializer(KnownFieldsOnly):
    """A whole pack as `text`, or as the part `file` of a multipart form."""

    text = serializers.CharField(required=False, trim_whitespace=False)
    file = serializers.FileField(required=False)
    file_name = serializers.CharField(required=False, allow_blank=True, max_length=200, default="")


class PackApplySerializer(PackRequestSerializer):
    digest = serializers.CharField(max_length=64, help_text="From the preview.")


class UpgradeSerializer(serializers.Serializer[Any]):
    """What the built-in catalogue changed when its last version came; `previous` is empty where there was none."""

    version = serializers.CharField()
    previous = serializers.CharField(allow_blank=True)
    loaded_at = serializers.DateTimeField(allow_null=True)
    differences = DifferenceSerializer(many=True)
    findings = TouchedSerializer()
    copies = DifferenceSerializer(many=True, help_text="Built-in rows that changed since this workspace copied them.")
    unusable = serializers.DictField(child=serializers.CharField(), help_text="`kind key` → why it cannot be used.")


class PackViewSet(ListModelMixin, WorkspaceViewSet):
    model = Pack
    serializer_class = PackSerializer
    parser_classes = (StrictJSONParser, MultiPartParser)
    page_order = ("slug", "id")

    def rows(self) -> Any:
        rows = OwnRow.objects.filter(pack=OuterRef("pk")).order_by().values("pack").annotate(count=Count("pk"))
        return Pack.objects.annotate(row_count=Coalesce(Subquery(rows.values("count")), 0))

    def pack(self, slug: str) -> Pack:
        found: Pack | None = self.get_queryset().filter(slug=slug).first()
        if found is None:
            raise NotVisible
        return found

    @extend_schema(request=PackApplySerializer, responses={201: PackSerializer})
    def create(self, request: Request, **_: Any) -> Response:
        """Apply what a preview showed. Doing it again changes nothing."""
        content, asked = _content(PackApplySerializer(data=request.data))
        try:
            pack = import_pack(self.actor, content, digest=asked["digest"], file_name=asked["file_name"])
        except CatalogueError as error:
            raise _refused(error) from error
        return Response(self.get_serializer(self.pack(pack.slug)).data, status=201)

    @extend_schema(request=PackRequestSerializer, responses=PackPreviewSerializer)
    @action(detail=False, methods=["post"])
    def preview(self, request: Request, **_: Any) -> Response:
        """What a file would do: new, changed and gone, and the findings that it touches. Nothing is written."""
        content, asked = _content(PackRequestSerializer(data=request.data))
        try:
            preview = preview_pack(self.actor, content, file_name=asked["file_name"])
        except CatalogueError as error:
            raise _refused(error) from error
        return Response(PackPreviewSerializer(_previewed(preview)).data)

    def destroy(self, request: Request, slug: str, **_: Any) -> Response:
        remove_pack(self.actor, self.pack(slug))
        return Response(status=204)

    @extend_schema(responses={(200, "application/yaml"): OpenApiTypes.OBJECT})
    @action(detail=True)
    def export(self, request: Request, slug: str, **_: Any) -> HttpResponse:
        """The pack as YAML, as it stands here."""
        return _file(export_pack(self.pack(slug)), slug)


class OwnCatalogueViewSet(WorkspaceViewSet):
    pagination_class = None
    serializer_class = UpgradeSerializer

    @extend_schema(responses={(200, "application/yaml"): OpenApiTypes.OBJECT})
    def export(self, request: Request, **_: Any) -> HttpResponse:
        """Everything that this workspace wrote or imported, as one pack."""
        return _file(export_own(self.actor), f"{self.actor.workspace.slug}-own")

    def upgrade(self, request: Request, **_: Any) -> Response:
        found = last_upgrade(self.actor.workspace)
        return Response(UpgradeSerializer({**found, "findings": touched(found["touched"])}).data)


def touched(entries: frozenset[str]) -> dict[str, Any]:
    findings = Finding.objects.suggested_from(entries).select_related("system")
    named = findings.order_by("system__name", "system", "number")[:MOST_NAMED]
    return {"count": findings.count(), "named": named}


def _previewed(preview: PackPreview) -> dict[str, Any]:
    return {
        "slug": preview.file.slug,
        "title": preview.file.title,
        "version": preview.file.version,
        "version_here": preview.here.version if preview.here else None,
        "digest": preview.digest,
        "differences": [preview.shown(one) for one in preview.differences],
        "findings": touched(entries_touched(preview.differences)),
    }


def _content(serializer: serializers.Serializer[Any]) -> tuple[str | bytes, dict[str, Any]]:
    serializer.is_valid(raise_exception=True)
    asked = serializer.validated_data
    upload = asked.get("file")
    if upload is None and "text" not in asked:
        raise Invalid({"file": ["Send a pack as `file`, or its text as `text`."]})
    if upload is None:
        return asked["text"], asked
    if upload.size > LARGEST:
        raise Invalid(
            {"file": [Sentence("It has %(size)s bytes; a pack may have %(most)s.", size=upload.size, most=LARGEST)]}
        )
    return upload.read(), {**asked, "file_name": str(upload.name)[:200]}


def _refused(error: CatalogueError) -> Invalid:
    return Invalid({"file": error.problems[:200]}, "The file cannot be read as a pack. Nothing of it was kept.")


def _file(text: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.yaml"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(text, content_type="application/yaml; charset=utf-8", headers=headers)
