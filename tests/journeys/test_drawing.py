"""Drawing a system from nothing: by mouse, by keys alone, and back again."""

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.drawing import Canvas, empty_canvas
from tests.product import wait_until

pytestmark = pytest.mark.journey


@pytest.fixture
def canvas(page: Page, program: httpx.Client) -> Canvas:
    return empty_canvas(page, program)


def test_a_system_is_drawn_from_nothing_by_mouse(page: Page, canvas: Canvas) -> None:
    canvas.drag_in("Boundary", "Shop", 300, 250)
    canvas.drag_in("Agent", "Refund agent", 260, 240)
    canvas.drag_in("External source", "E-mail", 700, 240)
    wait_until("the agent lies in the shop", lambda: canvas.homes() == {"Refund agent": "Shop", "E-mail": None})
    canvas.part("E-mail").hover()
    box = canvas.part("Refund agent").bounding_box()
    dot = page.locator("[data-side=left]").bounding_box()
    assert box
    assert dot
    page.mouse.move(dot["x"] + 6, dot["y"] + 6)
    page.mouse.down()
    page.mouse.move(box["x"] + 40, box["y"] + 30, steps=6)
    page.mouse.up()
    canvas.name("complaints")
    wait_until("they are connected", lambda: canvas.flows() == [("E-mail", "Refund agent", "complaints")])


def test_a_boundary_takes_along_what_it_holds_and_holds_what_is_dropped_in_it(page: Page, canvas: Canvas) -> None:
    canvas.drag_in("Boundary", "Shop", 300, 250)
    canvas.drag_in("Agent", "Agent", 260, 240)
    canvas.drag_in("Tool", "Till", 700, 240)
    before = canvas.part("Agent").bounding_box()
    canvas.drag(canvas.part("Shop"), 0, 80)
    expect(canvas.said()).to_contain_text("Move")
    after = canvas.part("Agent").bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"] + 80, abs=8)
    canvas.drag(canvas.part("Till"), -400, 120)
    wait_until("the till lies in the shop", lambda: canvas.homes()["Till"] == "Shop")
    canvas.drag(canvas.part("Agent"), 480, -120)
    wait_until("the agent lies outside", lambda: canvas.homes()["Agent"] is None)


def test_a_system_is_drawn_from_nothing_by_keys_alone(page: Page, canvas: Canvas) -> None:
    keys = page.keyboard
    page.get_by_role("application", name="Picture").focus()
    for kind, name in (("agent", "Refund agent"), ("tool", "Till")):
        keys.press("/")
        expect(page.get_by_role("combobox", name="What do you want to add?")).to_be_focused()
        keys.type(kind)
        # The kinds come from the server; before, there is nothing that Enter could pick.
        expect(page.get_by_role("option", name=kind.capitalize()).first).to_be_visible()
        keys.press("Enter")
        canvas.name(name)
    keys.press("c")
    expect(page.get_by_role("combobox", name="Connect Till to")).to_be_focused()
    keys.type("refund")
    keys.press("Enter")
    canvas.name("receipts")
    expect(page.get_by_role("button", name="Flow receipts")).to_be_focused()
    wait_until("they are connected", lambda: canvas.flows() == [("Till", "Refund agent", "receipts")])
    keys.press("Tab")
    expect(page.locator("[data-part]:focus")).to_have_count(1)
    keys.press("Control+a")
    keys.press("Control+g")
    canvas.name("Shop")
    wait_until("both lie in the shop", lambda: set(canvas.homes().values()) == {"Shop"})
    expect(canvas.part("Shop")).to_be_focused()
    keys.press("Tab")
    moved = page.locator("[data-part]:focus").inner_text()
    for _ in range(12):
        keys.press("Shift+ArrowDown")
    expect(canvas.said()).to_contain_text(f"Move {moved}")
    wait_until("it has left the shop", lambda: canvas.homes()[moved] is None)
    keys.press("Delete")
    wait_until("it is gone, with its flow", lambda: canvas.counts() == [1, 1, 0])


def test_what_was_done_is_undone_and_done_again_to_the_same_ids(page: Page, canvas: Canvas) -> None:
    canvas.drag_in("Agent", "Agent", 260, 240)
    canvas.drag_in("Tool", "Till", 560, 240)
    canvas.part("Agent").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+d")
    wait_until("there are four", lambda: canvas.counts() == [4, 0, 0])
    ids = {row["id"] for row in canvas.rows("elements")}
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    wait_until("all are gone", lambda: canvas.counts() == [0, 0, 0])
    page.keyboard.press("Control+z")
    wait_until("all are back", lambda: {row["id"] for row in canvas.rows("elements")} == ids)
    expect(canvas.part("Till")).to_have_count(2)
    page.keyboard.press("Control+z")
    wait_until("the copies are gone", lambda: canvas.counts() == [2, 0, 0])
    for _ in range(2):
        page.get_by_role("button", name="Redo").click()
    wait_until("all are gone again", lambda: canvas.counts() == [0, 0, 0])
    events = [row["verb"] for row in canvas.client.get(f"{canvas.api}/events").json()["results"]]
    assert events == ["system.edited"] * 9 + ["system.created"]


def test_parts_are_copied_into_another_system(page: Page, canvas: Canvas, program: httpx.Client) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    canvas.drag_in("Boundary", "Shop", 300, 250)
    canvas.drag_in("Agent", "Agent", 260, 240)
    wait_until("the agent lies in the shop", lambda: canvas.homes() == {"Agent": "Shop"})
    canvas.part("Shop").click()
    page.keyboard.press("Control+c")
    other = empty_canvas(page, program)
    page.get_by_role("application", name="Picture").focus()
    page.keyboard.press("Control+v")
    wait_until("both are there", lambda: other.homes() == {"Agent": "Shop"})
    assert {row["id"] for row in other.rows("elements")}.isdisjoint(row["id"] for row in canvas.rows("elements"))
