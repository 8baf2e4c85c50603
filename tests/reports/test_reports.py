"""Reports over HTTP: asked for, made by a worker, downloaded; and what is said when one cannot be made."""

import logging
from contextlib import closing
from datetime import date
from typing import Any

import pytest
from django.core.files.storage import default_storage
from pypdfium2 import PdfDocument

from apps.accounts.models import Workspace
from apps.activity.models import Event
from apps.catalog.knowledge import Catalogue
from apps.catalog.models import Entry
from apps.core.jobs import MOST_ATTEMPTS, State
from apps.reports import services
from apps.reports.models import Report
from apps.reports.pdf import render
from apps.reports.reading import read_contents
from apps.reports.tasks import make
from apps.systems.models import Element, System
from tests.factories.findings import make_finding, make_link, make_suggestion, make_treatment
from tests.factories.people import Person, inside
from tests.factories.systems import make as make_part


@pytest.fixture(autouse=True)
def kept_in_a_folder_of_its_own(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def made(person: Person, there: str, **said: Any) -> dict[str, Any]:
    """A report as it is when a worker has had it."""
    asked = person.post(f"{there}/reports", said)
    assert (asked.status, asked.body["state"]) == (201, "queued"), asked.body
    make(asked.id)
    return dict(person.get(f"{there}/reports/{asked.id}").body)


def file_of(person: Person, there: str, report: dict[str, Any]) -> Any:
    person.cookie()
    return person.client.get(f"/api/v1/{there}/reports/{report['id']}/file")


def text_of(content: bytes) -> str:
    with closing(PdfDocument(content)) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\u200b", "")


def test_a_report_is_made_and_downloaded(reviewer: Person, there: str, system: System, workspace: Workspace) -> None:
    make_finding(system, title="Staff trust it too much", source="unintended")
    report = made(reviewer, there, title="For the board")
    assert (report["state"], report["error"], report["attempts"]) == ("done", "", 1)
    answer = file_of(reviewer, there, report)
    content = answer.getvalue()
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="For the board.pdf"'
    assert (len(content), content[:5]) == (report["size"], b"%PDF-")
    with closing(PdfDocument(content)) as document:
        assert len(document) == report["pages"]
    assert "Staff trust it too much" in text_of(content)
    with inside(workspace):
        verbs = Event.objects.filter(verb__startswith="report.").order_by("sequence").values_list("verb", flat=True)
        assert list(verbs) == ["report.requested", "report.finished"]


def test_before_it_is_made_there_is_no_file(reviewer: Person, there: str) -> None:
    asked = reviewer.post(f"{there}/reports", {})
    assert asked.body["title"] == "Refund desk"
    answer = reviewer.get(f"{there}/reports/{asked.id}/file")
    assert (answer.status, answer.body["detail"]) == (409, "The report is queued; its file is there when it is done.")


@pytest.mark.parametrize(
    "title",
    ['../../etc/passwd"\r\nX-Evil: 1', '#eval("1") $x$ <a> = *b*', "عنوان", "漢字 🚀", "x" * 200, "/"],
    ids=["path", "markup", "right to left", "ideographs", "long", "slash"],
)
def test_a_hostile_title_is_only_a_title(
    reviewer: Person, there: str, workspace: Workspace, tmp_path: Any, title: str
) -> None:
    report = made(reviewer, there, title=title)
    assert (report["state"], report["error"]) == ("done", "")
    answer = file_of(reviewer, there, report)
    assert answer.getvalue().startswith(b"%PDF-")
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment")
    assert not set(disposition) & set("/\r\n")
    assert "X-Evil" not in answer.headers
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [f"{report['id']}.pdf"]


@pytest.mark.parametrize("title", ["x" * 201, "nul \0", ["a"]])
def test_a_title_that_cannot_be_one_is_refused(reviewer: Person, there: str, title: Any) -> None:
    assert reviewer.post(f"{there}/reports", {"title": title}).body["errors"].keys() == {"title"}


def test_a_report_that_cannot_be_made_says_why_and_leaves_no_file(
    reviewer: Person, there: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Any
) -> None:
    def broken(_: Any) -> None:
        raise RuntimeError("a font is missing")

    monkeypatch.setattr(services, "render", broken)
    caplog.set_level(logging.CRITICAL, "apps.core.jobs")  # That it failed is logged with its traceback.
    asked = reviewer.post(f"{there}/reports", {})
    states = []
    for _ in range(MOST_ATTEMPTS):
        make(asked.id)
        report = reviewer.get(f"{there}/reports/{asked.id}").body
        states.append(report["state"])
    assert states == ["queued", "queued", "failed"]
    assert report["error"] == "RuntimeError: a font is missing"
    assert reviewer.get(f"{there}/reports/{asked.id}/file").status == 409
    assert list(tmp_path.rglob("*.pdf")) == []


@pytest.fixture
def register(system: System, catalogue: Catalogue) -> None:
    """One finding that was decided on, a suggestion, and one that no longer applies."""
    target = make_part(Element, system, name="Agent").pk
    make_finding(system, title="Decided", target=target)
    suggestions = [Entry.objects.get(slug=slug) for slug in ("planted-instructions", "text-misread")]
    make_suggestion(system, suggestions[0], title="Waiting", target=target)
    make_suggestion(system, suggestions[1], title="Outdated", target=target, outdated_at="2026-01-01T00:00:00Z")


@pytest.mark.parametrize(("included", "printed"), [(False, {"Decided"}), (True, {"Decided", "Waiting"})])
def test_suggestions_are_printed_when_they_are_asked_for(
    reviewer: Person, there: str, workspace: Workspace, register: None, included: bool, printed: set[str]
) -> None:
    asked = reviewer.post(f"{there}/reports", {"include_suggestions": included})
    assert asked.body["include_suggestions"] is included
    with inside(workspace):
        contents = read_contents(Report.objects.get())
    assert {entry.title for entry in (*contents.threats, *contents.hazards)} == printed


def test_a_report_without_suggestions_refers_to_none_by_number(
    reviewer: Person, there: str, system: System, catalogue: Catalogue
) -> None:
    target = make_part(Element, system, name="Agent").pk
    decided = make_finding(system, title="Decided", target=target)
    waiting = make_suggestion(system, Entry.objects.get(slug="text-misread"), title="Waiting", target=target)
    make_link(decided, waiting)
    text = text_of(file_of(reviewer, there, made(reviewer, there)).getvalue())
    assert waiting.mark not in text
    assert "Waiting (suggested, not in this report)" in text
    assert "Only one lens is printed for Agent: one suggested hazard waits for a decision." in text.replace("\r\n", " ")


@pytest.mark.parametrize("status", ["suggested", "dismissed"])
def test_suggestions_are_printed_where_nothing_else_would_stand(
    reviewer: Person, there: str, system: System, workspace: Workspace, catalogue: Catalogue, status: str
) -> None:
    entries = [Entry.objects.get(slug=slug) for slug in ("planted-instructions", "text-misread")]
    make_suggestion(system, entries[0], title="Waiting")
    make_suggestion(system, entries[1], title="Other", status=status)
    reviewer.post(f"{there}/reports", {})
    with inside(workspace):
        contents = read_contents(Report.objects.get())
    titles = {entry.title for entry in (*contents.threats, *contents.hazards)}
    assert titles == ({"Waiting", "Other"} if status == "suggested" else {"Waiting"})
    assert [row.title for row in contents.dismissed] == (["Other"] if status == "dismissed" else [])


def test_a_cancelled_report_is_not_made(reviewer: Person, there: str) -> None:
    asked = reviewer.post(f"{there}/reports", {})
    assert reviewer.post(f"{there}/reports/{asked.id}/cancel").body["state"] == "cancelled"
    make(asked.id)
    report = reviewer.get(f"{there}/reports/{asked.id}").body
    assert (report["state"], report["size"], report["attempts"]) == ("cancelled", 0, 0)
    assert reviewer.post(f"{there}/reports/{asked.id}/cancel").status == 409


def test_a_report_that_is_cancelled_at_work_is_not_kept(
    reviewer: Person, there: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = reviewer.post(f"{there}/reports", {})

    def meanwhile(contents: Any) -> Any:
        Report.objects.update(state=State.CANCELLED)
        return render(contents)

    monkeypatch.setattr(services, "render", meanwhile)
    make(asked.id)
    assert reviewer.get(f"{there}/reports/{asked.id}").body["state"] == "cancelled"
    assert reviewer.get(f"{there}/reports/{asked.id}/file").status == 409
    assert not default_storage.exists(f"reports/{asked.id}.pdf")


def test_a_deleted_report_takes_its_file_along(
    reviewer: Person, there: str, tmp_path: Any, django_capture_on_commit_callbacks: Any
) -> None:
    report = made(reviewer, there)
    assert len(list(tmp_path.rglob("*.pdf"))) == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert reviewer.delete(f"{there}/reports/{report['id']}").status == 204
    assert list(tmp_path.rglob("*.pdf")) == []
    assert reviewer.get(f"{there}/reports").rows == []


def test_a_deleted_system_takes_the_files_of_its_reports_along(
    reviewer: Person, editor: Person, there: str, tmp_path: Any, django_capture_on_commit_callbacks: Any
) -> None:
    made(reviewer, there)
    with django_capture_on_commit_callbacks(execute=True):
        assert editor.delete(there).status == 204
    assert list(tmp_path.rglob("*.pdf")) == []


def test_a_stranger_finds_neither_report_nor_file(reviewer: Person, stranger: Person, there: str) -> None:
    report = made(reviewer, there)
    for path in (f"{there}/reports", f"{there}/reports/{report['id']}", f"{there}/reports/{report['id']}/file"):
        assert stranger.get(path).status == 404


def test_the_newest_report_comes_first(reviewer: Person, there: str) -> None:
    asked = [reviewer.post(f"{there}/reports", {"title": title}).id for title in ("First", "Second")]
    assert [row["id"] for row in reviewer.get(f"{there}/reports").rows] == asked[::-1]


def test_treatments_are_printed_with_the_finding_they_are_for(
    reviewer: Person, there: str, system: System, catalogue: Catalogue
) -> None:
    finding = make_finding(system)
    make_treatment(finding, owner="Payments team", due=date(2030, 1, 31))
    text = " ".join(text_of(file_of(reviewer, there, made(reviewer, there)).getvalue()).split())
    assert "A person approves planned, by Payments team, due 31 January 2030" in text
