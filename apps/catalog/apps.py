"""catalog: what the field knows."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "apps.catalog"
