"""A model of a thousand elements, from its file to the canvas, the outline and back."""

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from apps.interchange.formats import bifocal_model
from benchmarks.made_graphs import made_graph
from tests.journeys.drawing import Canvas
from tests.journeys.library import WORKSPACE, choose_file
from tests.product import wait_until

pytestmark = pytest.mark.journey

MANY = 1_000
SELECTED = ".react-flow__node-element.selected"


def test_a_thousand_elements_are_imported_moved_found_and_taken_back(page: Page, program: httpx.Client) -> None:
    content = bifocal_model.write(made_graph(MANY)).encode()
    page.goto("/w/demo")
    choose_file(page, {"name": "large.json", "mimeType": "application/json", "buffer": content})
    page.wait_for_url("**/picture", timeout=60_000)
    system = re.search(r"systems/([^/]+)/picture", page.url)
    assert system
    canvas = Canvas(page, program, f"{WORKSPACE}/systems/{system[1]}")
    expect(page.locator(".react-flow__node-element")).to_have_count(MANY)
    assert canvas.counts()[0::2] == [MANY, 1_500]

    page.locator("[data-canvas]").focus()
    page.keyboard.press("Control+a")
    expect(page.locator(SELECTED)).to_have_count(MANY)
    before = places(canvas)
    deeds: list[str] = []
    page.on("request", lambda request: deeds.append(request.url) if request.method == "POST" else None)
    with page.expect_response("**/changes"):
        page.keyboard.press("ArrowRight")
    wait_until("all are moved", lambda: all(x == before[id] + 8 for id, x in places(canvas).items()))
    expect(canvas.said()).to_contain_text("Move 1,083 things")
    assert [address.rsplit("/", 1)[-1] for address in deeds] == ["changes"]
    page.get_by_role("button", name="Undo", exact=True).click()
    wait_until("all are back", lambda: places(canvas) == before)

    last = canvas.rows("elements")[-1]["name"]
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill(last)
    page.get_by_role("option", name=re.compile(f"^{re.escape(last)}")).first.click()
    expect(page.get_by_role("complementary", name=last)).to_be_visible()
    expect(canvas.part(last)).to_be_in_viewport()


def places(canvas: Canvas) -> dict[str, float]:
    """How far to the right each element stands."""
    diagram = canvas.rows("diagrams")[0]["id"]
    rows = canvas.client.get(f"{canvas.api}/diagrams/{diagram}/placements").json()["placements"]
    return {row["element"]: row["x"] for row in rows if row["element"]}
