"""Parts of a model over HTTP: what may be said of each, and that a refusal lists what is allowed."""

from typing import Any

import pytest

from apps.activity.models import Event
from apps.assets.models import Asset
from apps.catalog.taxonomy import VOCABULARY, allowed_attributes
from apps.systems.models import Boundary, Diagram, Element, Flow, FlowPlacement, Placement, System
from apps.threats.models import Finding
from tests.factories.findings import make_finding
from tests.factories.people import Person, inside
from tests.factories.systems import draw, make, make_system, unused_id


def revision(system: System) -> int:
    with inside(system.workspace):
        return int(System.objects.values_list("revision", flat=True).get(pk=system.pk))


def element(**said: Any) -> dict[str, Any]:
    return {"name": "Refund agent", "kind": "agent", **said}


@pytest.mark.parametrize("kind", VOCABULARY.kinds)
def test_every_kind_takes_its_attributes_and_refuses_others_with_the_list(
    editor: Person, there: str, kind: str
) -> None:
    allowed = allowed_attributes(kind)
    values: dict[str, Any] = {name: True if spec.type == "bool" else spec.values[0] for name, spec in allowed.items()}
    values |= {name: [spec.values[0]] for name, spec in allowed.items() if spec.type == "set"}
    made = editor.post(f"{there}/elements", element(kind=kind, attributes=values))
    assert (made.status, made.body["attributes"]) == (201, values)
    strange = next(name for name in (*VOCABULARY.attributes, "colour") if name not in allowed)
    refused = editor.post(f"{there}/elements", element(kind=kind, attributes={strange: True}))
    assert refused.status == 400
    assert f"allowed are: {', '.join(allowed)}" in refused.body["errors"][f"attributes.{strange}"][0]


@pytest.mark.parametrize(
    ("attributes", "field", "message"),
    [
        ({"autonomy": "wild"}, "autonomy", "has to be one of: suggest"),
        ({"autonomy": 1}, "autonomy", "has to be one of: suggest"),
        ({"autonomy": ["veto"]}, "autonomy", "has to be one of: suggest"),
        ({"untrusted_content": "yes"}, "untrusted_content", "has to be true or false"),
        ({"untrusted_content": 1}, "untrusted_content", "has to be true or false"),
        ({"action_impact": "financial"}, "action_impact", "has to be a list of: "),
        ({"action_impact": ["financial", "magic"]}, "action_impact", "has to be a list of: "),
        ({"action_impact": ["financial", "financial"]}, "action_impact", "names a value twice"),
        ({"colour": "red"}, "colour", "is not known on agent; allowed are: "),
        ({"encrypted": True}, "encrypted", "cannot stand on agent; allowed are: "),
    ],
)
def test_a_wrong_attribute_is_refused_with_what_is_allowed(
    editor: Person, there: str, system: System, attributes: dict[str, Any], field: str, message: str
) -> None:
    before = make(Element, system, attributes={"autonomy": "veto"})
    for refused in (
        editor.post(f"{there}/elements", element(attributes=attributes)),
        editor.patch(f"{there}/elements/{before.pk}", {"attributes": attributes}),
    ):
        assert refused.status == 400
        assert message in refused.body["errors"][f"attributes.{field}"][0]
    with inside(system.workspace):
        assert Element.objects.values_list("attributes", flat=True).get() == {"autonomy": "veto"}


def test_all_wrong_attributes_are_named_at_once(editor: Person, there: str) -> None:
    refused = editor.post(f"{there}/elements", element(attributes={"autonomy": "wild", "colour": 1}))
    assert refused.body["errors"].keys() == {"attributes.autonomy", "attributes.colour"}


def test_an_attribute_is_taken_away_with_null_and_others_stay(editor: Person, there: str, system: System) -> None:
    row = make(Element, system, attributes={"autonomy": "veto", "untrusted_content": True})
    changed = editor.patch(f"{there}/elements/{row.pk}", {"attributes": {"autonomy": None}})
    assert changed.body["attributes"] == {"untrusted_content": True}


