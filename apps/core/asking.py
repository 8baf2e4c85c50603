"""What a request may say: a name that means nothing is refused, with the nearest one that does, and not ignored."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, ClassVar

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.viewsets import ViewSet

from apps.core.errors import Invalid
from apps.core.sentences import Sentence
from apps.core.speaking import spoken
from apps.core.visible import is_visible

# Where such a field may be left empty, what is in it still has to be seen.
NAMES = ("name", "title")


def unknown_names(said: Iterable[str], known: Collection[str], what: str) -> dict[str, list[str]]:
    """Name → what to say about it, for each that is not known."""
    return {name: [spoken(_unknown(name, known, Sentence(what)))] for name in said if name not in known}


def _unknown(name: str, known: Collection[str], what: Sentence) -> Sentence:
    nearest = get_close_matches(str(name), known, 1)
    if nearest:
        return Sentence("There is no such %(what)s. Did you mean %(nearest)s?", what=what, nearest=nearest[0])
    if known:
        return Sentence("There is no such %(what)s. Known here: %(known)s.", what=what, known=sorted(known))
    return Sentence("There is no such %(what)s. None is known here.", what=what)


# The classes below have comments, for a docstring would be taken into the API document for each that derives from them.


class AskedView(ViewSet):
    # The query parameters of each action, and the actions whose requests have no body.
    asks: ClassVar[Mapping[str, Sequence[OpenApiParameter]]] = {}
    bodyless: ClassVar[Collection[str]] = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if unknown := unknown_names(request.query_params, self._query_names(), "query parameter"):
            raise Invalid(unknown)
        if (self.action in self.bodyless or request.method == "DELETE") and request.data:
            names = request.data if isinstance(request.data, Mapping) else [""]
            raise Invalid({str(name): ["This takes no body."] for name in names})

    def _query_names(self) -> list[str]:
        pages = getattr(self, "paginator", None) if self.action == "list" else None
        return [
            api_settings.URL_FORMAT_OVERRIDE,
            *(parameter.name for parameter in self.asks.get(self.action, ())),
            *((pages.cursor_query_param, pages.page_size_query_param) if pages else ()),
        ]


class AskedSchema(AutoSchema):
    """The API document says what views ask for."""

    def get_override_parameters(self) -> Any:
        view: Any = self.view
        return [*super().get_override_parameters(), *view.asks.get(view.action, ())]


def _visible(text: str) -> None:
    if text and not is_visible(text):
        raise serializers.ValidationError("Nothing of it can be seen: it needs a letter, a digit or a sign.")


class KnownFieldsOnly(serializers.Serializer[Any]):
    # Fields that are only read may come along unheeded: people send back what they got.
    def get_fields(self) -> dict[str, Any]:
        fields: dict[str, Any] = super().get_fields()
        for name, field in fields.items():
            is_text = isinstance(field, serializers.CharField) and not field.read_only
            if is_text and (not field.allow_blank or name in NAMES):
                field.validators.append(_visible)
        return fields

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping) and (unknown := data.keys() - self.fields.keys()):
            writable = [name for name, field in self.fields.items() if not field.read_only]
            raise serializers.ValidationError(unknown_names(sorted(map(str, unknown)), writable, "field"))
        return super().to_internal_value(data)
