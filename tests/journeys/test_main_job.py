"""The main job, end to end: from a model file to a PDF that says what was decided."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdfium2 import PdfDocument

from tests.journeys.library import MODEL, choose_file

pytestmark = pytest.mark.journey
REASON = "Holds expire by themselves."
NEW_TITLE = "A reader's wish list answers to somebody else"
# Remembers every line of progress that was shown, however short.
WATCH_PROGRESS = """() => {
  window.progressShown = [];
  new MutationObserver(() => {
    const line = document.querySelector('[aria-live=polite] strong')?.parentElement;
    if (line) window.progressShown.push(line.textContent);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""


def card(page: Page, lens: str) -> Locator:
    """The first card that waits in the lane of a lens."""
    return page.get_by_role("article", name=re.compile(f"^{lens}: ")).first


def title_on(found: Locator) -> str:
    """What the card says happens."""
    return (found.get_attribute("aria-label") or "").split(": ", 1)[1]


def accept_first(page: Page, lens: str) -> str:
    found = card(page, lens)
    title = title_on(found)
    found.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("article", name=title)).to_have_count(0)
    return title


def test_a_model_file_becomes_a_report_that_names_what_was_accepted(page: Page, tmp_path: Path) -> None:
    page.goto("/w/demo")
    choose_file(page, MODEL)
    page.wait_for_url("**/picture")
    expect(page.get_by_role("button", name="Desk agent")).to_be_visible()
    suggest(page)
    counterparts_stand_side_by_side(page)
    accepted = [accept_first(page, lens) for lens in ("Threat", "Hazard", "Threat", "Hazard")]
    dismissed = dismiss_and_think_again(page)
    edit_and_accept(page)
    page.get_by_role("link", name="Findings", exact=True).click()
    register = page.get_by_role("table", name="Findings")
    for title in [*accepted, NEW_TITLE]:
        expect(register.get_by_role("row").filter(has_text=title).filter(has_text="Open")).to_have_count(1)
    expect(register.get_by_role("row").filter(has_text=dismissed)).to_contain_text("Dismissed")
    printed = report(page, tmp_path)
    for title in [*accepted, NEW_TITLE]:
        assert words_of(title) in printed
    assert words_of(REASON) in printed


def suggest(page: Page) -> None:
    """Ask for suggestions, and see how far the run is until they are there."""
    page.get_by_role("link", name="Suggestions", exact=True).click()
    page.evaluate(WATCH_PROGRESS)
    page.get_by_role("button", name="Suggest").click()
    expect(card(page, "Threat")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^Last run .* \d+ new suggestions"))).to_be_visible()
    shown = " ".join(page.evaluate("window.progressShown"))
    assert re.search("Waiting for a worker|Looking at the system", shown)


def counterparts_stand_side_by_side(page: Page) -> None:
    joint = page.get_by_role("img", name=re.compile("weaponises|unintended|weakens|sets off|hides")).first
    middle = joint.bounding_box()
    assert middle
    beside = [box for found in page.get_by_role("article").all()[:12] if (box := found.bounding_box())]
    same_row = [box for box in beside if box["y"] <= middle["y"] <= box["y"] + box["height"]]
    left, right = sorted(same_row, key=lambda box: box["x"])
    assert left["y"] == right["y"]
    assert left["width"] == right["width"]
    assert left["x"] + left["width"] <= middle["x"] < right["x"]


def dismiss_and_think_again(page: Page) -> str:
    """Dismiss with a reason, take it back with the note's button, and dismiss after all."""
    title = title_on(card(page, "Hazard"))
    for is_final in (False, True):
        found = page.get_by_role("article", name=title)
        found.get_by_role("button", name="Dismiss").click()
        found.get_by_label("Reason").fill(REASON)
        found.get_by_role("button", name="Dismiss").click()
        expect(found).to_have_count(0)
        if not is_final:
            page.get_by_role("button", name="Undo").last.click()
            expect(found).to_be_visible()
    return title


def edit_and_accept(page: Page) -> None:
    found = card(page, "Threat")
    found.get_by_role("button", name="Edit").click()
    found.get_by_label("What happens").fill(NEW_TITLE)
    found.get_by_role("button", name="Save and accept").click()
    expect(page.get_by_role("article", name=NEW_TITLE)).to_have_count(0)


def report(page: Page, folder: Path) -> str:
    """Make the PDF, download it, and give its words."""
    page.get_by_role("link", name="Reports", exact=True).click()
    page.get_by_role("button", name="Create PDF").click()
    with page.expect_download(timeout=30_000) as download:
        page.get_by_role("link", name="Download PDF").click(timeout=30_000)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    with PdfDocument(path) as document:
        return words_of(" ".join(sheet.get_textpage().get_text_bounded() for sheet in document))


def words_of(text: str) -> str:
    """Without what line breaks do to spaces and hyphens, and with one sort of quotation mark."""
    return re.sub(r"[\s­-]+", "", text).replace("’", "'")
