"""What the canvas does with a picture that is there: lays it out, shows what is exposed, gives it away."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.library import Library
from tests.journeys.test_accessibility import violations
from tests.product import wait_until

pytestmark = pytest.mark.journey


def places(desk: Library) -> dict[str, Any]:
    """Where everything is drawn, with the bends of the flows."""
    diagram = desk.client.get(f"{desk.api}/diagrams").json()["results"][0]["id"]
    found: dict[str, Any] = desk.client.get(f"{desk.api}/diagrams/{diagram}/placements").json()
    return {
        "boxes": {row["element"] or row["boundary"]: (row["x"], row["y"]) for row in found["placements"]},
        "bends": {row["flow"]: row["bends"] for row in found["flows"] if row["bends"]},
    }


def test_a_layout_is_one_deed_and_comes_back_to_the_pixel(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/picture")
    agent = page.get_by_role("button", name="Desk agent", exact=True)
    expect(agent).to_be_visible()
    agent.click()
    at_first = places(desk)
    page.keyboard.press("Shift+ArrowDown")
    everything = sum(
        len(desk.client.get(f"{desk.api}/{parts}").json()["results"]) for parts in ("elements", "boundaries")
    )
    wait_until(
        "the move is saved and everything has a place",
        lambda: places(desk) != at_first and len(places(desk)["boxes"]) == everything,
    )
    before = places(desk)
    page.get_by_role("button", name="Lay out automatically").click()
    wait_until("it is laid out", lambda: places(desk) != before)
    event = desk.client.get(f"{desk.api}/events").json()["results"][0]
    assert (event["verb"], list(event["changes"])) == ("system.edited", ["placed"])
    page.get_by_role("button", name="Undo", exact=True).click()
    wait_until("it is as it was", lambda: places(desk) == before)


def test_exposure_is_shown_when_asked_for(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/picture")
    expect(page.get_by_role("button", name="Desk agent", exact=True)).to_be_visible()
    legend = page.get_by_role("group", name="Exposure")
    expect(legend).to_have_count(0)
    page.keyboard.press("e")
    expect(legend).to_contain_text("3 flows cross a boundary")
    expect(page.get_by_role("button", name=re.compile("^Desk agent *Reached by untrusted content"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Flow nightly reviews, crosses a boundary"))).to_be_visible()
    page.keyboard.press("e")
    expect(legend).to_have_count(0)


def test_the_marks_of_an_element_lead_to_what_they_count(page: Page, desk: Library) -> None:
    suggested = desk.suggest()
    agent = desk.element("Desk agent")["id"]
    hazards = [row for row in suggested if row["source"] == "unintended" and agent in (row["target"], *row["also"])]
    page.goto(f"{desk.address}/picture")
    node = page.locator(".react-flow__node", has=page.get_by_role("button", name="Desk agent", exact=True))
    node.get_by_role("link", name=f"{len(hazards)} hazards").click()
    page.wait_for_url(re.compile(f"/findings.*(target={agent}.*unintended|unintended.*target={agent})"))
    expect(page.get_by_role("table", name="Findings").locator("tbody tr")).to_have_count(len(hazards))


def test_a_detail_lists_what_can_go_wrong_there_and_each_row_leads_to_it(page: Page, desk: Library) -> None:
    suggested = desk.suggest()
    agent = desk.element("Desk agent")
    here = [row for row in suggested if agent["id"] in (row["target"], *row["also"])]
    page.goto(f"{desk.address}/picture?show={agent['id']}")
    wrong = page.get_by_role("region", name="What can go wrong here")
    expect(wrong.get_by_role("listitem")).to_have_count(5)
    expect(wrong.get_by_role("listitem").first).to_contain_text(here[0]["title"])
    expect(wrong.get_by_role("listitem").first).to_contain_text("Suggested")
    wrong.get_by_role("button", name=f"Show all {len(here)}").click()
    expect(wrong.get_by_role("listitem")).to_have_count(len(here))
    wrong.get_by_role("listitem").first.click()  # Wherever on it.
    page.wait_for_url(f"**/findings/{here[0]['id']}")
    expect(page.get_by_role("complementary", name=here[0]["title"])).to_be_visible()
    # A boundary has what can go wrong in it, and says where.
    page.goto(f"{desk.address}/picture?show={agent['boundary']}")
    inside = page.get_by_role("region", name="What can go wrong in here")
    expect(inside.get_by_role("listitem").filter(has_text="Desk agent").first).to_be_visible()
    assert violations(page) == []


def test_the_picture_is_taken_away_as_svg_and_png(page: Page, desk: Library, tmp_path: Path) -> None:
    page.goto(f"{desk.address}/picture")
    expect(page.get_by_role("button", name="Desk agent", exact=True)).to_be_visible()
    kept = {}
    for kind in ("SVG", "PNG"):
        page.get_by_role("button", name="Export the picture").click()
        with page.expect_download() as download:
            page.get_by_role("menuitem", name=f"As {kind}").click()
        kept[kind] = tmp_path / download.value.suggested_filename
        download.value.save_as(kept[kind])
    drawing = ET.fromstring(kept["SVG"].read_text(encoding="utf-8"))  # noqa: S314 - we have just made it.
    said = " ".join("".join(drawing.itertext()).split())
    assert "Desk" in said
    assert "nightly reviews" in said
    assert kept["PNG"].read_bytes().startswith(b"\x89PNG")
