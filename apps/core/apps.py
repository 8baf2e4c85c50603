"""core: what every app stands on, without a word of the domain."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "apps.core"
