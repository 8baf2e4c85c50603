"""Two people in one field, wherever it is written: the later is told who it was, and keeps their text."""

import httpx
import pytest
from playwright.sync_api import Locator, Page, StorageState, expect

from tests.journeys.conftest import Arrive
from tests.journeys.library import Library
from tests.journeys.listing import Outline
from tests.product import wait_until

pytestmark = pytest.mark.journey


@pytest.fixture
def other(arrive: Arrive, edda: StorageState) -> Page:
    """Edda's browser."""
    return arrive(edda)


def told(page: Page, *texts: str) -> Locator:
    """What the page says of a conflict with Edda, with both texts."""
    alert = page.get_by_role("alert")
    for text in ("edda changed", *texts):
        expect(alert).to_contain_text(text, timeout=30_000)
    return alert


def renamed_elsewhere(desk: Library, before: str, name: str) -> None:
    row = desk.element(before)
    desk.client.patch(f"{desk.api}/elements/{row['id']}", json={"name": name, "version": row["version"]})


def test_a_description(page: Page, other: Page, desk: Library) -> None:
    for one in (page, other):
        one.goto(f"{desk.address}/picture?view=outline&show={desk.element('Desk agent')['id']}")
    mine, theirs = (one.get_by_label("Description") for one in (page, other))
    mine.fill("Answers **at night**.")
    theirs.fill("Answers by day.")
    theirs.blur()
    wait_until("hers is saved", lambda: desk.element("Desk agent")["description"] == "Answers by day.")
    page.wait_for_timeout(1_000)
    # It has arrived, and does not disturb what is being written.
    expect(mine).to_have_value("Answers **at night**.")
    expect(mine).to_be_focused()
    mine.blur()
    alert = told(page, "description", "Answers **at night**.", "Answers by day.")
    assert desk.element("Desk agent")["description"] == "Answers by day."
    alert.get_by_role("button", name="Use mine").click()
    expect(other.locator("strong", has_text="at night")).to_be_visible()
    assert desk.element("Desk agent")["description"] == "Answers **at night**."
    expect(alert).to_have_count(0)


def test_an_answer(page: Page, other: Page, desk: Library) -> None:
    for one in (page, other):
        one.goto(f"{desk.address}/picture?view=outline&show={desk.element('Desk agent')['id']}")
    mine, theirs = (one.locator("[data-attribute=autonomy]").get_by_role("combobox") for one in (page, other))
    expect(mine).to_have_value("Acts unless stopped")
    page.context.set_offline(True)
    mine.click()
    page.get_by_role("option", name="Only suggests").click()
    theirs.click()
    other.get_by_role("option", name="Acts on its own").click()
    wait_until("hers is saved", lambda: desk.element("Desk agent")["attributes"]["autonomy"] == "autonomous")
    page.context.set_offline(False)
    alert = told(page, "Only suggests", "Acts on its own")
    alert.get_by_role("button", name="Keep theirs").click()
    expect(mine).to_have_value("Acts on its own")
    assert desk.element("Desk agent")["attributes"]["autonomy"] == "autonomous"


def test_pasted_cells(page: Page, other: Page, program: httpx.Client, desk: Library) -> None:
    lists = [Outline(one, program, desk.id) for one in (page, other)]
    for outline in lists:
        outline.go("elements")
        outline.tab_to(outline.grid)
    page.context.set_offline(True)
    lists[0].paste("My reader\nMy reviews\nMy page")
    lists[1].paste("Her reader\nHer reviews")
    wait_until("hers are saved", lambda: {"Her reader", "Her reviews"} <= desk.names())
    page.context.set_offline(False)
    alert = told(page, "Her reader", "My reader")
    alert.get_by_role("button", name="Use mine").click()
    # Mine holds where I have seen hers, and nowhere else.
    alert = told(page, "Her reviews", "My reviews")
    assert "Her reviews" in desk.names()
    alert.get_by_role("button", name="Keep theirs").click()
    wait_until("what is in nobody's way is saved", lambda: {"My reader", "Her reviews", "My page"} <= desk.names())
    expect(alert).to_have_count(0)


