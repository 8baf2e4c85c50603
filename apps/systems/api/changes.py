"""Many changes of one model in one request: all of them or none."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError as ModelValidationError
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.access import Action
from apps.core.asking import KnownFieldsOnly
from apps.core.errors import Conflict, Invalid
from apps.core.sentences import Sentence, not_here
from apps.core.speaking import spoken
from apps.systems.api.arranging import ArrangementSerializer, check_drawn
from apps.systems.api.carried import CarriedSerializer
from apps.systems.editing import Deed, editing
from apps.systems.http import PartSerializer, SystemViewSet
from apps.systems.models import Diagram, Part
from apps.systems.undoing import Operation

MOST_OPERATIONS = 10_000
NEEDED = {
    "create": ("type", "values"),
    "change": ("type", "id", "values"),
    "delete": ("type", "id"),
    "place": ("diagram",),
}
Serializers = Mapping[str, type[PartSerializer]]
Known = Mapping[UUID, Part]


class OperationSerializer(ArrangementSerializer):
    """`create`, `change` and `delete` name a `type` of part; `place` names a `diagram`, and `gone` leaves that.

    `back` stands in what takes a deed back: ids in lists that lead nowhere any more are left out, and not refused.
    """

    op = serializers.ChoiceField(choices=tuple(NEEDED))
    type = serializers.CharField(required=False)
    id = serializers.UUIDField(required=False)
    version = serializers.IntegerField(required=False, min_value=1)
    values = serializers.DictField(required=False)
    back = serializers.BooleanField(required=False)
    diagram = serializers.UUIDField(required=False)
    gone = serializers.ListField(child=serializers.UUIDField(), required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        missing = [name for name in NEEDED[attrs["op"]] if name not in attrs]
        if missing:
            raise serializers.ValidationError(
                {name: [spoken(Sentence("%(operation)s needs it.", operation=attrs["op"]))] for name in missing}
            )
        return attrs


class ChangesSerializer(KnownFieldsOnly):
    operations = OperationSerializer(many=True, allow_empty=False, max_length=MOST_OPERATIONS)  # type: ignore[call-arg]  # `many` makes a list of it, which takes a length.


class ChangedSerializer(serializers.Serializer[Any]):
    """`rows` are the parts that were made or changed, by type; `undo` takes the deed back when it is sent."""

    revision = serializers.IntegerField()
    event = serializers.IntegerField(allow_null=True)
    rows = serializers.DictField(child=serializers.ListField(child=serializers.DictField()))
    gone = serializers.ListField(child=serializers.UUIDField())
    undo = serializers.ListField(child=serializers.DictField())


class ChangesViewSet(SystemViewSet):
    """`serializers` says how the parts of each type look; the routes name them, as some stand in apps above this."""

    serializer_class = ChangesSerializer
    serializers: ClassVar[Serializers] = {}

    @extend_schema(request=ChangesSerializer, responses=ChangedSerializer)
    def create(self, request: Request, **_: Any) -> Response:
        """Create, change, delete and place parts as one deed, in the order given; later operations see earlier ones."""
        self.actor.check(Action.EDIT_SYSTEM)
        asked = ChangesSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        with editing(self.actor, self.system) as deed:
            context = {**self.get_serializer_context(), "made": {}}
            numbered = enumerate(asked.validated_data["operations"])
            for (op, sort), group in groupby(numbered, key=lambda pair: (pair[1]["op"], pair[1].get("type"))):
                self._do_all(deed, op, sort, list(group), context)
            undo = _undo_of(deed)
        return Response(ChangedSerializer(self._answer(deed, undo)).data)

    def _do_all(
        self, deed: Deed, op: str, sort: str | None, group: list[tuple[int, Operation]], context: dict[str, Any]
    ) -> None:
        """Operations that follow each other, of one sort and on one type: what they are about is read at once."""
        known: dict[UUID, Part] = {}
        if op in ("change", "delete"):
            with _told_at(f"operations[{group[0][0]}]"):
                model = self._serializer(sort or "").Meta.model
            deed.flush()
            rows = model.objects.filter(system=self.system, pk__in={operation["id"] for _, operation in group})
            known = {row.pk: row for row in rows}
        leaving: list[Part] = []
        for number, operation in group:
            with _told_at(f"operations[{number}]"):
                if op == "place":
                    self._place(deed, operation)
                elif op == "create":
                    self._create(deed, operation, context)
                elif op == "change":
                    self._change(deed, operation, known, context)
                else:
                    leaving.append(self._leaving(deed, operation, known))
        if leaving:
            for gone in deed.delete(leaving):
                context["made"].pop(str(gone), None)

    def _create(self, deed: Deed, operation: Operation, context: dict[str, Any]) -> None:
        serializer = self._serializer(operation["type"])
        values = _checked(serializer, operation["values"], _back(operation, context))
        carried = CarriedSerializer(data=operation["values"])
        carried.is_valid(raise_exception=True)
        values |= carried.validated_data
        part = deed.create(serializer.Meta.model, values, operation.get("id"), operation.get("version", 1))
        context["made"][str(part.pk)] = part

    def _change(self, deed: Deed, operation: Operation, known: Known, context: dict[str, Any]) -> None:
        serializer = self._serializer(operation["type"])
        part = self._part(deed, serializer.Meta.model, operation["id"], known)
        values = _checked(serializer, operation["values"], _back(operation, context), partial=True)
        deed.change(part, values, seen=operation.get("version"))

    def _leaving(self, deed: Deed, operation: Operation, known: dict[UUID, Part]) -> Part:
        """What is to be deleted; whoever names it twice is told that it is not there any more."""
        model = self._serializer(operation["type"]).Meta.model
        part: Part = self._part(deed, model, operation["id"], known)
        deed.check_seen(part, operation.get("version"))
        known.pop(part.pk)
        return part

    def _place(self, deed: Deed, operation: dict[str, Any]) -> None:
        deed.flush()
        rows = Diagram.objects.filter(system=self.system, pk=operation["diagram"])
        diagram = self._part(deed, Diagram, operation["diagram"], {row.pk: row for row in rows}, field="diagram")
        placements = operation.get("placements", [])
        bends = {row["flow_id"]: row["bends"] for row in operation.get("flows", [])}
        check_drawn(self.system, placements, bends)
        deed.place(diagram, placements, bends, operation.get("gone", []))

    def _serializer(self, name: str) -> type[PartSerializer]:
        if name not in self.serializers:
            no_such = "There is no type '%(type)s'. It has to be one of %(allowed)s."
            raise Invalid({"type": [Sentence(no_such, type=name, allowed=self.serializers)]})
        return self.serializers[name]

    def _part(self, deed: Deed, model: type[Part], identifier: UUID, known: Known, field: str = "id") -> Any:
        found = known.get(identifier)
        if not isinstance(found, model):
            raise Invalid({field: [not_here(model._meta.verbose_name, identifier)]})
        return deed.rows.get(identifier, found)

    def _answer(self, deed: Deed, undo: list[Operation]) -> dict[str, Any]:
        rows: dict[str, list[Part]] = defaultdict(list)
        for part in deed.rows.values():
            rows[str(part._meta.model_name)].append(part)
        context = self.get_serializer_context()
        shown = {name: self.serializers[name](found, many=True, context=context).data for name, found in rows.items()}
        return {
            "revision": deed.system.revision,
            "event": deed.sequence,
            "rows": shown,
            "gone": deed.gone,
            "undo": undo,
        }


def _undo_of(deed: Deed) -> list[Operation]:
    """Raises Conflict where it would be longer than what may be sent: then the deed could not be taken back."""
    undo = deed.undo.operations()
    if len(undo) > MOST_OPERATIONS:
        raise Conflict(
            Sentence(
                "To take this back needs %(needed)s operations; %(most)s are the most. "
                "Do it in smaller steps. What a boundary holds can be moved out of it first.",
                needed=len(undo),
                most=MOST_OPERATIONS,
            )
        )
    return undo


def _checked(
    serializer: type[PartSerializer], values: dict[str, Any], context: dict[str, Any], *, partial: bool = False
) -> dict[str, Any]:
    checked = serializer(data=values, partial=partial, context=context)
    if not checked.is_valid():
        raise serializers.ValidationError({"values": checked.errors})
    return {name: value for name, value in checked.validated_data.items() if name not in ("id", "version")}


def _back(operation: Operation, context: dict[str, Any]) -> dict[str, Any]:
    return {**context, "back": True} if operation.get("back") else context


@contextmanager
def _told_at(place: str) -> Iterator[None]:
    """A refusal names the operation that it is about."""
    try:
        yield
    except serializers.ValidationError as error:
        raise serializers.ValidationError({place: error.detail}) from error
    except ModelValidationError as error:
        raise Invalid({f"{place}.values.{field}": found for field, found in error.message_dict.items()}) from error
    except Invalid as error:
        raise Invalid({f"{place}.{field}": found for field, found in error.errors.items()}) from error
    except Conflict as error:
        told = tuple(replace(conflict, field=f"{place}.{conflict.field}") for conflict in error.conflicts)
        raise Conflict(error.detail, told) from error
