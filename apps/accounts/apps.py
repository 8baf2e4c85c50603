"""accounts: who may do what."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "apps.accounts"

    def ready(self) -> None:
        from apps.accounts import schema  # noqa: F401 - importing it is how drf-spectacular learns of the schemes.
