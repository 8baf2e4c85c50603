"""Reports over HTTP: ask for one, see how far it is, download the PDF."""

from typing import Any

from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.asking import KnownFieldsOnly
from apps.core.bell import ring
from apps.core.errors import Conflict
from apps.core.jobs import State
from apps.core.sentences import Sentence
from apps.reports.models import Report
from apps.reports.services import cancel_report, delete_report, request_report
from apps.reports.tasks import make
from apps.systems.http import SystemViewSet


class ReportSerializer(KnownFieldsOnly, serializers.ModelSerializer[Report]):
    asked_by = serializers.CharField(source="asked_by_label", read_only=True)
    warnings = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Report
        fields = (
            "id",
            "title",
            "include_suggestions",
            "state",
            "revision",
            "size",
            "pages",
            "warnings",
            "error",
            "attempts",
            "asked_by",
            "created_at",
            "started_at",
            "finished_at",
        )
        read_only_fields = tuple(name for name in fields if name not in ("title", "include_suggestions"))


class ReportViewSet(ListModelMixin, RetrieveModelMixin, SystemViewSet):
    model = Report
    serializer_class = ReportSerializer
    page_order = ("-created_at", "id")
    bodyless = ("cancel",)

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        report = request_report(self.actor, self.system, **serializer.validated_data)
        ring(make, report)
        return Response(self.get_serializer(report).data, status=201)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        delete_report(self.actor, self.get_object())
        return Response(status=204)

    @extend_schema(request=None, responses=ReportSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return Response(self.get_serializer(cancel_report(self.actor, self.get_object())).data)

    @extend_schema(responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"])
    def file(self, request: Request, *args: Any, **kwargs: Any) -> FileResponse:
        report = self.get_object()
        if report.state != State.DONE:
            raise Conflict(
                Sentence("The report is %(state)s; its file is there when it is done.", state=Sentence(report.state))
            )
        name = f"{report.title}.pdf".replace("/", "-")
        return FileResponse(report.file.open(), content_type="application/pdf", filename=name, as_attachment=True)
