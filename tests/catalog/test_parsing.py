"""Reading a folder of catalogue files: what comes out, and how problems are named."""

import shutil
from pathlib import Path

import pytest

from apps.catalog.parsing import BUILTIN, CatalogueError, builtin_catalogue, read_catalogue

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "catalogue"))


def problems_after(folder: Path, file: str, old: str, new: str) -> list[str]:
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(CatalogueError) as raised:
        read_catalogue(folder)
    return raised.value.problems


def test_a_good_folder_gives_entries_with_their_references_links_and_controls(folder: Path) -> None:
    catalogue = read_catalogue(folder)
    entry = catalogue.entries["planted-instructions"]
    assert [reference.identifier for reference in entry.references] == ["AML.T0051", "AML.T0053"]
    assert entry.references[0].framework.edition == "2026.07"
    assert [(one.on, one.attribute, one.negated) for one in entry.when] == [
        ("element", "reached_by_untrusted", False),
        ("element", "autonomy", False),
        ("element", "oversight", True),
    ]
    assert [link.hazard for link in catalogue.links_of["planted-instructions"]] == ["misread-instruction"]
    assert [control.slug for control in catalogue.controls_of["misread-instruction"]] == ["approve-actions"]


def test_a_reference_knows_its_number_in_the_edition_before_and_after(folder: Path) -> None:
    references = read_catalogue(folder).references
    assert references["ATLAS", "AML.T0051"].formerly == "ATLAS-OLD:AML.T0001"
    assert references["ATLAS-OLD", "AML.T0001"].now == "ATLAS:AML.T0051"
    assert references["ATLAS", "AML.T0053"].formerly == references["ATLAS", "AML.T0051"].now == ""


def test_a_number_is_renumbered_only_once(folder: Path) -> None:
    again = '- {old: "ATLAS-OLD:AML.T0001", new: "ATLAS:AML.T0051"}\n'
    found = problems_after(folder, "renumbered.yaml", again, again + again.replace("T0051", "T0053"))
    assert found == ["renumbered.yaml:2: old number 'ATLAS-OLD:AML.T0001' is defined twice; first at renumbered.yaml:1"]


def test_a_value_that_yaml_might_take_for_something_else_stays_the_word_that_it_is(folder: Path) -> None:
    path = folder / "entries/hazards.yaml"
    old, new = "{attribute: monitored, is: [false]}", "{attribute: oversight, is: [none], on: near}"
    path.write_text(path.read_text().replace(old, new))
    condition = read_catalogue(folder).entries["nobody-notices"].when[0]
    assert (condition.on, condition.values) == ("near", frozenset({"none"}))


def test_the_version_changes_with_any_content_and_only_then(folder: Path) -> None:
    before = read_catalogue(folder).version
    assert read_catalogue(folder).version == before
    path = folder / "links.yaml"
    path.write_text(path.read_text().replace("a command", "an order"))
    assert read_catalogue(folder).version != before