def test_a_cell_that_one_leaves_by_clicking_elsewhere(page: Page, program: httpx.Client, desk: Library) -> None:
    outline = Outline(page, program, desk.id)
    outline.go("elements")
    outline.tab_to(outline.grid)
    outline.press("F2", "End", *" of mine")
    renamed_elsewhere(desk, "Reader", "Reader of theirs")
    page.wait_for_timeout(1_500)
    outline.cell(2, 0).click()
    alert = page.get_by_role("alert")
    for text in ("Reader of mine", "Reader of theirs"):
        expect(alert).to_contain_text(text)
    assert "Reader of theirs" in desk.names()


def test_a_name_in_the_tree(page: Page, program: httpx.Client, desk: Library) -> None:
    outline = Outline(page, program, desk.id)
    outline.go()
    outline.item("Desk agent").click()
    page.get_by_role("button", name="Close").first.click()
    outline.item("Desk agent").press("F2")
    field = page.get_by_label("Name of Desk agent")
    renamed_elsewhere(desk, "Desk agent", "Her agent")
    expect(page.get_by_label("Name of Her agent")).to_be_focused()
    # Nothing was written yet, so nothing is in the way.
    outline.press("Enter")
    expect(outline.item("Her agent")).to_be_visible()
    outline.press("F2", *"My agent")
    renamed_elsewhere(desk, "Her agent", "Her other agent")
    expect(page.get_by_label("Name of Her other agent")).to_have_value("My agent")
    outline.press("Enter")
    alert = page.get_by_role("alert")
    for text in ("My agent", "Her other agent"):
        expect(alert).to_contain_text(text)
    assert "Her other agent" in desk.names()
    alert.get_by_role("button", name="Use mine").click()
    wait_until("mine is saved", lambda: "My agent" in desk.names())
    expect(field).to_have_count(0)


def test_the_title_of_a_diagram(page: Page, desk: Library) -> None:
    def diagram() -> dict[str, str]:
        row: dict[str, str] = desk.client.get(f"{desk.api}/diagrams").json()["results"][0]
        return row

    def retitled_elsewhere(title: str) -> None:
        body = {"title": title, "version": diagram()["version"]}
        desk.client.patch(f"{desk.api}/diagrams/{diagram()['id']}", json=body)
        expect(page.get_by_role("tablist", name="Diagrams")).to_contain_text(title)

    page.goto(f"{desk.address}/picture")
    page.get_by_role("tab", name="Overview").dblclick()
    expect(page.get_by_label("Title of Overview")).to_be_focused()
    retitled_elsewhere("Her overview")
    page.keyboard.press("Enter")
    # Whoever writes nothing takes nothing back.
    expect(page.get_by_role("tab", name="Her overview")).to_be_focused()
    page.wait_for_timeout(1_000)
    assert diagram()["title"] == "Her overview"
    page.keyboard.press("F2")
    page.keyboard.type("My overview")
    retitled_elsewhere("Her other overview")
    page.keyboard.press("Enter")
    alert = page.get_by_role("alert")
    for text in ("My overview", "Her other overview"):
        expect(alert).to_contain_text(text)
    assert diagram()["title"] == "Her other overview"
    alert.get_by_role("button", name="Use mine").click()
    wait_until("mine is saved", lambda: diagram()["title"] == "My overview")
    page.get_by_role("tab", name="My overview").press("F2")
    page.keyboard.type("Written last")
    page.reload()
    wait_until("it is saved", lambda: diagram()["title"] == "Written last")


def test_what_is_written_into_something_that_somebody_deleted(page: Page, desk: Library) -> None:
    agent = desk.element("Desk agent")
    page.goto(f"{desk.address}/picture?view=outline&show={agent['id']}")
    expect(page.get_by_label("Description")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_label("Description").fill("Answers **at night**.")
    page.get_by_label("Description").blur()
    deletion = {"operations": [{"op": "delete", "type": "element", "id": agent["id"]}]}
    deleted = desk.client.post(f"{desk.api}/changes", json=deletion).json()
    page.context.set_offline(False)
    alert = page.get_by_role("alert").filter(has_text="Somebody has deleted it")
    expect(alert).to_contain_text("Answers **at night**.", timeout=30_000)
    expect(alert).not_to_contain_text(agent["id"])
    desk.client.post(f"{desk.api}/changes", json={"operations": deleted["undo"]})
    alert.get_by_role("button", name="Try again").click()
    wait_until("mine is saved", lambda: desk.element("Desk agent")["description"] == "Answers **at night**.")
    expect(alert).to_have_count(0)
