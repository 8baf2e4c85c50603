"""Closes what django-scopes leaves open: without a workspace, `exists()` and others would look into all of them.

It forbids a list of methods, and forgets some. Here everything is forbidden that is not on a list of what is harmless.
"""

from typing import Any

from django.db.models import QuerySet
from django_scopes.manager import DisabledQuerySet

# They ask the database nothing, or insert a row that names its workspace itself.
HARMLESS = frozenset({"none", "using", "create", "acreate", "as_manager", "error"})
# Through these, rows come out asynchronously, as a subquery, and when a queryset is pickled.
HIDDEN = ("_fetch_all", "__aiter__", "resolve_expression", "__getstate__")


def close_scopes() -> None:
    names = {name for name in dir(QuerySet) if not name.startswith("_") and callable(getattr(QuerySet, name))}
    for name in (*(names - HARMLESS), *HIDDEN):
        setattr(DisabledQuerySet, name, _refuse)


def _refuse(self: Any, *args: Any, **kwargs: Any) -> Any:
    return self.error()
