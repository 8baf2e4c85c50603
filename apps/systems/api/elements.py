"""Elements over HTTP, with the attributes that hold for each and where they were said."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.systems.http import PartField, PartSerializer, PartViewSet
from apps.systems.models import Boundary, Element
from apps.systems.reading import frame


class ElementListSerializer(serializers.ListSerializer[Any]):
    """One look at boundaries and system for a whole page of elements."""

    def to_representation(self, data: Any) -> list[Any]:
        rows = list(data)
        if rows and "system" in self.context:
            self.child.context["frame"] = frame(self.context["system"], rows)  # type: ignore[union-attr]  # A child is always there.
        return super().to_representation(rows)


class ElementSerializer(PartSerializer):
    boundary = PartField(Boundary, allow_null=True, required=False)
    attributes = serializers.DictField(required=False)
    effective_attributes = serializers.SerializerMethodField()

    class Meta(PartSerializer.Meta):
        model = Element
        list_serializer_class = ElementListSerializer
        fields = (
            *PartSerializer.Meta.fields,
            "name",
            "kind",
            "description",
            "boundary",
            "attributes",
            "effective_attributes",
            "out_of_scope",
            "out_of_scope_reason",
        )

    @extend_schema_field(
        {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "properties": {
                    "value": {},
                    "from": {"type": "string", "enum": ["own", "boundary", "system"]},
                    "object": {"type": "string", "description": "The id of the boundary, if it was one."},
                },
                "required": ["value", "from"],
            },
        }
    )
    def get_effective_attributes(self, element: Element) -> dict[str, Any]:
        system = self.context.get("frame") or frame(self.context["system"], [element])
        return {
            name: {"value": found.value, "from": found.origin, **({"object": found.object} if found.object else {})}
            for name, found in system.inherited(str(element.pk)).items()
        }


class ElementViewSet(PartViewSet):
    model = Element
    serializer_class = ElementSerializer
