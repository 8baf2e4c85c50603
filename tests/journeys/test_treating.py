"""Treating a finding: a control is planned and verified in place, and what it treats stands lower in the next run."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey


def test_a_control_is_verified_in_place_taken_back_and_kept(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=re.compile("customer service", re.IGNORECASE)).first.click()
    page.get_by_role("link", name=re.compile("^Suggestions")).first.click()
    page.get_by_role("button", name=re.compile("^Suggest( S)?$")).click()
    page.get_by_role("article").first.get_by_role("button", name="Accept").click()
    page.get_by_role("link", name=re.compile("^Findings")).first.click()
    page.locator("tbody tr a").first.click()
    control = page.get_by_role("group", name=re.compile("^How far is")).first
    control.get_by_role("button", name="Plan").click()
    expect(control.get_by_role("button", name="Plan")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status").filter(has_text="is now planned")).to_be_visible()
    page.keyboard.press("u")
    expect(control.get_by_role("button", name="Plan")).to_have_attribute("aria-pressed", "false")
    control.get_by_role("button", name="Verified").click()
    page.get_by_label(re.compile("How was it verified")).fill("Ten planted orders were refused.")
    page.get_by_label(re.compile("Holds until")).fill("2099-06-30")
    page.get_by_role("button", name="It is verified").click()
    expect(page.get_by_text("Verified, until 2099-06-30")).to_be_visible()
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        page.get_by_label("Due").fill("2030-01-31")
    page.reload()
    expect(page.get_by_label("Due")).to_have_value("2030-01-31")
    expect(page.get_by_text("Ten planted orders were refused.")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Suggestions")).first.click()
    page.get_by_role("button", name=re.compile("^Suggest again")).click()
    # What stands lower may stand below the first rows, which are all that is drawn of a long list.
    page.get_by_role("combobox", name="Element").click()
    page.get_by_role("option", name="Marlow assistant", exact=True).click()
    # A worker has to come round to it, on a machine that may have much to do.
    expect(page.get_by_text(re.compile("Lower because “.*” is verified on")).first).to_be_visible(timeout=60_000)
