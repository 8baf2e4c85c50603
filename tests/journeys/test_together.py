"""Several people on one system: news arrive by themselves, and nobody is offered what they may not do."""

import re

import pytest
from playwright.sync_api import Page, Route, StorageState, expect

from tests.journeys.conftest import Arrive
from tests.journeys.library import Library

pytestmark = pytest.mark.journey
DEEDS = re.compile(
    "^(Accept|Dismiss|Edit|Suggest.*|Add .*|Create PDF|Remove|Delete.*|Rename|Make (?!token).*|New system|Import|Treat|"
    "Resolve|Take back)$"
)


def test_what_one_person_decides_and_changes_appears_in_the_other_browser(
    page: Page, arrive: Arrive, demo: StorageState, desk: Library
) -> None:
    desk.suggest()
    other = arrive(demo)
    for one in (page, other):
        one.goto(f"{desk.address}/suggestions")
    mine = page.get_by_role("article").first
    title = mine.get_attribute("aria-label") or ""
    theirs = other.get_by_role("article", name=title, exact=True)
    expect(theirs).to_be_visible()
    mine.get_by_role("button", name="Accept").click()
    expect(theirs).to_have_count(0, timeout=5_000)
    other.goto(f"{desk.address}/picture?view=outline")
    expect(other.get_by_role("treeitem", name="Desk agent")).to_be_visible()
    page.goto(f"{desk.address}/picture?view=outline&show={desk.element('Desk agent')['id']}")
    page.get_by_label("Name", exact=True).fill("Night desk agent")
    page.get_by_label("Name", exact=True).blur()
    expect(other.get_by_role("treeitem", name="Night desk agent")).to_be_visible(timeout=5_000)


def test_a_browser_that_never_saw_the_run_under_way_shows_what_it_found(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/suggestions")
    expect(page.get_by_text("Nobody has looked yet")).to_be_visible()
    held: list[Route] = []
    # A slow line: its questions about runs are answered late.
    page.route(re.compile("/runs"), lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no method of C.
    desk.suggest()
    page.wait_for_timeout(1_000)
    page.route(re.compile("/runs"), lambda route: route.continue_())
    for route in held:
        route.continue_()
    expect(page.get_by_role("article").first).to_be_visible()


def test_a_viewer_sees_everything_and_is_offered_nothing_that_would_be_refused(
    arrive: Arrive, viewer: StorageState, desk: Library
) -> None:
    first, *_ = desk.suggest()
    desk.decide(first, "open")
    page = arrive(viewer)
    agent = desk.element("Desk agent")["id"]
    places = {
        f"{desk.address}/picture?show={agent}": "What is known about it",
        f"{desk.address}/picture?view=outline&list=boundaries": "Library network",
        f"{desk.address}/stake": "What readers borrow",
        f"{desk.address}/suggestions": "Somebody wants this to happen",
        f"{desk.address}/findings/{first['id']}": "Raised by",
        f"{desk.address}/reports": "A PDF for the people",
        "/w/demo": "Sample systems",
        "/w/demo/systems?q=loan": "Consumer loan scoring",
        "/w/demo/settings": "Who works here",
    }
    for place, seen in places.items():
        page.goto(place)
        expect(page.get_by_text(seen).first).to_be_visible()
        expect(page.get_by_role("button", name=DEEDS)).to_have_count(0)
        expect(page.get_by_role("checkbox", disabled=False)).to_have_count(0)
