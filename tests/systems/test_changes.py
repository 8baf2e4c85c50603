"""Many changes of one model in one request: all or nothing, one event, and a way back."""

from itertools import pairwise
from typing import Any

import pytest

from apps.activity.models import Event
from apps.assets.models import Asset
from apps.systems.models import Boundary, Diagram, Element, Flow, FlowPlacement, Placement, System
from tests.factories.people import Answer, Person, inside
from tests.factories.systems import draw, make, unused_id

Operation = dict[str, Any]
NOBODY = "00000000-0000-4000-8000-000000000000"  # Names of tests have to be the same in every process.


def create(part: str, /, **values: Any) -> Operation:
    return {"op": "create", "type": part, "id": str(unused_id()), "values": values}


def element_with(**carried: Any) -> Operation:
    return {"op": "create", "type": "element", "values": {"name": "A", "kind": "tool", **carried}}


def change(part: Any, version: int | None = None, **values: Any) -> Operation:
    seen = {"version": version} if version else {}
    return {"op": "change", "type": part._meta.model_name, "id": str(part.pk), "values": values, **seen}


def delete(part: Any, **more: Any) -> Operation:
    return {"op": "delete", "type": part._meta.model_name, "id": str(part.pk), **more}


def box(element: str, at: float = 0) -> dict[str, Any]:
    return {"element": element, "x": at, "y": at, "width": 100, "height": 50}


def send(person: Person, there: str, *operations: Operation) -> Answer:
    return person.post(f"{there}/changes", {"operations": operations})


def state(person: Person, there: str) -> dict[str, Any]:
    """The model file without versions and order: what two equal models have in common."""
    found = person.get(f"{there}/export").body
    return {
        name: sorted(rows, key=lambda row: str(row["id"])) if isinstance(rows, list) else rows
        for name, rows in found.items()
    }


@pytest.fixture
def diagram(system: System) -> Diagram:
    with inside(system.workspace):
        found: Diagram = Diagram.objects.get(system=system)
    return found


def test_later_operations_see_what_earlier_ones_made(editor: Person, there: str, diagram: Diagram) -> None:
    zone = create("boundary", name="Shop")
    inner = create("boundary", name="Back room", parent=zone["id"])
    agent = create("element", name="Agent", kind="agent", boundary=inner["id"])
    tool = create("element", name="Till", kind="tool")
    flow = create("flow", name="pays", source=agent["id"], target=tool["id"])
    asset = create("asset", name="Money", held_by=[tool["id"], flow["id"]])
    placed = {"op": "place", "diagram": str(diagram.pk), "placements": [box(agent["id"])]}
    bent = {"op": "place", "diagram": str(diagram.pk), "flows": [{"flow": flow["id"], "bends": [[1, 2]]}]}
    answer = send(editor, there, zone, inner, agent, tool, flow, asset, placed, bent)
    assert answer.status == 200
    assert {name: len(rows) for name, rows in answer.body["rows"].items()} == {
        "boundary": 2,
        "element": 2,
        "flow": 1,
        "asset": 1,
    }
    assert editor.get(f"{there}/elements/{agent['id']}").body["boundary"] == inner["id"]
    drawn = editor.get(f"{there}/diagrams/{diagram.pk}/placements").body
    assert (drawn["placements"], drawn["flows"]) == (
        [{**box(agent["id"]), "boundary": None}],
        [{"flow": flow["id"], "bends": [[1, 2]]}],
    )


