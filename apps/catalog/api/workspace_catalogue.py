"""The catalogue of a workspace over HTTP: browse it, add to it, change copies, switch off."""

from collections.abc import Mapping
from typing import Any, ClassVar

from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.http import WorkspaceViewSet
from apps.catalog.api.knowledge_shapes import (
    WorkspaceControlBriefSerializer,
    WorkspaceControlSerializer,
    WorkspaceEntryBriefSerializer,
    WorkspaceEntrySerializer,
    control_brief,
    control_detail,
    entry_brief,
    entry_detail,
)
from apps.catalog.api.standing import STANDINGS, KnowledgePages
from apps.catalog.control_rows import CONTROL_KINDS, FUNCTIONS
from apps.catalog.knowledge import Catalogue
from apps.catalog.reading import WorkspaceCatalogue, workspace_catalogue
from apps.catalog.searching import Asked, is_control_asked, is_entry_asked
from apps.catalog.services import Kind, add_own, change_own, remove_own, switch_off, switch_on
from apps.core.asking import KnownFieldsOnly
from apps.core.errors import NotVisible

WORDS = OpenApiParameter("q", str, description="Words in title, gist or slug, or an identifier of a framework.")
CITED = OpenApiParameter(
    "reference", str, description="What a framework calls it: AML.T0051, ATLAS:AML.T0051, or ATLAS for all of it."
)
STANDS = OpenApiParameter("standing", str, enum=[*STANDINGS, "switched_off"])


class ReasonSerializer(KnownFieldsOnly):
    reason = serializers.CharField(max_length=2_000)


class AdditionSerializer(ReasonSerializer):
    content = serializers.DictField(help_text="The row in the form of the files; null leaves an optional field out.")


class ChangeSerializer(ReasonSerializer):
    """Fields of the row to change; null takes an optional one away."""

    content = serializers.DictField()
    version = serializers.IntegerField(required=False, allow_null=True)


class _OwnViewSet(WorkspaceViewSet):
    kind: Kind
    pagination_class = KnowledgePages
    bodyless = ("switch_on",)

    def known(self, catalogue: Catalogue) -> Mapping[str, Any]:
        raise NotImplementedError

    def asked(self, row: Any, asked: Asked) -> bool:
        raise NotImplementedError

    def brief(self, catalogue: WorkspaceCatalogue, row: Any) -> dict[str, Any]:
        raise NotImplementedError

    def detail_of(self, catalogue: WorkspaceCatalogue, row: Any) -> dict[str, Any]:
        raise NotImplementedError

    def list(self, request: Request, **_: Any) -> Response:
        catalogue, query = workspace_catalogue(self.actor.workspace), request.query_params
        asked = Asked(**{name: query[name] for name in Asked.__dataclass_fields__ if name in query})
        rows = self._rows(catalogue).values()
        found = [self.brief(catalogue, row) for row in rows if self.asked(row, asked)]
        wanted = query.get("standing")
        shown: Any = [row for row in found if not wanted or _stands(row, wanted)]  # The stubs know querysets only.
        return self.get_paginated_response(self.get_serializer(self.paginate_queryset(shown), many=True).data)

    def retrieve(self, request: Request, slug: str, **_: Any) -> Response:
        return Response(self._shown(slug))

    def create(self, request: Request, **_: Any) -> Response:
        asked = _checked(AdditionSerializer(data=request.data))
        own = add_own(self.actor, self.kind, asked["content"], reason=asked["reason"])
        return Response(self._shown(own.key), status=201)

    def partial_update(self, request: Request, slug: str, **_: Any) -> Response:
        self._shown(slug)
        asked = _checked(ChangeSerializer(data=request.data))
        change_own(self.actor, self.kind, slug, asked["content"], reason=asked["reason"], seen=asked.get("version"))
        return Response(self._shown(slug))

    def destroy(self, request: Request, slug: str, **_: Any) -> Response:
        remove_own(self.actor, self.kind, slug)
        return Response(status=204)

    @action(detail=True, methods=["post"])
    def switch_off(self, request: Request, slug: str, **_: Any) -> Response:
        self._shown(slug)
        switch_off(self.actor, self.kind, slug, reason=_checked(ReasonSerializer(data=request.data))["reason"])
        return Response(self._shown(slug))

    @action(detail=True, methods=["post"])
    def switch_on(self, request: Request, slug: str, **_: Any) -> Response:
        switch_on(self.actor, self.kind, slug)
        return Response(self._shown(slug))

    def _shown(self, slug: str) -> Any:
        catalogue = workspace_catalogue(self.actor.workspace)
        row = self._rows(catalogue).get(slug)
        if row is None:
            raise NotVisible
        return self.get_serializer(self.detail_of(catalogue, row)).data

    def _rows(self, catalogue: WorkspaceCatalogue) -> Mapping[str, Any]:
        """By slug, with what can be read of those that cannot be used: whoever mends them has to see them."""
        unusable = {slug: row for (kind, slug), row in catalogue.overlay.readable.items() if kind == self.kind}
        return {**self.known(catalogue.overlay.everything), **unusable}


