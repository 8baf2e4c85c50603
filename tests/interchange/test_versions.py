"""Versions: a model kept under a name, what differs from it now, and the way back."""

from typing import Any

import pytest
from django.utils import timezone

from apps.accounts.models import Workspace
from apps.activity.models import Event
from apps.assets.models import Asset
from apps.core.errors import Invalid
from apps.interchange import versions
from apps.interchange.versions import PAUSE, keep_what_rests
from apps.systems.models import Boundary, Diagram, Element, Flow, Placement, System
from tests.factories.people import Person, inside
from tests.factories.systems import make, unused_id

pytestmark = [pytest.mark.django_db, pytest.mark.core]


@pytest.fixture
def drawn(editor: Person, there: str, system: System) -> dict[str, str]:
    """Two boundaries, two elements, a flow, an asset, on a diagram; by name."""
    outer = make(Boundary, system, name="Office")
    inner = make(Boundary, system, name="Server room", parent=outer, trust="restricted")
    agent = make(Element, system, name="Agent", kind="agent", boundary=inner, attributes={"autonomy": "suggest"})
    store = make(Element, system, name="Store", kind="datastore", boundary=outer)
    flow = make(Flow, system, name="reads", source=store, target=agent)
    asset = make(Asset, system, name="Records", held_by=[str(store.pk)])
    diagram = make(Diagram, system, title="All of it")
    boxes = [{"element": str(row.pk), "x": 10, "y": 20, "width": 100, "height": 50} for row in (agent, store)]
    boxes.append({"boundary": str(inner.pk), "x": 0, "y": 0, "width": 300, "height": 200})
    body = {"placements": boxes, "flows": [{"flow": str(flow.pk), "bends": [[5, 5]]}]}
    assert editor.post(f"{there}/diagrams/{diagram.pk}/placements", body).status == 200
    rows = {"outer": outer, "inner": inner, "agent": agent, "store": store, "flow": flow, "asset": asset}
    return {name: str(row.pk) for name, row in rows.items()} | {"diagram": str(diagram.pk)}


def keep(editor: Person, there: str, name: str = "Signed off") -> str:
    kept = editor.post(f"{there}/versions", {"name": name, "note": "By the board."})
    assert kept.status == 201
    return kept.id


def change_much(editor: Person, there: str, drawn: dict[str, str]) -> None:
    agent = f"{there}/elements/{drawn['agent']}"
    assert editor.patch(agent, {"name": "Bot", "attributes": {"autonomy": None, "monitored": True}}).status == 200
    assert editor.patch(agent, {"boundary": drawn["outer"]}).status == 200
    assert editor.delete(f"{there}/elements/{drawn['store']}").status == 204
    assert editor.delete(f"{there}/boundaries/{drawn['inner']}").status == 204
    assert editor.post(f"{there}/elements", {"name": "New", "kind": "tool"}).status == 201
    assert editor.patch(there, {"purpose": "Another"}).status == 200


def compared(editor: Person, there: str, version: str, **query: str) -> dict[tuple[str, str], dict[str, Any]]:
    rows = editor.get(f"{there}/versions/{version}/compare", query).body["differences"]
    return {(row["deed"], row["name"]): row["fields"] for row in rows}


def test_a_model_that_rests_is_kept_by_itself_and_only_once(
    editor: Person, there: str, drawn: dict[str, str], system: System
) -> None:
    now = timezone.now()
    assert keep_what_rests(now) == 0
    later = now + PAUSE
    assert keep_what_rests(later) == 1
    assert keep_what_rests(later) == 0
    [kept] = editor.get(f"{there}/versions").rows
    assert (kept["name"], kept["saved_by"], kept["revision"]) == ("", "", editor.get(there).body["revision"])
    change_much(editor, there, drawn)
    assert ("gone", "Store") in compared(editor, there, kept["id"])
    assert keep_what_rests(timezone.now() + PAUSE) == 1
    assert editor.post(f"{there}/versions/{kept['id']}/restore").status == 200
    assert compared(editor, there, kept["id"]) == {}
    assert editor.get(f"{there}/versions").rows[0]["name"].startswith("Before going back to revision ")


def test_changing_the_system_itself_is_no_rest_either(
    editor: Person, there: str, drawn: dict[str, str], system: System
) -> None:
    assert keep_what_rests(timezone.now() + 2 * PAUSE) == 1
    with inside(system.workspace):
        System.objects.update(changed_at=timezone.now() - 2 * PAUSE)
    assert editor.patch(there, {"purpose": "Another"}).status == 200
    assert keep_what_rests(timezone.now()) == 0
    assert keep_what_rests(timezone.now() + PAUSE) == 1


def test_a_model_that_no_file_can_hold_keeps_nobody_else_waiting(
    editor: Person, there: str, drawn: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Any) -> str:
        raise Invalid({"": ["Too large."]})

    with monkeypatch.context() as patched:
        patched.setattr(versions, "kept_text", refused)
        assert keep_what_rests(timezone.now() + PAUSE) == 0
    assert keep_what_rests(timezone.now() + PAUSE) == 0
    assert editor.patch(there, {"purpose": "Another"}).status == 200
    assert keep_what_rests(timezone.now() + PAUSE) == 1


def test_what_is_kept_by_itself_takes_no_room_from_names_and_only_the_last_stay(
    editor: Person, there: str, drawn: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "MOST", 1)
    monkeypatch.setattr(versions, "MOST_UNNAMED", 2)
    for purpose in "abc":
        assert editor.patch(there, {"purpose": purpose}).status == 200
        assert keep_what_rests(timezone.now() + PAUSE) == 1
    kept = [row["revision"] for row in editor.get(f"{there}/versions").rows]
    assert kept == [editor.get(there).body["revision"], kept[0] - 1]
    keep(editor, there)
    assert editor.post(f"{there}/versions", {"name": "One more"}).status == 409
    assert editor.post(f"{there}/versions", {"name": ""}).status == 400


