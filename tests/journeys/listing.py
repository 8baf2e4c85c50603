"""The outline of a system on a page, walked and written in by keyboard only."""

from dataclasses import dataclass
from typing import Any

import httpx
from playwright.sync_api import Locator, Page, expect

from tests.journeys.library import WORKSPACE

MOST_STEPS = 80


@dataclass(frozen=True)
class Outline:
    """The lists of one system, and the system as the server has it."""

    page: Page
    client: httpx.Client
    id: str

    @property
    def address(self) -> str:
        return f"/w/demo/systems/{self.id}"

    def rows(self, parts: str) -> list[dict[str, Any]]:
        """All of one sort, as the server has them."""
        found: list[dict[str, Any]] = []
        next_page: str | None = f"{WORKSPACE}/systems/{self.id}/{parts}?page_size=200"
        while next_page:
            answer = self.client.get(next_page).json()
            found += answer["results"]
            next_page = answer["next"]
        return found

    def homes(self) -> dict[str, str | None]:
        """The boundary of each element, by name."""
        names = {row["id"]: row["name"] for row in self.rows("boundaries")}
        return {row["name"]: names.get(row["boundary"]) for row in self.rows("elements")}

    def flows(self) -> list[tuple[str, str, str]]:
        names = {row["id"]: row["name"] for row in self.rows("elements")}
        return [(names[row["source"]], names[row["target"]], row["name"]) for row in self.rows("flows")]

    def go(self, part: str = "") -> None:
        """To one of the lists, by its address; the tree without a name."""
        asked = f"&list={part}" if part else ""
        self.page.goto(f"{self.address}/picture?view=outline{asked}")
        expect(self.grid if part else self.tree).to_be_visible()

    @property
    def tree(self) -> Locator:
        return self.page.get_by_role("tree")

    @property
    def grid(self) -> Locator:
        return self.page.get_by_role("grid")

    def item(self, name: str) -> Locator:
        return self.tree.get_by_role("treeitem", name=name, exact=True)

    def cell(self, row: int, column: int) -> Locator:
        """By numbers, from zero; row -1 is that of the titles."""
        return self.grid.locator(f'[data-row="{row}"][data-column="{column}"]')

    def said(self) -> Locator:
        return self.page.get_by_role("log", name="What has just happened")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, place: Locator) -> None:
        """Tab until the focus is there or inside, as a person without a mouse gets to it."""
        for _ in range(MOST_STEPS):
            if place.evaluate("(one) => one === document.activeElement || one.contains(document.activeElement)"):
                return
            self.press("Tab")
        raise AssertionError("Tab does not lead there.")

    def paste(self, text: str) -> None:
        """As the browser does it when somebody presses the keys for pasting where the focus is."""
        self.page.evaluate(
            """(text) => {
              const carried = new DataTransfer();
              carried.setData("text/plain", text);
              const options = { clipboardData: carried, bubbles: true, cancelable: true };
              document.activeElement.dispatchEvent(new ClipboardEvent("paste", options));
            }""",
            text,
        )

    def copied(self, deed: str = "copy") -> str:
        """What the clipboard gets when somebody presses the keys for copying or cutting where the focus is."""
        text: str = self.page.evaluate(
            """(deed) => {
              const carried = new DataTransfer();
              const options = { clipboardData: carried, bubbles: true, cancelable: true };
              document.activeElement.dispatchEvent(new ClipboardEvent(deed, options));
              return carried.getData("text/plain");
            }""",
            deed,
        )
        return text


def empty_outline(page: Page, client: httpx.Client, name: str) -> Outline:
    made = client.post(f"{WORKSPACE}/systems", json={"name": name}).json()
    return Outline(page, client, made["id"])