def test_an_unknown_kind_is_refused_with_all_kinds(editor: Person, there: str) -> None:
    refused = editor.post(f"{there}/elements", element(kind="robot"))
    assert refused.body["errors"]["kind"] == [
        f"There is no kind 'robot'. It has to be one of {', '.join(VOCABULARY.kinds)}."
    ]


def test_another_kind_that_cannot_carry_the_attributes_is_refused(editor: Person, there: str, system: System) -> None:
    row = make(Element, system, attributes={"autonomy": "veto"})
    refused = editor.patch(f"{there}/elements/{row.pk}", {"kind": "datastore"})
    assert refused.status == 400
    assert "attributes.autonomy" in refused.body["errors"]


def test_what_is_out_of_scope_says_why(editor: Person, there: str) -> None:
    refused = editor.post(f"{there}/elements", element(out_of_scope=True, out_of_scope_reason=" "))
    assert refused.body["errors"].keys() == {"out_of_scope_reason"}
    made = editor.post(f"{there}/elements", element(out_of_scope=True, out_of_scope_reason="Another team's."))
    assert made.body["out_of_scope"] is True


@pytest.mark.parametrize(
    ("resource", "body"),
    [
        ("elements", {"kind": "agent"}),
        ("elements", {"name": "", "kind": "agent"}),
        ("elements", {"name": "x" * 201, "kind": "agent"}),
        ("elements", {"name": "A", "kind": "agent", "tags": ["x" * 61]}),
        ("elements", {"name": "A", "kind": "agent", "attributes": []}),
        ("boundaries", {"name": "Zone", "trust": "some"}),
        ("boundaries", {"name": "Zone", "attributes": {"colour": 1}}),
        ("flows", {"source": str(unused_id())}),
        ("assumptions", {"text": "So it is.", "status": "perhaps"}),
        ("assumptions", {"text": "So it is.", "valid_until": "soon"}),
        ("diagrams", {"title": "D", "position": -1}),
    ],
    ids=lambda value: value if isinstance(value, str) else ",".join(value),
)
def test_what_is_wrong_is_refused_and_changes_nothing(
    editor: Person, there: str, system: System, resource: str, body: dict[str, Any]
) -> None:
    before = editor.get(f"{there}/{resource}").rows
    refused = editor.post(f"{there}/{resource}", body)
    assert (refused.status, refused.headers["Content-Type"]) == (400, "application/problem+json")
    assert refused.body["errors"]
    assert editor.get(f"{there}/{resource}").rows == before
    assert revision(system) == 1


def test_a_stage_of_life_that_does_not_exist_is_refused(editor: Person, here: str) -> None:
    refused = editor.post(f"{here}/systems", {"name": "Desk", "lifecycle_stage": "later"})
    assert ", ".join(VOCABULARY.lifecycle_stages) in refused.body["errors"]["lifecycle_stage"][0]


def test_a_boundary_does_not_lie_in_itself_however_far_round(editor: Person, there: str, system: System) -> None:
    outer = make(Boundary, system)
    middle = make(Boundary, system, parent=outer)
    inner = make(Boundary, system, parent=middle)
    for parent in (outer, middle, inner):
        refused = editor.patch(f"{there}/boundaries/{outer.pk}", {"parent": str(parent.pk)})
        assert refused.body["errors"] == {"parent": ["A boundary cannot lie inside itself."]}
    assert editor.patch(f"{there}/boundaries/{inner.pk}", {"parent": str(outer.pk)}).status == 200


