"""activity: what happened and was said."""

from typing import Any

from django.apps import AppConfig


class ActivityConfig(AppConfig):
    name = "apps.activity"

    def ready(self) -> None:
        from apps.activity.services import record
        from apps.core import deeds

        def record_deed(actor: Any, verb: str, row: Any, changes: Any, **_: Any) -> None:
            record(actor, verb, row, changes=changes)

        deeds.done.connect(record_deed, weak=False, dispatch_uid="record_deed")
