"""The model file: it loses nothing, and refuses what it cannot hold with every problem by its path."""

import copy
import json
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from apps.assets.models import IMPACT_KINDS
from apps.interchange.formats.bifocal_model import IMPACTS, FormatError, read, write
from apps.interchange.formats.bifocal_model_schema import SCHEMA_FILE, text
from apps.systems.graph import SystemGraph
from tests.interchange.graphs import graphs

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "apps" / "interchange" / "samples").glob("*.json"))
CASES = sorted((ROOT.parent / "shared" / "bench").glob("*/*.json"))
VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))

SMALL: dict[str, Any] = {
    "format": "bifocal-model",
    "version": 1,
    "system": {"name": "Mail assistant", "description": "", "purpose": "", "attributes": {}},
    "boundaries": [
        {"id": "net", "name": "Internet", "trust": "untrusted", "parent": None},
        {"id": "lan", "name": "Office", "trust": None, "parent": None},
    ],
    "elements": [
        {"id": "sender", "name": "Sender", "kind": "end_user", "boundary": "net", "attributes": {}},
        {"id": "agent", "name": "Agent", "kind": "agent", "boundary": "lan", "attributes": {"autonomy": "veto"}},
    ],
    "flows": [{"id": "mail", "name": "mail", "source": "sender", "target": "agent", "attributes": {}}],
    "assets": [{"id": "box", "name": "Mailbox", "data_classes": ["personal"], "held_by": ["agent", "mail"]}],
}


def problems(content: str | bytes) -> dict[str, str]:
    with pytest.raises(FormatError) as raised:
        read(content)
    return {problem.path: problem.message for problem in raised.value.problems}


def changed(path: str, value: Any) -> str:
    """SMALL with one thing at a path such as `elements/1/kind` set to something else."""
    document = copy.deepcopy(SMALL)
    *way, last = path.split("/")
    place: Any = document
    for step in way:
        place = place[int(step) if isinstance(place, list) else step]
    place[int(last) if isinstance(place, list) else last] = value
    return json.dumps(document)


def test_the_empty_system_is_a_file() -> None:
    graph = read('{"format": "bifocal-model", "version": 1, "system": {"name": "Empty"}}')
    assert graph == SystemGraph(name="Empty")
    assert read(write(graph)) == graph


