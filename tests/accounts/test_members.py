"""The people of a workspace: their roles change, they come and go, and an owner always stays."""

from functools import partial

import pytest

from apps.accounts.access import Role
from apps.accounts.models import Membership, Workspace
from apps.accounts.services import create_workspace
from tests.at_once import at_once
from tests.factories.people import Answer, Person, inside, make_person, make_program


def _path(owner: Person, here: str, name: str) -> str:
    row = next(row for row in owner.get(f"{here}/members").rows if row["name"] == name)
    return f"{here}/members/{row['id']}"


def test_everybody_sees_who_is_here_and_which_is_themselves(owner: Person, viewer: Person, here: str) -> None:
    rows = viewer.get(f"{here}/members").rows
    assert {(row["name"], row["email"], row["role"], row["is_me"]) for row in rows} == {
        ("Olga", "olga@example.com", "owner", False),
        ("Viktor", "viktor@example.com", "viewer", True),
    }


def test_a_new_role_holds_at_once_and_is_recorded(owner: Person, viewer: Person, here: str, there: str) -> None:
    assert viewer.patch(there, {"name": "Other"}).status == 403
    changed = owner.patch(_path(owner, here, "Viktor"), {"role": "editor"})
    assert (changed.status, changed.body["role"]) == (200, "editor")
    assert viewer.patch(there, {"name": "Other"}).status == 200
    latest = owner.get(f"{here}/events").rows[0]
    assert (latest["verb"], latest["changes"]) == (
        "member.role_changed",
        {"role": ["viewer", "editor"], "member": "Viktor"},
    )


@pytest.mark.parametrize("role", ["king", "", None, "Owner"])
def test_what_is_no_role_is_refused(role: str | None, owner: Person, viewer: Person, here: str) -> None:
    path = _path(owner, here, "Viktor")
    assert owner.patch(path, {"role": role}).status == 400
    assert owner.patch(path, {}).status == 400


@pytest.mark.parametrize("role", ["editor", "reviewer", "viewer"])
def test_the_last_owner_cannot_take_a_lower_role(role: str, owner: Person, editor: Person, here: str) -> None:
    refused = owner.patch(_path(owner, here, "Olga"), {"role": role})
    assert refused.status == 409
    assert "Make somebody else an owner first" in refused.body["detail"]
    assert owner.patch(_path(owner, here, "Olga"), {"role": "owner"}).status == 200


def test_the_last_owner_cannot_leave(owner: Person, editor: Person, here: str) -> None:
    assert owner.delete(_path(owner, here, "Olga")).status == 409
    assert owner.get(here).status == 200


def test_one_of_two_owners_may_go(owner: Person, editor: Person, here: str) -> None:
    owner.patch(_path(owner, here, "Edgar"), {"role": "owner"})
    assert owner.delete(_path(owner, here, "Olga")).status == 204
    assert owner.get(here).status == 404
    assert editor.delete(_path(editor, here, "Edgar")).status == 409


def test_anybody_may_leave_but_not_take_others_with_them(
    owner: Person, editor: Person, viewer: Person, here: str
) -> None:
    assert viewer.delete(_path(owner, here, "Edgar")).status == 403
    assert viewer.delete(_path(owner, here, "Viktor")).status == 204
    assert viewer.get(here).status == 404
    latest = owner.get(f"{here}/events").rows[0]
    assert (latest["verb"], latest["actor"], latest["changes"]) == ("member.removed", "Viktor", {"member": "Viktor"})


def test_a_program_that_reads_cannot_make_its_person_leave(viewer: Person, here: str, workspace: Workspace) -> None:
    reader, _ = make_program(viewer, workspace, read_only=True)
    assert reader.delete(_path(viewer, here, "Viktor")).status == 403


def test_what_somebody_did_stays_when_they_go(owner: Person, editor: Person, here: str, there: str) -> None:
    editor.patch(there, {"name": "Other"})
    owner.delete(_path(owner, here, "Edgar"))
    editor.user.delete()
    assert owner.get(f"{there}/events").rows[0]["actor"] == "Edgar"


def test_who_may_not_sign_in_any_more_is_out(editor: Person, here: str) -> None:
    assert editor.get(here).status == 200
    editor.user.is_active = False
    editor.user.save()
    assert editor.get(here).status == 401


def test_a_workspace_is_named_by_its_owner_and_keeps_its_address(owner: Person, editor: Person, here: str) -> None:
    assert owner.patch(here, {"name": "Acme & Sons", "slug": "sons"}).body["slug"] == "acme"
    assert editor.get(here).body["name"] == "Acme & Sons"
    assert owner.get(f"{here}/events").rows[0]["changes"] == {"name": ["Acme", "Acme & Sons"]}


def test_i_see_my_workspaces_by_name_with_what_i_may_there(owner: Person, viewer: Person, elsewhere: Workspace) -> None:
    made = viewer.post("workspaces", {"name": "Zoo"})
    assert (made.status, made.body["role"]) == (201, "owner")
    me = viewer.get("me").body
    assert (me["email"], me["name"]) == ("viktor@example.com", "Viktor")
    assert [(row["slug"], row["role"]) for row in me["workspaces"]] == [("acme", "viewer"), ("zoo", "owner")]
    assert me["workspaces"][0]["may"] == ["create_token", "view"]
    assert "manage_members" in me["workspaces"][1]["may"]
    assert [row["slug"] for row in viewer.get("workspaces").rows] == ["acme", "zoo"]


@pytest.mark.parametrize(
    ("name", "slug"), [("Ärzte GmbH", "arzte-gmbh"), ("株式会社", "workspace"), ("x" * 120, "x" * 50)]
)
def test_a_workspace_gets_an_address_whatever_it_is_called(name: str, slug: str, stranger: Person) -> None:
    assert stranger.post("workspaces", {"name": name}).body["slug"] == slug


@pytest.mark.django_db(transaction=True)
def test_of_two_owners_who_demote_each_other_at_once_one_stays(
    owner: Person, editor: Person, here: str, workspace: Workspace
) -> None:
    olga, edgar = _path(owner, here, "Olga"), _path(owner, here, "Edgar")
    owner.patch(edgar, {"role": "owner"})
    editor.cookie()
    answers: list[Answer] = at_once([partial(owner.patch, edgar, {"role": "viewer"}), partial(editor.delete, olga)])
    # Who comes second is no owner any more, or the last one, or gone.
    assert sum(answer.status in (200, 204) for answer in answers) == 1
    with inside(workspace):
        assert Membership.objects.filter(role=Role.OWNER).count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_who_name_a_workspace_alike_at_once_get_one_each() -> None:
    people = [make_person(f"Kim{number}").user for number in range(6)]
    made = at_once([partial(create_workspace, person, name="Kim's workspace") for person in people])
    assert len({workspace.slug for workspace in made}) == 6