def test_one_deed_is_one_event_and_one_revision(editor: Person, there: str, system: System) -> None:
    gone, kept = make(Element, system, name="Old"), make(Element, system, name="Clerk")
    made = create("element", name="New", kind="agent")
    answer = send(editor, there, made, change(kept, name="Agent"), delete(gone))
    assert (answer.body["revision"], answer.body["gone"]) == (2, [str(gone.pk)])
    row = editor.get(f"{there}/events").rows[0]
    assert (row["verb"], row["object_type"], row["sequence"]) == ("system.edited", "system", answer.body["event"])
    assert row["changes"] == {
        "added": [{"type": "element", "id": made["id"], "name": "New"}],
        "changed": [{"type": "element", "id": str(kept.pk), "name": "Agent", "changes": {"name": ["Clerk", "Agent"]}}],
        "removed": [{"type": "element", "id": str(gone.pk), "name": "Old"}],
    }


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"op": "create", "type": "element", "values": {"name": "A", "kind": "robot"}}, "values.kind"),
        ({"op": "create", "type": "element", "values": {"kind": "agent"}}, "values.name"),
        ({"op": "create", "type": "element"}, "values"),
        ({"op": "create", "type": "robot", "values": {}}, "type"),
        ({"op": "create", "type": "flow", "values": {"source": "x", "target": NOBODY}}, "values.source"),
        (element_with(extra=[]), "extra"),
        (element_with(extra={"otm": "red"}), "extra.otm"),
        (element_with(extra={"otm": {"colour": ["\0"]}}), "extra"),
        (element_with(extra={"otm": {"weight": 10**40}}), "extra"),
        (element_with(extra={"otm": {"colour": "r" * 1_000_000}}), "extra"),
        (element_with(external_ids=[{"format": "otm", "id": ["t1"]}]), "external_ids[0].id"),
        (element_with(external_ids=[{"format": "otm", "id": "t" * 2_001}]), "external_ids[0].id"),
        ({"op": "change", "type": "element", "values": {"name": "A"}}, "id"),
        ({"op": "change", "type": "element", "id": "1", "values": {"name": "A"}}, "id"),
        ({"op": "delete", "type": "element", "id": NOBODY}, "id"),
        ({"op": "place"}, "diagram"),
        ({"op": "place", "diagram": NOBODY}, "diagram"),
        ({"op": "shout"}, "op"),
    ],
    ids=lambda value: str(value)[:120],
)
def test_what_is_wrong_is_named_by_its_place_and_nothing_is_done(
    editor: Person, there: str, system: System, wrong: Operation, place: str
) -> None:
    refused = send(editor, there, create("element", name="A", kind="agent"), wrong)
    assert refused.status == 400
    assert f"operations[1].{place}" in refused.body["errors"]
    with inside(system.workspace):
        assert not Element.objects.exists()
        assert not Event.objects.filter(verb="system.edited").exists()


def test_whatever_is_carried_along_can_go_out_again(
    editor: Person, there: str, system: System, diagram: Diagram
) -> None:
    ids = [{"format": "bifocal-model"}, {"format": "bifocal-model", "id": "i" * 201}, {"made by": "hand"}]
    odd = element_with(external_ids=ids, extra={"bifocal-model": {"colour": "red"}})
    assert send(editor, there, odd).status == 200
    drawing = {"bifocal-model": {"placements": 7}}
    other = {"op": "create", "type": "diagram", "values": {"title": "Odd", "extra": drawing}}
    assert send(editor, there, other).status == 200
    found = editor.get(f"{there}/export")
    assert (found.status, found.body["elements"][0]["colour"]) == (200, "red")
    assert len(found.body["elements"][0]["id"]) == len(NOBODY)


@pytest.mark.parametrize("body", [{}, {"operations": []}, {"operations": {}}, {"operations": [1]}], ids=str)
def test_a_body_without_operations_is_refused(editor: Person, there: str, body: Any) -> None:
    assert editor.post(f"{there}/changes", body).status == 400


def test_what_a_deed_has_deleted_is_not_there_for_its_later_steps(editor: Person, there: str) -> None:
    agent, tool = create("element", name="A", kind="agent"), create("element", name="B", kind="tool")
    flow = create("flow", source=agent["id"], target=tool["id"])
    made = [agent, tool, flow, {"op": "delete", "type": "element", "id": agent["id"]}]
    for late, place in (
        (create("flow", source=agent["id"], target=tool["id"]), "values.source"),
        (create("asset", name="Money", held_by=[flow["id"]]), "values.held_by"),
        ({"op": "change", "type": "flow", "id": flow["id"], "values": {"name": "F"}}, "id"),
    ):
        refused = send(editor, there, *made, late)
        assert (refused.status, f"operations[4].{place}" in refused.body["errors"]) == (400, True)


def test_an_id_that_is_taken_is_refused(editor: Person, there: str, system: System) -> None:
    taken = {**create("element", name="A", kind="agent"), "id": str(make(Element, system).pk)}
    assert "is taken" in send(editor, there, taken).body["errors"]["operations"][0]
    twice = create("element", name="A", kind="agent")
    assert send(editor, there, twice, twice).body["errors"].keys() == {"operations[1].id"}


def test_of_two_in_one_field_the_later_is_told_where(editor: Person, owner: Person, there: str, system: System) -> None:
    row, other = make(Element, system), make(Element, system)
    send(owner, there, change(row, 1, name="Ours"))
    refused = send(editor, there, change(other, 1, name="Fine"), change(row, 1, name="Mine"))
    assert refused.status == 409
    assert refused.body["conflicts"] == [
        {"field": "operations[1].name", "yours": "Mine", "theirs": "Ours", "by": owner.user.name}
    ]
    assert send(editor, there, change(row, 1, kind="tool")).status == 200
    assert editor.get(f"{there}/elements/{other.pk}").body["version"] == 1


