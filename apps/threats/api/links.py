"""Links between findings over HTTP: the overlap of the two lenses."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.asking import KnownFieldsOnly
from apps.core.errors import Invalid
from apps.core.sentences import not_here
from apps.systems.http import SystemViewSet
from apps.threats.models import Finding, FindingLink, LinkType
from apps.threats.services import link_findings, unlink_findings


class FindingLinkSerializer(KnownFieldsOnly):
    id = serializers.UUIDField(read_only=True)
    to = serializers.UUIDField(source="to_finding_id")
    type = serializers.ChoiceField(choices=LinkType.choices)
    reason = serializers.CharField(max_length=2_000)
    created_at = serializers.DateTimeField(read_only=True)

    def get_fields(self) -> dict[str, Any]:
        """`from` is a word of Python's, so that field is added by name."""
        return {"from": serializers.UUIDField(source="from_finding_id"), **super().get_fields()}


class FindingLinkViewSet(ListModelMixin, SystemViewSet):
    model = FindingLink
    serializer_class = FindingLinkSerializer

    @extend_schema(responses={201: FindingLinkSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        asked = serializer.validated_data
        ends = Finding.objects.in_bulk([asked["from_finding_id"], asked["to_finding_id"]])
        missing = {
            name: [not_here("finding", asked[column])]
            for name, column in (("from", "from_finding_id"), ("to", "to_finding_id"))
            if asked[column] not in ends or ends[asked[column]].system_id != self.system.pk
        }
        if missing:
            raise Invalid(missing)
        link = link_findings(
            self.actor,
            ends[asked["from_finding_id"]],
            ends[asked["to_finding_id"]],
            type=asked["type"],
            reason=asked["reason"],
        )
        return Response(self.get_serializer(link).data, status=201)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        unlink_findings(self.actor, self.get_object())
        return Response(status=204)
