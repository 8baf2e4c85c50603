"""interchange: how models come and go."""

from django.apps import AppConfig


class InterchangeConfig(AppConfig):
    name = "apps.interchange"
