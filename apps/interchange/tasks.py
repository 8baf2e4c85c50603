"""What workers do by the clock: models that rest are kept."""

from celery import shared_task
from django.utils import timezone

from apps.interchange.versions import keep_what_rests


@shared_task(name="apps.interchange.tasks.keep_versions")
def keep_versions() -> None:
    keep_what_rests(timezone.now())
