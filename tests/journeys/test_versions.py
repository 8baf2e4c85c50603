"""Versions: kept before a change, compared on the drawing and in a list, and brought back."""

import re
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.library import Library
from tests.journeys.test_accessibility import keep_picture, violations

pytestmark = pytest.mark.journey


def test_a_version_is_kept_compared_and_brought_back(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/history")
    page.get_by_label("Name of the version").fill("Signed off")
    page.get_by_role("button", name="Keep this version").click()
    expect(page.get_by_role("link", name="Signed off")).to_be_visible()
    agent = desk.element("Desk agent")
    desk.client.patch(f"{desk.api}/elements/{agent['id']}", json={"name": "Desk robot"})
    desk.client.post(f"{desk.api}/elements", json={"name": "Door", "kind": "actuator"})
    page.get_by_role("link", name="Signed off").click()
    expect(page.get_by_role("heading", name="From “Signed off” to how it is now")).to_be_visible()
    changed = page.get_by_role("listitem").filter(has_text="Desk robot").first
    expect(changed).to_contain_text("Changed")
    expect(changed).to_contain_text("Name: Desk agent → Desk robot")
    expect(page.get_by_role("listitem").filter(has_text="Door").first).to_contain_text("Added")
    drawing = page.get_by_role("img", name="Drawing of what differs from Signed off")
    expect(drawing).to_have_js_property("complete", value=True)
    assert drawing.evaluate("image => image.naturalWidth") > 0
    keep_picture(page, "comparison")
    assert violations(page) == []
    page.get_by_role("link", name="Back to history").click()
    page.get_by_role("button", name="Go back to it").click()
    page.get_by_role("dialog").get_by_role("button", name="Go back to it").click()
    expect(page.get_by_role("status").filter(has_text="The model is as in “Signed off” again")).to_be_visible()
    expect(page.get_by_role("link", name="Before going back to “Signed off”")).to_be_visible()
    assert desk.element("Desk agent")["id"] == agent["id"]
    expect(page.get_by_text("went back to the version Signed off")).to_be_visible()


def test_what_differs_is_drawn_on_each_diagram_also_on_one_that_is_gone(page: Page, desk: Library) -> None:
    names = ("Hold placing tool", "Loan records", "Reader", "Chat page")
    tool, records, reader, chat = (desk.element(name)["id"] for name in names)
    lending, sketch, door = (str(uuid4()) for _ in range(3))
    change(
        desk,
        {"op": "create", "type": "diagram", "id": lending, "values": {"title": "Lending", "position": 2}},
        {"op": "create", "type": "diagram", "id": sketch, "values": {"title": "Old sketch", "position": 3}},
        {"op": "place", "diagram": lending, "placements": [box(tool, 0), box(records, 300)]},
        {"op": "place", "diagram": sketch, "placements": [box(reader, 0), box(chat, 300)]},
    )
    desk.client.post(f"{desk.api}/versions", json={"name": "Signed off"})
    change(
        desk,
        {"op": "create", "type": "element", "id": door, "values": {"name": "Door", "kind": "actuator"}},
        {"op": "place", "diagram": lending, "placements": [box(door, 600)]},
        {"op": "change", "type": "element", "id": records, "values": {"name": "Loan register"}},
        {"op": "delete", "type": "diagram", "id": sketch},
    )
    page.goto(f"{desk.address}/history")
    page.get_by_role("link", name="Signed off").click()
    drawing = page.get_by_role("img", name="Drawing of what differs from Signed off")
    drawn = {
        "Overview": ({"Loan register", "Reader"}, {"Door"}),
        "Lending": ({"Loan register", "Door"}, {"Reader"}),
        "Old sketch": ({"Reader", "Chat page"}, {"Door"}),
    }
    for title, (shown, hidden) in drawn.items():
        page.get_by_label("Diagram", exact=True).first.click()
        expect(page.get_by_role("option")).to_have_text(list(drawn))
        page.get_by_role("option", name=title, exact=True).click()
        expect(drawing).to_have_js_property("complete", value=True)
        # What the address of the image gives is what people see.
        text = desk.client.get(drawing.get_attribute("src") or "").text.replace("\n", " ")
        assert {name for name in shown | hidden if name in text} == shown
        assert violations(page) == []


def test_a_way_is_followed_over_several_diagrams(page: Page, desk: Library) -> None:
    tool, agent = (desk.element(name)["id"] for name in ("Hold placing tool", "Desk agent"))
    lending = str(uuid4())
    change(
        desk,
        {"op": "create", "type": "diagram", "id": lending, "values": {"title": "Lending", "position": 2}},
        {"op": "place", "diagram": lending, "placements": [box(tool, 0), box(agent, 300)]},
    )
    finding = next(
        row for row in desk.suggest() if agent in (path := (row["trace"] or {}).get("path", [])) and len(path) > 2
    )
    page.goto(f"{desk.address}/picture?path={finding['id']}")
    stops = page.locator(".react-flow__node-element").get_by_text(re.compile(r"^\d$"))
    expect(stops).to_have_count(len([stop for stop in finding["trace"]["path"] if stop in elements(desk)]))
    page.get_by_role("tab", name="Lending").click()
    expect(page.get_by_role("tabpanel", name="Lending")).to_be_visible()
    on_both = {tool, agent} & set(finding["trace"]["path"])
    expect(stops).to_have_count(len(on_both))
    expect(page.get_by_text(finding["title"])).to_be_visible()
    page.get_by_role("tab", name="Overview").click()
    expect(page).to_have_url(re.compile(f"path={finding['id']}"))


def elements(desk: Library) -> set[str]:
    return {row["id"] for row in desk.client.get(f"{desk.api}/elements").json()["results"]}


def box(element: str, x: int) -> dict[str, Any]:
    return {"element": element, "x": x, "y": 0, "width": 168, "height": 64}


def change(desk: Library, *operations: dict[str, Any]) -> None:
    desk.client.post(f"{desk.api}/changes", json={"operations": operations})
