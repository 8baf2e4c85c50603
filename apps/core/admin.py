"""The admin is for support staff only: they look across workspaces, and change what people wrote nowhere."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest


class SupportAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # It cannot be subscripted at run time.
    """Shows rows of every workspace; what people wrote stays theirs to change."""

    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Model] = self.model._base_manager.get_queryset()
        return rows.order_by(*(self.get_ordering(request) or ["-pk"]))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
