"""A query outside the scope of a workspace raises, whichever way it is asked."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django_scopes.exceptions import ScopeError

from apps.accounts.models import Workspace
from apps.core.models import WorkspaceRow
from apps.systems.models import Element, System
from tests.factories.people import inside
from tests.factories.systems import make, make_system

SCOPED = [model for model in apps.get_models() if issubclass(model, WorkspaceRow)]
QUESTIONS: dict[str, Callable[[Any], Any]] = {
    "all": lambda rows: list(rows.all()),
    "filter": lambda rows: list(rows.filter(pk=None)),
    "exclude": lambda rows: list(rows.exclude(pk=None)),
    "exists": lambda rows: rows.exists(),
    "exclude and exists": lambda rows: rows.exclude(pk=None).exists(),
    "contains": lambda rows: rows.contains(rows.model()),
    "count": lambda rows: rows.count(),
    "update": lambda rows: rows.update(updated_at=None),
    "delete": lambda rows: rows.using("default").delete(),
    "bulk_create": lambda rows: rows.bulk_create([]),
    "bulk_update": lambda rows: rows.bulk_update([rows.model()], ["workspace"]),
    "in_bulk": lambda rows: rows.in_bulk(),
    "distinct": lambda rows: list(rows.distinct()),
    "select_related": lambda rows: list(rows.select_related("workspace")),
    "prefetch_related": lambda rows: list(rows.prefetch_related("workspace")),
    "alias": lambda rows: list(rows.alias()),
    "defer": lambda rows: list(rows.defer("workspace")),
    "difference": lambda rows: list(rows.difference(Workspace.objects.all())),
    "intersection": lambda rows: list(rows.intersection(Workspace.objects.all())),
    "explain": lambda rows: rows.explain(),
    "iterator": lambda rows: list(rows.iterator()),
    "values_list": lambda rows: list(rows.values_list("pk")),
    "using": lambda rows: list(rows.using("default")),
    "using and exists": lambda rows: rows.using("default").exists(),
    "a subquery": lambda rows: list(Workspace.objects.filter(pk__in=rows.distinct())),
    "asynchronously": lambda rows: asyncio.run(_all_of(rows)),
    "exists asynchronously": lambda rows: asyncio.run(rows.aexists()),
}


async def _all_of(rows: Any) -> list[Any]:
    return [row async for row in rows.get_queryset()]


@pytest.mark.django_db
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_without_a_workspace_raises(question: str) -> None:
    with pytest.raises(ScopeError):
        QUESTIONS[question](Element.objects)


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_every_table_of_a_workspace_is_scoped(model: Any, db: None) -> None:
    with pytest.raises(ScopeError):
        model.objects.exists()


def test_most_tables_belong_to_a_workspace() -> None:
    assert len(SCOPED) > 15


def test_inside_one_workspace_the_rows_of_another_are_not_there(workspace: Workspace, elsewhere: Workspace) -> None:
    element = make(Element, make_system(elsewhere))
    with inside(workspace):
        assert not Element.objects.exists()
        assert not Element.objects.filter(pk=element.pk).update(name="mine")
        assert not System.objects.filter(workspace=elsewhere).exists()
