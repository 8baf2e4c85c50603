"""The app in another language: chosen in the menu, kept by the browser, on every page."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey


def test_a_person_chooses_german_and_goes_back_to_english(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="You", exact=True).click()
    page.get_by_text("Deutsch", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.get_by_role("heading", name="Beispielsysteme")).to_be_visible()
    page.goto("/w/demo/systems")
    expect(page.get_by_role("heading", name="Systeme", exact=True)).to_be_visible()
    page.get_by_role("button", name="Eigenes Menü").click()
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", name="Systems", exact=True)).to_be_visible()