def test_parts_of_another_system_are_as_good_as_not_there(editor: Person, there: str, system: System) -> None:
    other = make_system(system.workspace, "Other")
    foreign, zone, mine = make(Element, other), make(Boundary, other), make(Element, system)
    ends = {"source": str(mine.pk), "target": str(mine.pk)}
    for resource, body, field in (
        ("flows", {**ends, "source": str(foreign.pk)}, "source"),
        ("flows", {**ends, "target": str(foreign.pk)}, "target"),
        ("elements", element(boundary=str(zone.pk)), "boundary"),
        ("boundaries", {"name": "Zone", "parent": str(zone.pk)}, "parent"),
        ("assets", {"name": "Money", "held_by": [str(foreign.pk)]}, "held_by"),
        ("losses", {"title": "Gone", "assets": [str(make(Asset, other).pk)]}, "assets"),
    ):
        refused = editor.post(f"{there}/{resource}", body)
        assert (refused.status, list(refused.body["errors"])) == (400, [field]), resource
    assert editor.get(f"{there}/elements/{foreign.pk}").status == 404
    assert editor.delete(f"{there}/elements/{foreign.pk}").status == 404


@pytest.mark.parametrize(
    ("resource", "body"),
    [
        ("elements", {"name": "Agent", "kind": "agent"}),
        ("boundaries", {"name": "Zone"}),
        ("diagrams", {"title": "Close"}),
        ("assumptions", {"text": "So it is."}),
        ("assets", {"name": "Money"}),
        ("losses", {"title": "Gone"}),
    ],
)
def test_a_minted_id_is_kept_and_refused_where_it_is_taken(
    editor: Person, stranger: Person, elsewhere: Any, there: str, resource: str, body: dict[str, Any]
) -> None:
    minted = str(unused_id())
    assert editor.post(f"{there}/{resource}", {**body, "id": minted}).id == minted
    refused = editor.post(f"{there}/{resource}", {**body, "id": minted})
    assert refused.body["errors"] == {"id": ["This id is taken. Leave it out, or mint another."]}
    theirs = f"workspaces/{elsewhere.slug}/systems/{make_system(elsewhere).pk}/{resource}"
    assert stranger.post(theirs, {**body, "id": minted}).body["errors"].keys() == {"id"}


def test_every_change_of_the_model_counts_its_revision_and_a_refusal_does_not(
    editor: Person, there: str, system: System
) -> None:
    made = editor.post(f"{there}/elements", element())
    assert revision(system) == 2
    assert editor.patch(f"{there}/elements/{made.id}", {"name": "Other"}).body["version"] == 2
    assert editor.patch(there, {"purpose": "Pays back"}).body["revision"] == revision(system) == 4
    assert editor.post(f"{there}/elements", element(kind="robot")).status == 400
    assert revision(system) == 4
    assert editor.delete(f"{there}/elements/{made.id}").status == 204
    assert revision(system) == 5


def test_a_deleted_element_takes_its_flows_along_and_findings_keep_its_id(
    editor: Person, there: str, system: System
) -> None:
    gone, stays = make(Element, system, name="Agent"), make(Element, system)
    make(Flow, system, source=gone, target=stays)
    kept = make(Flow, system, source=stays, target=stays)
    make_finding(system, target=gone.pk, target_name="Agent")
    with inside(system.workspace):
        diagram = Diagram.objects.get(system=system)
    draw(diagram, gone)
    assert editor.delete(f"{there}/elements/{gone.pk}").status == 204
    with inside(system.workspace):
        assert [row.pk for row in Flow.objects.all()] == [kept.pk]
        assert not Placement.objects.exists()
        assert (Finding.objects.get().target, Finding.objects.get().target_name) == (gone.pk, "Agent")
    assert editor.get(f"{there}/findings").rows[0]["target"] == str(gone.pk)
    assert editor.get(f"{there}/export").status == 200
    again = editor.post(f"{there}/elements", element(id=str(gone.pk), name="Agent"))
    assert (again.status, editor.get(f"{there}/findings", {"target": again.id}).rows[0]["number"]) == (201, 1)


def test_a_deleted_boundary_lets_go_of_what_it_held(editor: Person, there: str, system: System) -> None:
    outer = make(Boundary, system)
    inner, held = make(Boundary, system, parent=outer), make(Element, system, boundary=outer)
    assert editor.delete(f"{there}/boundaries/{outer.pk}").status == 204
    assert editor.get(f"{there}/boundaries/{inner.pk}").body["parent"] is None
    assert editor.get(f"{there}/elements/{held.pk}").body["boundary"] is None


