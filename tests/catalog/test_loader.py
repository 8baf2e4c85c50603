"""The catalogue in the tables: loaded once, brought up to date by slug, and never forgotten."""

from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from apps.catalog.knowledge import Catalogue
from apps.catalog.loader import load_builtin
from apps.catalog.models import CatalogueVersion, Control, Entry, EntryLink, Framework, Reference
from apps.catalog.parsing import builtin_catalogue, read_catalogue
from tests.factories.catalogue import APPROVAL, MISREAD, SMALL, changed
from tests.factories.people import Person

TABLES = (Framework, Reference, Entry, EntryLink, Control)


def load(monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue) -> bool:
    monkeypatch.setattr("apps.catalog.loader.builtin_catalogue", lambda: catalogue)
    return load_builtin()


def content() -> dict[str, list[Any]]:
    joins = (Entry.references.through, Control.references.through, Control.treats.through)
    return {model.__name__: sorted(model._base_manager.values_list(), key=str) for model in (*TABLES, *joins)}


def slugs(rows: Any) -> list[str]:
    return sorted(rows.values_list("slug", flat=True))


def test_loading_again_does_nothing(catalogue: Catalogue) -> None:
    before = content()
    assert load_builtin() is False
    assert content() == before


def test_the_same_content_under_another_version_leaves_ids_and_links(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {model: set(model._base_manager.values_list("pk", flat=True)) for model in (Framework, Reference, Entry)}
    assert load(monkeypatch, changed(SMALL, "second")) is True
    assert {model: set(model._base_manager.values_list("pk", flat=True)) for model in before} == before
    assert EntryLink.objects.count() == 1
    assert list(CatalogueVersion.objects.values_list("version", flat=True)) == ["second"]


def test_changed_content_is_brought_up_to_date_by_slug_and_keeps_its_id(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Entry.objects.get(slug="text-misread").pk
    entry = replace(SMALL.entries["text-misread"], title="Text is misread", harms=("reliability",), references=())
    control = replace(APPROVAL, title="Two people approve", treats=("text-misread",))
    misread = replace(MISREAD, title="Misread, second edition")
    load(
        monkeypatch,
        changed(
            SMALL,
            "second",
            entries={**SMALL.entries, entry.slug: entry},
            controls={control.slug: control},
            references={**SMALL.references, ("GMF", "misread"): misread},
            links=(),
        ),
    )
    row = Entry.objects.get(slug="text-misread")
    assert (row.pk, row.title, row.harms, row.references.count()) == (before, "Text is misread", ["reliability"], 0)
    assert slugs(Control.objects.get(slug=control.slug).treats) == ["text-misread"]
    assert Control.objects.get(slug=control.slug).title == "Two people approve"
    assert Reference.objects.get(identifier="misread").title == "Misread, second edition"
    assert not EntryLink.objects.exists()


def test_what_a_release_no_longer_has_is_retired_and_comes_back_with_its_id(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, viewer: Person
) -> None:
    gone = Entry.objects.get(slug="tool-slips").pk
    fewer = {slug: row for slug, row in SMALL.entries.items() if slug != "tool-slips"}
    load(monkeypatch, changed(SMALL, "second", entries=fewer, controls={}))
    assert Entry.objects.get(pk=gone).retired_at is not None
    assert slugs(Entry.objects.filter(retired_at=None)) == sorted(fewer)
    assert not Control.objects.filter(retired_at=None).exists()
    assert "tool-slips" not in [row["slug"] for row in viewer.get("catalogue/entries").rows]
    assert viewer.get("catalogue/controls").rows == []
    assert viewer.get("catalogue/entries/tool-slips").status == 404
    load(monkeypatch, changed(SMALL, "third"))
    assert (Entry.objects.get(slug="tool-slips").pk, Entry.objects.filter(retired_at=None).count()) == (gone, 4)


def test_a_load_that_fails_in_the_middle_leaves_everything_as_it_was(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content()
    link = replace(SMALL.links[0], hazard="nowhere")
    entry = replace(SMALL.entries["text-misread"], title="Half")
    with pytest.raises(KeyError):
        load(monkeypatch, changed(SMALL, "second", links=(link,), entries={**SMALL.entries, entry.slug: entry}))
    assert content() == before
    assert CatalogueVersion.objects.get().version == "small"


@pytest.mark.django_db
def test_the_catalogue_that_ships_is_all_in_the_tables() -> None:
    catalogue = builtin_catalogue()
    assert load_builtin() is True
    assert set(slugs(Entry.objects.filter(retired_at=None))) == set(catalogue.entries)
    assert set(slugs(Control.objects.filter(retired_at=None))) == set(catalogue.controls)
    assert (Reference.objects.count(), EntryLink.objects.count()) == (len(catalogue.references), len(catalogue.links))
    assert load_builtin() is False


@pytest.mark.django_db
def test_the_command_says_what_it_did_and_a_bad_file_by_file_and_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("apps.catalog.loader.builtin_catalogue", lambda: SMALL)
    for expected in ("Catalogue loaded.", "The catalogue is up to date."):
        out = StringIO()
        call_command("load_catalogue", stdout=out)
        assert out.getvalue().strip() == expected
    (tmp_path / "frameworks.yaml").write_text("- key: A\n  title: A\n  nonsense: 1\n")
    monkeypatch.setattr("apps.catalog.loader.builtin_catalogue", lambda: read_catalogue(tmp_path))
    with pytest.raises(CommandError, match=r"frameworks\.yaml:3: 'nonsense' is not a field here"):
        call_command("load_catalogue")
    assert Entry.objects.count() == 4