def test_nothing_differs_from_a_version_until_something_is_changed(
    editor: Person, there: str, drawn: dict[str, str]
) -> None:
    assert compared(editor, there, keep(editor, there)) == {}


def test_what_was_added_changed_and_is_gone_is_told_field_by_field(
    editor: Person, there: str, system: System, drawn: dict[str, str]
) -> None:
    version = keep(editor, there)
    change_much(editor, there, drawn)
    found = compared(editor, there, version)
    assert found["changed", "Bot"] == {
        "name": ["Agent", "Bot"],
        "boundary": ["Server room", "Office"],
        "attributes.autonomy": ["suggest", None],
        "attributes.monitored": [None, True],
    }
    assert found["changed", system.name] == {"purpose": [system.purpose, "Another"]}
    assert {("added", "New"), ("gone", "Store"), ("gone", "reads"), ("gone", "Server room")} <= found.keys()
    assert found["changed", "All of it"] == {"arrangement": [None, None]}
    later = keep(editor, there, "Later")
    assert compared(editor, there, version, **{"with": later}) == found
    assert compared(editor, there, later) == {}


def test_the_drawing_shows_each_with_its_letter(editor: Person, there: str, drawn: dict[str, str]) -> None:
    version = keep(editor, there)
    change_much(editor, there, drawn)
    picture = editor.get(f"{there}/versions/{version}/drawing", {"diagram": drawn["diagram"], "revision": 2}).body
    assert all(f">{text}<" in picture for text in ("Bot", "Store", "C", "G"))
    assert editor.get(f"{there}/versions/{version}/drawing", {"diagram": drawn["agent"]}).status == 404


def test_the_drawing_is_dark_and_german_for_who_asks_for_it(editor: Person, there: str, drawn: dict[str, str]) -> None:
    version = keep(editor, there)
    change_much(editor, there, drawn)
    path = f"{there}/versions/{version}/drawing"
    light = editor.get(path, {"diagram": drawn["diagram"]}).body
    dark = editor.get(path, {"diagram": drawn["diagram"], "look": "dark"}).body
    assert ('"#1c1917"' in light, '"#1c1917"' in dark) == (True, False)
    german = editor.get(path, {"diagram": drawn["diagram"]}, Accept_Language="de").body
    assert (">G<" in german, ">E<" in german, ">C<" in german) == (True, True, False)


def test_every_diagram_of_either_state_can_be_drawn_without_what_only_left_it(
    editor: Person, there: str, drawn: dict[str, str]
) -> None:
    version = keep(editor, there)
    path = f"{there}/changes"
    second = str(unused_id())
    operations = [
        {"op": "create", "type": "diagram", "id": second, "values": {"title": "Close", "position": 1}},
        {"op": "place", "diagram": drawn["diagram"], "gone": [drawn["agent"]]},
    ]
    assert editor.post(path, {"operations": operations}).status == 200
    asked = editor.get(f"{there}/versions/{version}/compare").body
    assert [row["title"] for row in asked["diagrams"]] == ["Overview", "All of it", "Close"]
    here = f"{there}/versions/{version}/drawing"
    assert ">Agent<" not in editor.get(here, {"diagram": drawn["diagram"]}).body
    assert editor.get(here, {"diagram": second}).status == 200


def test_going_back_brings_everything_back_as_it_was_in_one_deed(
    editor: Person, there: str, system: System, workspace: Workspace, drawn: dict[str, str]
) -> None:
    before = editor.get(f"{there}/export").body
    version = keep(editor, there)
    change_much(editor, there, drawn)
    with inside(workspace):
        events = Event.objects.filter(system=system.pk).count()
    assert editor.post(f"{there}/versions/{version}/restore").status == 200
    after = editor.get(f"{there}/export").body
    for part in ("boundaries", "elements", "flows", "assets", "system"):
        assert sorted(map(str, after[part])) == sorted(map(str, before[part]))
    assert compared(editor, there, version) == {}
    with inside(workspace):
        new = list(Event.objects.filter(system=system.pk).order_by("sequence"))[events:]
        assert [event.verb for event in new] == ["system.edited"]
        assert new[0].changes["restored"] == "Signed off"
        assert Flow.objects.get(pk=drawn["flow"]).source_id == Element.objects.get(pk=drawn["store"]).pk
        assert Placement.objects.filter(diagram=drawn["diagram"]).count() == 3
    undone = editor.get(f"{there}/versions").rows[0]
    assert undone["name"] == "Before going back to “Signed off”"
    assert editor.post(f"{there}/versions/{undone['id']}/restore").status == 200
    assert ("added", "New") in compared(editor, there, version)


def test_a_version_survives_an_asset_that_names_what_is_gone(
    editor: Person, there: str, drawn: dict[str, str], workspace: Workspace
) -> None:
    assert editor.delete(f"{there}/elements/{drawn['store']}").status == 204
    with inside(workspace):
        Asset.objects.filter(pk=drawn["asset"]).update(held_by=[drawn["store"]])
    version = keep(editor, there)
    assert editor.post(f"{there}/versions/{version}/restore").status == 200


def test_a_viewer_may_compare_and_not_go_back(
    editor: Person, viewer: Person, there: str, drawn: dict[str, str]
) -> None:
    version = keep(editor, there)
    assert viewer.get(f"{there}/versions/{version}/compare").status == 200
    assert viewer.post(f"{there}/versions/{version}/restore").status == 403
