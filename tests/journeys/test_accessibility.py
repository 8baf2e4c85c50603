"""What axe-core finds on the pages: nothing, in light and dark, on a desk and on a phone."""

import os
import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.journeys.library import Library
from tests.journeys.listing import Outline
from tests.product import ROOT

pytestmark = pytest.mark.journey
AXE = (ROOT / "frontend/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WINDOWS = (ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844))
# Colours alone depend on the scheme, so in the dark nothing else is looked at again.
RULES = {"light": "", "dark": "runOnly: ['color-contrast'],"}


def test_no_page_has_barriers_that_a_machine_can_find(page: Page, desk: Library) -> None:
    first, *_ = desk.suggest()
    desk.decide(first, "open")
    agent = desk.element("Desk agent")["id"]
    places = {
        "/w/demo": "Sample systems",
        "/w/demo/systems?q=loan": "Consumer loan scoring",
        "/w/demo/catalogue?q=planted": "AI security",
        f"/w/demo/catalogue/{first['entry']}": "Suggested when",
        "/w/demo/new-entry": "What can go wrong that the catalogue",
        "/w/demo/controls?hurts=either": "Effect on both sides",
        f"/w/demo/controls/{first['controls'][0]['slug']}": "How to find out that it works",
        f"/w/demo/controls/{first['controls'][0]['slug']}/change": "Against threats it",
        "/w/demo/new-control": "What helps here and the catalogue does not know",
        "/w/demo/packs": "Packs",
        "/w/demo/settings": "Keys for programs",
        f"{desk.address}/picture?show={agent}": "What is known about it",
        f"{desk.address}/picture?view=outline&show=system": "Holds for all elements",
        f"{desk.address}/picture?view=outline&list=elements": "Out of scope because",
        f"{desk.address}/picture?view=outline&list=flows&show={agent}": "Direction",
        f"{desk.address}/picture?view=outline&list=boundaries": "Trust",
        f"{desk.address}/picture?view=outline&list=assets": "Held by",
        f"{desk.address}/stake": "What readers borrow",
        f"{desk.address}/suggestions?certainty=certain": "Somebody wants this to happen",
        f"{desk.address}/findings/{first['id']}": "Raised by",
        f"{desk.address}/reports": "No report yet.",
        f"{desk.address}/history": "asked for suggestions",
        "/attic": "There is nothing here",
    }
    found = {place: barriers(page, place, seen) for place, seen in places.items()}
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_no_sign_in_page_has_barriers_that_a_machine_can_find(visitor: Page) -> None:
    places = {"/accounts/login/": "Sign in", "/accounts/signup/": "Create an account"}
    found = {place: barriers(visitor, place, seen) for place, seen in places.items()}
    assert {place: lines for place, lines in found.items() if lines} == {}


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: f"{window['width']}px")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_that_opens_above_a_page_has_barriers_either(
    scheme: Literal["light", "dark"], window: ViewportSize, page: Page, desk: Library
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(window)
    outline = Outline(page, desk.client, desk.id)
    found = {name: violations(page) for name in opened(page, outline, desk)}
    assert {name: lines for name, lines in found.items() if lines} == {}


def opened(page: Page, outline: Outline, desk: Library) -> Iterator[str]:
    """Opens one thing after the other and says what it is; it is closed when the next is asked for."""
    outline.go("elements")
    outline.tab_to(outline.grid)
    outline.paste("Name\tKind\nGood one\tAgent\nNo kind\tAgnet")
    expect(page.get_by_role("dialog", name="Paste 1 row")).to_be_visible()
    yield "report of what was pasted"
    outline.press("Escape", "ArrowRight", "F2")
    expect(page.get_by_role("listbox")).to_be_visible()
    yield "choices in a cell"
    outline.press(*"zebra", "Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    yield "choices that lack what was typed"
    outline.press("Escape")
    page.get_by_role("button", name="Columns").click()
    yield "choice of columns"
    outline.go()
    outline.tab_to(outline.tree)
    outline.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    yield "what can be added in the tree"
    outline.press(*"zebra")
    yield "nothing that can be added"
    outline.press("Escape", "?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    yield "keys"
    outline.press("Escape", "Control+k")
    expect(page.get_by_role("dialog", name="Search everything")).to_be_visible()
    outline.press(*"desk agent")
    expect(page.get_by_role("option", name="Desk agent").first).to_be_visible()
    yield "search"
    yield from opened_on_the_canvas(page, outline, desk)
    yield from opened_elsewhere(page, outline, desk)


def opened_on_the_canvas(page: Page, outline: Outline, desk: Library) -> Iterator[str]:
    page.goto(f"{desk.address}/picture?view=canvas")
    canvas = page.get_by_role("application", name="Picture")
    canvas.focus()
    outline.press("/")
    expect(page.get_by_role("dialog", name="What do you want to add?")).to_be_visible()
    yield "what can be added on the canvas"
    outline.press("Escape")
    for menu in ("What to do with Overview", "Add a diagram", "Export the picture"):
        page.get_by_role("button", name=menu).click()
        expect(page.get_by_role("menu")).to_be_visible()
        yield menu
        outline.press("Escape")
        expect(page.get_by_role("menu")).to_have_count(0)
    if page.get_by_role("button", name="Show what can be added").is_visible():
        page.get_by_role("button", name="Show what can be added").click()
    expect(page.get_by_role("region", name="What can be added")).to_be_visible()
    yield "palette"


def opened_elsewhere(page: Page, outline: Outline, desk: Library) -> Iterator[str]:
    desk.client.post(f"{desk.api}/versions", json={"name": "Signed off"})
    page.goto(f"{desk.address}/history")
    page.get_by_role("button", name="Go back to it").click()
    expect(page.get_by_role("dialog", name="Signed off")).to_be_visible()
    yield "going back to a version"
    outline.press("Escape")
    page.get_by_role("button", name="You", exact=True).click()
    expect(page.get_by_role("menuitemradio", name="Dark")).to_be_visible()
    yield "menu of the account"
    agent = desk.element("Desk agent")
    page.goto(f"{desk.address}/picture?view=outline&show={agent['id']}")
    name = page.get_by_label("Name", exact=True)
    name.fill("Mine")
    desk.client.patch(f"{desk.api}/elements/{agent['id']}", json={"name": "Theirs", "version": agent["version"]})
    name.blur()
    expect(page.get_by_text("Somebody was faster")).to_be_visible()
    yield "conflict"
    page.get_by_label("Kind", exact=True).first.click()
    expect(page.get_by_role("option").first).to_be_visible()
    yield "choices in the detail"


def barriers(page: Page, place: str, seen: str, schemes: tuple[Scheme, ...] = SCHEMES) -> list[str]:
    """What axe finds at one address in every look; `seen` is shown once the page is there."""
    return [line for scheme in schemes for line in barriers_in(page, place, seen, scheme)]


def barriers_in(page: Page, place: str, seen: str, scheme: Scheme) -> Iterator[str]:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(WINDOWS[0])
    page.goto(place)
    # Choices that are not open are on the page too.
    expect(page.get_by_text(seen).locator("visible=true").first).to_be_visible()
    for window in WINDOWS:
        page.set_viewport_size(window)
        keep_picture(page, f"{place} {window['width']} {scheme}")
        found = violations(page, RULES[scheme])
        if found:
            # Once more when all styles are surely there: what a page is for a moment while it comes is no barrier.
            page.wait_for_load_state("networkidle")
            found = violations(page, RULES[scheme])
        for line in found:
            yield f"{line} at {window['width']} px, {scheme}"


def violations(page: Page, rules: str = "") -> list[str]:
    """What axe finds on the page as it is."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    run = f"axe.run({{ {rules} resultTypes: ['violations'] }}).then((found) => found.violations)"
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in page.evaluate(run)]


def keep_picture(page: Page, name: str) -> None:
    """For `make screenshots`: what people look at, since no machine sees whether a page is calm and aligned."""
    folder = os.environ.get("BIFOCAL_SCREENSHOTS")
    if folder:
        page.screenshot(path=f"{folder}/{re.sub('[^a-z0-9]+', '-', name.lower()).strip('-')}.png", full_page=True)
