"""Who may sign up: everybody where the operator says so, and always whoever follows an invitation that holds."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from apps.accounts.access import Role
from apps.accounts.models import Invitation, Membership, User, Workspace
from apps.accounts.services import accept_invitation, invite
from apps.activity.models import Event
from tests.factories.people import Person, inside, make_person

NORA = "nora@example.com"
PASSWORD = "ten-thousand-quiet-owls"


@pytest.fixture(autouse=True)
def passwords_are_hashed_fast(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def is_closed(settings: Any) -> None:
    settings.ALLOW_SIGNUP = False


@pytest.fixture
def is_open(settings: Any) -> None:
    settings.ALLOW_SIGNUP = True


@pytest.fixture
def secret(owner: Person, workspace: Workspace) -> str:
    """Of an invitation that holds."""
    with inside(workspace):
        return invite(owner.actor_in(workspace), role=Role.REVIEWER)[1]


def _sign_up(destination: str = "", email: str = NORA) -> Any:
    """What the form answers to somebody who came from `destination`."""
    form = {"email": email, "password1": PASSWORD, "password2": PASSWORD, "next": destination}
    return Client().post("/accounts/signup/", form)


def _workspaces_of(email: str) -> list[tuple[str, str]]:
    rows = Membership.objects.with_scopes_disabled().filter(user__email=email)
    return list(rows.values_list("workspace__name", "role"))


def test_where_it_is_open_a_newcomer_gets_a_workspace_of_their_own(db: None, is_open: None) -> None:
    assert _sign_up().status_code == 302
    assert _workspaces_of(NORA) == [("nora's workspace", "owner")]
    with inside(Workspace.objects.get()):
        assert [(event.verb, event.actor_label) for event in Event.objects.all()] == [("workspace.created", "nora")]


def test_where_it_is_closed_a_stranger_finds_no_form_and_cannot_send_one(db: None, is_closed: None) -> None:
    shown = Client().get("/accounts/signup/")
    assert b"password1" not in shown.content
    assert _sign_up().status_code == 200
    assert not User.objects.exists()


def test_an_invitation_that_holds_opens_it_and_leads_back_to_itself(
    secret: str, workspace: Workspace, is_closed: None
) -> None:
    page = f"/invite/{secret}"
    assert b"password1" in Client().get(f"/accounts/signup/?next={page}").content
    answer = _sign_up(page)
    assert (answer.status_code, answer["Location"]) == (302, page)
    assert _workspaces_of(NORA) == []
    accept_invitation(User.objects.get(email=NORA), secret)
    assert _workspaces_of(NORA) == [("Acme", "reviewer")]


def test_who_is_invited_gets_no_workspace_of_their_own_where_it_is_open_either(secret: str, is_open: None) -> None:
    _sign_up(f"/invite/{secret}")
    assert User.objects.filter(email=NORA).exists()
    assert _workspaces_of(NORA) == []


def _use_it(secret: str) -> None:
    accept_invitation(make_person("Ulla").user, secret)


def _let_it_expire(secret: str) -> None:
    Invitation.objects.with_scopes_disabled().update(expires_at=timezone.now() - timedelta(seconds=1))


def _revoke_it(secret: str) -> None:
    Invitation.objects.with_scopes_disabled().all().delete()


SPOILT = pytest.mark.parametrize("spoil", [_use_it, _let_it_expire, _revoke_it])


@SPOILT
def test_an_invitation_that_holds_no_more_opens_nothing(spoil: Any, secret: str, is_closed: None) -> None:
    spoil(secret)
    page = f"/invite/{secret}"
    assert b"password1" not in Client().get(f"/accounts/signup/?next={page}").content
    _sign_up(page)
    assert not User.objects.filter(email=NORA).exists()


@SPOILT
def test_with_an_invitation_that_holds_no_more_a_newcomer_is_one_like_any_other(
    spoil: Any, secret: str, is_open: None
) -> None:
    spoil(secret)
    _sign_up(f"/invite/{secret}")
    assert _workspaces_of(NORA) == [("nora's workspace", "owner")]


@pytest.mark.parametrize(
    "page",
    [
        "/invite/",
        "/invite/made-up",
        "/invite/../",
        "//invite/SECRET",
        "/systems",
        "https://evil.example/invite/SECRET",
        "/INVITE/SECRET",
    ],
)
def test_an_address_that_only_looks_like_an_invitation_opens_nothing(page: str, secret: str, is_closed: None) -> None:
    _sign_up(page.replace("SECRET", secret))
    assert not User.objects.filter(email=NORA).exists()


@pytest.mark.parametrize("page", ["https://evil.example/invite/x", "//evil.example/", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(page: str, db: None, is_open: None) -> None:
    assert _sign_up(page)["Location"] == "/"


def test_two_of_one_name_get_a_workspace_each(db: None, is_open: None) -> None:
    for email in ("kim@one.example", "kim@two.example"):
        _sign_up(email=email)
    slugs = list(Workspace.objects.order_by("created_at").values_list("slug", flat=True))
    assert slugs[0] == "kims-workspace"
    assert slugs[1].startswith("kims-workspace-")


def test_an_address_signs_up_once_however_it_is_written(db: None, is_open: None) -> None:
    for email in (NORA, NORA.upper()):
        _sign_up(email=email)
    assert User.objects.count() == 1


def test_a_weak_password_is_refused(db: None, is_open: None) -> None:
    for weak in ("short", "1234567890123", "password123", NORA):
        Client().post("/accounts/signup/", {"email": NORA, "password1": weak, "password2": weak})
    assert not User.objects.exists()
