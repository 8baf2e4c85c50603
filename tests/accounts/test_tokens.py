"""A token's life: shown once, kept as a digest, for one workspace, to read or write, until it ends."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from apps.accounts.access import Role
from apps.accounts.models import ApiToken, Membership, Workspace
from tests.factories.people import Caller, Person, inside, make_program


@pytest.fixture
def program(editor: Person, workspace: Workspace) -> Caller:
    """The editor's, with write access."""
    return make_program(editor, workspace, read_only=False)[0]


def _texts(caller: Caller) -> str:
    return caller.credentials["Authorization"].removeprefix("Bearer ")


def test_the_text_of_a_token_is_shown_once_and_works(editor: Person, here: str) -> None:
    made = editor.post(f"{here}/tokens", {"name": "robot", "access": "write"})
    assert made.status == 201
    text = made.body["token"]
    assert text.startswith("bifocal_")
    listed = editor.get(f"{here}/tokens").rows
    assert [(row["name"], row["access"], row["person"]) for row in listed] == [("robot", "write", "Edgar")]
    assert "token" not in listed[0]
    assert Caller(credentials={"Authorization": f"Bearer {text}"}).get(here).status == 200


def test_only_a_digest_of_it_is_kept(program: Caller) -> None:
    text, row = _texts(program), ApiToken.objects.values().get()
    assert text not in str(row)
    # What is kept of the text itself is its beginning, which finds the row.
    assert len(row["token_key"]) <= 25 < len(text)
    assert row["digest"] != text


def test_a_deed_of_a_program_names_person_and_token(program: Caller, editor: Person, there: str) -> None:
    program.patch(there, {"name": "Other"})
    assert editor.get(f"{there}/events").rows[0]["actor"] == "Edgar (token robot)"


def test_it_reads_unless_asked_for_more_and_holds_for_ninety_days(editor: Person, here: str) -> None:
    made = editor.post(f"{here}/tokens", {"name": "robot"}).body
    assert made["access"] == "read"
    days = ApiToken.objects.get().expiry - timezone.now()
    assert timedelta(days=89, hours=23) < days <= timedelta(days=90)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": ""},
        {"name": "a", "access": "all"},
        *({"name": "a", "expires_in_days": days} for days in (0, -1, 367, "long")),
    ],
)
def test_a_token_without_name_or_end_is_refused(body: dict[str, Any], editor: Person, here: str) -> None:
    assert editor.post(f"{here}/tokens", body).status == 400
    assert not ApiToken.objects.exists()


def test_an_expired_token_is_nobody(program: Caller, here: str) -> None:
    ApiToken.objects.update(expiry=timezone.now() - timedelta(seconds=1))
    answer = program.get(here)
    assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_a_revoked_token_is_nobody(program: Caller, editor: Person, here: str) -> None:
    identifier = editor.get(f"{here}/tokens").rows[0]["id"]
    assert editor.delete(f"{here}/tokens/{identifier}").status == 204
    assert program.get(here).status == 401


@pytest.mark.parametrize(
    "spoil", [lambda text: text[:-1], lambda text: text + "0", lambda text: text.upper(), lambda text: ""]
)
def test_nearly_the_text_is_nobody(spoil: Any, program: Caller, here: str) -> None:
    wrong = Caller(credentials={"Authorization": f"Bearer {spoil(_texts(program))}"})
    assert wrong.get(here).status == 401


def test_a_token_that_reads_may_do_nothing_else(editor: Person, here: str, there: str, workspace: Workspace) -> None:
    reader, token = make_program(editor, workspace, read_only=True)
    assert reader.get(there).status == 200
    for refused in (
        reader.patch(there, {"name": "Other"}),
        reader.post(f"{here}/tokens", {"name": "more", "access": "write"}),
        reader.delete(f"{here}/tokens/{token.id}"),
    ):
        assert refused.status == 403


def test_a_token_shows_its_own_workspace_only(editor: Person, elsewhere: Workspace, program: Caller, here: str) -> None:
    with inside(elsewhere):
        Membership.objects.create(workspace=elsewhere, user=editor.user, role=Role.OWNER)
    assert editor.get("workspaces/elsewhere").status == 200
    assert program.get("workspaces/elsewhere").status == 404
    assert [row["slug"] for row in program.get("me").body["workspaces"]] == ["acme"]
    assert [row["slug"] for row in program.get("workspaces").rows] == ["acme"]
    refused = program.post("workspaces", {"name": "Mine"})
    assert (refused.status, Workspace.objects.count()) == (403, 2)


def test_a_token_never_may_more_than_its_person(
    owner: Person, editor: Person, program: Caller, there: str, here: str
) -> None:
    assert program.patch(there, {"name": "Other"}).status == 200
    member = next(row for row in owner.get(f"{here}/members").rows if row["name"] == "Edgar")
    owner.patch(f"{here}/members/{member['id']}", {"role": "viewer"})
    assert program.patch(there, {"name": "Again"}).status == 403
    owner.delete(f"{here}/members/{member['id']}")
    assert program.get(there).status == 401
    assert not ApiToken.objects.exists()


def test_a_token_of_somebody_who_may_not_sign_in_is_nobody(program: Caller, editor: Person, here: str) -> None:
    editor.user.is_active = False
    editor.user.save()
    assert program.get(here).status == 401


def test_people_see_and_revoke_their_own_and_an_owner_everybodys(
    owner: Person, editor: Person, viewer: Person, program: Caller, here: str
) -> None:
    viewer.post(f"{here}/tokens", {"name": "mine"})
    assert [row["name"] for row in viewer.get(f"{here}/tokens").rows] == ["mine"]
    rows = {row["person"]: row["id"] for row in owner.get(f"{here}/tokens").rows}
    assert rows.keys() == {"Edgar", "Viktor"}
    assert viewer.delete(f"{here}/tokens/{rows['Edgar']}").status == 404
    assert owner.delete(f"{here}/tokens/{rows['Edgar']}").status == 204
    assert viewer.delete(f"{here}/tokens/{rows['Viktor']}").status == 204
    assert [row["verb"] for row in owner.get(f"{here}/events").rows[:2]] == ["token.revoked"] * 2


def test_no_event_holds_a_token(program: Caller, owner: Person, here: str) -> None:
    assert _texts(program) not in str(owner.get(f"{here}/events").body)
