"""Lists by cursor: a page neither repeats nor skips a row, and a cursor that was made up leads nowhere."""

import json
from base64 import urlsafe_b64encode
from typing import Any
from urllib.parse import quote

import pytest
from django.db.models import UniqueConstraint
from django.utils import timezone
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from apps.catalog.knowledge import Catalogue
from apps.catalog.models import Framework, Reference
from apps.core.pagination import Pages
from apps.systems.models import Element, System
from config.api import urlpatterns
from tests.factories.findings import make_finding
from tests.factories.people import Caller, Person, inside
from tests.factories.systems import make

A_TIME = "2026-01-01T00:00:00+00:00"
AN_ID = "00000000-0000-0000-0000-000000000001"


def _walk(caller: Caller, path: str, way: str = "next") -> list[list[dict[str, Any]]]:
    """All pages from `path` on."""
    pages = []
    link: str | None = path
    while link:
        answer = caller.get(link)
        assert answer.status == 200, answer.body
        pages.append(answer.rows)
        assert len(pages) < 100, "It goes round in circles."
        link = answer.body[way]
    return pages


def _last_page(caller: Caller, path: str) -> str:
    """The address of the last page."""
    while link := caller.get(path).body["next"]:
        path = link
    return path


def _ids(pages: list[list[dict[str, Any]]]) -> list[str]:
    return [row["id"] for page in pages for row in page]


def _elements(system: System, count: int) -> list[str]:
    """Elements that were all made in the same moment, as an import makes them."""
    rows = [make(Element, system, name=f"part {number}") for number in range(count)]
    with inside(system.workspace):
        Element.objects.filter(system=system).update(created_at=timezone.now())
    return sorted(str(row.pk) for row in rows)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8])
def test_rows_of_one_moment_come_once_each_and_in_order(size: int, editor: Person, there: str, system: System) -> None:
    expected = _elements(system, 7)
    assert _ids(_walk(editor, f"{there}/elements?page_size={size}")) == expected


def test_backwards_the_pages_have_the_same_rows_in_the_same_order(editor: Person, there: str, system: System) -> None:
    expected = _elements(system, 7)
    last = _last_page(editor, f"{there}/elements?page_size=3")
    backwards = _walk(editor, last, "previous")
    assert _ids(backwards[::-1]) == expected
    assert [len(page) for page in backwards] == [1, 3, 3]


def test_the_first_page_has_none_before_it_and_the_last_none_after(editor: Person, there: str, system: System) -> None:
    _elements(system, 4)
    first = editor.get(f"{there}/elements?page_size=2").body
    last = editor.get(first["next"]).body
    assert (first["previous"], last["next"]) == (None, None)
    back = editor.get(last["previous"]).body
    assert (back["previous"], back["next"], back["results"]) == (None, first["next"], first["results"])


def test_an_empty_list_is_one_page(editor: Person, there: str) -> None:
    assert editor.get(f"{there}/elements").body == {"next": None, "previous": None, "results": []}


def test_findings_of_one_score_come_once_each_in_the_order_of_their_numbers(
    editor: Person, there: str, system: System
) -> None:
    for score in (10.5, 0.1 + 0.2, 10.5, 10.5, 0.1 + 0.2, 99.9):
        make_finding(system, score=score)
    pages = _walk(editor, f"{there}/findings?page_size=2")
    assert [row["number"] for page in pages for row in page] == [6, 1, 3, 4, 2, 5]


def test_rows_are_ordered_by_a_foreign_key_too(editor: Person, catalogue: Catalogue) -> None:
    for framework in Framework.objects.all():
        Reference.objects.bulk_create(
            [Reference(framework=framework, identifier=f"X{number}", title="An example") for number in range(4)]
        )
    pages = _walk(editor, "catalogue/references?page_size=3")
    found = [(row["key"], row["identifier"]) for page in pages for row in page]
    expected = Reference.objects.order_by("framework_id", "identifier").values_list("framework__key", "identifier")
    assert found == list(expected)
    last = _last_page(editor, "catalogue/references?page_size=3")
    assert [page[0]["identifier"] for page in _walk(editor, last, "previous")][-1] == found[0][1]


def test_rows_that_are_added_between_pages_neither_repeat_nor_hide_others(
    editor: Person, there: str, system: System
) -> None:
    expected = _elements(system, 6)
    first = editor.get(f"{there}/elements?page_size=3").body
    before = make(Element, system)
    with inside(system.workspace):
        Element.objects.filter(pk=before.pk).update(created_at="2020-01-01T00:00:00Z")
    after = make(Element, system)
    rest = _ids(_walk(editor, first["next"]))
    assert [row["id"] for row in first["results"]] + rest == [*expected, str(after.pk)]


def test_a_cursor_whose_row_is_gone_leads_on_all_the_same(editor: Person, there: str, system: System) -> None:
    expected = _elements(system, 4)
    first = editor.get(f"{there}/elements?page_size=2").body
    with inside(system.workspace):
        Element.objects.filter(pk=expected[1]).delete()
    assert _ids(_walk(editor, first["next"])) == expected[2:]


