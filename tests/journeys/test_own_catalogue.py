"""A workspace makes the catalogue its own: switches off, changes a copy, and imports a pack after looking at it."""

from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from apps.catalog.parsing import builtin_catalogue
from apps.catalog.plain_rows import entry_row
from tests.factories.packs import pack_of

pytestmark = pytest.mark.journey
ENTRIES = builtin_catalogue().entries
OFF, COPIED = "tool-rug-pull", "tool-result-poisoning"


def entry_page(page: Page, slug: str) -> None:
    workspace = page.url.split("/w/")[1].split("/")[0]
    page.goto(f"/w/{workspace}/catalogue/{slug}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(ENTRIES[slug].title)


def test_a_workspace_switches_an_entry_off_and_takes_it_back(page: Page) -> None:
    page.get_by_role("link", name="Catalogue").click()
    page.get_by_placeholder("Search by words").fill(ENTRIES[OFF].title)
    page.wait_for_url("**?q=*")
    page.get_by_role("link", name=ENTRIES[OFF].title).click()
    page.get_by_role("button", name="Switch off…").first.click()
    page.get_by_label("Why does it not belong here?").fill("We build our own tools.")
    page.get_by_role("button", name="Switch off", exact=True).click()
    expect(page.get_by_text("We build our own tools.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("We build our own tools.")).to_have_count(0)


def test_a_workspace_changes_a_copy_and_goes_back_to_the_original(page: Page) -> None:
    page.get_by_role("link", name="Catalogue").click()
    page.wait_for_url("**/catalogue")
    entry_page(page, COPIED)
    page.get_by_role("link", name="Copy and change").click()
    page.get_by_label("Title").fill("The price list lies")
    page.get_by_label("Why", exact=False).last.fill("That is how it went here.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The price list lies")
    expect(page.get_by_text("Changed here")).to_be_visible()
    expect(page.get_by_role("table", name="What this workspace changed")).to_contain_text(ENTRIES[COPIED].title)
    page.get_by_role("button", name="Back to the original").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(ENTRIES[COPIED].title)


def test_a_pack_is_looked_at_before_it_is_applied_and_its_next_version_shows_what_changes(page: Page) -> None:
    page.get_by_role("link", name="Catalogue").click()
    page.get_by_role("link", name="Packs").click()
    ours: Any = {**entry_row(ENTRIES[COPIED]), "slug": "forklift-blocks-door", "title": "A forklift blocks the door"}
    other = {**ours, "slug": "forklift-tips", "title": "A forklift tips over"}
    drop(page, pack_of(ours, slug="warehouse", version="1"))
    expect(page.get_by_text("It is not here yet.")).to_be_visible()
    expect(page.get_by_role("region", name="New")).to_contain_text("A forklift blocks the door")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("table", name="Imported packs")).to_contain_text("House rules")
    drop(page, pack_of({**ours, "title": "A forklift stands in the door"}, other, slug="warehouse", version="2"))
    expect(page.get_by_text("Version 1 is here now.")).to_be_visible()
    changed = page.get_by_role("region", name="Changed")
    expect(changed).to_contain_text("A forklift blocks the door")
    expect(changed).to_contain_text("A forklift stands in the door")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("table", name="Imported packs")).to_contain_text("2")


def drop(page: Page, text: str) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file…").click()
    pack = FilePayload(name="warehouse.yaml", mimeType="application/yaml", buffer=text.encode())
    chooser.value.set_files(files=pack)
