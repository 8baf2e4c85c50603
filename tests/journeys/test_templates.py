"""Beginning from a template: a common shape is chosen by its picture, described further, and kept for the others."""

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.test_accessibility import keep_picture, violations

pytestmark = pytest.mark.journey


def test_a_system_is_begun_from_a_template_and_kept_as_one(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name=re.compile("^Template")).click()
    expect(page.get_by_role("radio", name="Retrieval assistant")).to_be_checked(checked=False)
    picture = page.get_by_role("img", name="Picture of Retrieval assistant")
    # An image that has not begun to load counts as complete.
    expect(picture).not_to_have_js_property("naturalWidth", 0)
    keep_picture(page, "templates")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    expect(picture).to_have_attribute("src", re.compile("look=dark"))
    page.get_by_role("radio", name="Retrieval assistant").check(force=True)
    page.get_by_label("What is it called?").fill("Handbook assistant")
    page.get_by_role("button", name="Begin from it").click()
    expect(page.get_by_role("heading", name="Handbook assistant")).to_be_visible()
    expect(page.get_by_text("Passage index").first).to_be_visible()
    page.get_by_role("button", name="More", exact=True).first.click()
    page.get_by_role("menuitem", name="Save as template").click()
    page.get_by_label("Name of the template").fill("House style assistant")
    page.get_by_role("dialog").get_by_role("button", name="Save as template").click()
    expect(page.get_by_role("status").filter(has_text="House style assistant is now a template")).to_be_visible()
    page.goto("/")
    page.get_by_role("button", name=re.compile("^Template")).click()
    expect(page.get_by_role("group", name="Of this workspace").get_by_role("radio")).to_have_count(1)
    page.get_by_role("button", name="Delete the template House style assistant").click()
    expect(page.get_by_role("radio", name="House style assistant")).to_have_count(0)
    page.keyboard.press("u")
    expect(page.get_by_role("radio", name="House style assistant")).to_have_count(1)


def test_every_template_becomes_a_system_with_all_that_its_picture_shows(page: Page, program: httpx.Client) -> None:
    page.goto("/w/demo")
    page.get_by_role("button", name=re.compile("^Template")).click()
    choices = page.get_by_role("radio")
    expect(choices.first).to_be_attached()
    names = choices.evaluate_all("all => all.map(one => one.labels[0].innerText.split('\\n')[0])")
    assert len(names) >= 14, names  # Nine common shapes and five samples; blank is a choice of its own.
    for name in names:
        page.goto("/")
        page.get_by_role("button", name=re.compile("^Template")).click()
        page.get_by_role("img", name=f"Picture of {name}", exact=True).click()
        page.get_by_label("What is it called?").fill(f"{name} again")
        page.get_by_role("button", name="Begin from it").click()
        page.wait_for_url("**/picture")
        expect(page.get_by_role("heading", name=f"{name} again")).to_be_visible()
        system = page.url.split("/systems/")[1].split("/")[0]
        rows = program.get(f"/api/v1/workspaces/demo/systems/{system}/elements?page_size=1000").json()["results"]
        assert rows
        expect(page.locator(".react-flow__node-element")).to_have_count(len(rows))
