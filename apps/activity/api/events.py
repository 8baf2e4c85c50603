"""What happened, over HTTP: the whole record, or what came since a sequence number."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin

from apps.accounts.http import WorkspaceViewSet
from apps.activity.models import Event, Stream
from apps.core.errors import Invalid, NotVisible


class EventSerializer(serializers.ModelSerializer[Event]):
    actor = serializers.CharField(source="actor_label")
    at = serializers.DateTimeField(source="created_at")

    class Meta:
        model = Event
        fields = ("id", "sequence", "system", "actor", "verb", "object_type", "object_id", "changes", "at")


SINCE = OpenApiParameter(
    "since", int, description="Only events with a higher sequence number, oldest first. Without it, newest first."
)


class EventViewSet(ListModelMixin, WorkspaceViewSet):
    """Events of the workspace itself, or of one system where the path names one."""

    model = Event
    serializer_class = EventSerializer
    asks: ClassVar = {"list": (SINCE,)}

    @property
    def page_order(self) -> tuple[str, ...]:
        return ("sequence", "id") if "since" in self.request.query_params else ("-sequence", "id")

    def rows(self) -> Any:
        events = Event.objects.filter(system=self._system())
        since = self.request.query_params.get("since")
        if since is None:
            return events
        if not since.isdecimal() or len(since) > 18:
            raise Invalid({"since": ["It has to be a sequence number, such as 0 or 42."]})
        return events.since(int(since))

    def _system(self) -> str | None:
        """The system's id. A system that is gone keeps its events; one that never was has no stream of them."""
        system: str | None = self.kwargs.get("system")
        try:
            if system is not None and not Stream.objects.filter(system=system).exists():
                raise NotVisible
        except ValidationError as error:
            raise NotVisible from error
        return system
