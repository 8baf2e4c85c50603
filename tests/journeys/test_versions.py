"""Versions: kept before a change, compared on the drawing and in a list, and brought back."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.library import Library
from tests.journeys.test_accessibility import keep_picture, violations

pytestmark = pytest.mark.journey


def test_a_version_is_kept_compared_and_brought_back(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/history")
    page.get_by_label("Name of the version").fill("Signed off")
    page.get_by_role("button", name="Keep this version").click()
    expect(page.get_by_role("link", name="Signed off")).to_be_visible()
    agent = desk.element("Desk agent")
    desk.client.patch(f"{desk.api}/elements/{agent['id']}", json={"name": "Desk robot"})
    desk.client.post(f"{desk.api}/elements", json={"name": "Door", "kind": "actuator"})
    page.get_by_role("link", name="Signed off").click()
    expect(page.get_by_role("heading", name="From “Signed off” to how it is now")).to_be_visible()
    changed = page.get_by_role("listitem").filter(has_text="Desk robot").first
    expect(changed).to_contain_text("Changed")
    expect(changed).to_contain_text("Name: Desk agent → Desk robot")
    expect(page.get_by_role("listitem").filter(has_text="Door").first).to_contain_text("Added")
    drawing = page.get_by_role("img", name="Drawing of what differs from Signed off")
    expect(drawing).to_have_js_property("complete", value=True)
    assert drawing.evaluate("image => image.naturalWidth") > 0
    keep_picture(page, "comparison")
    assert violations(page) == []
    page.get_by_role("link", name="Back to history").click()
    page.get_by_role("button", name="Go back to it").click()
    page.get_by_role("dialog").get_by_role("button", name="Go back to it").click()
    expect(page.get_by_role("status").filter(has_text="The model is as in “Signed off” again")).to_be_visible()
    expect(page.get_by_role("link", name="Before going back to “Signed off”")).to_be_visible()
    assert desk.element("Desk agent")["id"] == agent["id"]
    expect(page.get_by_text("went back to the version Signed off")).to_be_visible()