THREATS, HAZARDS, CONTROLS = "entries/threats.yaml", "entries/hazards.yaml", "controls/agents.yaml"
MISTAKES = [
    (THREATS, "family: ai_security", "family: security", f"{THREATS}:4: 'family' is 'security'"),
    (THREATS, "origin: third_party_content", "origin: human", f"{THREATS}:6: 'origin' is 'human'"),
    (THREATS, "[agent, foundation_model]", "[agent, robot]", f"{THREATS}:7: 'kinds' holds 'robot'"),
    (THREATS, "attribute: autonomy", "attribute: autonomie", f"{THREATS}:10: 'attribute' is 'autonomie'"),
    (THREATS, "autonomous, veto]", "autonomous, never]", f"{THREATS}:10: 'autonomy' cannot be 'never'"),
    (THREATS, "attribute: autonomy, is", "attribute: encrypted, is", "nothing that this condition looks at can carry"),
    (THREATS, "is: [autonomous, veto]", "equals: [veto]", f"{THREATS}:10: 'equals' is not a field here"),
    (THREATS, "fact: reached_by_untrusted", "fact: reached", f"{THREATS}:9: 'fact' is 'reached'"),
    (THREATS, "harms: [integrity, ", "harms: [honesty, ", f"{THREATS}:12: 'harms' holds 'honesty'"),
    (THREATS, "AML.T0053", "AML.T9999", f"{THREATS}:14: 'references' cites 'ATLAS:AML.T9999'"),
    (THREATS, "slug: tampered-flow", "slug: planted-instructions", f"{THREATS}:17: entry 'planted-instructions'"),
    (THREATS, "  gist: Text that", "  gost: Text that", f"{THREATS}:3: 'gost' is not a field here"),
    (THREATS, "  gist: Text that", "  title: Text that", f"{THREATS}:3: 'title' stands twice"),
    (HAZARDS, "is: [false]", 'is: ["false"]', f"{HAZARDS}:24: 'monitored' cannot be 'false'"),
    (HAZARDS, "is: [false]", "is: [no]", f"{HAZARDS}:24: 'monitored' cannot be 'no'"),
    ("links.yaml", "threat: planted", "threat: plantd", "links.yaml:1: 'threat' is 'plantd-instructions'"),
    ("links.yaml", "hazard: misread-instruction", "hazard: tampered-flow", "links.yaml:2: 'hazard'"),
    (CONTROLS, "treats: [planted", "treats: [plantd", f"{CONTROLS}:9: 'treats' names 'plantd-instructions'"),
    (CONTROLS, "unintended: helps", "unintended: maybe", f"{CONTROLS}:8: 'unintended' is 'maybe'"),
    (CONTROLS, "factor: catch", "factor: luck", f"{CONTROLS}:6: 'factor' is 'luck'"),
    ("renumbered.yaml", "AML.T0051", "AML.T9999", "renumbered.yaml:1: 'new' is 'ATLAS:AML.T9999', which is in no file"),
    (
        "renumbered.yaml",
        "ATLAS-OLD:AML.T0001",
        "ATLAS:T1",
        "renumbered.yaml:1: 'old' is 'ATLAS:T1', which is in no file",
    ),
    ("renumbered.yaml", "ATLAS:AML.T0051", "STRIDE:T", "renumbered.yaml:1: 'new' is 'STRIDE:T', which is in no other"),
    ("frameworks.yaml", "key: STRIDE", "key: ATLAS", "frameworks.yaml:6: framework 'ATLAS' is defined twice"),
    ("references/stride.yaml", "framework: STRIDE", "framework: X", "references/stride.yaml:1: 'framework' is 'X'"),
    ("links.yaml", "- threat", "- [threat", "links.yaml:2: not YAML"),
    (
        THREATS,
        "fact: reached_by_untrusted",
        "fact: crosses_boundary, on: near",
        f"{THREATS}:9: nothing that this condition",
    ),
    (THREATS, "fact: reached_by_untrusted", "fact: reached_by_untrusted, on: flow", f"{THREATS}:9: nothing that this"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), MISTAKES)
def test_a_mistake_is_named_with_its_file_and_line(folder: Path, file: str, old: str, new: str, expected: str) -> None:
    found = problems_after(folder, file, old, new)
    assert any(expected in problem for problem in found), found


def test_an_entry_has_no_more_conditions_than_anybody_can_read(folder: Path) -> None:
    one = "    - {fact: reached_by_untrusted}\n"
    found = problems_after(folder, THREATS, one, one * 21)
    assert any("'when' has 23 conditions; 20 are the most" in problem for problem in found), found


def test_all_mistakes_are_named_at_once(folder: Path) -> None:
    path = folder / HAZARDS
    path.write_text(path.read_text().replace("source: unintended", "source: none"))
    found = problems_after(folder, CONTROLS, "kind: preventive", "kind: magic")
    assert len([problem for problem in found if "'source' is 'none'" in problem]) == 2
    assert any("'kind' is 'magic'" in problem for problem in found)


def test_a_missing_file_is_a_problem_and_not_an_empty_one(folder: Path) -> None:
    (folder / "links.yaml").unlink()
    with pytest.raises(CatalogueError, match=r"links\.yaml:1: the file is missing"):
        read_catalogue(folder)


def test_an_alias_is_refused_since_it_could_unfold_without_end(folder: Path) -> None:
    path = folder / "links.yaml"
    path.write_text("- &one {threat: a}\n- *one\n")
    with pytest.raises(CatalogueError, match="anchors and aliases are not used here"):
        read_catalogue(folder)


def test_the_catalogue_that_ships_reads_without_a_problem() -> None:
    catalogue = builtin_catalogue()
    assert len(catalogue.entries) >= 80
    assert catalogue.version == read_catalogue(BUILTIN).version
