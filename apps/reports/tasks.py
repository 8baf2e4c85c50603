"""The worker's side of reports: an id comes in, one service call does the work."""

from celery import shared_task

from apps.core.jobs import work
from apps.core.tasks import swept
from apps.reports.models import Report
from apps.reports.services import make_report, tell_state


@shared_task(name="apps.reports.make")
def make(report: str) -> None:
    done = work(Report, report, make_report)
    if done is not None:
        tell_state(done)


swept.append((Report, make))
