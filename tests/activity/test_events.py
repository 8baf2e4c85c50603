"""What happened, over HTTP: newest first, or what came since a number; also of what is gone."""

from uuid import uuid4

import pytest

from apps.accounts.models import Workspace
from tests.factories.people import Person
from tests.factories.systems import make_system


@pytest.fixture
def six(editor: Person, there: str) -> str:
    """The path of a system's events, of which there are six."""
    for number in range(2, 7):
        editor.patch(there, {"name": f"Name {number}"})
    return f"{there}/events"


def _numbers(person: Person, path: str) -> list[int]:
    return [row["sequence"] for row in person.get(path).rows]


def test_without_a_number_they_come_newest_first(six: str, viewer: Person) -> None:
    assert _numbers(viewer, six) == [6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize(
    ("since", "numbers"), [("0", [1, 2, 3, 4, 5, 6]), ("4", [5, 6]), ("6", []), ("007", []), ("9" * 18, [])]
)
def test_since_a_number_they_come_oldest_first(since: str, numbers: list[int], six: str, viewer: Person) -> None:
    assert _numbers(viewer, f"{six}?since={since}") == numbers


@pytest.mark.parametrize("since", ["", "-1", "1.5", "one", "²", "9" * 19, "1 OR 1=1"])
def test_since_what_is_no_number_is_refused(since: str, six: str, viewer: Person) -> None:
    answer = viewer.get(f"{six}?since={since}")
    assert (answer.status, list(answer.body["errors"])) == (400, ["since"])


def test_who_missed_many_follows_the_pages(six: str, viewer: Person) -> None:
    first = viewer.get(f"{six}?since=1&page_size=2").body
    assert [row["sequence"] for row in first["results"]] == [2, 3]
    assert _numbers(viewer, first["next"]) == [4, 5]


def test_an_event_says_who_did_what_to_what_and_when(editor: Person, there: str) -> None:
    made = editor.post(f"{there}/elements", {"name": "Clerk", "kind": "agent"})
    (row,) = editor.get(f"{there}/events?since=1").rows
    assert row == {
        "id": row["id"],
        "sequence": 2,
        "system": there.rsplit("/", 1)[1],
        "actor": "Edgar",
        "verb": "element.created",
        "object_type": "element",
        "object_id": made.id,
        "changes": {"name": "Clerk"},
        "at": row["at"],
    }


def test_the_deeds_of_a_workspace_are_not_those_of_its_systems(
    owner: Person, editor: Person, here: str, six: str
) -> None:
    owner.post(f"{here}/invitations", {"role": "viewer"})
    assert [(row["verb"], row["system"]) for row in owner.get(f"{here}/events").rows] == [("invitation.created", None)]


def test_the_events_of_a_deleted_system_stay(six: str, editor: Person, viewer: Person, here: str, there: str) -> None:
    assert editor.delete(there).status == 204
    assert viewer.get(there).status == 404
    assert _numbers(viewer, f"{six}?since=0") == [1, 2, 3, 4, 5, 6]
    latest = viewer.get(f"{here}/events").rows[0]
    assert (latest["verb"], latest["object_id"]) == ("system.deleted", there.rsplit("/", 1)[1])
    assert latest["changes"] == {"name": "Name 6"}


def test_a_system_that_never_was_has_none(viewer: Person, here: str) -> None:
    for system in (uuid4(), "first"):
        assert viewer.get(f"{here}/systems/{system}/events").status == 404


def test_a_system_of_another_workspace_has_none_here(viewer: Person, here: str, elsewhere: Workspace) -> None:
    assert viewer.get(f"{here}/systems/{make_system(elsewhere).pk}/events").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nobody_writes_or_mends_the_record(method: str, six: str, owner: Person) -> None:
    assert owner.send(method, six, {}, {}).status == 405
    identifier = owner.get(six).rows[0]["id"]
    assert owner.send(method, f"{six}/{identifier}", {}, {}).status == 404
