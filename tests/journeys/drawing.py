"""An empty system and what journeys do on its canvas."""

from dataclasses import dataclass
from typing import Any

import httpx
from playwright.sync_api import Locator, Page, expect

from tests.journeys.library import WORKSPACE, fresh_name


@dataclass(frozen=True)
class Canvas:
    """The canvas of a system on a page, and the system as the server has it."""

    page: Page
    client: httpx.Client
    api: str

    def rows(self, parts: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        address: str | None = f"{self.api}/{parts}?page_size=1000"
        while address:
            answer = self.client.get(address).json()
            rows += answer["results"]
            address = answer["next"]
        return rows

    def homes(self) -> dict[str, str | None]:
        """The boundary of each element, by name."""
        names = {row["id"]: row["name"] for row in self.rows("boundaries")}
        return {row["name"]: names.get(row["boundary"]) for row in self.rows("elements")}

    def flows(self) -> list[tuple[str, str, str]]:
        names = {row["id"]: row["name"] for row in self.rows("elements")}
        return [(names[row["source"]], names[row["target"]], row["name"]) for row in self.rows("flows")]

    def counts(self) -> list[int]:
        return [len(self.rows(parts)) for parts in ("elements", "boundaries", "flows")]

    @property
    def pane(self) -> Locator:
        return self.page.locator(".react-flow__pane")

    def part(self, name: str) -> Locator:
        """An element or boundary, by its name on the canvas."""
        return self.page.get_by_role("application", name="Picture").get_by_role("button", name=name, exact=True)

    def drag_in(self, kind: str, name: str, x: float, y: float) -> None:
        """Drag something from the palette and name it."""
        palette = self.page.get_by_role("region", name="What can be added")
        palette.get_by_role("button", name=kind, exact=True).drag_to(self.pane, target_position={"x": x, "y": y})
        self.name(name)

    def name(self, name: str) -> None:
        expect(self.page.get_by_label("Name of")).to_be_focused()
        self.page.keyboard.type(name)
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_label("Name of")).to_have_count(0)

    def drag(self, grip: Locator, right: float, down: float) -> None:
        box = grip.bounding_box()
        assert box
        x, y = box["x"] + min(20, box["width"] / 2), box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right / 2, y + down / 2, steps=4)
        self.page.mouse.move(x + right, y + down, steps=4)
        self.page.mouse.up()

    def said(self) -> Locator:
        return self.page.get_by_role("log", name="What has just happened")


def empty_canvas(page: Page, client: httpx.Client) -> Canvas:
    made = client.post(f"{WORKSPACE}/systems", json={"name": fresh_name("Drawing")}).json()
    page.goto(f"/w/demo/systems/{made['id']}/picture")
    expect(page.get_by_role("application", name="Picture")).to_be_visible()
    return Canvas(page, client, f"{WORKSPACE}/systems/{made['id']}")
