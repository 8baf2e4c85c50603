"""Every list pages, by cursor, so that a page neither repeats nor skips a row when others are added."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field, Model, Q, QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request
from rest_framework.utils.urls import replace_query_param

from apps.core.sentences import Sentence

LARGEST = 1_000
SIZES = f"Rows of a page: 50 unless asked, at most {LARGEST:,}."

NO_SUCH_CURSOR = Sentence("This cursor leads nowhere. Follow the links of a page, or begin again without one.")


class Pages(CursorPagination):
    """DRF's cursors know the first field of the order only, and count where rows share it; ours name the whole row."""

    page_size = 50
    max_page_size = LARGEST
    page_size_query_param = "page_size"
    page_size_query_description = SIZES
    ordering = ("created_at", "id")

    next_link: str | None
    previous_link: str | None

    def paginate_queryset(self, queryset: QuerySet[Any], request: Request, view: Any = None) -> list[Any]:
        size = self.get_page_size(request) or self.page_size
        # A view names its own order with `page_order`; it has to end in something unique.
        order: tuple[str, ...] = getattr(view, "page_order", self.ordering)
        is_backwards, start = _cursor(request, queryset.model, order)
        directed = tuple(map(_reversed, order)) if is_backwards else order
        found = list(queryset.filter(_after(directed, start)).order_by(*directed)[: size + 1])
        has_more, page = len(found) > size, found[:size]
        has_next, has_previous = (True, has_more) if is_backwards else (has_more, start is not None)
        self.page = page[::-1] if is_backwards else page
        here = request.build_absolute_uri()
        self.next_link = _link(here, False, self.page[-1], order) if has_next and self.page else None
        self.previous_link = _link(here, True, self.page[0], order) if has_previous and self.page else None
        return self.page

    def get_next_link(self) -> str | None:
        return self.next_link

    def get_previous_link(self) -> str | None:
        return self.previous_link


def _reversed(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _field(model: type[Model], name: str) -> "Field[Any, Any]":
    found: Field[Any, Any] = model._meta.get_field(name.lstrip("-"))  # type: ignore[assignment]  # Only columns are ordered by.
    return found


def _link(here: str, is_backwards: bool, row: Model, order: tuple[str, ...]) -> str:
    values = [_field(type(row), name).value_to_string(row) for name in order]
    text = json.dumps([is_backwards, *values]).encode()
    return replace_query_param(here, Pages.cursor_query_param, urlsafe_b64encode(text).decode())


def _cursor(request: Request, model: type[Model], order: tuple[str, ...]) -> tuple[bool, list[Any] | None]:
    """Whether it leads backwards, and the values of the row that it starts after: None for the first page."""
    text = request.query_params.get(Pages.cursor_query_param)
    if text is None:
        return False, None
    try:
        is_backwards, *values = json.loads(urlsafe_b64decode(text))
        return bool(is_backwards), [_parsed(model, name, value) for name, value in zip(order, values, strict=True)]
    except (ValueError, TypeError, OverflowError, RecursionError, ValidationError) as error:
        raise NotFound(NO_SUCH_CURSOR) from error


def _parsed(model: type[Model], name: str, value: Any) -> Any:
    """The value of one column. Raises for what no database would take, so that it is not asked."""
    if not isinstance(value, str) or "\0" in value:
        raise ValueError(name)
    value.encode()  # Half a character cannot be.
    parsed = _field(model, name).to_python(value)
    return parsed.astimezone(UTC) if isinstance(parsed, datetime) else parsed


def _after(order: tuple[str, ...], start: list[Any] | None) -> Q:
    """Rows behind `start`: equal to it in some first fields of the order, and behind it in the next."""
    behind, equal = Q(), Q()
    for name, value in zip(order, start or (), strict=False):
        column = name.lstrip("-")
        behind |= equal & Q(**{f"{column}__{'lt' if name.startswith('-') else 'gt'}": value})
        equal &= Q(**{column: value})
    return behind


class KeyedPages(CursorPagination):
    """Pages of rows that are in memory; a cursor names the key of the row that the page before ended with."""

    page_size = 50
    max_page_size = LARGEST
    page_size_query_param = "page_size"
    page_size_query_description = SIZES
    next_link: str | None = None

    @staticmethod
    def key(row: Any) -> tuple[str, ...]:
        """What rows are ordered by; no two have the same."""
        raise NotImplementedError

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        size = self.get_page_size(request) or self.page_size
        start = _key_of(request.query_params.get(self.cursor_query_param))
        found = [row for row in sorted(queryset, key=self.key) if start is None or self.key(row) > start]
        if len(found) > size:
            text = urlsafe_b64encode(json.dumps(self.key(found[size - 1])).encode()).decode()
            self.next_link = replace_query_param(request.build_absolute_uri(), self.cursor_query_param, text)
        return found[:size]

    def get_next_link(self) -> str | None:
        return self.next_link

    def get_previous_link(self) -> str | None:
        return None


def _key_of(cursor: str | None) -> tuple[str, ...] | None:
    if cursor is None:
        return None
    try:
        return tuple(str(part) for part in json.loads(urlsafe_b64decode(cursor)))
    except (ValueError, TypeError, RecursionError) as error:
        raise NotFound(NO_SUCH_CURSOR) from error
