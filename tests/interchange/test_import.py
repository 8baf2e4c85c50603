"""Models come in over HTTP and go out as they came; of a bad file nothing is kept."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.accounts.models import Workspace
from apps.activity.models import Event
from apps.analysis.engines import suggest
from apps.assets.reading import read_graph
from apps.catalog.parsing import builtin_catalogue
from apps.core.models import WorkspaceRow
from apps.interchange.builtin import samples, templates
from apps.interchange.formats.bifocal_model import LARGEST, read
from apps.systems.models import Element, System
from tests.factories.people import Answer, Person, address, answer, inside
from tests.factories.systems import RISKY, make, unused_id
from tests.systems.drawn_models import CASES
from tests.systems.test_layout import assert_well_drawn

Document = dict[str, Any]


def imported(person: Person, here: str, text: str, **said: Any) -> Answer:
    return person.post(f"{here}/systems/import", {"text": text, **said})


def uploaded(person: Person, here: str, content: bytes, **said: Any) -> Answer:
    person.cookie()
    body = {"file": SimpleUploadedFile("desk.json", content), **said}
    return answer(person.client.post(address(f"{here}/systems/import"), body, format="multipart"))


def exported(person: Person, here: str, made: Answer) -> Document:
    assert made.status == 201, made.body
    return dict(person.get(f"{here}/systems/{made.id}/export").body)


def rows(workspace: Workspace) -> dict[str, int]:
    """How many rows there are of everything that belongs to a workspace."""
    with inside(workspace):
        models = [model for model in apps.get_models() if issubclass(model, WorkspaceRow)]
        return {model.__name__: model.objects.count() for model in models}


@pytest.mark.skipif(not CASES, reason="The measured cases lie beside the repository, and are not at hand here.")
@pytest.mark.parametrize("path", CASES or [Path("none.json")], ids=lambda path: path.stem)
def test_a_measured_case_comes_in_and_goes_out_as_it_was(editor: Person, here: str, path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    document["diagrams"] = [{"id": "d", "title": "Blank", "placements": []}]  # One without is drawn, which takes time.
    assert exported(editor, here, uploaded(editor, here, json.dumps(document).encode())) == document


@pytest.mark.parametrize("key", [sample.key for sample in samples()])
def test_a_sample_comes_in_well_drawn_and_says_the_same_to_the_engine(
    editor: Person, here: str, workspace: Workspace, key: str
) -> None:
    text = templates()[key].text
    made = editor.post(f"{here}/systems/import", {"template": key})
    came_out = exported(editor, here, made)
    assert {**came_out, "diagrams": None} == {"assets": [], **json.loads(text), "diagrams": None}
    with inside(workspace):
        graph = read_graph(System.objects.get(pk=made.id))
    (diagram,) = graph.diagrams
    assert_well_drawn(graph, diagram)
    before, after = (suggest(one, builtin_catalogue()) for one in (read(text), graph))
    assert [(one.entry, one.score) for one in after.suggestions] == [
        (one.entry, one.score) for one in before.suggestions
    ]


def with_everything() -> Document:
    """A model with all that a file can hold, and with fields that nobody here knows."""
    document = copy.deepcopy(RISKY)
    document["assets"] = [{"id": "a1", "name": "Money", "data_classes": [], "held_by": ["pay", "f3"], "x-owner": "me"}]
    document["losses"] = [{"id": "l1", "title": "Gone", "impact": {"rights": 4}, "assets": ["a1"]}]
    document["assumptions"] = [{"id": "s1", "text": "So it is.", "valid_until": "2030-01-31", "status": "confirmed"}]
    placement = {"element": "mail", "x": 1.5, "y": -2, "width": 30, "height": 40, "shape": "round"}
    diagram = {"id": "d1", "title": "Close", "placements": [placement], "bends": {"f1": [[1, 2.5]]}, "grid": 8}
    document["diagrams"] = [diagram, {"id": "d2", "title": "Far", "placements": []}]
    document["made_by"] = {"tool": "other", "list": [1, None, {"deep": [True]}]}
    document["system"] |= {"description": "", "attributes": {"monitored": True}, "colour": "blue"}
    document["boundaries"] = [{**row, "parent": None} for row in document["boundaries"]]
    document["boundaries"][0] |= {"parent": "shop", "attributes": {"monitored": False}, "height": 3}
    for row in document["elements"]:
        row.setdefault("attributes", {})
    for row in document["flows"]:
        row.setdefault("attributes", {})
    document["elements"][0] |= {"tags": ["new"], "external_ids": [{"format": "other", "id": "7"}], "colour": "red"}
    document["elements"][1] |= {"extra": {"threat-dragon": {"shape": "actor"}}}
    document["flows"][0] |= {"bidirectional": True, "port": 443}
    return document


def test_nothing_of_a_file_is_lost_not_even_what_nobody_here_knows(
    editor: Person, here: str, workspace: Workspace
) -> None:
    document = with_everything()
    made = imported(editor, here, json.dumps(document), file_name="desk.json")
    assert exported(editor, here, made) == document
    with inside(workspace):
        mail = Element.objects.get(name="Customer e-mail")
    assert mail.extra == {"bifocal-model": {"colour": "red"}}
    assert mail.external_ids[-1] == {"format": "bifocal-model", "file": "desk.json", "id": "mail"}


def test_what_went_out_comes_in_again_and_goes_out_the_same(editor: Person, here: str) -> None:
    first = exported(editor, here, imported(editor, here, json.dumps(with_everything())))
    assert exported(editor, here, imported(editor, here, json.dumps(first))) == first


def test_what_was_added_since_has_an_id_of_its_own_and_the_rest_keeps_its(
    editor: Person, here: str, workspace: Workspace
) -> None:
    made = imported(editor, here, json.dumps(RISKY))
    with inside(workspace):
        system = System.objects.get()
    added = make(Element, system, name="Added")
    ids = [row["id"] for row in exported(editor, here, made)["elements"]]
    assert ids == ["mail", "agent", "model", "pay", str(added.pk)]


def test_an_import_is_one_event_and_takes_the_name_that_is_given(
    editor: Person, here: str, workspace: Workspace
) -> None:
    made = imported(editor, here, json.dumps(RISKY), name="Our desk", file_name="desk.json")
    assert made.body["name"] == "Our desk"
    with inside(workspace):
        event = Event.objects.get(system=made.id)
    assert (event.verb, event.changes) == (
        "system.imported",
        {"name": "Our desk", "file": "desk.json", "elements": 4},
    )


TEXT = json.dumps(RISKY)


def bad(**changes: Any) -> str:
    return json.dumps({**RISKY, **changes})


def element(**changes: Any) -> list[Document]:
    return [{**RISKY["elements"][0], **changes}, *RISKY["elements"][1:]]


def flow(**changes: Any) -> list[Document]:
    return [{**RISKY["flows"][0], **changes}]


REFUSED: dict[str, tuple[str | bytes, dict[str, str]]] = {
    "cut off": (TEXT[:-40], {"": "not JSON"}),
    "nothing": (b" ", {"": "not JSON"}),
    "another format": (bad(format="otm"), {"format": 'has to be "bifocal-model"'}),
    "wrong types": (
        bad(elements={}, system=[], flows=[]),
        {"elements": "has to be a list", "system": "has to be an object"},
    ),
    "dangling ends": (
        bad(flows=flow(source="x", target="y")),
        {"flows[0].source": 'no element "x"', "flows[0].target": 'no element "y"'},
    ),
    "a boundary that is not there": (bad(elements=element(boundary="x")), {"elements[0].boundary": "no boundary"}),
    "an unknown kind": (bad(elements=element(kind="robot")), {"elements[0].kind": "has to be one of"}),
    "unknown attributes": (
        bad(elements=element(attributes={"colour": 1, "autonomy": "wild"})),
        {"elements[0].attributes.colour": "is not known", "elements[0].attributes.autonomy": "cannot stand"},
    ),
    "ids twice": (bad(elements=element(id="agent"), flows=[]), {"elements[1].id": "stands twice"}),
    "boundaries in a ring": (
        bad(boundaries=[{"id": "net", "name": "Net", "parent": "shop"}, {"id": "shop", "name": "S", "parent": "net"}]),
        {"boundaries[0].parent": "leads round in a ring"},
    ),
    "not a number": (TEXT.replace('"version": 1', '"version": NaN'), {"version": "NaN is not a number"}),
    "a key twice": (TEXT.replace('"version": 1', '"version": 1, "version": 1'), {"": "stands twice"}),
    "not UTF-8": (b'{"format": "\xff"}', {"": "not UTF-8 text"}),
    "deep": ("[" * 100_000, {"": "nested deeper than 64"}),
    "deep inside": ('{"a":' * 100_000 + "1" + "}" * 100_000, {"": "nested deeper than 64"}),
    "large": (b'{"x": "' + b"y" * 5_000_000 + b'"}', {"file": "a model file may have 5,000,000"}),
    "50 MB": (b" " * 50_000_000, {"file": "It has 50,000,000 bytes"}),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_bad_file_is_refused_with_every_problem_by_path_and_nothing_of_it_is_kept(
    editor: Person, here: str, workspace: Workspace, what: str
) -> None:
    content, expected = REFUSED[what]
    before = rows(workspace)
    answers = [uploaded(editor, here, content.encode() if isinstance(content, str) else content)]
    if isinstance(content, str) and len(content) < LARGEST:
        answers.append(imported(editor, here, content))
    for refused in answers:
        assert (refused.status, refused.headers["Content-Type"]) == (400, "application/problem+json")
        errors = refused.body["errors"]
        assert errors.keys() == expected.keys()
        assert [path for path, message in expected.items() if message not in errors[path][0]] == []
    assert rows(workspace) == before


def test_all_problems_of_a_file_are_named_at_once(editor: Person, here: str) -> None:
    text = bad(
        system={},
        elements=element(kind="robot", id=7),
        flows=flow(target="x"),
        assets=[{"id": "a", "name": "Money", "needs": {"honesty": "high"}}],
        losses=[{"id": "l"}],
    )
    assert imported(editor, here, text).body["errors"].keys() == {
        "system.name",
        "elements[0].id",
        "elements[0].kind",
        "flows[0].source",
        "flows[0].target",
        "assets[0].needs.honesty",
        "losses[0].title",
    }


def test_text_that_is_too_large_is_refused_like_a_file(editor: Person, here: str, workspace: Workspace) -> None:
    before = rows(workspace)
    assert imported(editor, here, " " * (LARGEST + 1)).status == 400
    assert imported(editor, here, " " * 10 * LARGEST).status == 413
    assert rows(workspace) == before


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"template": "nothing"},
        {"template": "00000000-0000-4000-8000-000000000000"},
        {"text": ""},
        {"text": None},
        {"name": "Only a name"},
    ],
)
def test_without_a_file_a_text_or_a_template_there_is_nothing_to_import(
    editor: Person, here: str, workspace: Workspace, body: Document
) -> None:
    before = rows(workspace)
    refused = editor.post(f"{here}/systems/import", body)
    assert (refused.status, len(refused.body["errors"])) == (400, 1)
    assert rows(workspace) == before


def test_an_export_is_a_download_with_a_plain_name(editor: Person, here: str) -> None:
    made = imported(editor, here, TEXT, name='Desk "\r\n<script> ü/..')
    headers = editor.get(f"{here}/systems/{made.id}/export").headers
    assert headers["Content-Disposition"] == 'attachment; filename="desk-script-u.bifocal.json"'
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_system_that_is_not_there_has_no_export(editor: Person, here: str) -> None:
    assert editor.get(f"{here}/systems/{unused_id()}/export").status == 404
