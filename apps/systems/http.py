"""Resources below `/workspaces/{workspace}/systems/{system}/`: the system is resolved before any handler runs."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from rest_framework import serializers
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.access import Action
from apps.accounts.http import WorkspaceViewSet, one_of
from apps.core.asking import KnownFieldsOnly
from apps.core.sentences import Sentence
from apps.core.speaking import spoken
from apps.systems.models import Part, System
from apps.systems.services import change_part, create_part, delete_part


class SystemViewSet(WorkspaceViewSet):
    """A resource of one system."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.system  # noqa: B018 - a system that is not there is a 404 before anything else is.

    @cached_property
    def system(self) -> System:
        found: System = one_of(System.objects, self.kwargs["system"])
        return found

    def rows(self) -> Any:
        """The column of every model below a system is called `system`."""
        return self.model._default_manager.filter(system=self.system)

    def get_serializer_context(self) -> dict[str, Any]:
        return {
            **super().get_serializer_context(),
            "system": None if self.swagger_fake_view else self.system,
        }


class PartField(serializers.PrimaryKeyRelatedField[Any]):
    """The id of a part of the same system."""

    def __init__(self, model: type[Part], **options: Any) -> None:
        self.model = model
        super().__init__(**({"queryset": model._meta.base_manager.none()} | options))

    def get_queryset(self) -> Any:
        system = self.context.get("system")
        return self.model.objects.filter(system=system) if system else self.model._meta.base_manager.none()

    def to_internal_value(self, data: Any) -> Any:
        made = made_before(self.context).get(str(data))
        return made if isinstance(made, self.model) else super().to_internal_value(data)

    def use_pk_only_optimization(self) -> bool:
        return True


class WordsField(serializers.ListField):
    """Short texts, each once."""

    def to_internal_value(self, data: Any) -> list[str]:
        return list(dict.fromkeys(super().to_internal_value(data)))


def made_before(context: Mapping[str, Any]) -> Mapping[str, Part]:
    """What the deed under way has made already, by id: later steps of it may point there."""
    made: Mapping[str, Part] = context.get("made", {})
    return made


class PartIdsField(serializers.ListField):
    """Ids of parts of the same system, as strings. One that is not there is refused, or left out in what comes back."""

    child = serializers.UUIDField()

    def __init__(self, *models: type[Part], **options: Any) -> None:
        self.models = models
        super().__init__(max_length=1_000, **options)

    def to_internal_value(self, data: Any) -> list[str]:
        wanted = list(dict.fromkeys(super().to_internal_value(data)))
        known = {
            pk
            for model in self.models
            for pk in model.objects.filter(system=self.context["system"], pk__in=wanted).values_list("pk", flat=True)
        }
        known |= {row.pk for row in made_before(self.context).values() if isinstance(row, self.models)}
        missing = [str(identifier) for identifier in wanted if identifier not in known]
        if missing and self.context.get("back"):
            wanted = [identifier for identifier in wanted if identifier in known]
        elif missing:
            raise serializers.ValidationError(
                [
                    spoken(Sentence("There is nothing with the id %(id)s in this system.", id=identifier))
                    for identifier in missing
                ]
            )
        return [str(identifier) for identifier in wanted]

    def to_representation(self, data: Any) -> list[str]:
        return [str(identifier) for identifier in data]


class PartSerializer(KnownFieldsOnly, serializers.ModelSerializer[Any]):
    """What every part shows. A client may mint the `id` when it creates; edits name the `version` they saw."""

    id = serializers.UUIDField(required=False)
    tags = WordsField(child=serializers.CharField(max_length=60), max_length=50, required=False)

    class Meta:
        fields: tuple[str, ...] = ("id", "version", "created_at", "updated_at", "tags", "external_ids", "extra")
        read_only_fields: tuple[str, ...] = ("created_at", "updated_at", "external_ids", "extra")
        extra_kwargs = {"version": {"required": False}}


class SystemSerializer(PartSerializer):
    attributes = serializers.DictField(required=False)
    element_count = serializers.IntegerField(read_only=True, default=0)

    class Meta(PartSerializer.Meta):
        model = System
        fields = (
            *PartSerializer.Meta.fields,
            "name",
            "description",
            "purpose",
            "lifecycle_stage",
            "attributes",
            "revision",
            "is_sample",
            "element_count",
        )
        read_only_fields = (*PartSerializer.Meta.read_only_fields, "revision", "is_sample")


class PartViewSet(ListModelMixin, RetrieveModelMixin, SystemViewSet):
    """List, create, read, change and delete the parts of one kind; `model` says which."""

    model: type[Part]
    lookup_url_kwarg = "id"

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        self.actor.check(Action.EDIT_SYSTEM)
        values = self.checked(request, partial=False)
        part = create_part(self.actor, self.system, self.model, values, identifier=values.pop("id", None))
        return Response(self.get_serializer(part).data, status=201)

    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        part = self.get_object()
        self.actor.check(Action.EDIT_SYSTEM)
        values = self.checked(request, partial=True)
        values.pop("id", None)
        return Response(self.get_serializer(change_part(self.actor, part, values, seen=self.seen)).data)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        delete_part(self.actor, self.get_object())
        return Response(status=204)
