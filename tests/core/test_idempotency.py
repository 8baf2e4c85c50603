"""A write that is sent twice with the same key happens once, however the two arrive."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from apps.accounts.models import ApiToken, Invitation, Workspace
from apps.activity.models import Event
from apps.core.models import GivenAnswer
from apps.core.tasks import ring_again
from apps.systems.models import System
from tests.factories.people import Answer, Person, answer, inside, make_person
from tests.factories.systems import RISKY


def test_a_key_that_was_used_for_another_body_is_refused(editor: Person, here: str, workspace: Workspace) -> None:
    assert editor.post(f"{here}/systems", {"name": "One"}, Idempotency_Key="k").status == 201
    other = editor.post(f"{here}/systems", {"name": "Two"}, Idempotency_Key="k")
    assert other.status == 409
    assert "Use a new key" in other.body["detail"]
    with inside(workspace):
        assert [system.name for system in System.objects.all()] == ["One"]


def test_a_key_that_was_used_for_another_address_or_method_is_refused(editor: Person, there: str) -> None:
    body = {"name": "Zone"}
    made = editor.post(f"{there}/boundaries", body, Idempotency_Key="k")
    assert made.status == 201
    for other in (
        editor.post(f"{there}/assets", body, Idempotency_Key="k"),
        editor.post(f"{there}/boundaries?format=json", body, Idempotency_Key="k"),
        editor.patch(f"{there}/boundaries/{made.id}", body, Idempotency_Key="k"),
    ):
        assert other.status == 409


def test_a_key_may_have_200_characters(editor: Person, here: str) -> None:
    assert editor.post(f"{here}/systems", {"name": "One"}, Idempotency_Key="k" * 200).status == 201
    refused = editor.post(f"{here}/systems", {"name": "One"}, Idempotency_Key="k" * 201)
    assert refused.status == 400
    assert refused.body["errors"] == {"Idempotency-Key": ["It may have 200 characters at most."]}


def test_a_refusal_is_not_kept_so_a_mended_request_may_use_the_key_again(editor: Person, here: str) -> None:
    assert editor.post(f"{here}/systems", {"name": ""}, Idempotency_Key="k").status == 400
    assert GivenAnswer.objects.count() == 0
    assert editor.post(f"{here}/systems", {"name": "One"}, Idempotency_Key="k").status == 201


def test_people_do_not_share_keys(editor: Person, owner: Person, here: str) -> None:
    ids = {person.post(f"{here}/systems", {"name": "One"}, Idempotency_Key="k").id for person in (editor, owner)}
    assert len(ids) == 2


def test_without_a_key_a_repeat_is_done_again(editor: Person, here: str) -> None:
    ids = {editor.post(f"{here}/systems", {"name": "One"}).id for _ in range(2)}
    assert len(ids) == 2
    assert GivenAnswer.objects.count() == 0


def test_reading_takes_no_key(editor: Person, here: str) -> None:
    before = editor.get(f"{here}/systems", Idempotency_Key="k").rows
    editor.post(f"{here}/systems", {"name": "One"})
    assert len(editor.get(f"{here}/systems", Idempotency_Key="k").rows) == len(before) + 1


@pytest.mark.parametrize(
    ("path", "body", "secret"),
    [("tokens", {"name": "robot", "access": "write"}, "token"), ("invitations", {"role": "viewer"}, "url")],
)
def test_what_is_shown_once_is_stored_nowhere_and_a_repeat_has_null_there(
    path: str, body: dict[str, Any], secret: str, owner: Person, here: str
) -> None:
    first = owner.post(f"{here}/{path}", body, Idempotency_Key="k")
    shown = first.body[secret].rsplit("/", 1)[-1]
    assert len(shown) > 30
    again = owner.post(f"{here}/{path}", body, Idempotency_Key="k")
    assert (again.status, again.body) == (201, {**first.body, secret: None})
    stored = [
        list(model._meta.base_manager.values())
        for model in (GivenAnswer, Event, ApiToken, Invitation)  # All that such a deed writes.
    ]
    assert shown not in json.dumps(stored, default=str)


def test_an_upload_is_told_by_its_content_not_by_how_it_was_packed(editor: Person, here: str) -> None:
    assert editor.cookie()
    first, again = (_upload(editor, here, RISKY) for _ in range(2))
    assert (first.status, again.status, again.id) == (201, 201, first.id)
    other = _upload(editor, here, {**RISKY, "system": {"name": "Other"}})
    assert other.status == 409


def _upload(editor: Person, here: str, model: dict[str, Any]) -> Answer:
    file = SimpleUploadedFile("model.json", json.dumps(model).encode())
    response = editor.client.post(
        f"/api/v1/{here}/systems/import", {"file": file}, format="multipart", headers={"Idempotency-Key": "k"}
    )
    return answer(response)


def test_a_repeat_from_a_person_who_was_shut_out_finds_nothing(editor: Person, owner: Person, here: str) -> None:
    editor.post(f"{here}/systems", {"name": "One"}, Idempotency_Key="k")
    member = next(row for row in owner.get(f"{here}/members").rows if row["name"] == "Edgar")
    owner.delete(f"{here}/members/{member['id']}")
    assert editor.post(f"{here}/systems", {"name": "One"}, Idempotency_Key="k").status == 404


def test_answers_are_forgotten_after_a_day(editor: Person, here: str) -> None:
    for key in ("old", "new"):
        editor.post(f"{here}/systems", {"name": "One"}, Idempotency_Key=key)
    GivenAnswer.objects.filter(key="old").update(created_at=timezone.now() - timedelta(hours=25))
    ring_again()
    assert [given.key for given in GivenAnswer.objects.all()] == ["new"]


def test_joining_a_workspace_can_be_repeated(owner: Person, here: str) -> None:
    url = owner.post(f"{here}/invitations", {"role": "viewer"}).body["url"]
    path = f"invitations/{url.rsplit('/', 1)[1]}/accept"
    newcomer = make_person("Nora")
    answers = [newcomer.post(path, Idempotency_Key="k") for _ in range(2)]
    assert [(answer.status, answer.body["slug"]) for answer in answers] == [(200, "acme")] * 2


def test_what_waited_for_somebody_else_is_not_done_in_ones_own_name(
    editor: Person, owner: Person, here: str, workspace: Workspace
) -> None:
    meant = {"Idempotency_Key": "k", "X_Bifocal_Person": str(editor.user.pk)}
    assert owner.post(f"{here}/systems", {"name": "One"}, **meant).status == 401
    assert editor.post(f"{here}/systems", {"name": "One"}, **meant).status == 201
    with inside(workspace):
        assert System.objects.count() == 1
