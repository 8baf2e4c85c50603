"""What support sees of reports: enough to tell why one failed."""

from django.contrib import admin

from apps.core.admin import SupportAdmin
from apps.reports.models import Report


@admin.register(Report)
class ReportAdmin(SupportAdmin):
    list_display = ("id", "workspace", "state", "attempts", "error", "pages", "size", "created_at")
    list_filter = ("state",)
    list_select_related = ("workspace",)
