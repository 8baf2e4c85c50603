"""A system by keyboard: from nothing to suggestions, in the tree and in the tables, without a mouse anywhere."""

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.library import Library
from tests.journeys.listing import Outline, empty_outline
from tests.product import wait_until

pytestmark = pytest.mark.journey


def test_a_system_is_built_and_asked_about_by_keyboard_only(page: Page, program: httpx.Client) -> None:
    outline = empty_outline(page, program, "By keyboard")
    outline.go()
    page.keyboard.press("Tab")
    outline.tab_to(outline.tree)
    add(outline, "/", "boundary", "Cloud")
    add(outline, "/", "agent", "Refund agent")
    add(outline, "Control+Enter", "vector store", "Order index")
    outline.press("Home", "Alt+ArrowLeft")
    expect(outline.said()).to_contain_text("outside every boundary already")
    inside = {"Refund agent": "Cloud", "Order index": "Cloud"}
    wait_until("both are in the cloud", lambda: outline.homes() == inside)
    outline.go("elements")
    outline.tab_to(outline.grid)
    outline.press("Control+Enter")
    outline.press(*"Customer")
    outline.press("Enter", *"end us", "Enter")
    wait_until("a customer is there too", lambda: outline.homes() == inside | {"Customer": "Cloud"})
    outline.press("ArrowUp", "ArrowRight", "ArrowRight", "Delete")
    wait_until("who lies nowhere", lambda: outline.homes() == inside | {"Customer": None})
    outline.go("flows")
    outline.tab_to(outline.grid)
    for source, target in (("Customer", "Refund agent"), ("Refund agent", "Order index")):
        outline.press(*source, "Enter", *target, "Enter")
        wait_until(f"{source} is connected", lambda pair=(source, target): pair in ends(outline))  # type: ignore[misc]  # A default is bound now.
    outline.press("Home", "ArrowUp", "End", "Home", "ArrowRight", "ArrowRight", *"looks up orders", "Enter")
    wait_until("the flow has a name", lambda: ("Refund agent", "Order index", "looks up orders") in outline.flows())
    outline.go("assets")
    outline.tab_to(outline.grid)
    outline.press(*"Order history", "Enter")
    wait_until("the asset is there", lambda: [row["name"] for row in outline.rows("assets")] == ["Order history"])
    outline.press("ArrowUp", "ArrowRight", "ArrowRight", *"order in", "Enter")
    outline.press("ArrowUp", "ArrowRight", *"high", "Enter")
    wait_until(
        "the asset says what it needs",
        lambda: (
            [(len(row["held_by"]), row["needs"]) for row in outline.rows("assets")]
            == [(1, {"confidentiality": "high"})]
        ),
    )
    page.goto(f"{outline.address}/suggestions")
    expect(page.get_by_role("button", name="Suggest")).to_be_visible()
    page.keyboard.press("s")
    expect(page.get_by_role("article").first).to_be_visible()


def add(outline: Outline, key: str, kind: str, name: str) -> None:
    """Add what the list offers under a name, and call it so."""
    outline.press(key)
    expect(outline.page.get_by_role("combobox")).to_be_focused()
    outline.page.keyboard.type(kind)
    expect(outline.page.get_by_role("option", selected=True)).to_contain_text(kind, ignore_case=True)
    outline.press("Enter")
    expect(outline.page.get_by_label("Name of")).to_be_focused()
    outline.page.keyboard.type(name)
    outline.press("Enter")
    expect(outline.item(name)).to_be_focused()


def ends(outline: Outline) -> set[tuple[str, str]]:
    return {(source, target) for source, target, _ in outline.flows()}


def test_the_tree_does_to_the_model_what_the_canvas_does(page: Page, program: httpx.Client, desk: Library) -> None:
    outline = Outline(page, program, desk.id)
    outline.go()
    outline.tab_to(outline.tree)
    # Typing leads to a name, and arrows open what is in it.
    outline.press(*"desk")
    expect(outline.tree.locator(":focus")).to_have_attribute("aria-expanded", "false")
    outline.press("ArrowRight", "ArrowRight")
    expect(outline.tree.locator(":focus")).to_have_attribute("aria-level", "3")
    outline.press("ArrowLeft", "F2", *"Night agent", "Enter")
    wait_until("it is renamed", lambda: "Night agent" in desk.names())
    # Out of its boundary, into another by cutting and pasting, and into the one above it.
    outline.press("Alt+ArrowLeft")
    wait_until("it is in nothing", lambda: outline.homes()["Night agent"] is None)
    text = outline.copied("cut")
    outline.press("Home")
    expect(outline.tree.locator(":focus")).to_contain_text("Outside")
    outline.paste(text)
    wait_until("it is moved", lambda: outline.homes()["Night agent"] == "Outside")
    outline.press("Alt+ArrowLeft", "Alt+ArrowRight")
    wait_until("it is in the one above", lambda: outline.homes()["Night agent"] == "Library network")
    # Grouped with another, and the group taken away again.
    outline.press(*"loan")
    outline.press("Shift+ArrowUp")
    expect(outline.tree.locator('[aria-selected="true"]')).to_have_count(2)
    outline.press("Control+g")
    outline.press(*"Stacks", "Enter")
    wait_until("they are grouped", lambda: list(outline.homes().values()).count("Stacks") == 2)
    outline.press("Control+Shift+g")
    wait_until("the group is gone", lambda: "Stacks" not in outline.homes().values())
    # Connected, removed, and both taken back.
    flows = len(outline.flows())
    outline.press(*"loan", ">")
    outline.press(*"chat", "Enter")
    wait_until("it is connected", lambda: len(outline.flows()) == flows + 1)
    expect(outline.said()).to_contain_text("Connect Loan records to Chat page")
    outline.press(*"reader")
    outline.press("Delete")
    wait_until("it is gone", lambda: "Reader" not in desk.names())
    outline.press("Control+z")
    wait_until("it is back", lambda: "Reader" in desk.names())
    outline.press("Control+z")
    wait_until("the flow is gone", lambda: len(outline.flows()) == flows)
    outline.press("Control+Shift+z")
    wait_until("the flow is there again", lambda: len(outline.flows()) == flows + 1)


