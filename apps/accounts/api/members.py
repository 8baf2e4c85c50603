"""The people of a workspace, and invitations to join it."""

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.access import Action, Role, role_choices
from apps.accounts.http import WorkspaceViewSet, WriteOnceView, person
from apps.accounts.models import ApiToken, Invitation, Membership
from apps.accounts.services import (
    accept_invitation,
    change_role,
    invite,
    open_invitation,
    remove_member,
    revoke_invitation,
)
from apps.core.asking import KnownFieldsOnly
from apps.core.errors import NotAllowed


class MemberSerializer(KnownFieldsOnly, serializers.ModelSerializer[Membership]):
    name = serializers.CharField(source="user.name_shown", read_only=True)
    email = serializers.EmailField(source="user.email", read_only=True)
    is_me = serializers.SerializerMethodField()

    class Meta:
        model = Membership
        fields = ("id", "name", "email", "role", "is_me", "created_at")

    def get_is_me(self, membership: Membership) -> bool:
        return bool(membership.user_id == self.context["request"].user.pk)


class MemberViewSet(ListModelMixin, WorkspaceViewSet):
    model = Membership
    serializer_class = MemberSerializer

    def rows(self) -> Any:
        return Membership.objects.select_related("user")

    def partial_update(self, request: Request, **_: Any) -> Response:
        membership = self.get_object()
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        membership = change_role(self.actor, membership, role=Role(serializer.validated_data["role"]))
        return Response(self.get_serializer(membership).data)

    def destroy(self, request: Request, **_: Any) -> Response:
        remove_member(self.actor, self.get_object())
        return Response(status=204)


class InvitationSerializer(KnownFieldsOnly, serializers.ModelSerializer[Invitation]):
    class Meta:
        model = Invitation
        fields = ("id", "role", "email", "expires_at", "accepted_at", "created_at")
        read_only_fields = ("id", "expires_at", "accepted_at", "created_at")


class NewInvitationSerializer(InvitationSerializer):
    url = serializers.URLField(read_only=True, help_text="The link to send. Shown once.")

    class Meta(InvitationSerializer.Meta):
        fields = (*InvitationSerializer.Meta.fields, "url")  # type: ignore[assignment]  # One longer.


class InvitationViewSet(ListModelMixin, WorkspaceViewSet):
    """Open invitations, for those who manage the people."""

    model = Invitation
    serializer_class = InvitationSerializer
    shown_once = ("url",)

    def rows(self) -> Any:
        self.actor.check(Action.MANAGE_MEMBERS)
        return Invitation.objects.filter(accepted_at=None)

    @extend_schema(request=InvitationSerializer, responses={201: NewInvitationSerializer})
    def create(self, request: Request, **_: Any) -> Response:
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        values = serializer.validated_data
        invitation, secret = invite(self.actor, role=Role(values["role"]), email=values.get("email", ""))
        body = self.get_serializer(invitation).data
        return Response({**body, "url": request.build_absolute_uri(f"/invite/{secret}")}, status=201)

    def destroy(self, request: Request, **_: Any) -> Response:
        revoke_invitation(self.actor, self.get_object())
        return Response(status=204)


class OpenInvitationSerializer(serializers.Serializer[Any]):
    workspace = serializers.CharField()
    role = serializers.ChoiceField(choices=role_choices())
    invited_by = serializers.CharField()


class JoinedSerializer(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()


class InvitationLinkViewSet(WriteOnceView):
    """The invitee's side of a link."""

    bodyless = ("accept",)

    @extend_schema(responses=OpenInvitationSerializer)
    def retrieve(self, request: Request, secret: str) -> Response:
        invitation = open_invitation(secret)
        by = invitation.created_by.name_shown if invitation.created_by else settings.SPECTACULAR_SETTINGS["TITLE"]
        return Response({"workspace": invitation.workspace.name, "role": invitation.role, "invited_by": by})

    @extend_schema(request=None, responses=JoinedSerializer)
    def accept(self, request: Request, secret: str) -> Response:
        if isinstance(request.auth, ApiToken):
            raise NotAllowed("A token cannot join a workspace. Sign in to do that.")
        workspace = accept_invitation(person(request), secret)
        return Response({"slug": workspace.slug, "name": workspace.name})
