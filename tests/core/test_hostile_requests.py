"""Requests that no client of ours would send are refused, and never break the program."""

from typing import Any

import pytest
from django.conf import settings

from apps.systems.models import Diagram, Element, System
from apps.threats.models import Finding
from tests.factories.findings import make_finding
from tests.factories.people import Person, inside
from tests.factories.systems import make

SEARCHES = [
    "systems?q={}",
    "systems/{system}/findings?q={}",
    "systems/{system}/findings?status={}",
    "systems/{system}/findings?source={}",
    "/api/v1/catalogue/entries?q={}",
    "/api/v1/catalogue/entries?origin={}",
    "/api/v1/catalogue/entries?kind={}",
    "/api/v1/catalogue/controls?function={}",
    "/api/v1/catalogue/references?framework={}",
    "/api/v1/catalogue/entries/{}",
]


@pytest.mark.parametrize("search", SEARCHES)
@pytest.mark.parametrize("words", ["%00", "a%00b", "%ED%A0%80", "%FF", "x" * 3_000, "%25_%5C"])
def test_strange_words_in_an_address_are_no_error_of_the_program(
    viewer: Person, here: str, system: System, search: str, words: str
) -> None:
    path = search.format(words, system=system.pk)
    answer = viewer.get(path if path.startswith("/") else f"{here}/{path}")
    assert answer.status == (400 if "%00" in words else 404 if search.endswith("/{}") else 200)
    if answer.status != 200:
        assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (b"{", "Expecting property name"),
        (b"\xff\xfe", "can't decode byte 0xff"),
        (b'{"name": NaN}', "NaN is not a number"),
        (b'{"name": "a", "name": "b"}', "the key 'name' stands twice"),
        (b"[" * 100_000, "nests deeper than 64"),
        (b'{"attributes": ' * 100_000 + b"1" + b"}" * 100_000, "nests deeper than 64"),
        (b'{"name": "\\ud800"}', "surrogates not allowed"),
        (b'{"attributes": {"\\uD800": true}}', "surrogates not allowed"),
        (b'{"attributes": ' + b"9" * 5_000 + b"}", "Exceeds the limit"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_body_that_is_no_json_is_refused_with_what_is_wrong(
    editor: Person, there: str, body: bytes, detail: str
) -> None:
    answer = editor.send_text("POST", f"{there}/elements", body)
    assert answer.status == 400
    assert detail in answer.body["detail"]


def test_a_whole_letter_outside_of_the_basic_plane_is_welcome(editor: Person, there: str) -> None:
    body = b'{"name": "\\ud83d\\ude80", "kind": "agent"}'
    assert editor.send_text("POST", f"{there}/elements", body).body["name"] == "🚀"


@pytest.mark.parametrize("body", [b"[]", b"null", b"1", b'"x"'])
def test_a_body_that_is_no_object_is_refused(editor: Person, there: str, body: bytes) -> None:
    for resource in ("elements", "diagrams", "findings", "findings/decide", "links", "reports"):
        assert editor.send_text("POST", f"{there}/{resource}", body).status == 400


def test_a_body_that_is_too_large_is_refused_as_a_problem(editor: Person, there: str) -> None:
    body = b'{"name": "' + b"x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE + b'"}'
    answer = editor.send_text("POST", f"{there}/elements", body)
    assert (answer.status, answer.headers["Content-Type"]) == (413, "application/problem+json")
    assert answer.body["detail"] == "The body is larger than 6,291,456 bytes."


def test_a_version_that_never_was_is_no_conflict_with_nobody(editor: Person, there: str, system: System) -> None:
    finding = make_finding(system)
    body = {"source": "unintended", "origin": "human", "reason": "We looked again.", "version": -1}
    assert editor.post(f"{there}/findings/{finding.pk}/source", body).status == 200
    with inside(system.workspace):
        assert Finding.objects.get().source == "unintended"


@pytest.mark.parametrize("value", ["x", [], {"autonomy": "veto"}])
def test_an_attribute_without_a_name_does_not_overwrite_all_others(
    editor: Person, there: str, system: System, value: Any
) -> None:
    element = make(Element, system, attributes={"autonomy": "suggest"})
    answer = editor.patch(f"{there}/elements/{element.pk}", {"attributes": {"": value}})
    assert (answer.status, answer.body["errors"].keys()) == (400, {"attributes."})
    with inside(system.workspace):
        assert Element.objects.get().attributes == {"autonomy": "suggest"}


def test_errors_in_a_list_are_told_by_their_place(editor: Person, there: str, system: System) -> None:
    with inside(system.workspace):
        diagram = Diagram.objects.get()
    good = {"element": str(make(Element, system).pk), "x": 0, "y": 0, "width": 1, "height": 1}
    body = {"placements": [good, {**good, "x": "far"}]}
    answer = editor.post(f"{there}/diagrams/{diagram.pk}/placements", body)
    assert answer.body["errors"].keys() == {"placements[1].x"}