@given(graphs())
@settings(max_examples=25, deadline=None)
def test_what_is_written_reads_as_the_same_graph_and_fits_the_schema(graph: SystemGraph) -> None:
    written = write(graph)
    assert read(written) == graph
    assert write(read(written)) == written
    assert not list(VALIDATOR.iter_errors(json.loads(written)))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_comes_out_as_it_went_in(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    assert json.loads(write(read(content))) == json.loads(content)
    assert not list(VALIDATOR.iter_errors(json.loads(content)))


@pytest.mark.skipif(not CASES, reason="The measured cases lie beside the repository, and are not at hand here.")
def test_every_measured_case_comes_out_as_it_went_in() -> None:
    for path in CASES:
        content = path.read_text(encoding="utf-8")
        assert json.loads(write(read(content))) == json.loads(content), path.name
        assert not list(VALIDATOR.iter_errors(json.loads(content))), path.name


def test_unknown_fields_come_back_where_they_were() -> None:
    document = copy.deepcopy(SMALL)
    document["made_by"] = {"tool": "other", "list": [1, None]}
    document["system"]["owner"] = "me"
    document["elements"][0]["colour"] = "red"
    document["flows"][0]["port"] = 443
    placement = {"element": "agent", "x": 1.5, "y": 2, "width": 3, "height": 4, "shape": "round"}
    document["diagrams"] = [{"id": "d", "title": "All", "placements": [placement], "grid": 8}]
    graph = read(json.dumps(document))
    assert graph.elements[0].extra == {"bifocal-model": {"colour": "red"}}
    assert json.loads(write(graph)) == document


def test_a_byte_order_mark_is_no_content() -> None:
    assert read(b"\xef\xbb\xbf" + json.dumps(SMALL).encode()) == read(json.dumps(SMALL))


BAD: list[tuple[str, Any, str, str]] = [
    ("format", "other", "format", 'has to be "bifocal-model"'),
    ("version", 2, "version", "between 1 and 1"),
    ("version", True, "version", "has to be a number"),
    ("system", [], "system", "has to be an object, not a list"),
    ("system/name", "", "system.name", "is empty"),
    ("system/name", "x" * 201, "system.name", "longer than 200 characters"),
    ("system/lifecycle_stage", "later", "system.lifecycle_stage", "has to be one of: design"),
    ("boundaries", {}, "boundaries", "has to be a list"),
    ("boundaries/0", 5, "boundaries[0]", "has to be an object"),
    ("boundaries/0/trust", "much", "boundaries[0].trust", "has to be one of: untrusted"),
    ("boundaries/0/parent", "x", "boundaries[0].parent", 'no boundary "x"'),
    ("boundaries/0/parent", "net", "boundaries[0].parent", "in a ring"),
    ("boundaries/1/id", "net", "boundaries[1].id", "stands twice"),
    ("elements/1/id", "sender", "elements[1].id", "stands twice"),
    ("elements/1/id", 7, "elements[1].id", "has to be a text"),
    ("elements/1/kind", "robot", "elements[1].kind", 'is "robot"; it has to be one of: foundation_model'),
    ("elements/1/kind", ["agent"], "elements[1].kind", "is a list"),
    ("elements/1/boundary", "x", "elements[1].boundary", 'no boundary "x"'),
    ("elements/1/attributes", [], "elements[1].attributes", "has to be an object"),
    ("elements/1/attributes", {"autonomy": "wild"}, "elements[1].attributes.autonomy", "has to be one of: suggest"),
    ("elements/1/attributes", {"encrypted": True}, "elements[1].attributes.encrypted", "cannot stand on agent"),
    ("elements/1/attributes", {"colour": 1}, "elements[1].attributes.colour", "is not known"),
    ("elements/1/out_of_scope", "no", "elements[1].out_of_scope", "has to be true or false"),
    ("elements/1/tags", ["a", "a"], "elements[1].tags", "names something twice"),
    ("elements/1/name", "half \ud800", "elements[1].name", "half of a surrogate pair"),
    ("elements/1/name", "nul \0", "elements[1].name", "NUL"),
    ("flows/0/source", "x", "flows[0].source", 'no element "x"'),
    ("flows/0/target", None, "flows[0].target", "has to be a text"),
    ("flows/0/id", "agent", "flows[0].id", "is the id of an element too"),
    ("assets/0/held_by", ["agent", "x"], "assets[0].held_by[1]", 'no element or flow "x"'),
    ("assets/0/data_classes", ["x"], "assets[0].data_classes[0]", "has to be one of: personal"),
    ("assets/0/needs", {"integrity": "huge"}, "assets[0].needs.integrity", "has to be one of: low"),
    ("losses", [{"id": "l", "title": "L", "impact": {"rights": 6}}], "losses[0].impact.rights", "from 1 to 5"),
    ("losses", [{"id": "l", "title": "L", "assets": ["x"]}], "losses[0].assets[0]", 'no asset "x"'),
    (
        "assumptions",
        [{"id": "s", "text": "T", "valid_until": "soon"}],
        "assumptions[0].valid_until",
        "has to be a date",
    ),
    ("diagrams", [{"id": "d"}], "diagrams[0].title", "is missing"),
    ("diagrams", [{"id": "d", "title": "D", "placements": [{"x": 1}]}], "diagrams[0].placements[0].y", "is missing"),
    ("diagrams", [{"id": "d", "title": "D", "bends": {"x": []}}], "diagrams[0].bends.x", "is not known"),
    ("elements", [{}] * 20_001, "elements", "more than 20,000 items"),
]


@pytest.mark.parametrize(("where", "value", "path", "message"), BAD, ids=[f"{row[0]}-{row[3][:20]}" for row in BAD])
def test_a_mistake_is_named_by_its_path(where: str, value: Any, path: str, message: str) -> None:
    found = problems(changed(where, value))
    assert message in found[path], found


def test_every_mistake_is_named_at_once() -> None:
    document = json.loads(changed("elements/1/kind", "robot"))
    document["flows"][0]["target"] = "x"
    document["system"].pop("name")
    assert problems(json.dumps(document)).keys() == {"elements[1].kind", "flows[0].target", "system.name"}


TEXT = json.dumps(SMALL)
NOT_JSON = [
    ("", "not JSON"),
    (TEXT[:200], "not JSON"),
    (TEXT + "}", "not JSON"),
    ("[]", "has to be an object, not a list"),
    ("null", "has to be an object"),
    (b"\xff\xfe\x00", "not UTF-8 text"),
    ("[" * 100_000, "nested deeper than 64"),
    ('{"a":' * 100_000 + "1" + "}" * 100_000, "nested deeper than 64"),
    (b" " * 50_000_000, "larger than 5,000,000 bytes"),
    (b'{"x": "' + b"y" * 5_000_000 + b'"}', "larger than 5,000,000 bytes"),
]


@pytest.mark.parametrize(("content", "message"), NOT_JSON, ids=[row[1] for row in NOT_JSON])
def test_what_is_no_model_at_all_is_refused_at_once(content: str | bytes, message: str) -> None:
    started = time.monotonic()
    assert message in problems(content)[""]
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("old", "new", "path", "message"),
    [
        ('"name": "Agent"', '"name": "Agent", "name": "Other"', "elements[1]", 'the key "name" stands twice'),
        ('"version": 1', '"version": NaN', "version", "NaN is not a number"),
        ('"version": 1', '"version": 1, "x": [1, -Infinity]', "x[1]", "-Infinity is not a number"),
        ('"version": 1', '"version": 1, "x": 1e999', "x", "too large to hold"),
        ('"version": 1', f'"version": {"1" * 10_000}', "version", "very many digits"),
        ('"version": 1', f'"version": 1, "x": {"[" * 70}{"]" * 70}', "x" + "[0]" * 63, "nested deeper than 64"),
        ('"version": 1', '"version": 1, "x": {"\\ud800": 1}', "x", "half of a surrogate pair"),
    ],
)
def test_what_json_does_not_have_is_refused_by_its_path(old: str, new: str, path: str, message: str) -> None:
    assert message in problems(TEXT.replace(old, new, 1))[path]


def test_the_schema_that_ships_is_the_one_that_the_vocabulary_gives() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == text()
    jsonschema.Draft202012Validator.check_schema(json.loads(text()))


BEYOND_THE_SCHEMA = ("no ", "ring", "twice", "too", "items", "NUL", "surrogate")
SEEN_BY_THE_SCHEMA = [row[:2] for row in BAD if not any(word in row[3] for word in BEYOND_THE_SCHEMA)]


@pytest.mark.parametrize(("where", "value"), [row for row in SEEN_BY_THE_SCHEMA if row[0] != "diagrams"])
def test_the_schema_refuses_what_the_reader_refuses_but_for_references(where: str, value: Any) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(changed(where, value))))


def test_the_kinds_of_impact_are_those_of_losses() -> None:
    assert IMPACTS == IMPACT_KINDS
