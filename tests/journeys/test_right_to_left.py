"""The app for somebody who reads from right to left: all is mirrored and nothing breaks, but the drawing stays."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import FloatRect, Locator, Page, Route, StorageState, TimeoutError, ViewportSize, expect

from tests.journeys.conftest import Arrive
from tests.journeys.library import Library

pytestmark = pytest.mark.journey
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DESK, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)


@pytest.fixture
def mirrored(arrive: Arrive, demo: StorageState) -> Page:
    """No language of the app is written that way yet, so the page itself says so; the app keeps what a page says."""
    page = arrive(demo)
    # A page that has come through a service worker could not be changed here.
    page.add_init_script("delete Navigator.prototype.serviceWorker")

    def mirror(route: Route) -> None:
        if route.request.resource_type != "document":
            return route.fallback()
        response = route.fetch()
        return route.fulfill(response=response, body=response.text().replace("<html", '<html dir="rtl"', 1))

    page.route(re.compile(r"/w/|/attic"), mirror)
    return page


def test_no_page_breaks_from_right_to_left(mirrored: Page, desk: Library) -> None:
    first, *_ = desk.suggest()
    desk.decide(first, "open")
    agent = desk.element("Desk agent")["id"]
    places = {
        "/w/demo": "Sample systems",
        "/w/demo/systems?q=loan": "Consumer loan scoring",
        "/w/demo/catalogue": "What the field knows",
        f"/w/demo/catalogue/{first['entry']}": "Suggested when",
        "/w/demo/controls": "Effect on both sides",
        f"/w/demo/controls/{first['controls'][0]['slug']}": "How to find out that it works",
        f"/w/demo/controls/{first['controls'][0]['slug']}/change": "Against threats it",
        "/w/demo/packs": "Packs",
        "/w/demo/settings": "Keys for programs",
        f"{desk.address}/picture?view=outline&show={agent}": "What is known about it",
        f"{desk.address}/stake": "What readers borrow",
        f"{desk.address}/suggestions": "Somebody wants this to happen",
        f"{desk.address}/findings/{first['id']}": "Raised by",
        f"{desk.address}/reports": "No report yet.",
        f"{desk.address}/history": "asked for suggestions",
        "/attic": "There is nothing here",
    }
    found = {place: overflows(mirrored, place, seen) for place, seen in places.items()}
    assert {place: wide for place, wide in found.items() if wide != [0, 0]} == {}


def test_rail_detail_and_lanes_stand_on_the_mirrored_side(mirrored: Page, desk: Library) -> None:
    desk.suggest()
    mirrored.set_viewport_size(DESK)
    mirrored.goto(f"{desk.address}/suggestions")
    threat = mirrored.get_by_role("article", name=re.compile("^Threat: ")).first
    hazard = mirrored.get_by_role("article", name=re.compile("^Hazard: ")).first
    rail = mirrored.get_by_role("navigation", name="Main")
    assert box(rail)["x"] > box(threat)["x"] > box(hazard)["x"]
    mirrored.keyboard.press("j")
    focused = mirrored.locator("article:focus")
    expect(focused).to_have_attribute("aria-label", re.compile("^Threat: "))
    mirrored.keyboard.press("ArrowLeft")
    expect(focused).to_have_attribute("aria-label", re.compile("^Hazard: "))
    agent = desk.element("Desk agent")["id"]
    mirrored.goto(f"{desk.address}/picture?show={agent}")
    detail, canvas = mirrored.get_by_role("complementary"), mirrored.get_by_role("application", name="Picture")
    assert box(detail)["x"] < box(canvas)["x"]
    expect(canvas).to_have_css("direction", "ltr")
    expect(detail).to_have_css("direction", "rtl")


def test_the_menu_of_a_phone_comes_from_the_mirrored_side(mirrored: Page) -> None:
    mirrored.set_viewport_size(PHONE)
    mirrored.goto("/w/demo")
    rail = mirrored.get_by_role("navigation", name="Main")
    expect(rail).to_be_hidden()
    mirrored.get_by_role("button", name="Open the menu").click()
    expect(rail).to_be_visible()
    assert box(rail)["x"] + box(rail)["width"] >= PHONE["width"] - 16


def overflows(page: Page, place: str, seen: str) -> list[int]:
    """How many pixels wider than the window the page is, on a desk and on a phone. It is opened once."""
    page.set_viewport_size(DESK)
    page.goto(place)
    return [overflow(page, seen, window) for window in (DESK, PHONE)]


def overflow(page: Page, seen: str, window: ViewportSize) -> int:
    page.set_viewport_size(window)
    expect(page.get_by_text(seen).locator("visible=true").first).to_be_visible()
    expect(page.locator("html")).to_have_css("direction", "rtl")
    with suppress(TimeoutError):  # What a page is for a moment while it finds its new width is not how it stays.
        page.wait_for_function(f"{WIDER} <= 0", timeout=2_000)
    wider: int = page.evaluate(WIDER)
    return wider


def box(part: Locator) -> FloatRect:
    expect(part).to_be_visible()
    found = part.bounding_box()
    assert found
    return found
