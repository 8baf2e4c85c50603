"""How the picture looks: every flow has its name beside its line, tools cover nothing, the map shows the whole."""

import re
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from apps.interchange.builtin import templates
from tests.journeys.library import WORKSPACE, Library
from tests.product import wait_until

pytestmark = pytest.mark.journey
# What is drawn on the page itself: boxes of names and cards on the screen, and spots along each line.
DRAWN = """() => {
  const boxOf = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const all = (what) => [...document.querySelectorAll(what)].map((part) => boxOf(part.getBoundingClientRect()));
  const named = [...document.querySelectorAll('svg g[role=button][data-part]')];
  const spots = (path) => {
    const matrix = path.getScreenCTM();
    const count = Math.ceil(path.getTotalLength() / 2);
    return Array.from({ length: count + 1 }, (_, index) => {
      const { x, y } = path.getPointAtLength((path.getTotalLength() * index) / count).matrixTransform(matrix);
      return [x, y];
    });
  };
  return {
    flows: named.map((group) => {
      const text = group.querySelector('text');
      return {
        name: group.getAttribute('aria-label'),
        said: text ? [...text.querySelectorAll('tspan')].map((line) => line.textContent).join(' ') : null,
        box: text ? boxOf(text.getBoundingClientRect()) : null,
        line: spots(group.querySelectorAll('path')[1]),
      };
    }),
    cards: all('.react-flow__node-element'),
    titles: [...document.querySelectorAll('.boundary-name')].map((title) => {
      const words = document.createRange();
      words.selectNodeContents(title);
      return boxOf(words.getBoundingClientRect());
    }),
  };
}"""


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes cover each other by more than a pixel."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > 1 and down > 1


def holds(box: dict[str, float], spot: list[float]) -> bool:
    return box["left"] + 1 < spot[0] < box["right"] - 1 and box["top"] + 1 < spot[1] < box["bottom"] - 1


def drawn(page: Page, client: httpx.Client, key: str) -> dict[str, Any]:
    made = client.post(f"{WORKSPACE}/systems/import", json={"template": key, "name": f"Looks of {key}"}).json()
    page.goto(f"/w/demo/systems/{made['id']}/picture")
    flows = page.locator("svg g[role=button][data-part]")
    expect(flows.first).to_be_attached()
    expect(flows.locator("text").first).to_be_attached()
    found: dict[str, Any] = page.evaluate(DRAWN)
    return found


@pytest.mark.parametrize("key", templates())
def test_every_flow_of_a_template_has_its_name_beside_its_line(page: Page, program: httpx.Client, key: str) -> None:
    looks = drawn(page, program, key)
    flows = looks["flows"]
    assert len(flows) >= 10
    assert [flow["name"] for flow in flows if flow["name"] != f"Flow {flow['said']}"] == []
    for flow in flows:
        crossed = [other["name"] for other in flows if any(holds(flow["box"], spot) for spot in other["line"])]
        assert crossed == [], f"{flow['name']} lies on the line of {crossed}"
        assert not any(meet(flow["box"], card) for card in looks["cards"]), f"{flow['name']} lies on a card"
        names = [other["name"] for other in flows if other is not flow and meet(flow["box"], other["box"])]
        assert names == [], f"{flow['name']} lies on the name of {names}"
        assert not any(meet(flow["box"], title) for title in looks["titles"]), (
            f"{flow['name']} lies on a boundary's name"
        )
    crossed = [
        flow["name"] for flow in flows for title in looks["titles"] if any(holds(title, at) for at in flow["line"])
    ]
    assert crossed == [], f"{crossed} run over the name of a boundary"


def test_a_long_name_of_a_flow_is_wrapped_and_told_in_full(page: Page, desk: Library) -> None:
    flow = desk.client.get(f"{desk.api}/flows").json()["results"][0]
    name = "everything that the readers of the library have told us about themselves " * 2 + "so far"
    desk.client.patch(f"{desk.api}/flows/{flow['id']}", json={"name": name})
    page.goto(f"{desk.address}/picture")
    line = page.get_by_role("button", name=f"Flow {name}")
    expect(line.locator("title")).to_have_text(name)
    expect(line.locator("tspan").last).to_have_text(re.compile("…$"))


