"""API tokens: for programs, in one workspace, to read or to write, and expiring."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.access import Action
from apps.accounts.http import WorkspaceViewSet
from apps.accounts.models import ApiToken
from apps.accounts.services import MOST_TOKEN_DAYS, create_token, revoke_token
from apps.core.asking import KnownFieldsOnly

ACCESS = [("read", "Read"), ("write", "Write")]


class TokenSerializer(serializers.ModelSerializer[ApiToken]):
    access = serializers.SerializerMethodField()
    person = serializers.CharField(source="user.name_shown", read_only=True)
    expires_at = serializers.DateTimeField(source="expiry", read_only=True)
    created_at = serializers.DateTimeField(source="created", read_only=True)

    class Meta:
        model = ApiToken
        fields = ("id", "name", "access", "person", "expires_at", "created_at")

    def get_access(self, token: ApiToken) -> str:
        return "read" if token.read_only else "write"


class TokenRequestSerializer(KnownFieldsOnly):
    name = serializers.CharField(max_length=80)
    access = serializers.ChoiceField(choices=ACCESS, default="read")
    expires_in_days = serializers.IntegerField(min_value=1, max_value=MOST_TOKEN_DAYS, default=90)


class NewTokenSerializer(TokenSerializer):
    token = serializers.CharField(read_only=True, help_text="Send it as `Authorization: Bearer …`. Shown once.")

    class Meta(TokenSerializer.Meta):
        fields = (*TokenSerializer.Meta.fields, "token")  # type: ignore[assignment]  # One longer.


class TokenViewSet(ListModelMixin, WorkspaceViewSet):
    """One's own tokens; an owner sees everybody's."""

    model = ApiToken
    serializer_class = TokenSerializer
    page_order = ("created", "digest")
    shown_once = ("token",)

    def rows(self) -> Any:
        tokens = ApiToken.in_workspace.select_related("user")
        return tokens if self.actor.may(Action.MANAGE_MEMBERS) else tokens.filter(user=self.actor.user)

    @extend_schema(request=TokenRequestSerializer, responses={201: NewTokenSerializer})
    def create(self, request: Request, **_: Any) -> Response:
        serializer = TokenRequestSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        values = serializer.validated_data
        token, text = create_token(
            self.actor,
            name=values["name"],
            read_only=values["access"] == "read",
            expires_in_days=values["expires_in_days"],
        )
        return Response({**self.get_serializer(token).data, "token": text}, status=201)

    def destroy(self, request: Request, **_: Any) -> Response:
        revoke_token(self.actor, self.get_object())
        return Response(status=204)
