"""reports: what we hand over."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "apps.reports"