def test_fitting_leaves_room_for_the_tools(page: Page, program: httpx.Client) -> None:
    looks = drawn(page, program, "tool-using-agent")
    for bar in (
        page.get_by_role("toolbar", name="Tools of the canvas"),
        page.locator(".react-flow__panel.bottom.left"),
    ):
        box = bar.bounding_box()
        assert box
        covered = {
            "left": box["x"],
            "top": box["y"],
            "right": box["x"] + box["width"],
            "bottom": box["y"] + box["height"],
        }
        assert not any(meet(covered, other) for other in [*looks["cards"], *looks["titles"]])
    canvas = page.get_by_role("application", name="Picture").bounding_box()
    assert canvas
    assert canvas["height"] > 0.7 * 900
    assert canvas["y"] + canvas["height"] > 900 - 20


def test_what_lies_under_the_bar_of_the_selection_can_be_clicked(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/picture")
    page.get_by_role("button", name="Desk agent", exact=True).click()
    bar = page.get_by_role("toolbar", name="1 selected")
    expect(bar).to_be_visible()
    assert bar.evaluate("bar => getComputedStyle(bar).pointerEvents") == "none"
    bar.get_by_role("button", name="Duplicate").click()
    expect(page.get_by_role("log", name="What has just happened")).to_contain_text("Duplicate")


def test_the_map_shows_the_whole_and_moves_the_view(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/picture")
    agent = page.get_by_role("button", name="Desk agent", exact=True)
    expect(agent).to_be_visible()
    switch = page.get_by_role("button", name="Show the map")
    small = page.get_by_role("img", name="The whole picture in small")
    expect(small).to_have_count(0)
    page.keyboard.press("m")
    expect(small).to_be_visible()
    expect(switch).to_have_attribute("aria-pressed", "true")
    for bar in page.locator(".react-flow__panel").all():
        box, other = small.bounding_box(), bar.bounding_box()
        assert box
        assert other
        inside = other["x"] <= box["x"] and box["x"] + box["width"] <= other["x"] + other["width"]
        apart = box["x"] >= other["x"] + other["width"] or box["y"] >= other["y"] + other["height"]
        assert inside or apart or other["y"] >= box["y"] + box["height"] or other["width"] * other["height"] == 0
    box = small.bounding_box()
    at_first = agent.bounding_box()
    assert box
    assert at_first
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 10, box["y"] + 10, steps=3)
    page.mouse.up()
    wait_until("the view has moved", lambda: (now := agent.bounding_box()) and now["x"] > at_first["x"] + 50)
    width = at_first["width"]
    page.mouse.wheel(0, -400)
    wait_until("it is nearer", lambda: (now := agent.bounding_box()) and now["width"] > 1.2 * width)
    switch.click()
    expect(small).to_have_count(0)


def test_what_is_typed_first_finds_what_is_called_so(page: Page, desk: Library) -> None:
    page.goto(f"{desk.address}/picture")
    expect(page.get_by_role("button", name="Desk agent", exact=True)).to_be_visible()
    page.keyboard.press("/")
    page.get_by_role("combobox", name="What do you want to add?").fill("tool")
    expect(page.get_by_role("option", selected=True)).to_contain_text(re.compile("^Tool"))
    page.get_by_role("combobox", name="What do you want to add?").fill("mcp")
    expect(page.get_by_role("option").first).to_be_visible()


def test_a_template_that_has_the_focus_is_not_behind_the_bar(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto("/")
    page.get_by_role("button", name=re.compile("^Template")).click()
    radios = page.get_by_role("radio")
    radios.first.focus()
    for _ in range(len(templates()) - 1):
        page.keyboard.press("ArrowDown")
        shown = page.evaluate(
            """() => {
              const card = document.activeElement.closest('div').getBoundingClientRect();
              const foot = document.querySelector('form > div:last-of-type').getBoundingClientRect();
              return { card: card.bottom, foot: foot.top, top: card.top };
            }"""
        )
        assert shown["card"] <= shown["foot"] + 1
        assert shown["top"] >= 48
