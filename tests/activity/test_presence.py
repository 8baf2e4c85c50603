"""Who is here and where they look: who hears of it, what is refused, and that nothing of it stays."""

import json
from typing import Any

import pytest

from apps.accounts.models import Workspace
from apps.activity.consumers import MOST_MESSAGES_A_SECOND, STALL_SECONDS
from apps.activity.models import Event
from apps.activity.presence import message_of
from apps.systems.models import System
from tests.activity.listening import Socket, do, hear, listening
from tests.factories.people import Person, inside

pytestmark = pytest.mark.django_db(transaction=True)
SOMETHING = "0b0e7d35-7ab3-4f0c-9ac7-6c3bd0ecb1ac"


def here(system: System | None, place: str = "picture", following: Person | None = None) -> str:
    whom = str(following.user.pk) if following else None
    return json.dumps({"type": "here", "system": str(system.pk) if system else None, "place": place, "following": whom})


def look(**changes: Any) -> str:
    said = {"type": "look", "diagram": SOMETHING, "pointer": [1, 2.5], "selected": [SOMETHING], "view": [0, 0, 8, 6]}
    return json.dumps(said | changes)


def test_everybody_in_the_workspace_hears_who_is_here_and_nobody_elsewhere(
    viewer: Person, editor: Person, stranger: Person, system: System, workspace: Workspace
) -> None:
    async def story() -> None:
        async with (
            listening(viewer, "acme") as vera,
            listening(editor, "acme") as edgar,
            listening(stranger, "elsewhere") as away,
        ):
            await vera.say(here(system, "findings"))
            told = await edgar.told("here")
            assert (told["person"], told["name"], told["place"]) == (str(viewer.user.pk), "Viktor", "findings")
            assert (told["system"], told["following"]) == (str(system.pk), None)
            assert "workspace" not in told
            await vera.leave()
            assert (await edgar.told("gone"))["tab"] == told["tab"]
            assert await away.is_silent()

    with inside(workspace):
        before = Event.objects.count()
    hear(story())
    with inside(workspace):
        assert Event.objects.count() == before  # Nothing of it is a deed.


def test_who_comes_later_is_told_who_is_here_already(viewer: Person, editor: Person, system: System) -> None:
    async def story() -> None:
        async with listening(viewer, "acme") as vera, listening(editor, "acme") as edgar:
            await vera.say(here(system))
            await edgar.told("here")
            late = Socket(editor, "acme")
            assert await late.open()
            (told,) = (await late.told("ready"))["people"]
            assert (told["name"], told["place"]) == ("Viktor", "picture")
            assert 0 <= told["age"] < 10
            await late.leave()

    hear(story())


def test_cursors_go_to_the_others_at_that_system_and_the_view_to_followers_alone(
    viewer: Person, editor: Person, reviewer: Person, owner: Person, system: System
) -> None:
    async def story() -> None:
        async with (
            listening(viewer, "acme") as vera,
            listening(viewer, "acme") as her_other_tab,
            listening(editor, "acme") as follower,
            listening(reviewer, "acme") as beside,
            listening(owner, "acme") as elsewhere,
        ):
            await elsewhere.say(here(None, "catalogue"))
            for socket, following in ((follower, viewer), (beside, None), (her_other_tab, None), (vera, None)):
                await socket.say(here(system, following=following))
            # The carrier keeps the order, so whoever has heard of her last place knows all places before it.
            while (await follower.told("here"))["person"] != str(viewer.user.pk):
                pass
            await vera.say(look())
            (seen,) = (await follower.told("looks"))["looks"]
            assert (seen["pointer"], seen["selected"], seen["view"]) == ([1, 2.5], [SOMETHING], [0, 0, 8, 6])
            assert (seen["person"], seen["system"]) == (str(viewer.user.pk), str(system.pk))
            assert [one["view"] for one in (await beside.told("looks"))["looks"]] == [None]
            for socket in (elsewhere, her_other_tab):
                await socket.say('{"type": "ping"}')
                assert "looks" not in await _kinds_until_pong(socket)

    hear(story())


async def _kinds_until_pong(socket: Socket) -> set[str]:
    kinds: set[str] = set()
    while "pong" not in kinds:
        kinds.add(json.loads((await socket.connection.receive_output(10))["text"])["type"])
    return kinds


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "Expecting value"),
        ("[]", "$.type"),
        ('{"type": ["here"]}', "$.type"),
        ('{"type": "event"}', "$.type"),
        ('{"type": "ping", "extra": 1}', "extra"),
        ('{"type": "ping", "type": "ping"}', "stands twice"),
        ('{"type": "here", "system": null, "place": "<b>"}', "$"),
        ('{"type": "here", "system": null, "place": "<b>", "following": null}', "$.place"),
        ('{"type": "here", "system": "1", "place": "", "following": null}', "$.system"),
        (look(pointer=[1]), "$.pointer"),
        (look(pointer=[1, 1e9]), "$.pointer[1]"),
        (look(pointer=[1, float("nan")]), "NaN"),
        (look(selected=[SOMETHING] * 51), "$.selected"),
        (look(selected=[f"{SOMETHING}\n"]), "$.selected[0]"),
        (look(view="all"), "$.view"),
        ("[" * 30_000, "nest"),
    ],
    ids=str,
)
def test_what_is_no_message_is_refused_with_its_place(text: str, place: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as refused:
        message_of(text)
    assert place in str(refused.value)
    assert len(str(refused.value)) < 400


def test_a_wrong_message_is_answered_and_reaches_nobody(
    viewer: Person, editor: Person, system: System, workspace: Workspace
) -> None:
    foreign = json.dumps({"type": "here", "system": SOMETHING, "place": "picture", "following": None})

    async def story() -> None:
        async with listening(viewer, "acme") as vera, listening(editor, "acme") as edgar:
            await edgar.say(here(system))
            for text, place in ((foreign, "$.system"), (look(), "at which system"), ("{", "not understood")):
                await vera.say(text)
                assert place in (await vera.told("error"))["detail"]
            assert await edgar.is_silent()

    hear(story())


def test_who_is_removed_is_gone_from_the_list_and_says_nothing_more(
    owner: Person, viewer: Person, editor: Person, system: System
) -> None:
    def remove() -> None:
        members = "/api/v1/workspaces/acme/members"
        row = next(row for row in owner.get(members).rows if row["name"] == "Viktor")
        assert owner.delete(f"{members}/{row['id']}").status == 204

    async def story() -> None:
        async with listening(viewer, "acme") as vera, listening(editor, "acme") as edgar:
            await vera.say(here(system))
            tab = (await edgar.told("here"))["tab"]
            await do(remove)
            assert await vera.closed() == 4404
            assert (await edgar.told("gone"))["tab"] == tab
            await vera.say(here(system))
            assert await edgar.is_silent()

    hear(story())


def test_a_line_that_stalls_may_bring_some_at_once_and_a_flood_closes_the_socket(
    viewer: Person, system: System
) -> None:
    async def story() -> None:
        async with listening(viewer, "acme") as socket:
            await socket.say(here(system))
            for _ in range(MOST_MESSAGES_A_SECOND * STALL_SECONDS - 1):
                await socket.say(look())
            await socket.say(look())
            assert await socket.closed() == 4408

    hear(story())
