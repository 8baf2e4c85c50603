"""reports: what we hand over."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_delete


class ReportsConfig(AppConfig):
    name = "apps.reports"

    def ready(self) -> None:
        from apps.reports.models import Report
        from apps.reports.services import forget_file

        def forget(instance: Report, **_: Any) -> None:
            forget_file(instance)

        post_delete.connect(forget, sender=Report, weak=False, dispatch_uid="forget_file")
