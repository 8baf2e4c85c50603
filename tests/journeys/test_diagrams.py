"""Several diagrams of one system: adding, filling, ordering, removing; a part leaves one and stays in the model."""

from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.drawing import Canvas, empty_canvas
from tests.product import wait_until

pytestmark = pytest.mark.journey


@pytest.fixture
def canvas(page: Page, program: httpx.Client) -> Canvas:
    """A till, an agent and the mail, connected in a row and drawn on one diagram."""
    canvas = empty_canvas(page, program)
    ids = {name: str(uuid4()) for name in ("E-mail", "Refund agent", "Till")}
    kinds = {"E-mail": "external_source", "Refund agent": "agent", "Till": "tool"}
    overview = canvas.rows("diagrams")[0]["id"]
    operations: list[dict[str, Any]] = [
        {"op": "create", "type": "element", "id": ids[name], "values": {"name": name, "kind": kinds[name]}}
        for name in ids
    ]
    operations += [
        {"op": "create", "type": "flow", "values": {"source": ids[source], "target": ids[target]}}
        for source, target in (("E-mail", "Refund agent"), ("Refund agent", "Till"))
    ]
    boxes = [
        {"element": identifier, "x": 300 * number, "y": 0, "width": 168, "height": 64}
        for number, identifier in enumerate(ids.values())
    ]
    operations.append({"op": "place", "diagram": overview, "placements": boxes})
    assert canvas.client.post(f"{canvas.api}/changes", json={"operations": operations}).status_code == 200
    page.reload()
    expect(canvas.part("Till")).to_be_visible()
    return canvas


def tab(page: Page, title: str) -> Locator:
    return page.get_by_role("tab", name=title, exact=True)


def titles(canvas: Canvas) -> list[str]:
    return [row["title"] for row in sorted(canvas.rows("diagrams"), key=lambda row: int(row["position"]))]


def standing(canvas: Canvas, title: str) -> set[str]:
    """The names of the elements on a diagram, as the server has it."""
    diagram = next((row["id"] for row in canvas.rows("diagrams") if row["title"] == title), None)
    names = {row["id"]: row["name"] for row in canvas.rows("elements")}
    placed = canvas.client.get(f"{canvas.api}/diagrams/{diagram}/placements").json()["placements"]
    return {names[row["element"]] for row in placed if row["element"]}


def add_blank(page: Page, title: str) -> None:
    page.get_by_role("button", name="Add a diagram").click()
    page.get_by_role("menuitem", name="A blank one").click()
    expect(page.get_by_label("Title of Diagram")).to_be_focused()
    page.keyboard.type(title)
    page.keyboard.press("Enter")
    expect(tab(page, title)).to_be_focused()
    expect(tab(page, title)).to_have_attribute("aria-selected", "true")


def test_what_was_made_in_the_outline_stands_nowhere_and_is_brought_in_by_one_press(page: Page, canvas: Canvas) -> None:
    made = {"elements": {"name": "Ledger", "kind": "datastore"}, "boundaries": {"name": "Shop"}}
    for parts, values in made.items():
        canvas.client.post(f"{canvas.api}/{parts}", json=values)
    note = page.get_by_text("2 parts stand on no diagram.")
    expect(note).to_be_visible(timeout=5_000)
    # On whichever of several diagrams one looks; what another of them shows is not among it.
    add_blank(page, "Payments")
    page.get_by_role("group", name="Not on this diagram").get_by_role("button", name="Till", exact=True).click()
    expect(note).to_be_visible()
    page.get_by_role("button", name="Place here").click()
    wait_until("they stand there", lambda: standing(canvas, "Payments") == {"Till", "Ledger"})
    expect(canvas.part("Shop")).to_be_visible()
    expect(note).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(note).to_be_visible()


def test_a_second_diagram_shows_what_is_brought_to_it(page: Page, canvas: Canvas) -> None:
    add_blank(page, "Payments")
    expect(page.get_by_text("Nothing stands on this diagram yet")).to_be_visible()
    page.get_by_role("group", name="Not on this diagram").get_by_role("button", name="Till", exact=True).click()
    canvas.part("Till").click()
    page.keyboard.press("n")
    wait_until("the agent stands beside the till", lambda: standing(canvas, "Payments") == {"Till", "Refund agent"})
    expect(page.get_by_role("button", name="Flow Refund agent to Till")).to_be_attached()
    palette = page.get_by_role("group", name="Not on this diagram")
    palette.get_by_role("button", name="E-mail").drag_to(canvas.pane, target_position={"x": 250, "y": 400})
    wait_until("so does the mail", lambda: "E-mail" in standing(canvas, "Payments"))
    expect(palette).to_have_count(0)
    page.reload()
    expect(tab(page, "Payments")).to_have_attribute("aria-selected", "true")
    expect(canvas.part("E-mail")).to_be_visible()


