"""Me and my workspaces."""

from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import ensure_csrf_cookie
from drf_spectacular.utils import extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from apps.accounts.access import TABLE, Role, role_choices
from apps.accounts.http import WorkspaceViewSet, WriteOnceView, person
from apps.accounts.models import ApiToken, Membership, User, Workspace
from apps.accounts.services import create_workspace, rename_workspace
from apps.core.asking import AskedView, KnownFieldsOnly
from apps.core.errors import NotAllowed


class WorkspaceSerializer(KnownFieldsOnly, serializers.ModelSerializer[Workspace]):
    role = serializers.SerializerMethodField()

    class Meta:
        model = Workspace
        fields = ("id", "slug", "name", "role", "created_at", "updated_at")
        read_only_fields = ("id", "slug", "created_at", "updated_at")

    def get_role(self, workspace: Workspace) -> str:
        """What the caller is here: owner, editor, reviewer or viewer."""
        return str(getattr(workspace, "role", ""))


class MyWorkspaceSerializer(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()
    role = serializers.ChoiceField(choices=role_choices())
    may = serializers.ListField(
        child=serializers.CharField(), help_text="The actions that this role allows, for showing or hiding buttons."
    )


@extend_schema_serializer(many=False)
class MeSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    email = serializers.EmailField()
    name = serializers.CharField()
    workspaces = MyWorkspaceSerializer(many=True)


@method_decorator(ensure_csrf_cookie, name="dispatch")
class MeViewSet(AskedView, GenericViewSet[Any]):
    """Who I am, and where I am a member. Also sets the CSRF cookie that writes from a browser need."""

    pagination_class = None
    serializer_class = MeSerializer

    @extend_schema(responses=MeSerializer)
    def list(self, request: Request) -> Response:
        user: User = person(request)
        memberships = (
            Membership.objects.with_scopes_disabled()
            .filter(user=user)
            .select_related("workspace")
            .order_by("workspace__name", "id")
        )
        if isinstance(request.auth, ApiToken):
            memberships = memberships.filter(workspace=request.auth.workspace_id)
        workspaces = [
            {
                "slug": membership.workspace.slug,
                "name": membership.workspace.name,
                "role": membership.role,
                "may": sorted(action.name.lower() for action in TABLE[Role(membership.role)]),
            }
            for membership in memberships
        ]
        return Response({"id": user.pk, "email": user.email, "name": user.name_shown, "workspaces": workspaces})


class WorkspacesViewSet(ListModelMixin, WriteOnceView, GenericViewSet[Any]):
    """The workspaces that I am a member of."""

    serializer_class = WorkspaceSerializer
    page_order = ("name", "id")

    def get_queryset(self) -> Any:
        if getattr(self, "swagger_fake_view", False):
            return Workspace.objects.none()
        memberships = Membership.objects.with_scopes_disabled().filter(user=person(self.request))
        if isinstance(self.request.auth, ApiToken):
            memberships = memberships.filter(workspace=self.request.auth.workspace_id)
        role = memberships.filter(workspace=OuterRef("pk")).values("role")
        return Workspace.objects.filter(pk__in=memberships.values("workspace")).annotate(role=Subquery(role))

    def create(self, request: Request) -> Response:
        if isinstance(request.auth, ApiToken):
            raise NotAllowed("A token belongs to one workspace and cannot make another. Sign in to do that.")
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        workspace = create_workspace(person(request), name=serializer.validated_data["name"])
        workspace.role = Role.OWNER  # type: ignore[attr-defined]  # What the serializer shows.
        return Response(self.get_serializer(workspace).data, status=201)


class WorkspaceDetailViewSet(WorkspaceViewSet):
    serializer_class = WorkspaceSerializer
    pagination_class = None

    def retrieve(self, request: Request, **_: Any) -> Response:
        return Response(self._shown(self.actor.workspace))

    def partial_update(self, request: Request, **_: Any) -> Response:
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response(self._shown(rename_workspace(self.actor, name=serializer.validated_data["name"])))

    def _shown(self, workspace: Workspace) -> Any:
        workspace.role = self.actor.role  # type: ignore[attr-defined]  # What the serializer shows.
        return self.get_serializer(workspace).data
