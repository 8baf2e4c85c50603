"""The catalogue of a workspace over HTTP."""

from dataclasses import replace
from typing import Any

import pytest

from apps.catalog.loader import load_builtin
from apps.systems.models import System
from tests.factories.catalogue import SMALL, changed
from tests.factories.findings import make_suggestion
from tests.factories.packs import HOUSE_RULES, own_control_row, own_entry_row
from tests.factories.people import Person

pytestmark = [pytest.mark.core, pytest.mark.usefixtures("catalogue")]
TITLES = ["Planted instructions", "Text misread", "Tool misused", "Tool slips"]


@pytest.fixture
def entries(here: str) -> str:
    return f"{here}/catalogue/entries"


@pytest.fixture
def packs(here: str) -> str:
    return f"{here}/catalogue/packs"


def slip(editor: Person, entries: str, **fields: Any) -> Any:
    """Change the entry tool-slips."""
    return editor.patch(f"{entries}/tool-slips", {"reason": "Our word.", **fields})


def titles(person: Person, entries: str, **query: str) -> list[str]:
    return [row["title"] for row in person.get(entries, query).rows]


def test_the_list_has_every_entry_by_title_with_how_it_stands(editor: Person, viewer: Person, entries: str) -> None:
    slip(editor, entries, content={"gist": "It slips more often here."})
    editor.post(f"{entries}/tool-misused/switch-off", {"reason": "We have no tools."})
    rows = viewer.get(entries).rows
    assert [row["title"] for row in rows] == TITLES
    assert [row["standing"] for row in rows] == ["built_in", "built_in", "built_in", "overridden"]
    assert rows[2]["switched_off"]["reason"] == "We have no tools."
    assert rows[2]["switched_off"]["by"] == editor.user.name


def test_the_list_is_searched_and_filtered(editor: Person, entries: str) -> None:
    slip(editor, entries, content={"title": "It slips here"})
    editor.post(f"{entries}/tool-misused/switch-off", {"reason": "We have no tools."})
    assert titles(editor, entries, q="slips") == ["It slips here"]
    assert titles(editor, entries, source="adversarial", kind="tool") == ["Tool misused"]
    assert titles(editor, entries, reference="AML.T0051") == ["Planted instructions", "Tool misused"]
    assert titles(editor, entries, standing="overridden") == ["It slips here"]
    assert titles(editor, entries, standing="switched_off") == ["Tool misused"]


def test_a_list_pages_without_repeating_or_skipping(editor: Person, entries: str) -> None:
    found: list[str] = []
    path, query = entries, {"page_size": "3"}
    while path:
        answer = editor.get(path, query)
        found += [row["title"] for row in answer.rows]
        path, query = answer.body["next"], {}
    assert found == TITLES
    assert editor.get(entries, {"cursor": "nonsense"}).status == 404


def test_an_entry_shows_what_stands_beside_it_here(editor: Person, entries: str, here: str) -> None:
    editor.post(f"{here}/catalogue/controls/human-approval/switch-off", {"reason": "Nobody has time."})
    body = editor.get(f"{entries}/planted-instructions").body
    assert [(row["slug"], row["is_off"]) for row in body["controls"]] == [("human-approval", True)]
    assert [(row["slug"], row["is_off"]) for row in body["counterparts"]] == [("text-misread", False)]
    assert body["counterparts"][0]["examples"] == []
    assert body["references"][0]["identifier"] == "AML.T0051.001"
    assert body["when"] == [{"on": "element", "attribute": "untrusted_content", "values": [True], "negated": False}]
    assert (body["version"], body["differs"], body["content"]["slug"]) == (0, [], "planted-instructions")


