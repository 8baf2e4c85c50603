"""Describing the system: attributes in the outline, out of scope, and the model file."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.library import MODEL, Library, choose_file, drop_file
from tests.product import wait_until

pytestmark = pytest.mark.journey


def test_attributes_are_changed_in_the_outline_and_stay(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/picture?view=outline")
    page.get_by_role("treeitem", name="Loan records").click()
    panel = page.get_by_role("complementary", name="Loan records")
    panel.get_by_label("Name").fill("Loan register")
    panel.get_by_label("Name").blur()
    expect(page.get_by_role("treeitem", name="Loan register")).to_be_visible()
    page.get_by_role("group", name="Is it encrypted?").get_by_text("Yes", exact=True).click()
    wait_until("the name is kept", lambda: "Loan register" in desk.names())
    wait_until("the answer is kept", lambda: desk.element("Loan register")["attributes"].get("encrypted") is True)
    page.reload()
    encrypted = page.get_by_role("group", name="Is it encrypted?")
    expect(encrypted.get_by_role("radio", name="Yes")).to_be_checked()


def test_what_is_out_of_scope_is_faded_and_not_looked_at(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/picture?view=outline")
    page.get_by_role("treeitem", name="Hosted language model").click()
    page.get_by_role("checkbox", name="Out of scope").click()
    reason = page.get_by_label("Why is it out of scope?")
    reason.fill("Looked at by its vendor.")
    reason.blur()
    wait_until("it is kept", lambda: desk.element("Hosted language model")["out_of_scope"])
    assert {row["target_name"] for row in desk.suggest()}.isdisjoint({"Hosted language model"})
    page.get_by_role("radiogroup", name="How to look at it").get_by_text("Canvas").click()
    expect(page.get_by_role("button", name=re.compile("Hosted language model *Out of scope"))).to_be_visible()


def test_the_exported_model_file_is_the_one_that_was_imported(page: Page, desk: Library, tmp_path: Path) -> None:
    page.goto(f"{desk.address}/picture")
    page.get_by_role("button", name="More").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="Export model file").click()
    assert download.value.suggested_filename.endswith(".bifocal.json")
    path = tmp_path / "exported.json"
    download.value.save_as(path)
    exported = json.loads(path.read_text(encoding="utf-8"))
    imported = json.loads(MODEL.read_text(encoding="utf-8"))
    assert exported == imported | {"system": imported["system"] | {"name": desk.name}}


def test_a_file_that_is_dropped_on_the_start_page_becomes_a_system(page: Page) -> None:
    page.goto("/w/demo")
    drop_file(page, MODEL)
    page.wait_for_url("**/picture")
    expect(page.get_by_role("button", name="Stock and review index")).to_be_visible()


def test_a_file_with_mistakes_shows_each_by_its_path_and_nothing_is_kept(page: Page) -> None:
    broken = json.loads(MODEL.read_text(encoding="utf-8"))
    broken["system"]["name"] = "Broken"
    broken["elements"][3]["kind"] = "oracle"
    broken["elements"][4]["attributes"]["task"] = "wondering"
    broken["flows"][0]["target"] = "nowhere"
    content = json.dumps(broken).encode()
    page.goto("/w/demo")
    choose_file(page, {"name": "model.json", "mimeType": "application/json", "buffer": content})
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text("model.json was not imported")
    expect(problems).to_contain_text("Nothing of it was kept")
    for path in ("elements[3].kind", "elements[4].attributes.task", "flows[0].target"):
        expect(problems.get_by_text(path, exact=True)).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(problems).to_have_count(0)
    page.goto("/w/demo/systems?q=Broken")
    expect(page.get_by_text("No system has “Broken”")).to_be_visible()
