"""Comments: on anything of a system, answered one level deep, resolved as a thread, with mentions by member."""

import re
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from apps.accounts.access import Role
from apps.accounts.models import Membership, User, Workspace
from apps.activity.models import Comment, Event, Mention
from apps.assets.models import Asset, Loss
from apps.catalog.knowledge import Catalogue
from apps.systems.models import Assumption, Boundary, Diagram, Element, Flow, System
from tests.factories.findings import make_finding
from tests.factories.people import Answer, Person, inside, make_person, make_program
from tests.factories.systems import make, make_system

NOBODY = "00000000-0000-4000-8000-000000000000"  # Names of tests have to be the same in every process.

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) @{{7*7}} '; DROP TABLE x; -- \u202e"


@pytest.fixture
def element(system: System) -> Any:
    return make(Element, system)


@pytest.fixture
def said(there: str) -> str:
    return f"{there}/comments"


def say(person: Person, said: str, about: Any, text: str = "Why?", **more: Any) -> Answer:
    return person.post(said, {"object_type": about._meta.model_name, "object": str(about.pk), "text": text, **more})


def member(person: Person, workspace: Workspace) -> str:
    with inside(workspace):
        return str(Membership.objects.get(user=person.user).pk)


def verbs(system: System) -> list[str]:
    with inside(system.workspace):
        events = Event.objects.filter(system=system.pk, verb__startswith="comment.").order_by("sequence")
        return [event.verb.removeprefix("comment.") for event in events]


@pytest.mark.parametrize("model", [Element, Flow, Boundary, Diagram, Asset, Loss, Assumption])
def test_every_part_can_be_talked_about(model: Any, said: str, system: System, reviewer: Person) -> None:
    part = make(model, system)
    assert say(reviewer, said, part).status == 201
    (row,) = reviewer.get(said, {"object": str(part.pk)}).rows
    assert (row["object_type"], row["object"]) == (model._meta.model_name, str(part.pk))
    assert (row["object_name"], row["author"], row["is_mine"]) == (str(part), "Rita", True)


def test_so_can_a_finding_and_the_system_itself(
    said: str, system: System, reviewer: Person, catalogue: Catalogue
) -> None:
    for about in (make_finding(system), system):
        assert say(reviewer, said, about).status == 201


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("object_type", "workspace"),
        ("object_type", "flow"),
        ("object", NOBODY),
        ("object", "seven"),
        ("text", ""),
        ("text", " \n "),
        ("text", "x" * 5_001),
        ("text", "a\0b"),
        ("parent", NOBODY),
        ("mentions", [NOBODY]),
        ("mentions", ["seven"]),
        ("mentions", [NOBODY] * 51),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(
    field: str, value: Any, said: str, element: Any, system: System, reviewer: Person
) -> None:
    answer = reviewer.post(said, {"object_type": "element", "object": str(element.pk), "text": "Why?", field: value})
    assert answer.status == 400
    named = "object" if value == "flow" else field
    assert [re.split(r"\W", name)[0] for name in answer.body["errors"]] == [named]
    assert verbs(system) == []


def test_the_objects_of_another_system_cannot_be_talked_about_here(
    said: str, workspace: Workspace, elsewhere: Workspace, reviewer: Person
) -> None:
    for system in (make_system(workspace, "Other"), make_system(elsewhere)):
        for about in (system, make(Element, system)):
            assert list(say(reviewer, said, about).body["errors"]) == ["object"]


def test_hostile_text_is_kept_and_given_back_as_it_is(said: str, element: Any, reviewer: Person) -> None:
    assert say(reviewer, said, element, HOSTILE).body["text"] == HOSTILE
    assert reviewer.get(said).rows[0]["text"] == HOSTILE


def test_an_id_that_a_client_has_minted_is_kept_and_can_be_had_once(
    said: str, element: Any, system: System, elsewhere: Workspace, reviewer: Person, stranger: Person
) -> None:
    first = say(reviewer, said, element, id=NOBODY)
    # Whoever says the very same once more, as after an answer that was lost, has said it once.
    assert first.id == NOBODY == say(reviewer, said, element, id=NOBODY).id
    # Neither here nor, as it would be the same row, in another workspace.
    far = make_system(elsewhere)
    theirs = f"/api/v1/workspaces/{elsewhere.slug}/systems/{far.pk}/comments"
    for person, where, about in ((reviewer, said, element), (stranger, theirs, far)):
        answer = say(person, where, about, "Again.", id=NOBODY)
        assert (answer.status, list(answer.body["errors"])) == (400, ["id"])
    assert [row["text"] for row in reviewer.get(said).rows] == ["Why?"]
    assert verbs(system) == ["created"]


