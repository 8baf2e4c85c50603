"""Asking for a report, and making it."""

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from apps.accounts.access import Action, Actor, Role
from apps.activity.services import record
from apps.core import live
from apps.core.errors import Conflict
from apps.core.jobs import UNFINISHED, State, finish
from apps.core.sentences import Sentence
from apps.reports.models import Report
from apps.reports.pdf import Rendered, render
from apps.reports.reading import read_contents
from apps.systems.models import System


@transaction.atomic
def request_report(actor: Actor, system: System, *, title: str = "", include_suggestions: bool = False) -> Report:
    actor.check(Action.REPORT)
    report: Report = Report.objects.create(
        workspace=actor.workspace,
        system=system,
        title=title or system.name,
        include_suggestions=include_suggestions,
        revision=system.revision,
        asked_by=actor.user,
        asked_by_label=actor.label,
    )
    record(actor, "report.requested", report, system=system.pk, changes={"title": report.title})
    return report


@transaction.atomic
def cancel_report(actor: Actor, report: Report) -> Report:
    """Raises Conflict for a report that is made already."""
    actor.check(Action.REPORT)
    cancelled = Report.objects.filter(pk=report.pk, state__in=UNFINISHED).update(
        state=State.CANCELLED, finished_at=timezone.now(), leased_until=None
    )
    report.refresh_from_db()
    if not cancelled:
        raise Conflict(
            Sentence("The report is %(state)s already, so there is nothing to cancel.", state=Sentence(report.state))
        )
    record(actor, "report.cancelled", report, system=report.system_id)
    return report


@transaction.atomic
def delete_report(actor: Actor, report: Report) -> None:
    actor.check(Action.REPORT)
    record(actor, "report.deleted", report, system=report.system_id, changes={"title": report.title})
    report.delete()


def forget_file(report: Report) -> None:
    """Of a report that is deleted, also with its system. After the commit: a rolled back deletion loses nothing."""
    storage, name = report.file.storage, report.file.name
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def make_report(report: Report) -> None:
    """Render the system as it is now and keep the file. Raises Cancelled when the report is no longer this worker's."""
    rendered = render(read_contents(report))
    storage = report.file.storage
    file_name = storage.save(f"reports/{report.pk}.pdf", ContentFile(rendered.pdf))
    try:
        _finish_with_file(report, rendered, file_name)
    except BaseException:
        storage.delete(file_name)  # No row knows of it.
        raise


@transaction.atomic
def _finish_with_file(report: Report, rendered: Rendered, file_name: str) -> None:
    finish(
        report,
        file=file_name,
        size=len(rendered.pdf),
        pages=rendered.pages,
        warnings=list(rendered.warnings),
        revision=report.system.revision,
    )
    record(
        Actor(workspace=report.workspace, user=report.asked_by, role=Role.REVIEWER),
        "report.finished",
        report,
        system=report.system_id,
        changes={"title": report.title, "pages": rendered.pages},
    )


def tell_state(report: Report) -> None:
    where = {"workspace": str(report.workspace_id), "system": str(report.system_id), "report": str(report.pk)}
    live.publish_now({"type": "progress", "state": str(report.state), **where})
