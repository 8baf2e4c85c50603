"""Systems over HTTP."""

from typing import Any, ClassVar

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from drf_spectacular.utils import OpenApiParameter
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.http import WorkspaceViewSet
from apps.systems.http import SystemSerializer
from apps.systems.models import Element, System
from apps.systems.services import change_system, create_system, delete_system


class SystemsViewSet(ListModelMixin, RetrieveModelMixin, WorkspaceViewSet):
    model = System
    serializer_class = SystemSerializer
    lookup_url_kwarg = "id"
    page_order = ("-created_at", "id")
    asks: ClassVar = {"list": (OpenApiParameter("q", str, description="Words in the name, purpose or description."),)}

    def rows(self) -> Any:
        elements = (
            Element.objects.filter(system=OuterRef("pk"))
            .order_by()
            .values("system")
            .annotate(count=Count("pk"))
            .values("count")
        )
        return System.objects.annotate(element_count=Coalesce(Subquery(elements), 0))

    def filter_queryset(self, queryset: Any) -> Any:
        words = self.request.query_params.get("q", "").strip()
        return queryset.found_by(words) if words else queryset

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        values = self.checked(request, partial=False)
        system = create_system(self.actor, identifier=values.pop("id", None), **values)
        return Response(self.get_serializer(system).data, status=201)

    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        system = self.get_object()
        values = self.checked(request, partial=True)
        values.pop("id", None)
        change_system(self.actor, system, values, seen=self.seen)
        return Response(self.get_serializer(self.get_object()).data)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        delete_system(self.actor, self.get_object())
        return Response(status=204)
