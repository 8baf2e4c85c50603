"""Who may call what: every endpoint has a stranger, and every role gets what the table says."""

import pytest
from django.db import transaction

from apps.accounts.access import TABLE, Role
from apps.accounts.models import Membership, Workspace
from apps.activity.models import Event
from apps.core.models import GivenAnswer
from tests.factories.endpoints import DEEDS, ENDPOINTS, OF_A_WORKSPACE, PERSONAL, WITHOUT_EVENT, WRITES, Endpoint
from tests.factories.people import Caller, Person, inside, make_program
from tests.factories.world import World, make_world

of_a_workspace = pytest.mark.parametrize("endpoint", OF_A_WORKSPACE, ids=str)
decided_by_role = pytest.mark.parametrize(
    "endpoint", [endpoint for endpoint in OF_A_WORKSPACE if endpoint.key not in PERSONAL], ids=str
)
writes = pytest.mark.parametrize("endpoint", WRITES, ids=str)


def test_every_endpoint_stands_in_the_table_or_is_nobodys_but_the_callers() -> None:
    known = DEEDS.keys() | PERSONAL
    reads = {endpoint.key for endpoint in OF_A_WORKSPACE if endpoint.method == "get"}
    assert [str(endpoint) for endpoint in ENDPOINTS if endpoint.key not in known | reads] == []


def test_the_table_names_no_endpoint_that_is_gone() -> None:
    assert (DEEDS.keys() | PERSONAL) - {endpoint.key for endpoint in ENDPOINTS} == set()


@of_a_workspace
def test_a_stranger_finds_nothing(endpoint: Endpoint, world: World, stranger: Person) -> None:
    answer = endpoint.call(stranger, world)
    assert answer.status == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


@of_a_workspace
def test_the_objects_of_another_workspace_are_not_below_ones_own(endpoint: Endpoint, world: World) -> None:
    if "<str:" not in endpoint.path:
        pytest.skip("The path names nothing but the workspace.")
    other = make_world("other")
    foreign = endpoint.path.replace("<slug:workspace>", other.workspace.slug)
    answer = Endpoint(endpoint.route, endpoint.method, foreign).call(other.people[Role.OWNER], world)
    assert answer.status == 404


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=str)
def test_who_is_not_signed_in_is_told_to_sign_in(endpoint: Endpoint, world: World, anonymous: Caller) -> None:
    answer = endpoint.call(anonymous, world)
    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@decided_by_role
def test_every_role_may_what_the_table_says(endpoint: Endpoint, world: World) -> None:
    for role in Role:
        before = _events(world)
        with transaction.atomic():
            answer = endpoint.call(world.people[role], world)
            events = _events(world)
            transaction.set_rollback(True)
        expected = endpoint.status if endpoint.action in TABLE[role] else 403
        assert answer.status == expected, f"{role}: {answer.body}"
        assert answer.status != 403 or events == before


@decided_by_role
def test_a_token_that_only_reads_may_not_write(endpoint: Endpoint, world: World) -> None:
    program, _ = make_program(world.people[Role.OWNER], world.workspace, read_only=True)
    answer = endpoint.call(program, world)
    if endpoint.method == "get" and endpoint.route != "invitation-list":
        assert answer.status == endpoint.status
    else:
        assert answer.status == 403
        assert "Use a token with write access" in answer.body["detail"]


@of_a_workspace
def test_a_token_of_another_workspace_finds_nothing(endpoint: Endpoint, world: World, elsewhere: Workspace) -> None:
    """Its person is a member of both."""
    person = world.people[Role.OWNER]
    with inside(elsewhere):
        Membership.objects.create(workspace=elsewhere, user=person.user, role=Role.OWNER)
    program, _ = make_program(person, elsewhere, read_only=False)
    assert endpoint.call(program, world).status == 404


@writes
def test_every_deed_leaves_exactly_one_event(endpoint: Endpoint, world: World) -> None:
    before = _events(world)
    owner = world.people[Role.OWNER]
    assert endpoint.call(owner, world).status == endpoint.status
    added = _events(world) - before
    assert len(added) == (0 if endpoint.key in WITHOUT_EVENT else 1)
    with inside(world.workspace):
        assert {event.actor_label for event in Event.objects.filter(pk__in=added)} <= {owner.user.name}


@writes
def test_a_repeat_with_the_same_key_gets_the_first_answer_and_does_nothing(endpoint: Endpoint, world: World) -> None:
    owner = world.people[Role.OWNER]
    first = endpoint.call(owner, world, Idempotency_Key="once")
    events = _events(world)
    again = endpoint.call(owner, world, Idempotency_Key="once")
    assert first.status == again.status == endpoint.status
    assert {**(again.body or {}), **_SECRETS} == {**(first.body or {}), **_SECRETS}
    assert again.headers["Idempotent-Replay"] == "true"
    assert _events(world) == events
    assert GivenAnswer.objects.count() == 1


_SECRETS = {"token": "shown once", "url": "shown once"}


def _events(world: World) -> set[object]:
    with inside(world.workspace):
        return set(Event.objects.values_list("pk", flat=True))
