"""Who else is here: seen in the bar and on the diagram, followed, and not seen where somebody does not want it."""

import re

import pytest
from playwright.sync_api import Locator, Page, StorageState, expect

from tests.journeys.conftest import Arrive
from tests.journeys.library import Library

pytestmark = pytest.mark.journey
HERE = re.compile("other (person|people)")


def both_at(place: str, page: Page, other: Page) -> None:
    for one in (page, other):
        one.goto(place)
    expect(page.get_by_role("button", name=HERE)).to_be_visible()


def cursor_of(page: Page, name: str) -> Locator:
    return page.locator(f"[data-person={name}] svg")


def point(page: Page, x: float, y: float) -> None:
    box = page.locator(".react-flow__pane").bounding_box()
    assert box
    page.mouse.move(box["x"] + x, box["y"] + y, steps=3)


def choose(page: Page, item: str) -> None:
    page.get_by_role("button", name=HERE).click()
    page.get_by_role("menuitem", name=item).click()


def test_a_viewer_and_an_editor_see_each_other_and_where_they_point(
    page: Page, arrive: Arrive, viewer: StorageState, desk: Library
) -> None:
    vera = arrive(viewer)
    both_at(f"{desk.address}/picture", page, vera)
    agent = desk.element("Desk agent")["id"]
    point(vera, 200, 60)
    expect(cursor_of(page, "vera")).to_be_visible(timeout=5_000)
    vera.locator(f"[data-part='{agent}']").click()
    expect(page.locator("[data-selected-by=vera]")).to_be_visible(timeout=5_000)
    # On another page she has no cursor, and the list says where she is.
    vera.get_by_role("link", name="Findings").first.click()
    expect(page.locator("[data-person=vera]")).to_have_count(0)
    page.get_by_role("button", name=HERE).click()
    expect(page.get_by_role("menuitem", name="Go to where vera is")).to_contain_text("Findings")
    page.get_by_role("menuitem", name="Go to where vera is").click()
    expect(page).to_have_url(re.compile("/findings"))
    vera.goto("about:blank")
    expect(page.get_by_role("button", name=HERE)).to_have_count(0)


def test_who_switches_cursors_off_shows_none_and_sees_none(
    page: Page, arrive: Arrive, edda: StorageState, desk: Library
) -> None:
    other = arrive(edda)
    both_at(f"{desk.address}/picture", page, other)
    point(other, 200, 60)
    expect(cursor_of(page, "edda")).to_be_visible(timeout=5_000)
    switch = page.get_by_role("button", name="Show cursors, and mine to others")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(cursor_of(page, "edda")).to_have_count(0)
    point(page, 300, 90)
    other.wait_for_timeout(800)
    expect(other.locator("[data-person]").locator("svg")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Show cursors, and mine to others")).to_have_attribute(
        "aria-pressed", "false"
    )


def test_following_goes_where_the_other_goes_and_stops_as_soon_as_i_do_something(
    page: Page, arrive: Arrive, edda: StorageState, desk: Library
) -> None:
    other = arrive(edda)
    page.goto(f"{desk.address}/stake")
    other.goto(f"{desk.address}/picture")
    expect(page.get_by_role("button", name=HERE)).to_be_visible()
    # By keyboard alone.
    page.get_by_role("button", name=HERE).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menu")).to_be_visible()
    follow = page.get_by_role("menuitem", name="Follow edda")
    for _ in range(3):
        if not follow.evaluate("item => item === document.activeElement"):
            page.keyboard.press("ArrowDown")
            page.wait_for_timeout(200)
    expect(follow).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Following edda")).to_be_visible()
    expect(page).to_have_url(re.compile("/picture"))
    expect(page.get_by_role("application", name="Picture")).to_be_visible()
    viewport = page.locator(".react-flow__viewport")
    before = viewport.get_attribute("style")
    for _ in range(3):
        other.get_by_role("button", name="Zoom in").click()
        other.wait_for_timeout(300)
    expect(viewport).not_to_have_attribute("style", before or "", timeout=5_000)
    agent = desk.element("Desk agent")["id"]
    other.keyboard.press("0")
    other.locator(f"[data-part='{agent}']").click()
    expect(page.locator(f"[data-part='{agent}'][aria-pressed=true]")).to_be_visible(timeout=5_000)
    # Also to another diagram.
    second = desk.client.post(f"{desk.api}/diagrams", json={"title": "At night"}).json()["id"]
    other.get_by_role("tab", name="At night").click()
    expect(page).to_have_url(re.compile(second))
    other.get_by_role("link", name="Stake").first.click()
    expect(page).to_have_url(re.compile("/stake"))
    page.keyboard.press("Escape")
    expect(page.get_by_text("Following edda")).to_have_count(0)
    other.get_by_role("link", name="History").first.click()
    expect(other).to_have_url(re.compile("/history"))
    page.wait_for_timeout(500)
    expect(page).to_have_url(re.compile("/stake"))
