"""JSON from anybody: what is no JSON, or more than anything real, is refused with a reason, and nothing is kept."""

import pytest

from apps.accounts.models import Workspace
from apps.core.parsing import DEEPEST, nesting, without_duplicates
from apps.systems.models import System
from tests.factories.people import Person, inside


def _nested(depth: int) -> bytes:
    """A system whose attributes nest; the object itself is one level and the attributes another."""
    return b'{"name": "Desk", "attributes": {"a": ' + b"[" * (depth - 2) + b"]" * (depth - 2) + b"}}"


REFUSED = {
    "NaN": (b'{"name": "Desk", "attributes": {"a": NaN}}', "NaN is not a number"),
    "infinity": (b'{"name": "Desk", "attributes": {"a": -Infinity}}', "-Infinity is not a number"),
    "a key twice": (b'{"name": "Desk", "name": "Table"}', "the key 'name' stands twice"),
    "a key twice inside": (b'{"name": "Desk", "attributes": {"a": {"b": 1, "b": 1}}}', "the key 'b' stands twice"),
    "65 levels": (_nested(DEEPEST + 1), "deeper than 64 levels"),
    "100,000 levels": (_nested(100_000), "deeper than 64 levels"),
    "100,000 open brackets": (b"[" * 100_000, "deeper than 64 levels"),
    "cut off": (b'{"name": "De', "Unterminated string"),
    "cut off within a letter": (b'{"name": "\xc3', "can't decode"),
    "not UTF-8": (b'{"name": "Schl\xfcssel"}', "can't decode"),
    "UTF-16": ('{"name": "Desk"}'.encode("utf-16"), "can't decode"),
    "half a character": (b'{"name": "Desk", "attributes": {"\\ud800": true}}', "surrogates not allowed"),
    "half a character in capitals": (b'{"name": "Desk", "attributes": {"a": ["\\UD800"]}}', "Invalid \\escape"),
    "a number of 5,000 digits": (b'{"name": ' + b"1" * 5_000 + b"}", "4300 digits"),
    "two values": (b'{"name": "Desk"} {}', "Extra data"),
    "nothing but a blank": (b" ", "Expecting value"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_json_is_refused_with_the_reason(case: str, editor: Person, here: str, workspace: Workspace) -> None:
    body, reason = REFUSED[case]
    answer = editor.send_text("POST", f"{here}/systems", body)
    assert (answer.status, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert reason in answer.body["detail"]
    with inside(workspace):
        assert not System.objects.exists()


@pytest.mark.parametrize("body", [b"3", b'"Desk"', b"[]", b"null", b"true"])
def test_json_that_is_no_object_is_refused(body: bytes, editor: Person, here: str) -> None:
    answer = editor.send_text("POST", f"{here}/systems", body)
    assert answer.status == 400
    assert answer.body["detail"]


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "k"}])
def test_a_body_larger_than_six_megabytes_is_refused(headers: dict[str, str], editor: Person, here: str) -> None:
    answer = editor.send("POST", f"{here}/systems", {"name": "x" * 6 * 1024 * 1024}, headers)
    assert answer.status == 413
    assert "6,291,456 bytes" in answer.body["detail"]


def test_what_only_looks_deep_or_half_is_accepted(editor: Person, here: str) -> None:
    brackets, whole = "[" * 100, b"\\ud83d\\ude00"
    body = f'{{"name": "{brackets}", "description": "\\"{brackets}\\\\", "purpose": "'.encode() + whole + b'"}'
    answer = editor.send_text("POST", f"{here}/systems", body)
    assert answer.status == 201
    assert (answer.body["name"], answer.body["purpose"]) == (brackets, "😀")


def test_64_levels_are_parsed(editor: Person, here: str) -> None:
    answer = editor.send_text("POST", f"{here}/systems", _nested(DEEPEST))
    assert answer.body["errors"] == {"attributes.a": answer.body["errors"]["attributes.a"]}


def test_another_kind_of_content_is_refused(editor: Person, here: str) -> None:
    answer = editor.send_text("POST", f"{here}/systems", b"name=Desk", "application/x-www-form-urlencoded")
    assert answer.status == 415


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("", 0),
        ("1", 0),
        ("[]", 1),
        ('{"a": [1, {"b": []}]}', 4),
        ('"[[["', 0),
        (r'"\"[["', 0),
        (r'["\\", [[]]]', 3),
        ("]]]", 0),
    ],
)
def test_nesting_counts_brackets_outside_strings(text: str, depth: int) -> None:
    assert nesting(text) == depth


def test_a_key_that_stands_twice_is_named_shortly() -> None:
    assert without_duplicates([("a", 1), ("b", 2)]) == {"a": 1, "b": 2}
    with pytest.raises(ValueError, match="stands twice") as refused:
        without_duplicates([("x" * 10_000, 1), ("x" * 10_000, 2)])
    assert len(str(refused.value)) < 200
