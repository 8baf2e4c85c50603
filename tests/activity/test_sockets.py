"""The live feed: who may listen, what they hear, and how soon somebody who is shut out hears no more."""

from functools import partial
from time import sleep

import pytest
from django.db import connection, transaction

from apps.accounts.access import Actor
from apps.accounts.models import Membership, User, Workspace
from apps.activity.consumers import (
    LARGEST_FRAME,
    MOST_MESSAGES_A_SECOND,
    MOST_SOCKETS_A_PERSON,
    RECHECK_SECONDS,
    STALL_SECONDS,
    open_sockets,
)
from apps.activity.feed import LARGEST_MAILBOX, feed
from apps.activity.services import record
from apps.analysis.tasks import suggest_findings
from apps.catalog.knowledge import Catalogue
from apps.core import live
from apps.systems.models import Element, System
from tests.activity.listening import Socket, do, elsewhere, hear, listening
from tests.factories.findings import make_run
from tests.factories.people import Person, inside, make_program
from tests.factories.systems import make

pytestmark = pytest.mark.django_db(transaction=True)


def test_who_may_listen_is_asked_at_the_door(viewer: Person, stranger: Person, editor: Person) -> None:
    async def story() -> None:
        for origin in (None, "https://evil.example", "null", "http://testserver.evil.example"):
            assert not await Socket(viewer, "acme", origin).open(), origin
        for person, slug, code in ((None, "acme", 4401), (stranger, "acme", 4404), (viewer, "nowhere", 4404)):
            socket = Socket(person, slug)
            await socket.open()
            assert await socket.closed() == code
        async with listening(viewer, "acme"):
            pass

    hear(story())
    assert open_sockets[str(viewer.user.pk)] == 0


def test_a_token_opens_no_socket(viewer: Person, workspace: Workspace) -> None:
    """Programs ask with `?since=`; a socket is for a browser, whose origin is checked."""
    program, _ = make_program(viewer, workspace, read_only=True)

    async def story() -> None:
        socket = Socket(None, "acme")
        socket.headers.append((b"authorization", program.credentials["Authorization"].encode()))
        await socket.open()
        assert await socket.closed() == 4401

    hear(story())


def test_everybody_here_hears_of_a_deed_and_nobody_elsewhere(
    editor: Person, viewer: Person, stranger: Person, there: str
) -> None:
    async def story() -> None:
        async with (
            listening(viewer, "acme") as here,
            listening(editor, "acme") as doer,
            listening(stranger, "elsewhere") as away,
        ):
            await do(editor.patch, there, {"name": "Other"})
            for socket in (here, doer):
                event = (await socket.told("event"))["event"]
                assert (event["verb"], event["actor"], event["sequence"]) == ("system.changed", "Edgar", 2)
                assert event["changes"] == {"name": ["Refund desk", "Other"]}
            assert await away.is_silent()

    hear(story())
    shown = viewer.get(f"{there}/events").rows[0]
    assert shown["verb"] == "system.changed"


def test_events_come_once_each_and_in_order_and_are_those_of_the_api(
    editor: Person, viewer: Person, here: str, there: str
) -> None:
    def work() -> None:
        for number in range(5):
            editor.patch(there, {"name": f"Name {number}"})
        editor.post(f"{here}/tokens", {"name": "robot"})

    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            await do(work)
            events = [(await socket.told("event"))["event"] for _ in range(6)]
            assert await socket.is_silent()
        of_the_system = [event for event in events if event["system"]]
        assert [event["sequence"] for event in of_the_system] == [2, 3, 4, 5, 6]
        assert of_the_system == (await do(viewer.get, f"{there}/events?since=1")).rows
        assert [event["verb"] for event in events if not event["system"]] == ["token.created"]

    hear(story())


def test_what_happened_before_is_not_told_again_and_a_new_system_from_its_first_event(
    editor: Person, viewer: Person, here: str, there: str
) -> None:
    editor.patch(there, {"name": "Before"})

    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            made = await do(editor.post, f"{here}/systems", {"name": "New"})
            event = (await socket.told("event"))["event"]
            assert (event["verb"], event["system"], event["sequence"]) == ("system.created", made.id, 1)

    hear(story())


def test_a_deed_that_is_undone_is_not_told(workspace: Workspace, viewer: Person) -> None:
    def undone() -> None:
        with transaction.atomic(), inside(workspace):
            record(Actor.product(workspace), "thing.done", workspace)
            transaction.set_rollback(True)

    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            await do(undone)
            assert await socket.is_silent()

    hear(story())


def test_a_deed_is_told_when_it_is_done_however_long_that_takes(workspace: Workspace, viewer: Person) -> None:
    def slow() -> None:
        with transaction.atomic(), inside(workspace):
            record(Actor.product(workspace), "thing.done", workspace)
            sleep(0.3)

    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            await elsewhere(slow)
            assert (await socket.told("event"))["event"]["verb"] == "thing.done"

    hear(story())


def test_a_run_tells_how_far_it_is_and_that_it_ended(
    viewer: Person, system: System, catalogue: Catalogue, there: str
) -> None:
    make(Element, system, kind="tool")
    run = str(make_run(system).pk)

    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            # What is said as progress may be lost before the feed has begun to hear, unlike events.
            await do(viewer.post, f"{there.rsplit('/systems', 1)[0]}/tokens", {"name": "first"})
            await socket.told("event")
            await do(suggest_findings, run)
            first = await socket.told("progress")
            assert (first["run"], first["system"], first["state"]) == (run, str(system.pk), "running")
            assert first["done"] <= first["total"]
            assert "workspace" not in first
            while (last := await socket.told("progress"))["state"] == "running":
                pass
            assert last["state"] == "done"

    hear(story())


