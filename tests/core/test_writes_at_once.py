"""Writes of many people at once, each on a connection of its own: in one field exactly one wins, and none is lost."""

from functools import partial

import pytest
from django.db import transaction

from apps.accounts.access import Role
from apps.accounts.models import Workspace
from apps.activity.models import Event
from apps.catalog.knowledge import Catalogue
from apps.systems.models import Element, System
from apps.threats.models import Finding
from apps.threats.services import edit_finding
from apps.threats.suggesting import take_over
from tests.at_once import after_waiting, at_once
from tests.factories.people import Answer, Person, inside, make_person, make_program
from tests.factories.systems import make
from tests.threats.proposals import proposal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def element(there: str, system: System) -> str:
    """The address of an agent."""
    return f"{there}/elements/{make(Element, system, kind='agent').pk}"


def _team(workspace: Workspace, count: int) -> list[Person]:
    team = [make_person(f"Editor{number}", workspace, Role.EDITOR) for number in range(count)]
    for person in team:
        person.cookie()
    return team


def test_of_many_who_change_one_field_at_once_exactly_one_wins(workspace: Workspace, element: str, there: str) -> None:
    team = _team(workspace, 8)
    names = [person.user.name for person in team]
    deeds = [partial(person.patch, element, {"name": person.user.name, "version": 1}) for person in team]
    answers: list[Answer] = at_once(deeds)
    assert sorted(answer.status for answer in answers) == [200] + [409] * 7
    winner = next(name for name, answer in zip(names, answers, strict=True) if answer.status == 200)
    now = team[0].get(element).body
    assert (now["name"], now["version"]) == (winner, 2)
    told = [answer.body["conflicts"][0] for answer in answers if answer.status == 409]
    assert {(conflict["theirs"], conflict["by"]) for conflict in told} == {(winner, winner)}
    with inside(workspace):
        assert Event.objects.filter(verb="element.changed").count() == 1


def test_many_who_change_a_field_each_at_once_all_win(workspace: Workspace, element: str) -> None:
    team = _team(workspace, 6)
    values: list[dict[str, object]] = [
        {"name": "Clerk"},
        {"description": "Pays back"},
        {"tags": ["money"]},
        {"attributes": {"autonomy": "suggest"}},
        {"attributes": {"untrusted_content": True}},
        {"attributes": {"monitored": False}},
    ]
    deeds = [
        partial(person.patch, element, {**value, "version": 1}) for person, value in zip(team, values, strict=True)
    ]
    assert [answer.status for answer in at_once(deeds)] == [200] * 6
    now = team[0].get(element).body
    assert (now["name"], now["description"], now["tags"], now["version"]) == ("Clerk", "Pays back", ["money"], 7)
    assert now["attributes"] == {"autonomy": "suggest", "untrusted_content": True, "monitored": False}


def test_an_object_that_is_deleted_while_an_edit_waits_for_it_is_not_there(
    on_postgresql: None, workspace: Workspace, editor: Person, element: str, system: System
) -> None:
    editor.cookie()
    with inside(workspace):
        answer = after_waiting(
            lambda: editor.patch(element, {"name": "Too late"}),
            hold=lambda: System.objects.select_for_update().get(pk=system.pk),
            meanwhile=lambda: Element.objects.filter(system=system).delete(),
        )
    assert (answer.status, answer.body["title"]) == (404, "Not Found")


def test_a_run_does_not_overwrite_what_a_person_is_writing_at_the_same_time(
    on_postgresql: None, workspace: Workspace, editor: Person, system: System, catalogue: Catalogue
) -> None:
    suggested = proposal("planted-instructions", make(Element, system))
    actor = editor.actor_in(workspace)

    def run() -> None:
        with inside(workspace), transaction.atomic():
            take_over(actor, system, [suggested], [])

    run()
    with inside(workspace):
        after_waiting(
            run,
            hold=lambda: edit_finding(actor, Finding.objects.get(), {"title": "In our words"}, seen=None),
            meanwhile=lambda: None,
        )
        assert Finding.objects.get().title == "In our words"


def test_many_repeats_at_once_are_one_deed(owner: Person, workspace: Workspace, here: str) -> None:
    programs = [make_program(owner, workspace, read_only=False)[0] for _ in range(6)]
    deeds = [partial(program.post, f"{here}/systems", {"name": "Once"}, Idempotency_Key="k") for program in programs]
    answers = at_once(deeds)
    assert {answer.status for answer in answers} == {201}
    assert len({answer.id for answer in answers}) == 1
    assert sum(answer.headers.get("Idempotent-Replay") == "true" for answer in answers) == 5
    with inside(workspace):
        assert System.objects.count() == 1
        assert Event.objects.filter(verb="system.created").count() == 1
