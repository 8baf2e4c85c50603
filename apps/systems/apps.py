"""systems: what we work on."""

from django.apps import AppConfig


class SystemsConfig(AppConfig):
    name = "apps.systems"

    def ready(self) -> None:
        from apps.activity.subjects import can_be_discussed
        from apps.systems.models import Assumption, Boundary, Diagram, Element, Flow, System

        can_be_discussed(Assumption, Boundary, Diagram, Element, Flow, System)
