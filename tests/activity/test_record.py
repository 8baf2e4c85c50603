"""The record: numbered without gaps however many write at once, and written together with the deed or not at all."""

from functools import partial
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from apps.accounts.access import Actor
from apps.accounts.models import Workspace
from apps.activity.models import Event, Stream
from apps.activity.services import record
from apps.systems.models import System
from tests.at_once import at_once
from tests.factories.people import Person, inside
from tests.factories.systems import make_system

WRITERS, DEEDS = 6, 5


def _do(workspace: Workspace, system: UUID | None, times: int = DEEDS) -> list[int]:
    """Several deeds, each in a transaction of its own; the numbers they got."""
    numbers = []
    for _ in range(times):
        with transaction.atomic(), inside(workspace):
            numbers.append(record(Actor.product(workspace), "thing.done", workspace, system=system).sequence)
    return numbers


def _numbers(workspace: Workspace, system: UUID | None) -> list[int]:
    with inside(workspace):
        return list(Event.objects.filter(system=system).order_by("sequence").values_list("sequence", flat=True))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("system", [None, uuid4()], ids=["of the workspace", "of a system"])
def test_the_numbers_have_no_gaps_though_many_write_at_once_and_first(
    system: UUID | None, workspace: Workspace
) -> None:
    """Nobody has written in this stream before, so they also race for making its counter."""
    given = at_once([partial(_do, workspace, system)] * WRITERS)
    assert sorted(number for numbers in given for number in numbers) == list(range(1, WRITERS * DEEDS + 1))
    assert _numbers(workspace, system) == list(range(1, WRITERS * DEEDS + 1))
    assert all(numbers == sorted(numbers) for numbers in given)


@pytest.mark.django_db(transaction=True)
def test_writers_in_different_streams_do_not_wait_for_each_other(
    on_postgresql: None, workspace: Workspace, elsewhere: Workspace
) -> None:
    one, other = uuid4(), uuid4()
    with transaction.atomic(), inside(workspace):
        record(Actor.product(workspace), "thing.done", workspace, system=one)
        # While that transaction is open, its stream is locked, and its alone.
        places = [(workspace, other), (workspace, None), (elsewhere, None)]
        assert at_once([partial(_do, place, stream, 1) for place, stream in places]) == [[1], [1], [1]]


def test_systems_and_the_workspace_count_apart(workspace: Workspace) -> None:
    one, other = (make_system(workspace, name).pk for name in ("one", "other"))
    assert _do(workspace, one) == [2, 3, 4, 5, 6]
    assert _do(workspace, other, 1) == [2]
    assert _do(workspace, None, 2) == [1, 2]


def test_a_deed_that_is_undone_leaves_neither_event_nor_gap(workspace: Workspace) -> None:
    for is_undone in (False, True, False):
        with transaction.atomic(), inside(workspace):
            record(Actor.product(workspace), "thing.done", workspace)
            transaction.set_rollback(is_undone)
    assert _numbers(workspace, None) == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_a_deed_outside_a_transaction_is_refused(workspace: Workspace) -> None:
    with inside(workspace), pytest.raises(RuntimeError, match="transaction"):
        record(Actor.product(workspace), "thing.done", workspace)
    assert _numbers(workspace, None) == []


def test_what_the_product_does_by_itself_is_in_its_own_name(system: System, workspace: Workspace) -> None:
    with inside(workspace):
        event = Event.objects.get(system=system.pk)
        assert (event.actor, event.actor_label, event.verb) == (None, "Bifocal", "system.created")


def test_another_workspace_with_the_same_system_id_has_a_stream_of_its_own(
    workspace: Workspace, elsewhere: Workspace
) -> None:
    system = uuid4()
    assert _do(workspace, system, 2) == [1, 2]
    assert _do(elsewhere, system, 1) == [1]
    assert Stream._meta.base_manager.count() == 2


def test_many_deeds_of_one_request_are_numbered_in_their_order(editor: Person, there: str) -> None:
    for name in ("a", "b", "c"):
        editor.patch(there, {"name": name})
    rows = editor.get(f"{there}/events?since=1").rows
    assert [(row["sequence"], row["changes"]["name"][1]) for row in rows] == [(2, "a"), (3, "b"), (4, "c")]