def test_a_deleted_system_is_gone_with_all_of_it_and_its_trail_stays(
    editor: Person, there: str, here: str, system: System
) -> None:
    make(Flow, system)
    make_finding(system)
    assert editor.delete(there).status == 204
    assert editor.get(there).status == 404
    with inside(system.workspace):
        assert not Element.objects.exists()
        assert not Finding.objects.exists()
        assert Event.objects.filter(system=system.pk, verb="system.created").exists()
    assert editor.get(f"{here}/events").rows[0]["verb"] == "system.deleted"


def test_effective_attributes_say_where_they_were_said(editor: Person, there: str, system: System) -> None:
    editor.patch(there, {"attributes": {"monitored": True, "untrusted_content": True}})
    zone = make(Boundary, system, attributes={"untrusted_content": False})
    row = make(Element, system, boundary=zone, attributes={"autonomy": "veto"})
    expected = {
        "autonomy": {"value": "veto", "from": "own"},
        "untrusted_content": {"value": False, "from": "boundary", "object": str(zone.pk)},
        "monitored": {"value": True, "from": "system"},
    }
    assert editor.get(f"{there}/elements/{row.pk}").body["effective_attributes"] == expected
    assert editor.get(f"{there}/elements").rows[0]["effective_attributes"] == expected


def test_many_are_drawn_in_one_request_and_one_event(editor: Person, there: str, system: System) -> None:
    elements = [make(Element, system) for _ in range(40)]
    zone, flow = make(Boundary, system), make(Flow, system, source=elements[0], target=elements[1])
    with inside(system.workspace):
        diagram, events = Diagram.objects.get(), Event.objects.count()
    size = {"width": 100, "height": 50}
    boxes = [{"element": str(row.pk), "x": at, "y": -at, **size} for at, row in enumerate(elements)]
    path = f"{there}/diagrams/{diagram.pk}/placements"
    body = {
        "placements": [*boxes, {"boundary": str(zone.pk), "x": 0, "y": 0, **size}],
        "flows": [{"flow": str(flow.pk), "bends": [[1.5, 2]]}],
    }
    assert len(editor.post(path, body).body["placements"]) == 41
    moved = editor.post(path, {"placements": [{**boxes[3], "x": 777}], "flows": [{"flow": str(flow.pk), "bends": []}]})
    drawn = {row["element"]: row["x"] for row in moved.body["placements"]}
    assert (drawn[boxes[3]["element"]], drawn[boxes[4]["element"]], len(drawn)) == (777, 4, 41)
    with inside(system.workspace):
        assert FlowPlacement.objects.get().bends == []
        added = Event.objects.order_by("sequence")[events:]
        assert [(row.verb, row.changes) for row in added] == [
            ("diagram.arranged", {"count": 42}),
            ("diagram.arranged", {"count": 2}),
        ]
    assert revision(system) == 3


def test_what_cannot_be_drawn_is_refused_and_nothing_moves(editor: Person, there: str, system: System) -> None:
    mine, foreign = make(Element, system), make(Element, make_system(system.workspace, "Other"))
    with inside(system.workspace):
        diagram = Diagram.objects.get(system=system)
    box = {"element": str(mine.pk), "x": 0, "y": 0, "width": 10, "height": 10}
    for wrong in (
        {"placements": [box, {**box, "element": str(foreign.pk)}]},
        {"placements": [box, box]},
        {"placements": [{**box, "boundary": str(unused_id())}]},
        {"placements": [{key: value for key, value in box.items() if key != "element"}]},
        {"placements": [{**box, "x": 1e9}]},
        {"placements": [{**box, "width": 0}]},
        {"placements": [box], "flows": [{"flow": str(unused_id()), "bends": []}]},
        {"placements": [box], "flows": [{"flow": str(make(Flow, system).pk), "bends": [[1]]}]},
    ):
        assert editor.post(f"{there}/diagrams/{diagram.pk}/placements", wrong).status == 400
    with inside(system.workspace):
        assert not Placement.objects.exists()