def test_an_answer_answers_the_first_of_a_thread_on_the_same_thing(
    said: str, element: Any, system: System, reviewer: Person, editor: Person
) -> None:
    first = say(reviewer, said, element)
    answer = say(editor, said, element, "So.", parent=first.id)
    assert (answer.status, answer.body["parent"]) == (201, first.id)
    assert list(say(editor, said, element, parent=answer.id).body["errors"]) == ["parent"]
    assert list(say(editor, said, make(Element, system), parent=first.id).body["errors"]) == ["parent"]


def test_a_thread_is_resolved_and_reopened_by_anybody_who_may_comment(
    said: str, element: Any, system: System, reviewer: Person, editor: Person
) -> None:
    first = say(reviewer, said, element)
    answer = say(reviewer, said, element, "So.", parent=first.id)
    say(reviewer, said, element, "And this?")
    for _ in range(2):  # The second time does nothing.
        assert editor.post(f"{said}/{first.id}/resolve").body["resolved_by"] == "Edgar"
    assert [row["text"] for row in editor.get(f"{said}?resolved=true").rows] == ["Why?", "So."]
    assert [row["text"] for row in editor.get(f"{said}?resolved=false").rows] == ["And this?"]
    assert editor.post(f"{said}/{answer.id}/resolve").status == 409
    opened = reviewer.post(f"{said}/{first.id}/reopen").body
    assert (opened["resolved_at"], opened["resolved_by"]) == (None, "")
    assert verbs(system) == ["created"] * 3 + ["resolved", "reopened"]


def test_open_threads_are_counted_by_thing_without_answers_and_without_what_is_resolved(
    said: str, element: Any, system: System, reviewer: Person, workspace: Workspace
) -> None:
    flow = make(Flow, system)
    first = say(reviewer, said, element)
    say(reviewer, said, element, "So.", parent=first.id)
    say(reviewer, said, element, "And this?")
    done = say(reviewer, said, flow)
    other = make_system(workspace, "Other")
    assert say(reviewer, said.replace(str(system.pk), str(other.pk)), make(Element, other)).status == 201
    rows = [(row["object_type"], row["object"], row["open"]) for row in reviewer.get(f"{said}/counts").body]
    assert sorted(rows) == [("element", str(element.pk), 2), ("flow", str(flow.pk), 1)]
    reviewer.post(f"{said}/{done.id}/resolve")
    assert [row["open"] for row in reviewer.get(f"{said}/counts").body] == [2]


def test_counting_takes_as_many_queries_for_one_thing_as_for_many(
    said: str, element: Any, system: System, reviewer: Person, django_assert_num_queries: Any
) -> None:
    for things in (1, 12):
        for _ in range(things):
            say(reviewer, said, make(Element, system))
        with django_assert_num_queries(5):  # Session, person, membership, system and the counts.
            assert len(reviewer.get(f"{said}/counts").body) >= things


@pytest.mark.parametrize("query", ["object=seven", "resolved=perhaps", "object="])
def test_a_filter_that_says_nothing_is_refused(query: str, said: str, reviewer: Person) -> None:
    answer = reviewer.get(f"{said}?{query}")
    assert (answer.status, list(answer.body["errors"])) == (400, [query.split("=")[0]])


def test_ones_own_comment_can_be_edited_and_deleted_and_nobody_elses(
    said: str, element: Any, reviewer: Person, owner: Person, workspace: Workspace
) -> None:
    mine = f"{said}/{say(reviewer, said, element).id}"
    assert owner.patch(mine, {"text": "Mine now."}).status == owner.delete(mine).status == 403
    program, _ = make_program(reviewer, workspace, read_only=True)
    assert program.patch(mine, {"text": "By a program."}).status == program.delete(mine).status == 403
    edited = reviewer.patch(mine, {"text": "Why not?", "version": 1}).body
    assert (edited["text"], edited["version"]) == ("Why not?", 2)
    assert edited["edited_at"]
    assert reviewer.patch(mine, {"text": "From an old page.", "version": 1}).status == 409
    assert reviewer.delete(mine).status == 204
    assert reviewer.get(said).rows == []


def test_who_may_no_longer_comment_may_not_change_what_they_said(
    said: str, element: Any, reviewer: Person, workspace: Workspace
) -> None:
    mine = f"{said}/{say(reviewer, said, element).id}"
    with inside(workspace):
        Membership.objects.filter(user=reviewer.user).update(role=Role.VIEWER)
    assert reviewer.patch(mine, {"text": "?"}).status == reviewer.delete(mine).status == 403


