"""What support sees of people and workspaces. Passwords are reset by the people themselves."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from apps.accounts.models import Membership, User, Workspace
from apps.core.admin import SupportAdmin


@admin.register(User)
class UserAdmin(SupportAdmin):
    """The one thing that support changes: whether somebody may sign in."""

    list_display = ("email", "name", "is_active", "is_staff", "last_login")
    search_fields = ("email", "name")
    fields = ("email", "name", "is_active", "date_joined", "last_login")
    readonly_fields = ("email", "name", "date_joined", "last_login")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)


@admin.register(Workspace)
class WorkspaceAdmin(SupportAdmin):
    list_display = ("name", "slug", "created_at")
    search_fields = ("name", "slug")


@admin.register(Membership)
class MembershipAdmin(SupportAdmin):
    list_display = ("user", "workspace", "role")
    list_select_related = ("user", "workspace")
    search_fields = ("user__email", "workspace__slug")
