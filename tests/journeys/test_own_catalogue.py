"""A workspace makes the catalogue its own: switches off, changes copies, adds a control, imports a pack."""

from typing import Any

import httpx
import pytest
from playwright.sync_api import FilePayload, Page, expect

from apps.catalog.parsing import builtin_catalogue
from apps.catalog.plain_rows import entry_row
from tests.factories.packs import pack_of

pytestmark = pytest.mark.journey
ENTRIES, CONTROLS = builtin_catalogue().entries, builtin_catalogue().controls
OFF, COPIED = "tool-rug-pull", "tool-result-poisoning"
CONTROL = "strong-authentication"


def entry_page(page: Page, slug: str) -> None:
    page.goto(f"/w/demo/catalogue/{slug}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(ENTRIES[slug].title)


def control_page(page: Page) -> None:
    page.goto(f"/w/demo/controls/{CONTROL}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(CONTROLS[CONTROL].title)


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_workspace_switches_an_entry_off_and_takes_it_back(page: Page) -> None:
    page.goto("/w/demo")
    page.get_by_role("link", name="Catalogue", exact=True).click()
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
    page.goto("/w/demo")
    page.get_by_role("link", name="Catalogue", exact=True).click()
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


def test_a_workspace_writes_an_entry_with_all_that_can_be_said_of_one(page: Page) -> None:
    page.goto("/w/demo/new-entry")
    page.get_by_label("Title").fill("A robot waits for a person who has left")
    page.get_by_label("Short name").fill("robot-waits")
    page.get_by_label("Gist").fill("Nobody tells it that the shift has ended.")
    choose(page, "Lens", "Hazard")
    choose(page, "Origin", "People and organisation")
    for label, option in (("Applies to", "Agent"), ("Harms", "Reliability"), ("Stages of life", "Maintenance")):
        choose(page, label, option)
        page.keyboard.press("Escape")
    choose(page, "Has to withstand", "People – slips, haste, trust that is too high")
    page.get_by_role("combobox", name="Lies in a path").click()
    page.get_by_role("option", name="one reviewer is the only brake").click()
    page.get_by_label("The question to a team").fill("Who tells the robot that a shift ends?")
    page.get_by_label("The other side’s question").fill("Who could keep it waiting?")
    page.get_by_label("Why it stands alone").fill("Nobody gains from a robot that waits.")
    page.get_by_role("button", name="Add an incident").click()
    page.get_by_label("What happened", exact=False).last.fill("A robot blocks a corridor overnight")
    page.get_by_label("Where it is written").fill("AI Incident Database 102")
    page.get_by_role("textbox", name="Why", exact=True).fill("It happened here.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A robot waits for a person who has left")
    for shown in ("People – slips, haste", "Operation, Maintenance", "one reviewer is the only brake"):
        expect(page.get_by_text(shown)).to_be_visible()
    expect(page.get_by_text("Nobody gains from a robot that waits.")).to_be_visible()
    incident = page.get_by_role("link", name="AI Incident Database 102")
    expect(incident).to_have_attribute("href", "https://incidentdatabase.ai/cite/102")
    page.get_by_role("link", name="Change", exact=True).click()
    expect(page.get_by_label("Where it is written")).to_have_value("AI Incident Database 102")
    page.get_by_role("button", name="Remove this incident").click()
    page.get_by_role("textbox", name="Why", exact=True).fill("It was another robot.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("No public incident of this kind is named.")).to_be_visible()
    page.get_by_role("button", name="Remove").click()
    page.wait_for_url("**/catalogue")


def test_a_workspace_adds_a_control_of_its_own_that_stands_beside_what_it_treats(page: Page) -> None:
    page.goto("/w/demo")
    page.get_by_role("link", name="Catalogue", exact=True).click()
    page.get_by_role("link", name="Controls", exact=True).click()
    page.get_by_role("link", name="New control").click()
    page.get_by_label("Title").fill("Two people read every price list")
    page.get_by_label("Short name").fill("two-people-read")
    page.get_by_label("Gist").fill("Nobody takes over a price list alone.")
    choose(page, "What it does", "Detects it")
    choose(page, "What it changes in the score", "What gets through is stopped before the loss.")
    choose(page, "Against hazards it", "Hurts")
    page.get_by_role("combobox", name="Treats").fill(ENTRIES[COPIED].title)
    page.get_by_role("option", name=ENTRIES[COPIED].title).click()
    page.get_by_label("How to find out that it works").fill("Hand in a list with a wrong price.")
    page.get_by_role("textbox", name="Why", exact=True).fill("We do it since spring.")
    page.get_by_role("button", name="Save").click()
    why = page.get_by_label("Why it does that")
    assert why.evaluate("field => field.validity.valueMissing"), "Nobody said why it hurts."
    why.fill("Urgent prices wait for the second person.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Two people read every price list")
    expect(page.get_by_text("Helps one side and hurts the other")).to_be_visible()
    page.get_by_role("link", name=ENTRIES[COPIED].title).click()
    page.get_by_role("link", name="Two people read every price list").click()
    expect(page.get_by_text("Urgent prices wait for the second person.")).to_be_visible()
    page.get_by_role("button", name="Remove").click()
    page.wait_for_url("**/controls")


def test_a_workspace_changes_a_copy_of_a_control_and_sees_what_it_changed(page: Page) -> None:
    control_page(page)
    page.get_by_role("link", name="Copy and change").click()
    page.get_by_label("Gist").fill("Ask everybody for a badge.")
    page.get_by_role("textbox", name="Why", exact=True).fill("Our door knows badges only.")
    page.get_by_role("button", name="Save").click()
    changes = page.get_by_role("table", name="What this workspace changed")
    expect(changes).to_contain_text("Ask everybody for a badge.")
    expect(changes).to_contain_text(CONTROLS[CONTROL].gist)
    expect(page.get_by_text("Our door knows badges only.")).to_be_visible()
    page.get_by_role("button", name="Back to the original").click()
    expect(page.get_by_role("heading", level=1).locator("..")).to_contain_text(CONTROLS[CONTROL].gist)


def test_a_control_is_found_by_whom_it_hurts_and_switched_off_and_on_again(page: Page) -> None:
    page.goto("/w/demo/controls")
    choose(page, "Whom it hurts", "Makes hazards worse")
    page.wait_for_url("**hurts=unintended*")
    page.get_by_placeholder("Search controls by words").fill(CONTROLS[CONTROL].title)
    page.wait_for_url("**q=*")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name=CONTROLS[CONTROL].title).click()
    page.get_by_role("button", name="Switch off…").click()
    page.get_by_label("Why does it not belong here?").fill("Another team sees to it.")
    page.get_by_role("button", name="Switch off", exact=True).click()
    expect(page.get_by_text("Another team sees to it.")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Switch on").click()
    expect(page.get_by_text("Another team sees to it.")).to_have_count(0)
    expect(page.get_by_role("button", name="Switch off…")).to_be_visible()


def test_a_pack_is_looked_at_before_it_is_applied_and_its_next_version_shows_what_changes(page: Page) -> None:
    page.goto("/w/demo")
    page.get_by_role("link", name="Catalogue", exact=True).click()
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


def test_what_is_written_is_not_lost_by_going_back_and_what_is_missing_is_said(page: Page) -> None:
    entry_page(page, OFF)
    page.get_by_role("link", name="Copy and change").click()
    expect(page.get_by_text("Still missing: Why")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    why = page.get_by_role("textbox", name="Why", exact=True)
    expect(why).to_be_focused()
    why.fill("We build our own tools.")
    expect(page.get_by_text("Still missing")).to_have_count(0)
    page.go_back()
    page.get_by_role("dialog", name="Leave without saving?").get_by_role("button", name="Stay").click()
    expect(why).to_have_value("We build our own tools.")
    page.get_by_role("link", name="Systems").first.click()
    page.get_by_role("dialog", name="Leave without saving?").get_by_role("button", name="Leave").click()
    expect(page.get_by_role("heading", level=1, name="Systems")).to_be_visible()
    page.go_back()
    expect(why).to_have_value("")
    page.go_back()
    expect(page.get_by_role("link", name="Copy and change")).to_be_visible()


def test_every_pack_is_listed_however_many_there_are(page: Page, program: httpx.Client) -> None:
    packs = "/api/v1/workspaces/demo/catalogue/packs"
    row = entry_row(ENTRIES[COPIED])
    slugs = [f"pack-{number:02}" for number in range(51)]
    before = len(program.get(packs).json()["results"])
    try:
        for slug in slugs:
            body = {"text": pack_of({**row, "slug": f"{slug}-lies"}, slug=slug)}
            digest = program.post(f"{packs}/preview", json=body).json()["digest"]
            program.post(packs, json={**body, "digest": digest})
        page.goto("/w/demo/packs")
        listed = page.get_by_role("table", name="Imported packs").get_by_role("row").filter(has_text="House rules")
        expect(listed).to_have_count(before + len(slugs))
    finally:
        for slug in slugs:
            program.delete(f"{packs}/{slug}")