def test_what_was_answered_stays(said: str, element: Any, reviewer: Person, editor: Person) -> None:
    first = say(reviewer, said, element)
    answer = say(editor, said, element, "So.", parent=first.id)
    assert reviewer.delete(f"{said}/{first.id}").status == 409
    assert editor.delete(f"{said}/{answer.id}").status == 204
    assert reviewer.delete(f"{said}/{first.id}").status == 204


def test_the_record_says_what_it_was_about_and_no_more_than_how_it_begins(
    said: str, element: Any, system: System, reviewer: Person
) -> None:
    one = say(reviewer, said, element, "x" * 79 + "yz").id
    reviewer.patch(f"{said}/{one}", {"text": "Short."})
    about = {"object_type": "element", "object": str(element.pk), "name": "Refund agent"}
    with inside(system.workspace):
        events = Event.objects.filter(object_id=one).order_by("sequence")
        assert [event.changes for event in events] == [{**about, "text": "x" * 79 + "y"}, {**about, "text": "Short."}]


def test_who_is_mentioned_finds_it_until_they_have_read_it(
    said: str, here: str, element: Any, system: System, reviewer: Person, viewer: Person, workspace: Workspace
) -> None:
    say(reviewer, said, element, "@Viktor, look.", mentions=[member(viewer, workspace)])
    (row,) = viewer.get(f"{here}/mentions?unread=true").rows
    assert (row["author"], row["text"], row["object_name"]) == ("Rita", "@Viktor, look.", "Refund agent")
    assert (row["system"], row["object"]) == (str(system.pk), str(element.pk))
    read = f"{here}/mentions/{row['id']}/read"
    assert reviewer.post(read).status == 404
    program, _ = make_program(viewer, workspace, read_only=True)
    assert program.post(read).status == 403
    assert viewer.post(read).body["read_at"]
    assert viewer.get(f"{here}/mentions?unread=true").rows == []
    assert len(viewer.get(f"{here}/mentions").rows) == 1
    assert reviewer.get(f"{here}/mentions").rows == []


def test_a_mention_outlives_another_name_and_the_edit_of_its_text(
    said: str, element: Any, reviewer: Person, viewer: Person, editor: Person, here: str, workspace: Workspace
) -> None:
    viktor, edgar = member(viewer, workspace), member(editor, workspace)
    mine = f"{said}/{say(reviewer, said, element, '@Viktor?', mentions=[viktor]).id}"
    User.objects.filter(pk=viewer.user.pk).update(name="Victoria")
    viewer.post(f"{here}/mentions/{viewer.get(f'{here}/mentions').rows[0]['id']}/read")
    edited = reviewer.patch(mine, {"text": "@Viktor? @Edgar?", "mentions": [viktor, edgar]}).body
    assert sorted((row["written"], row["name"]) for row in edited["mentions"]) == [
        ("Edgar", "Edgar"),
        ("Viktor", "Victoria"),
    ]
    assert viewer.get(f"{here}/mentions?unread=true").rows == []
    assert [row["name"] for row in reviewer.patch(mine, {"text": "Edgar?"}).body["mentions"]]
    assert reviewer.patch(mine, {"text": "?", "mentions": []}).body["mentions"] == []
    assert editor.get(f"{here}/mentions").rows == []


def test_only_members_can_be_mentioned(
    said: str, element: Any, reviewer: Person, stranger: Person, elsewhere: Workspace, workspace: Workspace
) -> None:
    gone = make_person("Gone", workspace, Role.VIEWER)
    for identifier in (member(stranger, elsewhere), member(gone, workspace)):
        with inside(workspace):
            Membership.objects.filter(user=gone.user).delete()
        answer = say(reviewer, said, element, mentions=[identifier])
        assert answer.body["errors"]["mentions"] == [f"There is no member {identifier} in this workspace."]


def test_what_was_said_comes_back_with_the_thing_and_goes_with_the_system(
    said: str, there: str, element: Any, editor: Person, workspace: Workspace
) -> None:
    say(editor, said, element)
    editor.delete(f"{there}/elements/{element.pk}")
    assert list(say(editor, said, element).body["errors"]) == ["object"]
    assert len(editor.get(said).rows) == 1
    editor.delete(there)
    with inside(workspace):
        assert not Comment.objects.exists()
        assert not Mention.objects.exists()


@pytest.mark.parametrize("wrong", [{"text": ""}, {"resolved_at": timezone.now()}])
def test_the_database_keeps_comments_in_shape(wrong: dict[str, Any], said: str, element: Any, editor: Person) -> None:
    first = say(editor, said, element)
    answer = say(editor, said, element, "So.", parent=first.id)
    with pytest.raises(IntegrityError), transaction.atomic(), inside(element.workspace):
        Comment.objects.filter(pk=answer.id).update(**wrong)