def test_off_a_diagram_is_not_out_of_the_model(page: Page, canvas: Canvas) -> None:
    page.get_by_role("button", name="Add a diagram").click()
    page.get_by_role("menuitem", name="A copy of this one").click()
    expect(page.get_by_label("Title of Copy of Overview")).to_be_focused()
    page.keyboard.press("Enter")
    canvas.part("Refund agent").click()
    expect(page.get_by_role("complementary", name="Refund agent")).to_contain_text("Stands on")
    page.keyboard.press("Delete")
    expect(canvas.part("Refund agent")).to_have_count(0)
    toast = page.get_by_text("Take Refund agent off this diagram", exact=True).last
    expect(toast).to_be_visible()
    wait_until("it has left the copy", lambda: standing(canvas, "Copy of Overview") == {"E-mail", "Till"})
    assert canvas.counts() == [3, 0, 2]
    page.keyboard.press("u")
    expect(canvas.part("Refund agent")).to_be_visible()
    canvas.part("Refund agent").click()
    page.get_by_role("button", name="Take off this diagram, or delete").click()
    page.get_by_role("menuitem", name="Delete from the model").click()
    wait_until("it has left the model", lambda: canvas.counts() == [2, 0, 0])
    page.get_by_role("application", name="Picture").focus()
    page.keyboard.press("Control+z")
    wait_until("it is back on both", lambda: canvas.counts() == [3, 0, 2])
    assert "Refund agent" in standing(canvas, "Overview") & standing(canvas, "Copy of Overview")


def test_the_row_of_diagrams_is_kept_by_keys_alone(page: Page, canvas: Canvas) -> None:
    keys = page.keyboard
    add_blank(page, "Payments")
    keys.press("Alt+ArrowLeft")
    wait_until("it stands first", lambda: titles(canvas) == ["Payments", "Overview"])
    keys.press("ArrowRight")
    expect(tab(page, "Overview")).to_be_focused()
    keys.press("Enter")
    expect(canvas.part("Till")).to_be_visible()
    keys.press("F2")
    expect(page.get_by_label("Title of Overview")).to_be_focused()
    keys.type("Everything")
    keys.press("Enter")
    wait_until("it has another title", lambda: titles(canvas) == ["Payments", "Everything"])
    expect(tab(page, "Everything")).to_be_focused()
    keys.press("Delete")
    wait_until("it is gone", lambda: titles(canvas) == ["Payments"])
    expect(tab(page, "Payments")).to_be_focused()
    keys.press("Delete")
    page.get_by_role("button", name="What to do with Payments").click()
    expect(page.get_by_role("menuitem", name="The last diagram stays")).to_be_disabled()
    keys.press("Escape")
    keys.press("u")
    wait_until("it is back", lambda: titles(canvas) == ["Payments", "Everything"])
    assert standing(canvas, "Everything") == {"E-mail", "Refund agent", "Till"}


def test_a_link_opens_a_diagram_that_has_what_it_is_about(page: Page, canvas: Canvas) -> None:
    for name in ("Refund agent", "Till"):
        canvas.part(name).click(modifiers=["Shift"])
    page.get_by_role("button", name="A new diagram of these").click()
    expect(page.get_by_label("Title of Diagram")).to_be_focused()
    page.keyboard.press("Enter")
    wait_until("both stand on it", lambda: standing(canvas, "Diagram") == {"Refund agent", "Till"})
    here = page.url.partition("?")[0]
    ids = {row["name"]: row["id"] for row in canvas.rows("elements")}
    second = next(row["id"] for row in canvas.rows("diagrams") if row["title"] == "Diagram")
    page.goto(f"{here}?diagram={second}&show={ids['E-mail']}")
    expect(tab(page, "Overview")).to_have_attribute("aria-selected", "true")
    expect(canvas.part("E-mail")).to_be_visible()
    page.goto(f"{here}?diagram={second}&show={ids['Till']}")
    expect(tab(page, "Diagram")).to_have_attribute("aria-selected", "true")
    page.get_by_role("complementary", name="Till").get_by_role("link", name="Overview").click()
    expect(tab(page, "Overview")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("complementary", name="Till")).to_be_visible()
    page.goto(f"{here}?diagram=nothing")
    expect(tab(page, "Overview")).to_have_attribute("aria-selected", "true")
    wait_until("the address is put right", lambda: "nothing" not in page.url)


def test_a_diagram_says_what_it_is_for_and_is_talked_about(page: Page, canvas: Canvas) -> None:
    page.get_by_role("button", name="What to do with Overview").click()
    page.get_by_role("menuitem", name="About this diagram").click()
    detail = page.get_by_role("complementary", name="Overview")
    expect(detail).to_contain_text("3 elements and 0 boundaries stand on it.")
    detail.get_by_label("What this diagram is for").fill("For the **auditor**.")
    detail.get_by_label("Title").focus()
    expect(detail.locator("strong")).to_have_text("auditor")
    detail.get_by_label("Write a comment").fill("Where is the bank?")
    detail.get_by_role("button", name="Comment").click()
    expect(detail.get_by_role("listitem")).to_contain_text("Where is the bank?")
