"""Comments on the objects of a system over HTTP."""

from functools import cached_property
from typing import Any, ClassVar

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.http import WorkspaceViewSet, one_of
from apps.activity.comments import add_comment, delete_comment, edit_comment, resolve_comment
from apps.activity.models import Comment, Mention
from apps.activity.subjects import systems
from apps.core.asking import KnownFieldsOnly
from apps.core.errors import Invalid

MOST_MENTIONS = 50


class MentionedSerializer(serializers.ModelSerializer[Mention]):
    """`written` is the name as it stands behind the @ in the text; `name` is what the member is called now."""

    name = serializers.CharField(source="member.user.name_shown")

    class Meta:
        model = Mention
        fields = ("member", "written", "name")


class CommentSerializer(serializers.ModelSerializer[Comment]):
    object = serializers.UUIDField(source="object_id", read_only=True)
    author = serializers.CharField(source="author.name_shown", default="", read_only=True)
    is_mine = serializers.SerializerMethodField()
    mentions = MentionedSerializer(many=True, read_only=True)
    resolved_by = serializers.CharField(source="resolved_by.name_shown", default="", read_only=True)

    class Meta:
        model = Comment
        fields = (
            "id",
            "object_type",
            "object",
            "object_name",
            "parent",
            "text",
            "author",
            "is_mine",
            "mentions",
            "resolved_at",
            "resolved_by",
            "edited_at",
            "version",
            "created_at",
        )
        read_only_fields = fields

    def get_is_mine(self, comment: Comment) -> bool:
        return bool(comment.author_id == self.context["request"].user.pk)


class CommentChangeSerializer(KnownFieldsOnly):
    """`text` is Markdown. `mentions` are ids of members; left out of an edit, those mentioned stay."""

    text = serializers.CharField(max_length=5_000)
    mentions = serializers.ListField(child=serializers.UUIDField(), max_length=MOST_MENTIONS, required=False)
    version = serializers.IntegerField(required=False)


class NewCommentSerializer(KnownFieldsOnly):
    """`object_type` is one of element, flow, boundary, diagram, asset, loss, assumption, finding and system.

    An `id` that you mint is kept, so that the comment can be answered before it is known to be saved.
    """

    id = serializers.UUIDField(required=False)
    object_type = serializers.CharField(max_length=40)
    object = serializers.UUIDField()
    parent = serializers.UUIDField(required=False, allow_null=True)  # type: ignore[assignment]  # Of the comment, not of the field.
    text = serializers.CharField(max_length=5_000)
    mentions = serializers.ListField(child=serializers.UUIDField(), max_length=MOST_MENTIONS, required=False)


class OpenThreadsSerializer(serializers.Serializer[Any]):
    object_type = serializers.CharField()
    object = serializers.UUIDField(source="object_id")
    open = serializers.IntegerField(help_text="Threads that are not resolved; answers do not count.")


OBJECT = OpenApiParameter("object", str, description="Only those on the object with this id.")
RESOLVED = OpenApiParameter("resolved", bool, description="Only threads that are resolved, or only those that are not.")


class CommentViewSet(ListModelMixin, WorkspaceViewSet):
    """What was said, oldest first; an answer names its `parent`."""

    model = Comment
    serializer_class = CommentSerializer
    asks: ClassVar = {"list": (OBJECT, RESOLVED)}
    bodyless = ("resolve", "reopen")

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.system  # noqa: B018 - a system that is not there is a 404 before anything else is.

    @cached_property
    def system(self) -> Any:
        return one_of(systems(), self.kwargs["system"])

    def rows(self) -> Any:
        comments = Comment.objects.filter(system=self.system.pk)
        return comments.select_related("author", "resolved_by").prefetch_related("mentions__member__user")

    def filter_queryset(self, queryset: Any) -> Any:
        asked = self.request.query_params
        if "object" in asked:
            # A value that is no id is answered by the field, with words.
            field = serializers.UUIDField()
            queryset = queryset.filter(object_id=_parsed(field, "object", asked["object"]))
        if "resolved" in asked:
            queryset = queryset.resolved(_parsed(serializers.BooleanField(), "resolved", asked["resolved"]))
        return queryset

    @extend_schema(responses=OpenThreadsSerializer(many=True))
    def counts(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """How many threads are open on each thing of the system that has any: one answer, however large the system."""
        found = Comment.objects.filter(system=self.system.pk).open_threads()
        return Response(OpenThreadsSerializer(found, many=True).data)

    @extend_schema(request=NewCommentSerializer, responses={201: CommentSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        asked = _checked(NewCommentSerializer, request)
        parent = asked.pop("parent", None)
        if parent and not (parent := self.rows().filter(pk=parent).first()):
            raise Invalid({"parent": ["There is no such comment in this system."]})
        ids = {"object_id": asked.pop("object"), "identifier": asked.pop("id", None)}
        comment = add_comment(self.actor, self.system.pk, parent=parent, **ids, **asked)
        return self._answer(comment, 201)

    @extend_schema(request=CommentChangeSerializer, responses=CommentSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        comment = self.get_object()
        asked = _checked(CommentChangeSerializer, request)
        asked.pop("version", None)
        return self._answer(edit_comment(self.actor, comment, **asked, seen=self.seen))

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        delete_comment(self.actor, self.get_object())
        return Response(status=204)

    @extend_schema(request=None, responses=CommentSerializer)
    def resolve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self._answer(resolve_comment(self.actor, self.get_object(), is_resolved=True))

    @extend_schema(request=None, responses=CommentSerializer)
    def reopen(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self._answer(resolve_comment(self.actor, self.get_object(), is_resolved=False))

    def _answer(self, comment: Comment, status: int = 200) -> Response:
        return Response(self.get_serializer(self.rows().get(pk=comment.pk)).data, status=status)


def _checked(kind: type[serializers.Serializer[Any]], request: Request) -> dict[str, Any]:
    serializer = kind(data=request.data)
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)


def _parsed(field: serializers.Field[Any, Any, Any, Any], name: str, value: str) -> Any:
    try:
        return field.run_validation(value)
    except serializers.ValidationError as error:
        raise serializers.ValidationError({name: error.detail}) from error
