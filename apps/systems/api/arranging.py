"""Where things are drawn, over HTTP."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from apps.core.asking import KnownFieldsOnly
from apps.core.errors import Invalid
from apps.core.sentences import Sentence, not_here
from apps.core.speaking import spoken
from apps.systems.models import Boundary, Element, Flow, Part, System

FARTHEST = 1_000_000  # Pixels from the origin.


class PlacementSerializer(KnownFieldsOnly):
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


class FlowPlacementSerializer(KnownFieldsOnly):
    flow = serializers.UUIDField(source="flow_id")
    bends = serializers.ListField(
        child=serializers.ListField(
            child=serializers.FloatField(min_value=-FARTHEST, max_value=FARTHEST), min_length=2, max_length=2
        ),
        max_length=100,
    )


class ArrangementSerializer(KnownFieldsOnly):
    placements = PlacementSerializer(many=True, required=False)
    flows = FlowPlacementSerializer(many=True, required=False)

    def validate_placements(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return _each_once(rows, [row.get("element_id") or row.get("boundary_id") for row in rows])

    def validate_flows(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return _each_once(rows, [row["flow_id"] for row in rows])


def _each_once(rows: list[dict[str, Any]], drawn: list[Any]) -> list[dict[str, Any]]:
    twice = [str(identifier) for identifier, times in Counter(drawn).items() if times > 1]
    if twice:
        raise serializers.ValidationError(
            [spoken(Sentence("%(id)s is drawn twice.", id=identifier)) for identifier in twice]
        )
    return rows


def check_drawn(system: System, placements: list[dict[str, Any]], bends: Mapping[Any, Any]) -> None:
    """Raises Invalid for what is not in this system."""
    for model, field, wanted in (
        (Element, "placements", {row["element_id"] for row in placements if row.get("element_id")}),
        (Boundary, "placements", {row["boundary_id"] for row in placements if row.get("boundary_id")}),
        (Flow, "flows", set(bends)),
    ):
        _check_here(system, model, wanted, field)


def _check_here(system: System, model: type[Part], wanted: set[Any], field: str) -> None:
    missing = wanted - set(model.objects.filter(system=system, pk__in=wanted).values_list("pk", flat=True))
    if missing:
        raise Invalid({field: [not_here(model._meta.verbose_name, identifier) for identifier in sorted(missing)]})
