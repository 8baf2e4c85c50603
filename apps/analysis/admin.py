"""What support sees of runs: enough to tell why one failed."""

from django.contrib import admin

from apps.analysis.models import Run
from apps.core.admin import SupportAdmin


@admin.register(Run)
class RunAdmin(SupportAdmin):
    list_display = ("id", "workspace", "state", "attempts", "error", "created_at", "finished_at")
    list_filter = ("state",)
    list_select_related = ("workspace",)
