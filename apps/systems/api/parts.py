"""Boundaries, flows, diagrams and assumptions over HTTP: plain parts."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.errors import Invalid
from apps.core.sentences import Sentence
from apps.systems.api.arranging import ArrangementSerializer, check_drawn
from apps.systems.http import PartField, PartSerializer, PartViewSet
from apps.systems.models import Assumption, Boundary, Diagram, Element, Flow, FlowPlacement, Placement
from apps.systems.services import place

MOST_PLACEMENTS = 40_000
DRAWN = ("element_id", "boundary_id", "x", "y", "width", "height")


class BoundarySerializer(PartSerializer):
    parent = PartField(Boundary, allow_null=True, required=False)  # type: ignore[assignment]  # The same with `parent`.
    attributes = serializers.DictField(required=False)

    class Meta(PartSerializer.Meta):
        model = Boundary
        fields = (*PartSerializer.Meta.fields, "name", "description", "trust", "parent", "attributes")


class BoundaryViewSet(PartViewSet):
    model = Boundary
    serializer_class = BoundarySerializer


class FlowSerializer(PartSerializer):
    source = PartField(Element)  # type: ignore[assignment]  # Field has a `source` too; DRF takes this one away again.
    target = PartField(Element)
    attributes = serializers.DictField(required=False)

    class Meta(PartSerializer.Meta):
        model = Flow
        fields = (*PartSerializer.Meta.fields, "name", "description", "source", "target", "attributes", "bidirectional")


class FlowViewSet(PartViewSet):
    model = Flow
    serializer_class = FlowSerializer


class AssumptionSerializer(PartSerializer):
    class Meta(PartSerializer.Meta):
        model = Assumption
        fields = (*PartSerializer.Meta.fields, "text", "owner", "valid_until", "status")


class AssumptionViewSet(PartViewSet):
    model = Assumption
    serializer_class = AssumptionSerializer


class DiagramSerializer(PartSerializer):
    class Meta(PartSerializer.Meta):
        model = Diagram
        fields = (*PartSerializer.Meta.fields, "title", "description", "position")


class DiagramViewSet(PartViewSet):
    model = Diagram
    serializer_class = DiagramSerializer

    @extend_schema(methods=["GET"], request=None, responses=ArrangementSerializer)
    @extend_schema(methods=["POST"], request=ArrangementSerializer, responses=ArrangementSerializer)
    @action(detail=True, methods=["get", "post"], pagination_class=None)
    def placements(self, request: Request, **_: Any) -> Response:
        """Where everything is drawn on this diagram; POST moves or adds many at once, and leaves the others."""
        diagram = self.get_object()
        if request.method == "POST":
            self._arrange(request, diagram)
        # As values: of what is drawn there are thousands, and a model for each is half the time.
        drawn = Placement.objects.filter(diagram=diagram).order_by("created_at", "id").values(*DRAWN)
        flows = FlowPlacement.objects.filter(diagram=diagram).order_by("created_at", "id").values("flow_id", "bends")
        return Response(ArrangementSerializer({"placements": drawn, "flows": flows}).data)

    def _arrange(self, request: Request, diagram: Diagram) -> None:
        serializer = ArrangementSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        placements = serializer.validated_data.get("placements", [])
        bends = {row["flow_id"]: row["bends"] for row in serializer.validated_data.get("flows", [])}
        if len(placements) + len(bends) > MOST_PLACEMENTS:
            raise Invalid({"placements": [Sentence("Send %(most)s at a time at most.", most=MOST_PLACEMENTS)]})
        check_drawn(self.system, placements, bends)
        place(self.actor, diagram, placements, bends)
