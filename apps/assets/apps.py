"""assets: what is at stake."""

from django.apps import AppConfig


class AssetsConfig(AppConfig):
    name = "apps.assets"

    def ready(self) -> None:
        from apps.activity.subjects import can_be_discussed
        from apps.assets.models import Asset, Loss

        can_be_discussed(Asset, Loss)
