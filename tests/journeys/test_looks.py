"""How pages look, where a machine can see it: nothing is too small to read, cut off, or above what it scrolls under."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.library import Library

pytestmark = pytest.mark.journey
LEGIBLE = 24  # pixels of a field, with letters of 14
# How often the middle of the title, while the detail scrolls under it, is of something else than its head.
COVERED = """(panel) => {
  let covered = 0;
  for (let down = 0; down <= panel.scrollHeight - panel.clientHeight; down += 8) {
    panel.scrollTop = down;
    const { left, top, height } = panel.querySelector("h2").getBoundingClientRect();
    if (!document.elementFromPoint(left + 24, top + height / 2).closest("header")) covered += 1;
  }
  return covered;
}"""


@pytest.mark.parametrize("zoom_out", [0, 5, 14])
def test_a_name_is_written_in_legible_letters_however_far_away_it_is(page: Page, desk: Library, zoom_out: int) -> None:
    page.goto(f"{desk.address}/picture?view=canvas")
    canvas = page.get_by_role("application", name="Picture")
    agent = canvas.get_by_role("button", name="Desk agent", exact=True)
    agent.click()
    for _ in range(zoom_out):
        page.keyboard.press("-")
    page.keyboard.press("F2")
    assert height(page.get_by_label("Name of Desk agent")) >= LEGIBLE
    page.keyboard.press("Escape")
    expect(agent).to_be_focused()
    page.keyboard.press("c")
    expect(page.get_by_role("dialog", name=re.compile("Desk agent"))).to_be_visible()
    page.keyboard.type("loan")
    page.keyboard.press("Enter")
    field = page.get_by_placeholder("What flows here?")
    expect(field).to_be_focused()
    assert height(field) >= LEGIBLE


def test_nothing_of_a_detail_lies_above_its_head(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/picture?view=outline&show={desk.element('Desk agent')['id']}")
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("radiogroup").first).to_be_attached()
    assert panel.evaluate(COVERED) == 0


def test_what_one_chooses_from_is_never_cut_off(page: Page, desk: Library) -> None:
    first: dict[str, Any] = desk.client.get(f"{desk.api}/assets").json()["results"][0]
    page.goto(f"{desk.address}/stake?show={first['id']}")
    choices = page.get_by_role("complementary").get_by_role("radiogroup")
    expect(choices.first).to_be_visible()
    assert choices.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth).length") == 0


def test_who_asks_for_less_motion_sees_other_colours_at_once(page: Page) -> None:
    page.goto("/w/demo")
    expect(page.get_by_role("heading", name="Sample systems")).to_be_visible()
    seen = page.get_by_role("heading", name="Sample systems").evaluate("""heading => {
      document.documentElement.dataset.mantineColorScheme = "dark";
      return getComputedStyle(heading).color;
    }""")
    assert seen == "rgb(236, 236, 234)"


def height(field: Locator) -> float:
    expect(field).to_be_visible()
    box = field.bounding_box()
    assert box
    return box["height"]
