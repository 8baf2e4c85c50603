"""What loading a later version of the built-in catalogue keeps of the one before."""

from dataclasses import replace

import pytest

from apps.catalog.knowledge import Catalogue
from apps.catalog.loader import load_builtin
from apps.catalog.models import CatalogueVersion
from tests.factories.catalogue import SMALL, changed

pytestmark = pytest.mark.core


def load(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> CatalogueVersion:
    monkeypatch.setattr("apps.catalog.loader.builtin_catalogue", lambda: catalogue)
    load_builtin()
    return CatalogueVersion.objects.get()


def test_of_the_first_version_there_is_nothing_to_say(catalogue: Catalogue) -> None:
    loaded = CatalogueVersion.objects.get()
    assert (loaded.previous, loaded.differences) == ("", [])


def test_a_later_version_says_what_is_new_changed_and_gone(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = {slug: row for slug, row in SMALL.entries.items() if slug != "tool-misused"}
    entries["tool-slips"] = replace(entries["tool-slips"], title="A tool does something else")
    entries["new-one"] = replace(SMALL.entries["tool-misused"], slug="new-one", title="New one")
    controls = {slug: row for slug, row in SMALL.controls.items() if "tool-misused" not in row.treats}
    loaded = load(changed(SMALL, "later", entries=entries, controls=controls), monkeypatch)
    assert loaded.previous == "small"
    assert [(one["change"], one["key"]) for one in loaded.differences] == [
        ("new", "new-one"),
        ("changed", "tool-slips"),
        ("gone", "allow-list"),
        ("gone", "tool-misused"),
    ]
    assert loaded.differences[1]["fields"] == [
        {"field": "title", "before": "Tool slips", "after": "A tool does something else"}
    ]
    assert load_builtin() is False
