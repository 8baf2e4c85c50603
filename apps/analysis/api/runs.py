"""Runs over HTTP: ask for suggestions, see how far it is, cancel."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.analysis.models import Run
from apps.analysis.services import cancel_run, start_run
from apps.analysis.tasks import suggest_findings
from apps.core.bell import ring
from apps.systems.http import SystemViewSet


class ProgressSerializer(serializers.Serializer[Any]):
    done = serializers.IntegerField()
    total = serializers.IntegerField()
    element = serializers.CharField()


class CountsSerializer(serializers.Serializer[Any]):
    new = serializers.IntegerField()
    refreshed = serializers.IntegerField()
    outdated = serializers.IntegerField()
    threats = serializers.IntegerField()
    hazards = serializers.IntegerField()


class QuestionSerializer(serializers.Serializer[Any]):
    """An attribute that nobody has said. The answers up to and including this one settle `settles` suggestions."""

    object_type = serializers.CharField()
    object = serializers.CharField()
    name = serializers.CharField()
    attribute = serializers.CharField()
    ask = serializers.CharField()
    suggestions = serializers.ListField(
        child=serializers.CharField(), help_text="Fingerprints of the suggestions it bears on."
    )
    settles = serializers.IntegerField()


class RunSerializer(serializers.ModelSerializer[Run]):
    # Null before a worker has begun, or ended.
    progress = ProgressSerializer(allow_null=True)
    counts = CountsSerializer(allow_null=True)
    questions = QuestionSerializer(many=True)
    asked_by = serializers.CharField(source="asked_by_label")

    class Meta:
        model = Run
        fields = (
            "id",
            "state",
            "revision",
            "engine",
            "catalogue_version",
            "progress",
            "counts",
            "questions",
            "error",
            "attempts",
            "asked_by",
            "created_at",
            "started_at",
            "finished_at",
        )


class RunViewSet(ListModelMixin, RetrieveModelMixin, SystemViewSet):
    model = Run
    serializer_class = RunSerializer
    page_order = ("-created_at", "id")
    bodyless = ("create", "cancel")

    @extend_schema(request=None, responses={200: RunSerializer, 201: RunSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Ask for suggestions. While a run is unfinished this gives that run, with 200."""
        run, is_new = start_run(self.actor, self.system)
        ring(suggest_findings, run)
        return Response(self.get_serializer(run).data, status=201 if is_new else 200)

    @extend_schema(request=None, responses=RunSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return Response(self.get_serializer(cancel_run(self.actor, self.get_object())).data)