def test_a_deed_that_touches_a_row_twice_is_told_of_others_both_times(
    editor: Person, owner: Person, there: str, system: System
) -> None:
    zone = make(Boundary, system)
    row, inside_it = make(Element, system), make(Element, system, boundary=zone)
    send(owner, there, change(row, 1, description="Ours"), change(inside_it, 1, name="Ours"))
    refused = send(editor, there, change(row, 1, name="Mine"), change(row, 1, description="Mine"))
    assert (refused.status, refused.body["conflicts"][0]["field"]) == (409, "operations[1].description")
    refused = send(editor, there, delete(zone), change(inside_it, 1, name="Mine"))
    assert (refused.status, refused.body["conflicts"][0]["field"]) == (409, "operations[1].name")
    for touched in (change(row, 1, name="Mine"), delete(zone)):
        gone = row if touched["op"] == "change" else inside_it
        refused = send(editor, there, touched, delete(gone, version=1))
        assert (refused.status, refused.body["conflicts"][0]["by"]) == (409, owner.user.name)
    own = [change(row, 2, description="Once"), change(row, 2, description="Twice"), delete(row, version=2)]
    assert send(editor, there, *own).status == 200


def test_taking_back_two_changes_leaves_what_others_did_since(
    editor: Person, owner: Person, there: str, system: System
) -> None:
    row = make(Element, system)
    done = send(editor, there, change(row, name="Mine"), change(row, description="Mine"))
    send(owner, there, change(row, name="Ours"))
    refused = editor.post(f"{there}/changes", {"operations": done.body["undo"]})
    assert (refused.status, refused.body["conflicts"][0]["theirs"]) == (409, "Ours")
    assert editor.get(f"{there}/elements/{row.pk}").body["name"] == "Ours"


def test_what_somebody_changed_since_is_not_deleted_unseen(
    editor: Person, owner: Person, there: str, system: System
) -> None:
    row = make(Element, system)
    send(owner, there, change(row, name="Ours"))
    refused = send(editor, there, delete(row, version=1))
    assert (refused.status, refused.body["conflicts"][0]["by"]) == (409, owner.user.name)
    assert send(editor, there, delete(row, version=2)).status == 200


def test_a_deed_is_taken_back_and_done_again(editor: Person, there: str, system: System, diagram: Diagram) -> None:
    outer = make(Boundary, system, name="Shop", extra={"otm": {"colour": "red"}})
    inner = make(Boundary, system, name="Back room", parent=outer)
    agent = make(Element, system, boundary=inner, attributes={"autonomy": "veto"}, tags=["core"])
    tool = make(Element, system, kind="tool", boundary=outer, external_ids=[{"format": "otm", "id": "t1"}])
    flow, stays = make(Flow, system, source=agent, target=tool), make(Element, system)
    draw(diagram, agent)
    with inside(system.workspace):
        FlowPlacement.objects.create(workspace=system.workspace, diagram=diagram, flow=flow, bends=[[1, 2]])
    before = state(editor, there)
    moved = {"op": "place", "diagram": str(diagram.pk), "placements": [box(str(stays.pk)), box(str(agent.pk), 70)]}
    done = send(
        editor,
        there,
        moved,
        change(agent, name="Clerk", attributes={"autonomy": None, "untrusted_content": True}),
        change(agent, name="Refunder"),
        create("flow", source=str(stays.pk), target=str(tool.pk)),
        delete(outer),
        delete(agent),
    )
    assert done.status == 200
    after = state(editor, there)
    assert after != before
    taken_back = editor.post(f"{there}/changes", {"operations": done.body["undo"]})
    assert taken_back.status == 200, taken_back.body
    assert state(editor, there) == before
    again = editor.post(f"{there}/changes", {"operations": taken_back.body["undo"]})
    assert again.status == 200, again.body
    assert state(editor, there) == after


def test_boundaries_in_each_other_go_together_and_come_back(editor: Person, there: str, system: System) -> None:
    outer = make(Boundary, system, name="Shop")
    inner = make(Boundary, system, name="Back room", parent=outer)
    make(Boundary, system, name="Shelf", parent=inner)
    before = state(editor, there)
    done = send(editor, there, delete(outer), delete(inner))
    assert done.status == 200
    after = state(editor, there)
    taken_back = editor.post(f"{there}/changes", {"operations": done.body["undo"]})
    assert taken_back.status == 200, taken_back.body
    assert state(editor, there) == before
    again = editor.post(f"{there}/changes", {"operations": taken_back.body["undo"]})
    assert again.status == 200, again.body
    assert state(editor, there) == after