def _shape(shape: type[serializers.Serializer[Any]]) -> Any:
    """What each action shows, for the API document."""
    return extend_schema_view(
        retrieve=extend_schema(responses=shape),
        create=extend_schema(request=AdditionSerializer, responses={201: shape}),
        partial_update=extend_schema(request=ChangeSerializer, responses=shape),
        destroy=extend_schema(responses={204: None}),
        switch_off=extend_schema(request=ReasonSerializer, responses=shape),
        switch_on=extend_schema(request=None, responses=shape),
    )


@_shape(WorkspaceEntrySerializer)
class WorkspaceEntryViewSet(_OwnViewSet):
    kind = "entry"
    asks: ClassVar = {
        "list": (
            WORDS,
            CITED,
            STANDS,
            *(OpenApiParameter(name, str) for name in ("source", "family", "origin", "kind", "harms")),
        )
    }

    def get_serializer_class(self) -> Any:
        return WorkspaceEntryBriefSerializer if self.action == "list" else WorkspaceEntrySerializer

    def known(self, catalogue: Catalogue) -> Mapping[str, Any]:
        return catalogue.entries

    def asked(self, row: Any, asked: Asked) -> bool:
        return is_entry_asked(row, asked)

    def brief(self, catalogue: WorkspaceCatalogue, row: Any) -> dict[str, Any]:
        return entry_brief(catalogue, row)

    def detail_of(self, catalogue: WorkspaceCatalogue, row: Any) -> dict[str, Any]:
        return entry_detail(catalogue, row)


@_shape(WorkspaceControlSerializer)
class WorkspaceControlViewSet(_OwnViewSet):
    kind = "control"
    asks: ClassVar = {
        "list": (
            WORDS,
            CITED,
            STANDS,
            OpenApiParameter("kind", str, enum=CONTROL_KINDS),
            OpenApiParameter("function", str, enum=FUNCTIONS),
            OpenApiParameter("hurts", str, enum=("adversarial", "unintended", "either"), description="A side."),
        )
    }

    def get_serializer_class(self) -> Any:
        return WorkspaceControlBriefSerializer if self.action == "list" else WorkspaceControlSerializer

    def known(self, catalogue: Catalogue) -> Mapping[str, Any]:
        return catalogue.controls

    def asked(self, row: Any, asked: Asked) -> bool:
        return is_control_asked(row, asked)

    def brief(self, catalogue: WorkspaceCatalogue, row: Any) -> dict[str, Any]:
        return control_brief(catalogue, row)

    def detail_of(self, catalogue: WorkspaceCatalogue, row: Any) -> dict[str, Any]:
        return control_detail(catalogue, row)


def _stands(row: Mapping[str, Any], wanted: str) -> bool:
    return bool(row["switched_off"]) if wanted == "switched_off" else row["standing"] == wanted


def _checked(serializer: serializers.Serializer[Any]) -> dict[str, Any]:
    serializer.is_valid(raise_exception=True)
    found: dict[str, Any] = serializer.validated_data
    return found
