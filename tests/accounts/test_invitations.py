"""An invitation's life: made by an owner, shown once, used once, by whom it is for, while it holds."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from apps.accounts.models import Invitation, Membership, Workspace
from apps.accounts.services import INVITATION_DAYS
from apps.activity.models import Event
from tests.at_once import at_once
from tests.factories.people import Answer, Person, inside, make_person, make_program


def _invite(owner: Person, here: str, role: str = "reviewer", email: str = "") -> str:
    """The path of a new invitation in the API."""
    answer = owner.post(f"{here}/invitations", {"role": role, "email": email})
    assert answer.status == 201
    return f"invitations/{answer.body['url'].rsplit('/', 1)[1]}"


def _role_of(person: Person, workspace: Workspace) -> str | None:
    with inside(workspace):
        role: str | None = Membership.objects.filter(user=person.user).values_list("role", flat=True).first()
    return role


@pytest.fixture
def newcomer(db: None) -> Person:
    return make_person("Nora")


def test_who_holds_the_link_sees_where_it_leads_and_who_made_it(owner: Person, newcomer: Person, here: str) -> None:
    shown = newcomer.get(_invite(owner, here))
    assert shown.body == {"workspace": "Acme", "role": "reviewer", "invited_by": "Olga"}


def test_the_link_is_the_browser_apps_and_shown_once(owner: Person, here: str) -> None:
    made = owner.post(f"{here}/invitations", {"role": "viewer"}).body
    assert made["url"].startswith("http://testserver/invite/")
    assert "url" not in owner.get(f"{here}/invitations").rows[0]
    secret = made["url"].rsplit("/", 1)[1]
    assert len(secret) >= 43
    assert secret not in str(Invitation._meta.base_manager.values())


def test_accepting_makes_a_member_with_its_role_and_an_event(
    owner: Person, newcomer: Person, here: str, workspace: Workspace
) -> None:
    joined = newcomer.post(f"{_invite(owner, here)}/accept")
    assert (joined.status, joined.body) == (200, {"slug": "acme", "name": "Acme"})
    assert _role_of(newcomer, workspace) == "reviewer"
    assert newcomer.get(here).body["role"] == "reviewer"
    latest = owner.get(f"{here}/events").rows[0]
    assert (latest["verb"], latest["actor"]) == ("member.joined", "Nora")
    assert latest["changes"] == {"role": "reviewer", "member": "Nora"}


def test_it_lets_one_person_in(owner: Person, newcomer: Person, here: str, workspace: Workspace) -> None:
    path, late = _invite(owner, here), make_person("Lars")
    assert newcomer.post(f"{path}/accept").status == 200
    for answer in (late.get(path), late.post(f"{path}/accept"), newcomer.post(f"{path}/accept")):
        assert answer.status == 404
        assert "Ask for a new link" in answer.body["detail"]
    assert _role_of(late, workspace) is None
    assert owner.get(f"{here}/invitations").rows == []


def test_it_holds_for_fourteen_days(owner: Person, newcomer: Person, here: str, workspace: Workspace) -> None:
    path = _invite(owner, here)
    with inside(workspace):
        left = Invitation.objects.get().expires_at - timezone.now()
        assert timedelta(days=INVITATION_DAYS, minutes=-1) < left <= timedelta(days=INVITATION_DAYS)
        Invitation.objects.update(expires_at=timezone.now() + timedelta(minutes=1))
        assert newcomer.get(path).status == 200
        Invitation.objects.update(expires_at=timezone.now())
    assert [newcomer.get(path).status, newcomer.post(f"{path}/accept").status] == [404, 404]
    assert _role_of(newcomer, workspace) is None


def test_revoked_it_lets_nobody_in(owner: Person, newcomer: Person, here: str, workspace: Workspace) -> None:
    path = _invite(owner, here)
    identifier = owner.get(f"{here}/invitations").rows[0]["id"]
    assert owner.delete(f"{here}/invitations/{identifier}").status == 204
    assert newcomer.post(f"{path}/accept").status == 404
    assert _role_of(newcomer, workspace) is None
    assert owner.get(f"{here}/events").rows[0]["verb"] == "invitation.revoked"


def test_one_for_an_address_lets_only_that_address_in(
    owner: Person, newcomer: Person, here: str, workspace: Workspace
) -> None:
    path, other = _invite(owner, here, email="Nora@Example.com"), make_person("Lars")
    refused = other.post(f"{path}/accept")
    assert refused.status == 403
    assert "Nora@Example.com" in refused.body["detail"]
    assert _role_of(other, workspace) is None
    assert newcomer.post(f"{path}/accept").status == 200


def test_who_is_a_member_already_keeps_their_role_and_the_link_stays_for_somebody_else(
    owner: Person, viewer: Person, newcomer: Person, here: str, workspace: Workspace
) -> None:
    path = _invite(owner, here, role="owner")
    events = len(owner.get(f"{here}/events").rows)
    assert viewer.post(f"{path}/accept").status == 200
    assert _role_of(viewer, workspace) == "viewer"
    assert len(owner.get(f"{here}/events").rows) == events
    assert newcomer.post(f"{path}/accept").status == 200
    assert _role_of(newcomer, workspace) == "owner"


def test_a_program_cannot_join(owner: Person, here: str, stranger: Person, elsewhere: Workspace) -> None:
    program, _ = make_program(stranger, elsewhere, read_only=False)
    answer = program.post(f"{_invite(owner, here)}/accept")
    assert (answer.status, "Sign in" in answer.body["detail"]) == (403, True)


@pytest.mark.parametrize("body", [{}, {"role": "king"}, {"role": "viewer", "email": "nobody"}])
def test_what_is_no_role_or_no_address_is_refused(body: dict[str, str], owner: Person, here: str) -> None:
    assert owner.post(f"{here}/invitations", body).status == 400
    assert owner.get(f"{here}/invitations").rows == []


@pytest.mark.django_db(transaction=True)
def test_of_many_who_use_one_link_at_once_exactly_one_gets_in(owner: Person, here: str, workspace: Workspace) -> None:
    path = _invite(owner, here)
    people = [make_person(f"Guest{number}") for number in range(6)]
    for person in people:
        person.cookie()
    answers: list[Answer] = at_once([partial(person.post, f"{path}/accept") for person in people])
    assert sorted(answer.status for answer in answers) == [200] + [404] * 5
    with inside(workspace):
        assert Membership.objects.count() == 2
        assert Event.objects.filter(verb="member.joined").count() == 1
