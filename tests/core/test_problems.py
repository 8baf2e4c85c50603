"""Every error of the API is a problem document that says what to do, and nothing of how the server is made."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError
from rest_framework.throttling import UserRateThrottle

from apps.core.errors import Refused
from apps.core.problems import STATUS, problem_response
from apps.systems.models import System
from tests.factories.people import Answer, Caller, Person, make_program

Ask = Callable[[Caller, str], Answer]


def _asks(method: str, path: str, body: Any = None, **headers: str) -> Ask:
    return lambda caller, there: caller.send(method, path.replace("THERE", there), body, headers)


# What goes wrong → the request, the status, and a word of what is said about it.
WRONG: dict[str, tuple[Ask, int, str]] = {
    "a field is missing": (_asks("POST", "THERE/elements", {}), 400, "cannot be accepted"),
    "a field is wrong": (_asks("PATCH", "THERE", {"lifecycle_stage": "dusk"}), 400, "cannot be accepted"),
    "the filter is wrong": (_asks("GET", "THERE/events?since=new"), 400, "cannot be accepted"),
    "a NUL is in the path": (_asks("GET", "catalogue/entries/a%00b"), 400, "NUL"),
    "there is no such row": (_asks("GET", "THERE/elements/00000000-0000-0000-0000-000000000001"), 404, "nothing here"),
    "there is no such id": (_asks("GET", "THERE/elements/first"), 404, "nothing here"),
    "there is no such entry": (_asks("GET", "catalogue/entries/none"), 404, "nothing here"),
    "there is no such address": (_asks("GET", "THERE/nonsense"), 404, "/api/v1/schema/"),
    "there is no such version": (_asks("GET", "/api/v2/me"), 404, "/api/v1/schema/"),
    "a slash too many": (_asks("POST", "me/", {}), 404, "/api/v1/schema/"),
    "the method is not there": (_asks("PUT", "THERE", {}), 405, 'Method "PUT" not allowed'),
    "nothing else is spoken": (_asks("GET", "THERE", Accept="text/html"), 406, "Accept"),
    "the body is too large": (_asks("POST", "THERE/elements", {"name": "x" * 7_000_000}), 413, "6,291,456 bytes"),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_error_is_a_problem_document(case: str, editor: Person, there: str) -> None:
    ask, status, word = WRONG[case]
    _check(ask(editor, there), status, word)


def _check(answer: Answer, status: int, word: str) -> None:
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (answer.status, answer.body["status"], answer.body["type"]) == (status, status, "about:blank")
    assert answer.body["title"]
    assert word in answer.body["detail"]


def test_who_may_not_is_told_whom_to_ask(viewer: Person, there: str) -> None:
    _check(viewer.patch(there, {"name": "Mine"}), 403, "Ask an owner of the workspace")


def test_who_is_nobody_is_told_how_to_prove_who_they_are(anonymous: Caller, there: str) -> None:
    answer = anonymous.get(there)
    _check(answer, 401, "credentials were not provided")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_browser_without_its_proof_of_origin_may_not_write(editor: Person, there: str) -> None:
    editor.cookie()
    editor.client.handler.enforce_csrf_checks = True
    _check(editor.patch(there, {"name": "Forged"}), 403, "CSRF")


def test_a_program_needs_no_proof_of_origin(owner: Person, system: System, there: str) -> None:
    program, _ = make_program(owner, system.workspace, read_only=False)
    program.client.handler.enforce_csrf_checks = True
    assert program.patch(there, {"name": "Ours"}).status == 200


def test_a_wrong_method_is_told_the_right_ones(editor: Person, there: str) -> None:
    assert editor.send("PUT", there, {}, {}).headers["Allow"] == "GET, PATCH, DELETE, HEAD, OPTIONS"


def test_who_asks_too_often_is_told_when_to_come_back(
    editor: Person, there: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(UserRateThrottle, "rate", "2/min", raising=False)
    answers = [editor.get(there) for _ in range(3)]
    assert [answer.status for answer in answers] == [200, 200, 429]
    _check(answers[-1], 429, "throttled")
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60


def test_errors_are_named_by_field_however_deep_it_lies(editor: Person, there: str) -> None:
    diagram = editor.get(f"{there}/diagrams").rows[0]["id"]
    right = {"element": diagram, "x": 0, "y": 0, "width": 1, "height": 1}
    body = {
        "placements": [right, {**right, "x": "left"}, {"x": 0}, {**right, "element": None}],
        "flows": [{"flow": "f", "bends": [[1]]}],
    }
    errors = editor.post(f"{there}/diagrams/{diagram}/placements", body).body["errors"]
    assert errors["placements[1].x"] == ["A valid number is required."]
    assert errors["placements[2].width"] == ["This field is required."]
    assert errors["placements[3]"] == ["Name either an element or a boundary."]
    assert {"flows[0].flow", "flows[0].bends[0]"} <= errors.keys()
    assert not any(key.startswith("placements[0]") for key in errors)


def test_what_the_model_refuses_is_named_by_field_too(editor: Person, there: str) -> None:
    answer = editor.post(f"{there}/elements", {"name": "Robot", "kind": "agent", "attributes": {"autonomy": "full"}})
    assert (answer.status, list(answer.body["errors"])) == (400, ["attributes.autonomy"])


def test_an_error_of_no_field_stands_under_an_empty_name() -> None:
    for error in (ValidationError("Not so."), ValidationError({"__all__": ["Not so."]})):
        response = problem_response(error, {})
        assert response is not None
        assert response.data["errors"] == {"": ["Not so."]}


def test_every_refusal_of_a_service_has_a_status() -> None:
    assert set(Refused.__subclasses__()) == set(STATUS)


def test_what_nobody_expected_is_no_problem_document() -> None:
    """It is left to Django, which answers 500, and logs it."""
    assert problem_response(RuntimeError("secret"), {}) is None


def test_a_database_that_is_busy_is_a_problem_that_passes() -> None:
    response = problem_response(OperationalError("database is locked"), {})
    assert response is not None
    assert (response.status_code, response["Retry-After"]) == (503, "2")
    assert "try again" in response.data["detail"]


def test_a_database_that_needs_somebody_is_no_such_problem() -> None:
    """A column that is missing does not come by waiting."""
    assert problem_response(OperationalError("no such column: changed_at"), {}) is None
