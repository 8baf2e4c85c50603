"""One's own inbox: the comments that mention the caller."""

from typing import Any, ClassVar

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.http import WorkspaceViewSet
from apps.activity.comments import read_mention
from apps.activity.models import Mention


class MentionSerializer(serializers.ModelSerializer[Mention]):
    """Where it was: system, object, and the comment; `text` is the comment's."""

    system = serializers.UUIDField(source="comment.system", read_only=True)
    object_type = serializers.CharField(source="comment.object_type", read_only=True)
    object = serializers.UUIDField(source="comment.object_id", read_only=True)
    object_name = serializers.CharField(source="comment.object_name", read_only=True)
    author = serializers.CharField(source="comment.author.name_shown", default="", read_only=True)
    text = serializers.CharField(source="comment.text", read_only=True)

    class Meta:
        model = Mention
        fields = (
            "id",
            "comment",
            "system",
            "object_type",
            "object",
            "object_name",
            "author",
            "text",
            "read_at",
            "created_at",
        )
        read_only_fields = fields


UNREAD = OpenApiParameter("unread", bool, description="`true`: only those that are not read yet.")


class MentionViewSet(ListModelMixin, WorkspaceViewSet):
    """Newest first."""

    model = Mention
    serializer_class = MentionSerializer
    page_order = ("-created_at", "id")
    asks: ClassVar = {"list": (UNREAD,)}
    bodyless = ("read",)

    def rows(self) -> Any:
        mine = Mention.objects.filter(member__user=self.actor.user)
        return mine.select_related("comment__author")

    def filter_queryset(self, queryset: Any) -> Any:
        return queryset.filter(read_at=None) if self.request.query_params.get("unread") == "true" else queryset

    @extend_schema(request=None, responses=MentionSerializer)
    def read(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return Response(self.get_serializer(read_mention(self.actor, self.get_object())).data)