def test_links_keep_the_filter(editor: Person, there: str, system: System) -> None:
    for source in ("adversarial", "unintended") * 3:
        make_finding(system, source=source)
    pages = _walk(editor, f"{there}/findings?source=unintended&order=number&page_size=2")
    assert [row["number"] for page in pages for row in page] == [2, 4, 6]


@pytest.mark.parametrize(
    ("asked", "rows"),
    [("", 50), ("0", 50), ("-1", 50), ("many", 50), ("1", 1), ("1000", 1000), ("1001", 1000), ("9" * 30, 1000)],
)
def test_a_page_has_1000_rows_at_most_and_50_unless_asked(
    asked: str, rows: int, editor: Person, there: str, system: System
) -> None:
    with inside(system.workspace):
        parts = [
            Element(workspace=system.workspace, system=system, name="a", kind="agent")
            for _ in range(Pages.max_page_size + 5)
        ]
        Element.objects.bulk_create(parts)
    assert len(editor.get(f"{there}/elements?page_size={asked}").rows) == rows


def _cursor(*values: Any) -> str:
    return urlsafe_b64encode(json.dumps(values).encode()).decode()


BROKEN = {
    "empty": "",
    "no base64": "!",
    "not even ASCII": "é",
    "base64 of nothing": urlsafe_b64encode(b"\xff\xfe").decode(),
    "no list": urlsafe_b64encode(b"3").decode(),
    "an empty list": _cursor(),
    "too few values": _cursor(False, A_TIME),
    "too many values": _cursor(False, A_TIME, AN_ID, AN_ID),
    "no time": _cursor(False, "yesterday", AN_ID),
    "a time before the first": _cursor(False, "0001-01-01T00:00:00+14:00", AN_ID),
    "a time after the last": _cursor(False, "9999-12-31T23:59:59-14:00", AN_ID),
    "no id": _cursor(False, A_TIME, "x"),
    "null": _cursor(False, None, None),
    "numbers": _cursor(False, 1, 2),
    "objects": _cursor(False, {"a": 1}, ["b"]),
    "NUL": _cursor(False, A_TIME, "\0"),
    "one of the old kind": urlsafe_b64encode(b"p=2026-01-01").decode(),
    "very deep": urlsafe_b64encode(b"[" * 20_000).decode(),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_cursor_that_no_page_gave_leads_nowhere_and_says_so(broken: str, editor: Person, there: str) -> None:
    answer = editor.get(f"{there}/elements?cursor={quote(BROKEN[broken])}")
    assert (answer.status, answer.headers["Content-Type"]) == (404, "application/problem+json")
    assert "cursor leads nowhere" in answer.body["detail"]


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("catalogue/entries", ("\ud800", AN_ID)),
        ("catalogue/references", ("ATLAS", "x")),
        ("HERE/events", ("9" * 5_000, AN_ID)),
        ("THERE/findings", ("much", "1")),
    ],
)
def test_a_made_up_value_of_any_column_leads_nowhere(
    path: str, values: tuple[str, ...], editor: Person, here: str, there: str
) -> None:
    path = path.replace("THERE", there).replace("HERE", here)
    assert editor.get(f"{path}?cursor={quote(_cursor(False, *values))}").status == 404


def test_a_cursor_may_name_what_no_row_has(editor: Person, here: str, there: str, system: System) -> None:
    """It is a place in the order, not a row; who makes one up sees no more than the pages have anyway."""
    expected = _elements(system, 2)
    for values in ((A_TIME, AN_ID), ("2026-01-01", AN_ID)):
        assert _ids([editor.get(f"{there}/elements?cursor={quote(_cursor(False, *values))}").rows]) == expected
    assert editor.get(f"{here}/events?cursor={quote(_cursor(False, '9' * 40, AN_ID))}").status == 200


LISTS = [
    pattern
    for pattern in urlpatterns
    if issubclass(pattern.callback.cls, ListModelMixin) and "list" in pattern.callback.actions.values()  # type: ignore[attr-defined]  # Viewsets all.
]


@pytest.mark.parametrize("pattern", LISTS, ids=lambda pattern: pattern.name)
def test_every_list_is_ordered_by_something_that_no_two_of_its_rows_share(pattern: Any) -> None:
    view = pattern.callback.cls()
    view.request = Request(APIRequestFactory().get("/"))
    view.action = "list"
    view.swagger_fake_view = True  # So that it has a queryset without a workspace.
    model = view.get_queryset().model
    columns = [name.lstrip("-").removesuffix("_id") for name in getattr(view, "page_order", Pages.ordering)]
    fields = [model._meta.get_field(name) for name in columns]
    assert not any(field.null for field in fields)
    given = {*columns, "system", "workspace"}  # A list is of one workspace, or one system.
    together = [set(row.fields) for row in model._meta.constraints if isinstance(row, UniqueConstraint)]
    assert any(field.unique for field in fields) or any(names <= given for names in together)
