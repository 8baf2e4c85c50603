"""threats: what can go wrong, and what we do about it."""

from django.apps import AppConfig


class ThreatsConfig(AppConfig):
    name = "apps.threats"
