"""What is typed in tables and cannot be saved, or not yet, is shown or kept, however the page or the cell goes away."""

import re
from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Dialog, Locator, Page, Route, expect

from tests.journeys.library import Library
from tests.journeys.listing import Outline
from tests.journeys.test_offline import wait_at
from tests.product import wait_until

pytestmark = pytest.mark.journey
CHANGES = re.compile("/changes$")


@pytest.fixture
def outline(page: Page, program: httpx.Client, desk: Library) -> Outline:
    """The table of elements, with the focus on the name of Reader."""
    outline = Outline(page, program, desk.id)
    outline.go("elements")
    outline.tab_to(outline.grid)
    expect(outline.cell(0, 0)).to_be_focused()
    return outline


def held(page: Page) -> Callable[[], None]:
    """The page's changes do not reach the server until what this gives is called."""
    waiting: list[Route] = []
    page.route(CHANGES, lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright takes no method of C.

    def let_go() -> None:
        wait_at(page, "the change is on its way", lambda: bool(waiting))
        page.route(CHANGES, lambda route: route.continue_())
        for route in waiting:
            route.continue_()

    return let_go


def go_to_list(page: Page, name: str) -> None:
    page.get_by_role("radiogroup", name="How to list it").get_by_text(name, exact=True).click()
    expect(page.get_by_role("grid", name=name)).to_be_visible()


def removed_elsewhere(desk: Library, parts: str, name: str) -> None:
    row = next(row for row in desk.client.get(f"{desk.api}/{parts}").json()["results"] if row["name"] == name)
    assert desk.client.delete(f"{desk.api}/{parts}/{row['id']}").status_code == 204


def alert_with(page: Page, *texts: str) -> Locator:
    alert = page.get_by_role("alert")
    for text in texts:
        expect(alert).to_contain_text(text)
    return alert


def test_a_cell_that_is_refused_after_its_table_was_left(page: Page, outline: Outline, desk: Library) -> None:
    let_go = held(page)
    outline.press("F2", "End", *" of mine", "Enter")
    go_to_list(page, "Flows")
    removed_elsewhere(desk, "elements", "Reader")
    let_go()
    alert = alert_with(page, "Not saved: Change Reader", "Reader of mine")
    page.reload()
    alert_with(page, "Reader of mine")
    alert.get_by_role("button", name="Discard").click()
    expect(alert).to_have_count(0)
    page.reload()
    expect(outline.grid).to_be_visible()
    expect(alert).to_have_count(0)


def test_new_rows_that_are_refused(page: Page, outline: Outline, desk: Library) -> None:
    let_go = held(page)
    outline.paste("Name\tKind\tBoundary\nReturns box\tSensor\tOutside\nShelf\tTool\tOutside\nThird\tTool\t")
    removed_elsewhere(desk, "boundaries", "Outside")
    let_go()
    alert_with(page, "Not saved: Paste 3 rows", "Returns box, boundary", "Shelf", "Third")
    assert "Third" not in desk.names()


def test_a_cell_that_is_still_being_written_outlives_a_reload(page: Page, outline: Outline, desk: Library) -> None:
    outline.press("F2", "End", *" at night")
    page.reload()
    wait_until("it is saved", lambda: "Reader at night" in desk.names())
    # What stands for nothing cannot be saved, and is there to be copied.
    outline.tab_to(outline.grid)
    outline.press("ArrowRight", *"zebra")
    page.reload()
    alert = alert_with(page, "Not saved: Change Reader at night", "Kind: “zebra” is not known here", "zebra")
    expect(alert.get_by_role("button", name="Try again")).to_have_count(0)
    alert.get_by_role("button", name="Discard").click()
    # So is a row that had only been begun.
    page.get_by_role("button", name="New row").click()
    outline.press(*"Half a row")
    page.reload()
    alert_with(page, "Not saved: Add Half a row", "Half a row")


def test_a_cell_whose_row_somebody_else_removes(page: Page, outline: Outline, desk: Library) -> None:
    outline.press("F2", "End", *" of mine")
    removed_elsewhere(desk, "elements", "Reader")
    alert_with(page, "Not saved: Change Reader", "Reader of mine")
    page.get_by_role("button", name="Discard").click()
    # What stood marked in a cell of it goes to the same place.
    outline.tab_to(outline.grid)
    outline.press("Home", "ArrowRight", *"zebra")
    outline.cell(3, 3).click()
    expect(outline.cell(0, 1)).to_have_attribute("aria-invalid", "true")
    removed_elsewhere(desk, "elements", "Book reviews from the web")
    alert_with(page, "Not saved: Change Book reviews from the web", "zebra")


def test_a_cell_whose_list_goes_away(page: Page, outline: Outline, desk: Library) -> None:
    outline.press("F2", "End", *" at night")
    # As when the address changes by itself: the focus goes nowhere before.
    page.get_by_role("radio", name="Boundaries").dispatch_event("click")
    expect(page.get_by_role("grid", name="Boundaries")).to_be_visible()
    wait_until("it is saved", lambda: "Reader at night" in desk.names())
    go_to_list(page, "Elements")
    # What could not be saved is asked about.
    outline.tab_to(outline.grid)
    outline.press("ArrowRight", *"zebra")
    outline.cell(3, 3).click()
    expect(outline.grid).to_contain_text("zebra")
    page.get_by_role("radiogroup", name="How to list it").get_by_text("Flows", exact=True).click()
    question = page.get_by_role("dialog", name="Leave without saving?")
    question.get_by_role("button", name="Stay").click()
    expect(outline.grid).to_contain_text("zebra")


def test_changes_that_the_browser_has_no_room_for(page: Page, outline: Outline) -> None:
    page.evaluate(
        """() => {
          for (let size = 1 << 20, at = 0; size > 0; at += 1)
            try { localStorage.setItem(`full-${at}`, "x".repeat(size)); } catch { size >>= 1; }
        }"""
    )
    page.route(CHANGES, lambda route: route.abort())
    outline.press("F2", "End", *" at night", "Enter")
    expect(page.get_by_text("1 change is not saved yet. This browser has no room to keep it")).to_be_visible()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.evaluate("location.reload()")
    wait_at(page, "the browser asks", lambda: asked == ["beforeunload"])


def test_only_what_a_page_has_left_is_done_by_another(page: Page, outline: Outline, desk: Library) -> None:
    page.route(CHANGES, lambda route: route.abort())
    outline.press("F2", "End", *" at night", "Enter")
    expect(page.get_by_text("1 change is not saved yet.")).to_be_visible()
    second = page.context.new_page()
    second.goto(f"{desk.address}/picture?view=outline&list=elements")
    expect(second.get_by_role("grid")).to_be_visible()
    # However long ago the first has said anything, as when the browser lets it sleep.
    second.evaluate(
        """() => {
          for (const [name, text] of Object.entries(localStorage))
            localStorage.setItem(name, text.replaceAll(/"alive":\\d+/g, '"alive":1'));
        }"""
    )
    second.reload()
    expect(second.get_by_role("grid")).to_contain_text("Reader")
    second.wait_for_timeout(1_000)
    assert "Reader at night" not in desk.names()
    # A crash says nothing either, and the browser knows.
    with pytest.raises(Exception, match="crash"):
        page.goto("chrome://crash")
    wait_at(second, "the second has done it", lambda: "Reader at night" in desk.names())
