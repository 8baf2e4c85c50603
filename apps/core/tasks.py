"""The sweep: whatever waits for a worker is rung for again, and what nobody needs any more is forgotten."""

from datetime import timedelta

from celery import Task, shared_task
from celery.signals import worker_ready
from django.utils import timezone

from apps.core import live
from apps.core.bell import ring_again as ring_again_for
from apps.core.jobs import Job
from apps.core.models import GivenAnswer

ANSWERS_KEPT = timedelta(days=1)
swept: "list[tuple[type[Job], Task[..., None]]]" = []  # Each app with jobs adds its model and its task.


@shared_task(name="apps.core.tasks.ring_again")
def ring_again() -> None:
    for model, task in swept:
        ring_again_for(model, task)
    live.sweep()
    GivenAnswer.objects.filter(created_at__lt=timezone.now() - ANSWERS_KEPT).delete()


@worker_ready.connect
def ring_at_start(**_: object) -> None:
    ring_again.delay()