def _remove(owner: Person, here: str, name: str) -> None:
    row = next(row for row in owner.get(f"{here}/members").rows if row["name"] == name)
    assert owner.delete(f"{here}/members/{row['id']}").status == 204


def test_who_is_removed_or_may_not_sign_in_is_out_within_two_seconds(
    owner: Person, editor: Person, viewer: Person, reviewer: Person, here: str, there: str
) -> None:
    async def story() -> None:
        async with (
            listening(viewer, "acme") as removed,
            listening(reviewer, "acme") as barred,
            listening(editor, "acme") as stays,
        ):
            await do(_remove, owner, here, "Viktor")
            await do(lambda: User.objects.filter(pk=reviewer.user.pk).update(is_active=False))
            assert await removed.closed() == 4404
            assert await barred.closed() == 4404
            await do(editor.patch, there, {"name": "Secret"})
            await stays.told("event")
            assert await removed.is_silent()
            assert await barred.is_silent()

    hear(story())
    assert RECHECK_SECONDS < 2  # How long a busy machine takes on top of it is no matter of the code.


def test_signing_out_closes_the_sockets_of_that_browser_and_no_others(
    viewer: Person, editor: Person, workspace: Workspace
) -> None:
    async def story() -> None:
        async with listening(viewer, "acme") as left, listening(editor, "acme") as stays:
            await do(viewer.client.logout)
            assert await left.closed() == 1013
            again = Socket(None, "acme")
            assert await again.open()
            assert await again.closed() == 4401
            await stays.say('{"type": "ping"}')
            assert await stays.told("pong")

    hear(story())


def test_a_heartbeat_is_answered_and_too_much_is_not(viewer: Person, workspace: Workspace) -> None:
    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            await socket.say('{"type": "ping"}')
            assert await socket.told("pong")
        for too_much in (b"\0", "x" * (LARGEST_FRAME + 1)):
            async with listening(viewer, "acme") as socket:
                await socket.say(too_much)
                assert await socket.closed() == 4408
        async with listening(viewer, "acme") as socket:
            for _ in range(MOST_MESSAGES_A_SECOND * STALL_SECONDS + 1):
                await socket.say("ping")
            assert await socket.closed() == 4408

    hear(story())


def test_a_person_may_have_ten_sockets_and_those_that_are_left_do_not_count(viewer: Person, editor: Person) -> None:
    async def story() -> None:
        sockets = [Socket(viewer, "acme") for _ in range(MOST_SOCKETS_A_PERSON)]
        for socket in sockets:
            assert await socket.open()
            await socket.told("ready")
        one_more = Socket(viewer, "acme")
        await one_more.open()
        assert await one_more.closed() == 4408
        await one_more.leave()
        async with listening(editor, "acme"):
            pass
        await sockets.pop().leave()
        async with listening(viewer, "acme"):
            pass
        for socket in sockets:
            await socket.leave()

    hear(story())
    assert open_sockets[str(viewer.user.pk)] == 0
    assert not feed.mailboxes


def test_a_socket_that_cannot_keep_up_is_closed_so_that_its_browser_asks_anew(
    viewer: Person, workspace: Workspace
) -> None:
    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            (mailbox,) = feed.mailboxes[str(workspace.pk)]
            # No await in between, so the socket has no chance to send any of them.
            for number in range(LARGEST_MAILBOX + 1):
                feed._post(str(workspace.pk), [{"type": "progress", "done": number}])
            assert mailbox.qsize() == LARGEST_MAILBOX + 1
            assert await socket.closed() == 1013

    hear(story())


def test_what_happened_while_nothing_could_be_heard_is_told_once_it_can(
    editor: Person, viewer: Person, there: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            await do(editor.patch, there, {"name": "Heard"})
            await socket.told("event")
            with monkeypatch.context() as patch:
                patch.setattr(live, "publish_now", lambda payload: None)  # The carrier is away.
                await do(editor.patch, there, {"name": "Unheard"})
            assert await socket.is_silent()
            await feed._deliver(live.HEARING)
            assert (await socket.told("event"))["event"]["changes"]["name"] == ["Heard", "Unheard"]

    hear(story())


def test_sockets_outlive_a_restart_of_the_database(
    on_postgresql: None, editor: Person, viewer: Person, there: str
) -> None:
    def cut_all_other_connections() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    def remove_without_a_word() -> None:
        """So that nothing but looking again can tell."""
        Membership.objects.with_scopes_disabled().filter(user=viewer.user).delete()

    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            await elsewhere(cut_all_other_connections)
            await elsewhere(partial(editor.patch, there, {"name": "Other"}))
            assert (await socket.told("event"))["event"]["verb"] == "system.changed"
            await elsewhere(cut_all_other_connections)
            await elsewhere(remove_without_a_word)
            assert await socket.closed() == 4404

    hear(story())
    connection.close()  # The test's own connection has been cut too.


def test_while_nobody_can_say_who_is_a_member_sockets_are_closed_to_come_back(
    viewer: Person, workspace: Workspace
) -> None:
    def rename(before: str, after: str) -> None:
        with connection.schema_editor() as editor:
            editor.alter_db_table(Membership, before, after)

    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            await do(rename, "accounts_membership", "away")
            try:
                assert await socket.closed() == 1013
            finally:
                await do(rename, "away", "accounts_membership")

    hear(story())
