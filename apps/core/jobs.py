"""Slow work as rows: the database is the queue of record, the broker only rings.

A job is `queued → running → done | failed | cancelled`. A worker claims the row and holds a lease; whoever dies lets
the lease run out, and a sweep rings again. What dies three times stops with its error shown.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from django.db import models
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from apps.core.models import WorkspaceRow

MOST_ATTEMPTS = 3
LEASE = timedelta(seconds=30)
logger = logging.getLogger(__name__)


class State(models.TextChoices):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


UNFINISHED = (State.QUEUED, State.RUNNING)


class Job(WorkspaceRow):
    """The state of one piece of slow work."""

    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    rung_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


AnyJob = TypeVar("AnyJob", bound=Job)


class Cancelled(Exception):  # noqa: N818 - it is what happened, not an error.
    """The job was cancelled, or another worker has it, while this one was at work."""


def claim(model: type[AnyJob], identifier: str) -> AnyJob | None:
    """Take the job, or None where it is finished, or in the hands of a worker whose lease still runs."""
    now = timezone.now()
    free = models.Q(state=State.QUEUED) | models.Q(state=State.RUNNING, leased_until__lt=now)
    with scopes_disabled():
        taken = model.objects.filter(free, pk=identifier, attempts__lt=MOST_ATTEMPTS).update(
            state=State.RUNNING, attempts=models.F("attempts") + 1, leased_until=now + LEASE, started_at=now, error=""
        )
        return model.objects.select_related("workspace").get(pk=identifier) if taken else None


def renew(job: Job, **values: Any) -> None:
    """Prolong the lease and save progress. Raises Cancelled when the job is no longer this attempt's."""
    mine = type(job).objects.filter(pk=job.pk, state=State.RUNNING, attempts=job.attempts)
    if not mine.update(leased_until=timezone.now() + LEASE, **values):
        raise Cancelled


def finish(job: Job, **values: Any) -> None:
    """Mark as done; call it in the transaction that writes the result, so that both or neither are there."""
    mine = type(job).objects.filter(pk=job.pk, state=State.RUNNING, attempts=job.attempts)
    if not mine.update(state=State.DONE, finished_at=timezone.now(), leased_until=None, **values):
        raise Cancelled


def work(model: type[AnyJob], identifier: str, deed: Callable[[AnyJob], None]) -> AnyJob | None:
    """Claim a job and do it inside its workspace; what it raises is kept on the row, to be tried again or shown."""
    job = claim(model, identifier)
    if job is None:
        return None
    with scope(workspace=job.workspace):
        try:
            deed(job)
        except Cancelled:
            logger.info("%s %s was cancelled while at work", model.__name__, identifier)
        except Exception as error:
            logger.exception("%s %s failed in attempt %s", model.__name__, identifier, job.attempts)
            _give_up(job, f"{type(error).__name__}: {error}"[:2000])
        # None where it was deleted, with its system, while at work.
        now: AnyJob | None = model.objects.filter(pk=identifier).first()
    return now


def _give_up(job: Job, error: str) -> None:
    last = job.attempts >= MOST_ATTEMPTS
    mine = type(job).objects.filter(pk=job.pk, state=State.RUNNING, attempts=job.attempts)
    if last:
        mine.update(state=State.FAILED, error=error, finished_at=timezone.now(), leased_until=None)
    else:
        mine.update(state=State.QUEUED, error=error, leased_until=None, rung_at=None)
