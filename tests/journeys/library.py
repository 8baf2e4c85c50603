"""The small model that journeys work on, and how people and programs bring it in."""

import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import FilePayload, Page, expect

from tests.product import wait_until

MODEL = Path(__file__).with_name("library-desk.json")
WORKSPACE = "/api/v1/workspaces/demo"
PASSWORD = "between-the-stacks"
numbers = itertools.count(101)


def fresh_name(kind: str) -> str:
    """A name that no other system of the workspace has, and whose words no journey looks for."""
    return f"{kind} {next(numbers)}"


@dataclass(frozen=True)
class Library:
    """The system as it stands in the product."""

    client: httpx.Client
    id: str
    name: str

    @property
    def address(self) -> str:
        """Its address in the browser, to which the name of a tab is added."""
        return f"/w/demo/systems/{self.id}"

    @property
    def api(self) -> str:
        return f"{WORKSPACE}/systems/{self.id}"

    def names(self) -> set[str]:
        """What the elements are called, as the server has them now."""
        return {row["name"] for row in self.client.get(f"{self.api}/elements").json()["results"]}

    def element(self, name: str) -> dict[str, Any]:
        """The element of that name, as the server has it now."""
        rows = self.client.get(f"{self.api}/elements").json()["results"]
        found: dict[str, Any] = next(row for row in rows if row["name"] == name)
        return found

    def findings(self, status: str) -> list[dict[str, Any]]:
        """The findings in one status, as the server has them now."""
        address = f"{self.api}/findings?status={status}&page_size=200"
        found: list[dict[str, Any]] = self.client.get(address).json()["results"]
        return found

    def decide(self, finding: dict[str, Any], status: str) -> None:
        """Accept, dismiss or move on one finding."""
        self.client.post(f"{self.api}/findings/decide", json={"findings": [finding["id"]], "status": status})

    def suggest(self) -> list[dict[str, Any]]:
        """Ask for suggestions, and give them when they have come."""
        run = f"{self.api}/runs/{self.client.post(f'{self.api}/runs').json()['id']}"
        wait_until("the run is done", lambda: self.client.get(run).json()["state"] == "done")
        return self.findings("suggested")


def library(client: httpx.Client, name: str) -> Library:
    """Import the model under a name of its own."""
    body = {"text": MODEL.read_text(encoding="utf-8"), "name": name}
    made = client.post(f"{WORKSPACE}/systems/import", json=body).json()
    return Library(client, made["id"], made["name"])


def choose_file(page: Page, file: Path | FilePayload) -> None:
    """Pick a model file on the start page, as people do."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="File").click()
    chooser.value.set_files(file)


def drop_file(page: Page, path: Path) -> None:
    """Drop a model file on the start page. Only the browser can make what a drop carries."""
    expect(page.get_by_role("heading", name="Start from")).to_be_visible()
    carried = page.evaluate_handle(
        """([name, text]) => {
          const carried = new DataTransfer();
          carried.items.add(new File([text], name, { type: "application/json" }));
          return carried;
        }""",
        [path.name, path.read_text(encoding="utf-8")],
    )
    page.get_by_role("heading", name="Start from").dispatch_event("drop", {"dataTransfer": carried})


def invited(page: Page, client: httpx.Client, *, role: str, email: str) -> None:
    """Somebody new follows a link of invitation, makes an account and joins."""
    link = client.post(f"{WORKSPACE}/invitations", json={"role": role}).json()["url"]
    page.goto(link)
    sign_up(page, email)
    page.get_by_role("button", name="Join").click()
    expect(page).to_have_title("Demo · Bifocal")


def sign_up(page: Page, email: str) -> None:
    """From the sign-in page by its link to the form for newcomers, and through it."""
    page.get_by_role("link", name="Create one").click()
    page.get_by_label("Email").fill(email)
    page.get_by_role("textbox", name="Password", exact=True).fill(PASSWORD)
    page.get_by_role("textbox", name="Password (again)").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