def test_a_copy_says_how_it_differs_and_what_its_original_changed_since(
    editor: Person, entries: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    slip(editor, entries, content={"title": "It slips here"})
    later = {**SMALL.entries, "tool-slips": replace(SMALL.entries["tool-slips"], gist="A new gist.")}
    monkeypatch.setattr("apps.catalog.reading.builtin_catalogue", lambda: changed(SMALL, "later", entries=later))
    body = editor.get(f"{entries}/tool-slips").body
    assert body["original_changed"] is True
    assert body["differs"] == [{"field": "title", "before": "Tool slips", "after": "It slips here"}]
    assert body["original_changes"] == [
        {"field": "gist", "before": "What is meant by tool-slips.", "after": "A new gist."}
    ]
    assert (body["reason"], body["changed_by"]) == ("Our word.", editor.user.name)


def test_what_is_wrong_with_an_entry_is_named_by_field(editor: Person, entries: str) -> None:
    content = own_entry_row("ours", kinds=["robot"], when=[{"attribute": "autonomy", "is": ["never"]}])
    answer = editor.post(entries, {"content": content, "reason": "Ours."})
    assert answer.status == 400
    assert {"content.kinds[0]", "content.when[0].is"} <= set(answer.body["errors"])
    assert editor.get(f"{entries}/ours").status == 404


def test_who_was_faster_is_told(editor: Person, owner: Person, entries: str) -> None:
    version = slip(editor, entries, content={"title": "One"}).body["version"]
    slip(owner, entries, content={"title": "Two"}, version=version)
    answer = slip(editor, entries, content={"title": "Three"}, version=version)
    assert answer.status == 409
    assert answer.body["conflicts"][0]["by"] == owner.user.name


def test_removing_a_copy_brings_the_original_back_and_a_built_in_one_stays(editor: Person, entries: str) -> None:
    slip(editor, entries, content={"title": "It slips here"})
    assert editor.delete(f"{entries}/tool-slips").status == 204
    assert editor.get(f"{entries}/tool-slips").body["title"] == "Tool slips"
    assert editor.delete(f"{entries}/tool-slips").status == 409


def test_a_control_of_ones_own_stands_beside_the_entries_it_treats(editor: Person, here: str, entries: str) -> None:
    content = own_control_row("rubber-gloves", title="Gloves", treats=["tool-slips"])
    answer = editor.post(f"{here}/catalogue/controls", {"content": content, "reason": "We wear them."})
    assert (answer.status, answer.body["standing"], answer.body["treats"]) == (201, "own", ["tool-slips"])
    assert [row["title"] for row in editor.get(f"{entries}/tool-slips").body["controls"]] == ["Gloves"]
    assert [row["title"] for row in editor.get(f"{here}/catalogue/controls", {"q": "glo"}).rows] == ["Gloves"]


def test_every_field_of_an_entry_can_be_written_shown_and_taken_away(editor: Person, entries: str) -> None:
    more = {
        "disturbance": "content",
        "pattern": "lone_review",
        "alone": "Nobody would want that.",
        "examples": [{"name": "A robot stops a street", "source": "AI Incident Database 1"}],
    }
    made = editor.post(entries, {"content": own_entry_row("ours", **more), "reason": "Ours."})
    assert (made.status, {name: made.body[name] for name in more}) == (201, more)
    nothing = {"content": dict.fromkeys(more), "reason": "It was too much.", "version": made.body["version"]}
    bare = editor.patch(f"{entries}/ours", nothing)
    assert (bare.status, [bare.body[name] for name in more]) == (200, ["", "", "", []])


@pytest.mark.parametrize(
    ("effect", "errors"),
    [
        ({"adversarial": "helps", "unintended": "nothing"}, set()),
        ({"adversarial": "helps", "unintended": "hurts"}, {"content.effect"}),
        ({"adversarial": "helps", "unintended": "hurts", "reason": " "}, {"content.effect.reason"}),
        ({"adversarial": "helps", "unintended": "hurts", "reason": "It slows people."}, set()),
    ],
)
def test_a_control_that_hurts_a_side_says_why(
    editor: Person, here: str, effect: dict[str, str], errors: set[str]
) -> None:
    content = own_control_row("rubber-gloves", effect=effect)
    answer = editor.post(f"{here}/catalogue/controls", {"content": content, "reason": "We wear them."})
    assert set(answer.body.get("errors", {})) == errors
    if not errors:
        assert answer.body["effect_reason"] == effect.get("reason", "")


def test_a_control_names_the_entries_that_it_treats(editor: Person, entries: str, here: str) -> None:
    editor.post(f"{entries}/text-misread/switch-off", {"reason": "We read nothing."})
    named = editor.get(f"{here}/catalogue/controls/human-approval").body["entries"]
    assert [(row["title"], row["source"], row["is_off"]) for row in named] == [
        ("Planted instructions", "adversarial", False),
        ("Text misread", "unintended", True),
    ]


def test_a_strangers_entries_are_neither_seen_nor_changed(
    editor: Person, stranger: Person, entries: str, elsewhere: Any
) -> None:
    editor.post(entries, {"content": own_entry_row("ours"), "reason": "Ours."})
    assert stranger.get(f"{entries}/ours").status == 404
    theirs = f"workspaces/{elsewhere.slug}/catalogue/entries"
    assert titles(stranger, theirs) == TITLES
    assert stranger.get(f"{theirs}/ours").status == 404
    assert stranger.patch(f"{theirs}/ours", {"content": {}, "reason": "Mine."}).status == 404
    assert stranger.get("catalogue/entries/ours").status == 404


def test_a_preview_names_the_findings_that_a_pack_touches(editor: Person, packs: str, system: System) -> None:
    finding = make_suggestion(system, SMALL.entries["tool-slips"])
    body = editor.post(f"{packs}/preview", {"text": HOUSE_RULES}).body
    assert [(row["change"], row["key"], row["replaces"]) for row in body["differences"]] == [
        ("new", "tool-rusts", ""),
        ("changed", "tool-slips", "built_in"),
    ]
    assert body["findings"]["count"] == 1
    named = body["findings"]["named"][0]
    assert (named["mark"], named["system"], named["system_name"]) == (finding.mark, str(system.pk), system.name)


def test_a_pack_is_applied_listed_exported_and_removed(editor: Person, packs: str) -> None:
    digest = editor.post(f"{packs}/preview", {"text": HOUSE_RULES}).body["digest"]
    answer = editor.post(packs, {"text": HOUSE_RULES, "digest": digest})
    assert (answer.status, answer.body["rows"]) == (201, 2)
    assert [row["slug"] for row in editor.get(packs).rows] == ["house-rules"]
    exported = editor.get(f"{packs}/house-rules/export")
    assert exported.headers["Content-Disposition"] == 'attachment; filename="house-rules.yaml"'
    assert editor.delete(f"{packs}/house-rules").status == 204
    assert editor.get(packs).rows == []


def test_a_bad_pack_is_refused_with_file_and_line(editor: Person, packs: str) -> None:
    text = HOUSE_RULES.replace("origin: technical", "origin: magic", 1)
    answer = editor.post(f"{packs}/preview", {"text": text, "file_name": "house.yaml"})
    assert answer.status == 400
    assert answer.body["errors"]["file"][0].startswith("house.yaml:")
    assert "'origin' is 'magic'" in answer.body["errors"]["file"][0]
    assert editor.post(f"{packs}/preview", {}).status == 400
    assert editor.post(packs, {"text": HOUSE_RULES, "digest": "other"}).status == 409


def test_the_last_upgrade_names_differences_findings_and_copies(
    editor: Person, here: str, entries: str, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_suggestion(system, SMALL.entries["tool-slips"])
    slip(editor, entries, content={"title": "It slips here"})
    rest = {slug: row for slug, row in SMALL.entries.items() if slug != "tool-slips"}
    later = changed(SMALL, "later", entries=rest)
    for place in ("apps.catalog.loader", "apps.catalog.reading"):
        monkeypatch.setattr(f"{place}.builtin_catalogue", lambda: later)
    load_builtin()
    body = editor.get(f"{here}/catalogue/upgrade").body
    assert (body["previous"], body["version"]) == ("small", "later")
    assert [(row["change"], row["key"], row["replaces"]) for row in body["differences"]] == [
        ("gone", "tool-slips", "built_in")
    ]
    assert [(row["change"], row["key"]) for row in body["copies"]] == [("gone", "tool-slips")]
    assert body["findings"]["count"] == 1
    assert body["unusable"] == {}


def test_what_an_upgrade_broke_is_seen_with_its_problem_and_mended(
    editor: Person, here: str, entries: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, content in (
        (entries, own_entry_row("ours", title="Ours", references=["GMF:misread"])),
        (f"{here}/catalogue/controls", own_control_row("our-control", references=["GMF:misread"])),
    ):
        editor.post(path, {"content": content, "reason": "Ours."})
    slip(editor, entries, content={"title": "It slips here", "references": ["GMF:misread"]})
    references = {key: row for key, row in SMALL.references.items() if key[0] == "ATLAS"}
    monkeypatch.setattr("apps.catalog.reading.builtin_catalogue", lambda: changed(SMALL, "new", references=references))
    assert {"Ours", "It slips here"} < set(titles(editor, entries))
    assert "GMF:misread" in editor.get(f"{here}/catalogue/controls/our-control").body["problem"]
    body = editor.get(f"{entries}/ours").body
    assert "GMF:misread" in body["problem"]
    assert (body["content"]["references"], body["version"]) == (["GMF:misread"], 1)
    mending = {"content": {"references": []}, "reason": "It is gone.", "version": body["version"]}
    answer = editor.patch(f"{entries}/ours", mending)
    assert (answer.status, answer.body["problem"], answer.body["title"]) == (200, "", "Ours")
    assert editor.delete(f"{entries}/tool-slips").status == 204
    assert set(editor.get(f"{here}/catalogue/upgrade").body["unusable"]) == {"control our-control"}


def test_before_any_upgrade_there_is_nothing_to_say(viewer: Person, here: str) -> None:
    body = viewer.get(f"{here}/catalogue/upgrade").body
    assert (body["previous"], body["differences"], body["findings"]["count"]) == ("", [], 0)


def test_everything_of_ones_own_is_exported_as_a_pack(editor: Person, viewer: Person, here: str) -> None:
    editor.post(f"{here}/catalogue/entries", {"content": own_entry_row("ours"), "reason": "Ours."})
    answer = viewer.get(f"{here}/catalogue/export")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/yaml; charset=utf-8"
