"""Treatments of one finding over HTTP: which controls are planned, in place or verified."""

from functools import cached_property
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.http import one_of
from apps.core.asking import KnownFieldsOnly
from apps.core.errors import Invalid
from apps.systems.http import SystemViewSet
from apps.threats.models import Finding, Treatment
from apps.threats.reading import control_titles
from apps.threats.services import add_treatment, change_treatment, remove_treatment


class TreatmentSerializer(KnownFieldsOnly, serializers.ModelSerializer[Treatment]):
    """`factor` is that of the control unless it is said. Verified needs `evidence` and `verified_until`."""

    id = serializers.UUIDField(required=False)
    title = serializers.SerializerMethodField()

    class Meta:
        model = Treatment
        fields = ("id", "control", "title", *Treatment.EDITABLE, "version", "created_at", "updated_at")
        read_only_fields = ("created_at", "updated_at")
        extra_kwargs = {"version": {"required": False}, "factor": {"required": False}}

    def get_title(self, treatment: Treatment) -> str:
        """Of the control, as the catalogue has it; the slug where it has none."""
        return self.context["titles"].get(treatment.control, treatment.control)  # type: ignore[no-any-return]  # Titles are strings.


class TreatmentViewSet(ListModelMixin, SystemViewSet):
    model = Treatment
    serializer_class = TreatmentSerializer

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.finding  # noqa: B018 - a finding that is not there is a 404 before anything else is.

    @cached_property
    def finding(self) -> Finding:
        found: Finding = one_of(Finding.objects.filter(system=self.system), self.kwargs["finding"])
        return found

    def get_serializer_context(self) -> dict[str, Any]:
        titles = {} if self.swagger_fake_view else control_titles(self.actor.workspace)
        return {**super().get_serializer_context(), "titles": titles}

    def rows(self) -> Any:
        return Treatment.objects.filter(finding=self.finding).select_related("finding")

    @extend_schema(responses={201: TreatmentSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        values = self.checked(request, partial=False)
        identifier, control = values.pop("id", None), values.pop("control")
        treatment = add_treatment(self.actor, self.finding, control, values, identifier=identifier)
        return Response(self.get_serializer(treatment).data, status=201)

    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change how far it has come, its owner, days and evidence. Another control is another treatment."""
        treatment = self.get_object()
        values = self.checked(request, partial=True)
        fixed = {"id", "control"} & values.keys()
        if fixed:
            raise Invalid({name: ["This cannot be edited here."] for name in fixed})
        return Response(self.get_serializer(change_treatment(self.actor, treatment, values, seen=self.seen)).data)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        remove_treatment(self.actor, self.get_object())
        return Response(status=204)
