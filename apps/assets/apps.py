"""assets: what is at stake."""

from django.apps import AppConfig


class AssetsConfig(AppConfig):
    name = "apps.assets"
