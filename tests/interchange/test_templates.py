"""Templates: skeletons that ship, systems that a workspace keeps, and the picture of each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Workspace
from apps.analysis.engines import suggest
from apps.catalog.parsing import builtin_catalogue
from apps.interchange.builtin import Template, templates
from apps.interchange.formats.bifocal_model import read
from apps.systems.layout import automatic_diagram
from apps.systems.models import Element, System
from tests.factories.people import Person, inside
from tests.factories.systems import make
from tests.systems.test_layout import assert_well_drawn

SKELETONS = [template for template in templates().values() if template.kind == "skeleton"]
pytestmark = [pytest.mark.django_db, pytest.mark.core]


def test_there_is_a_skeleton_of_each_common_shape() -> None:
    assert {template.key for template in SKELETONS} == {
        "classifier-with-retraining",
        "document-extraction",
        "fine-tuning-platform",
        "multi-agent-workflow",
        "perception-on-a-device",
        "recommender",
        "retrieval-assistant",
        "tool-using-agent",
        "voice-assistant",
    }


@pytest.mark.parametrize("template", SKELETONS, ids=lambda template: template.key)
def test_a_skeleton_has_no_loose_part_and_both_lenses_find_something_and_ask(template: Template) -> None:
    graph = read(template.text)
    assert all(graph.neighbours[element.id] for element in graph.elements)
    assert all(element.description for element in graph.elements)
    assert_well_drawn(graph, automatic_diagram(graph))
    result = suggest(graph, builtin_catalogue())
    assert {one.source for one in result.suggestions[:20]} == {"adversarial", "unintended"}
    assert len(result.questions) >= 10


def test_a_system_is_kept_and_another_begun_from_it(
    editor: Person, here: str, system: System, workspace: Workspace
) -> None:
    make(Element, system, name="Clerk <b>")
    kept = editor.post(f"{here}/templates", {"system": str(system.pk), "name": "House style"})
    assert (kept.status, kept.body["elements"], kept.body["saved_by"]) == (201, 1, editor.user.name_shown)
    make(Element, system, name="Came later")
    made = editor.post(f"{here}/systems/import", {"template": kept.id, "name": "Second"})
    assert made.status == 201
    with inside(workspace):
        assert [row.name for row in Element.objects.filter(system=made.id)] == ["Clerk <b>"]
    picture = editor.get(f"{here}/templates/{kept.id}/drawing")
    assert "Clerk &lt;b&gt;" in str(picture.body)
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    dark = editor.get(f"{here}/templates/{kept.id}/drawing", {"look": "dark"}).body
    assert ('"#1c1917"' in str(picture.body), '"#1c1917"' in str(dark)) == (True, False)
    assert editor.delete(f"{here}/templates/{kept.id}").status == 204
    assert editor.post(f"{here}/systems/import", {"template": kept.id}).status == 400
    with inside(workspace):
        assert System.objects.filter(pk=made.id).exists()


def test_a_list_of_what_is_kept_leaves_the_files_where_they_are(
    editor: Person, here: str, there: str, system: System
) -> None:
    editor.post(f"{here}/templates", {"system": str(system.pk)})
    editor.post(f"{there}/versions", {"name": "Now"})
    for path in (f"{here}/templates", f"{there}/versions"):
        with CaptureQueriesContext(connection) as asked:
            assert len(editor.get(path).rows) == 1
        assert not any('."text"' in query["sql"] for query in asked)


def test_what_could_not_be_read_again_is_not_kept(editor: Person, here: str, there: str, system: System) -> None:
    make(Element, system, extra={"bifocal-model": {"tags": "core"}})
    for path, body in (("templates", {"system": str(system.pk)}), (f"systems/{system.pk}/versions", {"name": "Now"})):
        refused = editor.post(f"{here}/{path}", body)
        assert (refused.status, refused.body["errors"].keys()) == (400, {"elements[0].tags"})
        assert editor.get(f"{here}/{path}").rows == []


def test_a_template_is_of_its_workspace_alone(
    editor: Person, stranger: Person, here: str, system: System, elsewhere: Workspace
) -> None:
    kept = editor.post(f"{here}/templates", {"system": str(system.pk)})
    assert kept.body["name"] == system.name
    assert stranger.get(f"{here}/templates/{kept.id}/drawing").status == 404
    assert stranger.post(f"workspaces/{elsewhere.slug}/systems/import", {"template": kept.id}).status == 400
