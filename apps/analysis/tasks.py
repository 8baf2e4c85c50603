"""The worker's side of runs: an id comes in, one service call does the work."""

from celery import shared_task

from apps.analysis.models import Run
from apps.analysis.services import do_run
from apps.core import live
from apps.core.jobs import work
from apps.core.tasks import swept


@shared_task(name="apps.analysis.suggest")
def suggest_findings(run: str) -> None:
    done = work(Run, run, do_run)
    if done is not None:
        where = {"workspace": str(done.workspace_id), "system": str(done.system_id), "run": str(done.pk)}
        live.publish_now({"type": "progress", "state": done.state, **where, **(done.progress or {})})


swept.append((Run, suggest_findings))
