"""threats: what can go wrong, and what we do about it."""

from django.apps import AppConfig


class ThreatsConfig(AppConfig):
    name = "apps.threats"

    def ready(self) -> None:
        from apps.activity.subjects import can_be_discussed
        from apps.threats.models import Finding

        can_be_discussed(Finding)
