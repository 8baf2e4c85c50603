"""Deciding without a mouse, with the keys that the list of keys names."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.library import Library
from tests.product import wait_until

pytestmark = pytest.mark.journey


def test_the_list_of_keys_is_one_key_away_and_names_those_that_decide(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/suggestions")
    expect(page.get_by_role("button", name="Suggest")).to_be_visible()
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    for deed in (
        "Suggest",
        "Next",
        "To the other lane",
        "Accept",
        "Dismiss",
        "Edit",
        "Select",
        "Undo what was just done",
    ):
        expect(keys.get_by_text(deed, exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_have_count(0)


def test_everything_is_decided_by_keys_alone(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/suggestions")
    expect(page.get_by_role("button", name="Suggest")).to_be_visible()
    page.keyboard.press("s")
    expect(page.get_by_role("article").first).to_be_visible()
    page.keyboard.press("j")
    expect(focused(page)).to_have_attribute("aria-label", re.compile("^Threat: "))
    page.keyboard.press("ArrowRight")
    expect(focused(page)).to_have_attribute("aria-label", re.compile("^Hazard: "))
    page.keyboard.press("ArrowLeft")
    accepted = focused_finding(page)
    page.keyboard.press("a")
    wait_until("it is accepted", lambda: [row["id"] for row in desk.findings("open")] == [accepted])
    dismissed = focused_finding(page)
    assert dismissed != accepted
    page.keyboard.press("d")
    page.keyboard.press("2")
    wait_until("it is dismissed", lambda: [row["id"] for row in desk.findings("dismissed")] == [dismissed])
    page.keyboard.press("u")
    wait_until("it is back", lambda: desk.findings("dismissed") == [])
    page.keyboard.press("e")
    expect(page.get_by_label("What happens")).to_be_focused()
    page.keyboard.type("! ")
    page.keyboard.press("Escape")
    expect(page.get_by_label("What happens")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(focused(page).get_by_role("button", name="Less")).to_be_visible()


def test_many_are_selected_and_decided_at_once(page: Page, desk: Library) -> None:
    suggested = desk.suggest()
    page.goto(f"{desk.address}/suggestions")
    expect(page.get_by_role("article").first).to_be_visible()
    chosen = []
    for _ in range(3):
        page.keyboard.press("j")
        chosen.append(focused_finding(page))
        page.keyboard.press("x")
    expect(page.get_by_role("toolbar", name="3 selected")).to_be_visible()
    page.keyboard.press("a")
    wait_until("three are open", lambda: {row["id"] for row in desk.findings("open")} == set(chosen))
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.get_by_role("button", name="Select all").click()
    page.keyboard.press("d")
    page.keyboard.press("1")
    expect(page.get_by_text("Everything that was suggested is decided on.")).to_be_visible()
    wait_until("the rest is dismissed", lambda: len(desk.findings("dismissed")) == len(suggested) - 3)


def focused(page: Page) -> Locator:
    return page.locator("article:focus, article:focus-within")


def focused_finding(page: Page) -> str:
    """The finding on the card that has the focus."""
    expect(focused(page)).to_have_count(1)
    return focused(page).get_attribute("data-finding") or ""