def test_what_was_held_by_two_comes_back_to_the_one_that_is_left(editor: Person, there: str, system: System) -> None:
    first, second = make(Element, system), make(Element, system)
    asset = make(Asset, system, name="Money", held_by=[str(first.pk), str(second.pk)])
    undo = send(editor, there, delete(first)).body["undo"]
    assert send(editor, there, delete(second)).status == 200
    assert editor.get(f"{there}/assets/{asset.pk}").body["held_by"] == []
    told = editor.post(f"{there}/changes", {"operations": undo})
    assert [conflict["field"] for conflict in told.body["conflicts"]] == ["operations[1].held_by"]
    mine = [{name: value for name, value in operation.items() if name != "version"} for operation in undo]
    assert editor.post(f"{there}/changes", {"operations": mine}).status == 200
    assert editor.get(f"{there}/assets/{asset.pk}").body["held_by"] == [str(first.pk)]
    # Only what takes something back may name what is gone.
    assert send(editor, there, change(asset, held_by=[str(second.pk)])).status == 400


def test_what_comes_back_is_newer_than_anybody_saw_it(editor: Person, there: str, system: System) -> None:
    row = make(Element, system)
    undo = send(editor, there, delete(row)).body["undo"]
    back = editor.post(f"{there}/changes", {"operations": undo}).body
    assert (back["rows"]["element"][0]["version"], back["undo"][0]["version"]) == (2, 2)


def test_what_leaves_a_diagram_stays_in_the_model(editor: Person, there: str, system: System, diagram: Diagram) -> None:
    row = make(Element, system)
    draw(diagram, row)
    answer = send(editor, there, {"op": "place", "diagram": str(diagram.pk), "gone": [str(row.pk)]})
    with inside(system.workspace):
        assert not Placement.objects.exists()
        assert Element.objects.filter(pk=row.pk).exists()
    editor.post(f"{there}/changes", {"operations": answer.body["undo"]})
    with inside(system.workspace):
        assert Placement.objects.get().element_id == row.pk


def test_a_deed_too_long_to_take_back_is_not_done(
    editor: Person, there: str, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apps.systems.api.changes.MOST_OPERATIONS", 3)
    zone = make(Boundary, system)
    inside_it = [make(Element, system, boundary=zone) for _ in range(3)]
    refused = send(editor, there, delete(zone))
    assert (refused.status, "needs 4 operations; 3 are the most" in refused.body["detail"]) == (409, True)
    assert editor.get(f"{there}/boundaries/{zone.pk}").status == 200
    assert "system.edited" not in [event["verb"] for event in editor.get(f"{there}/events").rows]
    assert send(editor, there, change(inside_it[0], boundary=None)).status == 200
    assert send(editor, there, delete(zone)).status == 200


def test_a_deed_that_changes_nothing_leaves_no_event(editor: Person, there: str, system: System) -> None:
    row = make(Element, system)
    answer = send(editor, there, change(row, name=row.name))
    assert (answer.status, answer.body["event"], answer.body["undo"]) == (200, None, [])


def test_many_are_made_in_few_queries(
    editor: Person, there: str, diagram: Diagram, django_assert_max_num_queries: Any
) -> None:
    made = [create("element", name=f"Element {number}", kind="agent") for number in range(200)]
    flows = [create("flow", source=source["id"], target=target["id"]) for source, target in pairwise(made)]
    placed = {"op": "place", "diagram": str(diagram.pk), "placements": [box(row["id"]) for row in made]}
    with django_assert_max_num_queries(60):
        assert send(editor, there, *made, *flows, placed).status == 200


def test_a_system_has_room_for_what_a_file_can_hold(editor: Person, there: str, system: System) -> None:
    with inside(system.workspace):
        rows = [Diagram(workspace=system.workspace, system=system, title="Detail") for _ in range(199)]
        Diagram.objects.bulk_create(rows)
    for refused in (
        send(editor, there, create("diagram", title="D")),
        editor.post(f"{there}/diagrams", {"title": "D"}),
    ):
        assert (refused.status, "200 diagrams at most" in refused.body["detail"]) == (409, True)
    assert send(editor, there, delete(rows[0])).status == 200
    assert editor.post(f"{there}/diagrams", {"title": "D", "tags": ["draft", "draft"]}).body["tags"] == ["draft"]
    assert editor.post(f"{there}/versions", {"name": "Now"}).status == 201
