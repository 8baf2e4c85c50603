"""Several diagrams of one system: copies, and that there is always one to draw on."""

from typing import Any

import pytest

from apps.systems.models import Diagram, Element, System
from tests.factories.people import Answer, Person, inside
from tests.factories.systems import draw, make, unused_id


@pytest.fixture
def diagram(system: System) -> Diagram:
    with inside(system.workspace):
        found: Diagram = Diagram.objects.get(system=system)
    return found


def create(**values: Any) -> dict[str, Any]:
    return {"op": "create", "type": "diagram", "id": str(unused_id()), "values": values}


def send(person: Person, there: str, *operations: dict[str, Any]) -> Answer:
    return person.post(f"{there}/changes", {"operations": operations})


def titles(person: Person, there: str) -> list[str]:
    return [row["title"] for row in person.get(f"{there}/diagrams").rows]


def test_the_last_diagram_stays_unless_another_takes_its_place(editor: Person, there: str, diagram: Diagram) -> None:
    remove = {"op": "delete", "type": "diagram", "id": str(diagram.pk)}
    for refused in (send(editor, there, remove), editor.delete(f"{there}/diagrams/{diagram.pk}")):
        assert (refused.status, "at least one diagram" in refused.body["detail"]) == (409, True)
    assert titles(editor, there) == [diagram.title]
    swapped = send(editor, there, remove, create(title="Payments"))
    assert (swapped.status, titles(editor, there)) == (200, ["Payments"])
    back = send(editor, there, *swapped.body["undo"])
    assert (back.status, titles(editor, there)) == (200, [diagram.title])


def test_a_copy_is_one_deed_and_what_stands_on_it_outlives_it(
    editor: Person, there: str, system: System, diagram: Diagram
) -> None:
    row = make(Element, system)
    draw(diagram, row)
    copy = create(title="Copy", position=1)
    box = {"element": str(row.pk), "x": 0, "y": 0, "width": 100, "height": 50}
    done = send(editor, there, copy, {"op": "place", "diagram": copy["id"], "placements": [box]})
    drawn = f"{there}/diagrams/{copy['id']}/placements"
    assert (done.status, [one["element"] for one in editor.get(drawn).body["placements"]]) == (200, [str(row.pk)])
    assert send(editor, there, *done.body["undo"]).status == 200
    assert editor.get(drawn).status == 404
    assert [one["id"] for one in editor.get(f"{there}/elements").rows] == [str(row.pk)]
    assert [one["element"] for one in editor.get(f"{there}/diagrams/{diagram.pk}/placements").body["placements"]] == [
        str(row.pk)
    ]
