"""Boundaries, flows, diagrams and assumptions over HTTP: plain parts."""

from collections import Counter
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.errors import Invalid
from apps.systems.http import PartField, PartSerializer, PartViewSet
from apps.systems.models import Assumption, Boundary, Diagram, Element, Flow, FlowPlacement, Placement
from apps.systems.services import place

MOST_PLACEMENTS = 40_000
FARTHEST = 1_000_000  # Pixels from the origin.


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


class PlacementSerializer(serializers.Serializer[Any]):
    """Exactly one of `element` and `boundary`."""

    element = serializers.UUIDField(required=False, allow_null=True, source="element_id")
    boundary = serializers.UUIDField(required=False, allow_null=True, source="boundary_id")
    x = serializers.FloatField(min_value=-FARTHEST, max_value=FARTHEST)
    y = serializers.FloatField(min_value=-FARTHEST, max_value=FARTHEST)
    width = serializers.FloatField(min_value=1, max_value=FARTHEST)
    height = serializers.FloatField(min_value=1, max_value=FARTHEST)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if bool(attrs.get("element_id")) == bool(attrs.get("boundary_id")):
            raise serializers.ValidationError("Name either an element or a boundary.")
        return attrs


class FlowPlacementSerializer(serializers.Serializer[Any]):
    flow = serializers.UUIDField(source="flow_id")
    bends = serializers.ListField(
        child=serializers.ListField(
            child=serializers.FloatField(min_value=-FARTHEST, max_value=FARTHEST), min_length=2, max_length=2
        ),
        max_length=100,
    )


class ArrangementSerializer(serializers.Serializer[Any]):
    placements = PlacementSerializer(many=True, required=False)
    flows = FlowPlacementSerializer(many=True, required=False)

    def validate_placements(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return _each_once(rows, [row.get("element_id") or row.get("boundary_id") for row in rows])

    def validate_flows(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return _each_once(rows, [row["flow_id"] for row in rows])


def _each_once(rows: list[dict[str, Any]], drawn: list[Any]) -> list[dict[str, Any]]:
    twice = [str(identifier) for identifier, times in Counter(drawn).items() if times > 1]
    if twice:
        raise serializers.ValidationError([f"{identifier} is drawn twice." for identifier in twice])
    return rows


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
        drawn = Placement.objects.filter(diagram=diagram).order_by("created_at", "id")
        flows = FlowPlacement.objects.filter(diagram=diagram).order_by("created_at", "id")
        return Response(ArrangementSerializer({"placements": drawn, "flows": flows}).data)

    def _arrange(self, request: Request, diagram: Diagram) -> None:
        serializer = ArrangementSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        placements = serializer.validated_data.get("placements", [])
        bends = {row["flow_id"]: row["bends"] for row in serializer.validated_data.get("flows", [])}
        if len(placements) + len(bends) > MOST_PLACEMENTS:
            raise Invalid({"placements": [f"Send {MOST_PLACEMENTS} at a time at most."]})
        self._check_here(Element, {row["element_id"] for row in placements if row.get("element_id")}, "placements")
        self._check_here(Boundary, {row["boundary_id"] for row in placements if row.get("boundary_id")}, "placements")
        self._check_here(Flow, set(bends), "flows")
        place(self.actor, diagram, placements, bends)

    def _check_here(self, model: Any, wanted: set[Any], field: str) -> None:
        missing = wanted - set(model.objects.filter(system=self.system, pk__in=wanted).values_list("pk", flat=True))
        if missing:
            raise Invalid(
                {
                    field: [
                        f"There is no {model._meta.verbose_name} {identifier} in this system."
                        for identifier in sorted(missing)
                    ]
                }
            )
