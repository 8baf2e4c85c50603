"""Ringing for workers: the broker carries the id of a job, and losing it loses nothing."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils import timezone
from django_scopes import scopes_disabled

from apps.core.jobs import MOST_ATTEMPTS, Job, State

if TYPE_CHECKING:
    from celery import Task

RING_FIRST_AFTER = timedelta(seconds=2)  # A job so young is about to be rung for by whoever made it.
RING_AGAIN_AFTER = timedelta(seconds=10)
MOST_AT_ONCE = 500
logger = logging.getLogger(__name__)
# A broker that hangs must not hold up the request that asked for the work.
_ringers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bell")


def ring(task: "Task[Any, Any]", job: Job) -> None:
    """Tell a worker, once the transaction has committed. A bell that is not heard is rung again by the sweep."""
    identifier = str(job.pk)
    transaction.on_commit(lambda: _ringers.submit(_ring_now, task, identifier))


def _ring_now(task: "Task[Any, Any]", identifier: str) -> None:
    try:
        task.apply_async((identifier,), retry=False)
    except Exception as error:  # noqa: BLE001,RUF100 - whatever the broker does, the row stays queued and the sweep rings again.
        logger.warning("The bell for %s was not heard: %s", identifier, error)


def ring_again(model: type[Job], task: "Task[Any, Any]") -> int:
    """Ring for every job that waits and should not, and stop those that died too often. Returns how many were rung."""
    now = timezone.now()
    asleep = models.Q(rung_at=None, created_at__lt=now - RING_FIRST_AFTER) | models.Q(
        rung_at__lt=now - RING_AGAIN_AFTER
    )
    with scopes_disabled():
        stuck = model.objects.filter(state=State.RUNNING, leased_until__lt=now)
        stuck.filter(attempts__gte=MOST_ATTEMPTS).update(
            state=State.FAILED,
            finished_at=now,
            leased_until=None,
            error=f"The worker stopped {MOST_ATTEMPTS} times at this, so it is not tried again. The log says why.",
        )
        queued = model.objects.filter(asleep, state=State.QUEUED)
        waiting = [
            *queued.values_list("pk", flat=True)[:MOST_AT_ONCE],
            *stuck.values_list("pk", flat=True)[:MOST_AT_ONCE],
        ]
        model.objects.filter(pk__in=waiting, state=State.QUEUED).update(rung_at=now)
    for identifier in waiting:
        _ring_now(task, str(identifier))
    return len(waiting)