def test_what_is_copied_in_the_tree_is_pasted_into_another_system(
    page: Page, program: httpx.Client, desk: Library
) -> None:
    outline = Outline(page, program, desk.id)
    outline.go()
    outline.tab_to(outline.tree)
    outline.press(*"library")
    text = outline.copied()
    other = empty_outline(page, program, "Pasted into")
    other.go()
    other.tab_to(other.tree)
    other.paste(text)
    inside = {name for name, home in outline.homes().items() if home == "Library network"}
    wait_until("everything in it is there", lambda: set(other.homes()) == inside)
    assert set(other.homes().values()) == {"Library network"}
    assert ends(other) == {pair for pair in ends(outline) if set(pair) <= inside}
    other.press("Control+z")
    wait_until("it is gone in one step", lambda: other.homes() == {})


def test_the_lists_have_their_addresses_and_their_keys_are_told(
    page: Page, program: httpx.Client, desk: Library
) -> None:
    outline = Outline(page, program, desk.id)
    outline.go("flows")
    expect(outline.grid).to_have_attribute("aria-label", "Flows")
    outline.tab_to(page.get_by_role("radiogroup", name="How to list it"))
    outline.press("ArrowRight")
    expect(page).to_have_url(re.compile("list=boundaries"))
    expect(page.get_by_role("grid", name="Boundaries")).to_be_visible()
    outline.tab_to(outline.grid)
    outline.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    for told in ("From cell to cell", "Fill down", "Into the boundary just above"):
        expect(keys.get_by_text(told, exact=True)).to_be_visible()


def test_screen_readers_are_told_what_the_outline_is_and_what_happens_in_it(
    page: Page, program: httpx.Client, desk: Library
) -> None:
    outline = Outline(page, program, desk.id)
    desk.client.post(
        f"{desk.api}/comments",
        json={"object_type": "element", "object": desk.element("Desk agent")["id"], "text": "Why?"},
    )
    outline.go()
    outline.tab_to(outline.tree)
    expect(outline.tree).to_match_aria_snapshot(
        """
        - tree "Boundaries, elements and flows":
          - treeitem "Outside Untrusted" [expanded] [level=1]
          - treeitem "Reader" [level=2]
          - treeitem "Library network Internal" [expanded] [level=1]
          - treeitem "Desk agent 1 open comment" [level=2]:
            - link "1 open comment"
        """
    )
    told = page.get_by_role("log", name="Undo", exact=True)
    add(outline, "/", "tool", "Crane")
    expect(outline.said()).to_have_text("Rename Crane")
    outline.press("Delete")
    expect(outline.said()).to_have_text("Remove Crane")
    outline.press("Control+z")
    expect(told).to_have_text("Undone: Remove Crane")
    outline.press("Control+Shift+z")
    expect(told).to_have_text("Done again: Remove Crane")

    outline.go("flows")
    outline.tab_to(outline.grid)
    expect(outline.grid).to_match_aria_snapshot(
        """
        - grid "Flows":
          - row:
            - columnheader "From"
            - columnheader "To"
            - columnheader "Name"
            - columnheader "Direction"
          - rowgroup:
            - row:
              - rowheader "Reader" [selected]
              - gridcell "Chat page"
              - gridcell "question"
              - gridcell "One way"
            - row "New row":
              - rowheader "Type here to add"
        """
    )
    outline.press("Control+Enter", *"Reader", "Enter", *"Desk agent", "Enter")
    expect(outline.said()).to_have_text("Reader → Desk agent added")
    outline.press("Control+End", "ArrowUp", "Shift+ ", "Delete")
    expect(page.get_by_role("status").filter(has_text="Remove Reader → Desk agent")).to_be_visible()
    outline.press("Control+z")
    expect(told).to_have_text("Undone: Remove Reader → Desk agent")
