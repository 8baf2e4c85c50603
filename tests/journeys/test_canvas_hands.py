"""The canvas under the hand: what a mouse or a key is about, and nothing else. Fingers: see test_touch.py."""

from functools import partial
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.drawing import Canvas, empty_canvas
from tests.product import wait_until

pytestmark = pytest.mark.journey

Spot = tuple[float, float]
PLACES = {"E-mail": (0, 0), "Refund agent": (320, 160), "Till": (640, 0)}
KINDS = {"E-mail": "external_source", "Refund agent": "agent", "Till": "tool"}
FLOW = "Flow E-mail to Refund agent"


@pytest.fixture
def canvas(page: Page, program: httpx.Client) -> Canvas:
    return drawn(empty_canvas(page, program))


def drawn(canvas: Canvas) -> Canvas:
    """The mail, an agent and a till, and one flow from the first to the second."""
    ids = {name: str(uuid4()) for name in PLACES}
    operations: list[dict[str, Any]] = [
        {"op": "create", "type": "element", "id": ids[name], "values": {"name": name, "kind": KINDS[name]}}
        for name in ids
    ]
    ends = {"source": ids["E-mail"], "target": ids["Refund agent"]}
    operations.append({"op": "create", "type": "flow", "values": ends})
    boxes = [{"element": ids[name], "x": x, "y": y, "width": 168, "height": 64} for name, (x, y) in PLACES.items()]
    operations.append({"op": "place", "diagram": canvas.rows("diagrams")[0]["id"], "placements": boxes})
    assert canvas.client.post(f"{canvas.api}/changes", json={"operations": operations}).status_code == 200
    canvas.page.reload()
    expect(canvas.part("Till")).to_be_visible()
    return canvas


def arrangement(canvas: Canvas) -> dict[str, Any]:
    diagram = canvas.rows("diagrams")[0]["id"]
    found: dict[str, Any] = canvas.client.get(f"{canvas.api}/diagrams/{diagram}/placements").json()
    return found


def places(canvas: Canvas) -> dict[str, Spot]:
    names = {row["id"]: row["name"] for row in canvas.rows("elements")}
    return {names[row["element"]]: (row["x"], row["y"]) for row in arrangement(canvas)["placements"] if row["element"]}


def stands(canvas: Canvas, name: str) -> bool:
    return name in places(canvas)


def bends(canvas: Canvas) -> list[list[float]]:
    flows = arrangement(canvas)["flows"]
    return [bend for row in flows for bend in row["bends"]]


def middle(grip: Locator) -> Spot:
    box = grip.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pull(page: Page, start: Spot, end: Spot) -> None:
    """Hold the button down and go there; whoever calls lets it go."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
    page.mouse.move(*end, steps=4)


def pull_dot(canvas: Canvas, source: str, target: str, side: str = "right") -> None:
    page = canvas.page
    canvas.part(source).hover()
    pull(page, middle(page.locator(f"[data-side={side}]")), middle(canvas.part(target)))


def chosen(page: Page) -> Locator:
    return page.locator("[data-part][aria-pressed=true]")


def settled(part: Locator) -> None:
    """Wait until the view has come to rest."""
    seen: list[Spot] = [(0, 0)]

    def is_still() -> bool:
        seen.append(middle(part))
        part.page.wait_for_timeout(200)
        return seen[-1] == seen[-2]

    wait_until("the view rests", is_still)


def choose_flow(canvas: Canvas) -> None:
    """Click on the line, where neither a name nor a grip lies."""
    line = canvas.page.get_by_role("button", name=FLOW).locator("path").first
    x, y = line.evaluate(
        """(line) => {
          const { x, y } = line.getPointAtLength(line.getTotalLength() / 4);
          const { a, d, e, f } = line.getScreenCTM();
          return [x * a + e, y * d + f];
        }"""
    )
    canvas.page.mouse.click(x, y)
    expect(canvas.page.get_by_role("button", name=FLOW)).to_have_attribute("aria-pressed", "true")


def test_a_flow_that_was_just_drawn_is_alone_selected(page: Page, canvas: Canvas) -> None:
    pull_dot(canvas, "Refund agent", "Till")
    page.mouse.up()
    field = page.get_by_label("Name of Refund agent to Till")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(chosen(page)).to_have_count(1)
    expect(page.get_by_role("button", name="Flow Refund agent to Till")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Delete")
    wait_until("only the new flow is gone", lambda: canvas.counts() == [3, 0, 1])


def test_a_flow_is_named_as_soon_as_it_is_drawn(page: Page, canvas: Canvas) -> None:
    pull_dot(canvas, "Refund agent", "Till")
    page.mouse.up()
    canvas.name("refunds")
    wait_until("it has its name", lambda: ("Refund agent", "Till", "refunds") in canvas.flows())
    page.get_by_role("button", name="Flow refunds").locator("text").dblclick()
    canvas.name("money")
    wait_until("it has another", lambda: ("Refund agent", "Till", "money") in canvas.flows())
    canvas.part("Till").click()
    page.keyboard.press("c")
    page.keyboard.type("e-mail")
    page.keyboard.press("Enter")
    canvas.name("receipts")
    wait_until("so has one drawn by key", lambda: ("Till", "E-mail", "receipts") in canvas.flows())


def test_a_double_click_on_a_line_names_it(page: Page, canvas: Canvas) -> None:
    choose_flow(canvas)
    page.keyboard.press("Escape")
    line = page.get_by_role("button", name=FLOW).locator("path").first
    box = line.bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    canvas.name("complaints")
    wait_until("it has its name", lambda: canvas.flows()[0][2] == "complaints")
    assert bends(canvas) == []


def test_bends_are_pulled_out_of_a_line_and_moved(page: Page, canvas: Canvas) -> None:
    choose_flow(canvas)
    still = canvas.part("Till").bounding_box()
    x, y = middle(page.locator("[data-grip=middle]"))
    pull(page, (x, y), (x, y + 96))
    page.mouse.up()
    [first] = wait_until("it has a bend", lambda: bends(canvas))
    assert canvas.part("Till").bounding_box() == still
    grip = page.get_by_role("button", name="Bend 1 of 1")
    x, y = middle(grip)
    pull(page, (x, y), (x + 48, y - 152))
    page.mouse.up()
    wait_until("the bend is moved", lambda: bends(canvas) not in ([first], []))
    [second] = bends(canvas)
    zoom = page.locator(".react-flow__viewport").evaluate("(view) => new DOMMatrix(getComputedStyle(view).transform).a")
    assert second == pytest.approx([first[0] + 48 / zoom, first[1] - 152 / zoom], abs=8)
    assert canvas.part("Till").bounding_box() == still
    grip.dblclick()
    wait_until("it is straight again", lambda: bends(canvas) == [])


def test_a_double_click_renames_wherever_it_falls(page: Page, canvas: Canvas) -> None:
    # At the right, where the detail comes to lie; and cut off by the edge, where the view would move.
    pane = page.get_by_role("application", name="Picture").bounding_box()
    assert pane
    x, y = middle(canvas.part("Till"))
    for left, name in ((120, "Cash desk"), (20, "Bank")):
        start = (pane["x"] + 300, pane["y"] + pane["height"] - 60)
        pull(page, start, (start[0] + pane["x"] + pane["width"] - left - x, start[1]))
        page.mouse.up()
        x = pane["x"] + pane["width"] - left
        page.mouse.click(x, y)
        page.wait_for_timeout(200)
        page.mouse.click(x, y, click_count=2)
        canvas.name(name)
        wait_until("it has its name", partial(stands, canvas, name))
        page.keyboard.press("Escape")
        x, y = middle(canvas.part(name))
    assert canvas.counts() == [3, 0, 1]
    page.mouse.click(x, y)
    expect(page.get_by_role("complementary", name="Bank")).to_be_visible()


def test_escape_puts_back_what_is_being_moved(page: Page, canvas: Canvas) -> None:
    before = places(canvas)
    box = canvas.part("Till").bounding_box()
    start = middle(canvas.part("Till"))
    pull(page, start, (start[0] - 80, start[1] + 120))
    page.keyboard.press("Escape")
    assert canvas.part("Till").bounding_box() == box
    page.mouse.move(start[0] - 160, start[1] + 160, steps=3)
    page.mouse.up()
    assert canvas.part("Till").bounding_box() == box
    page.keyboard.down("Shift")
    pull(page, (start[0] - 110, start[1] - 60), (start[0] + 110, start[1] + 60))
    expect(chosen(page)).to_have_count(1)
    page.keyboard.press("Escape")
    page.mouse.up()
    page.keyboard.up("Shift")
    expect(chosen(page)).to_have_count(0)
    pull(page, start, (start[0], start[1] + 80))
    page.mouse.up()
    wait_until("the next move holds", lambda: places(canvas) != before)
    assert places(canvas)["Till"][1] > before["Till"][1]


def test_escape_lets_go_of_a_flow_and_of_a_bend(page: Page, canvas: Canvas) -> None:
    pull_dot(canvas, "Refund agent", "Till")
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.get_by_label("Name of")).to_have_count(0)
    # A dot that is only clicked asks where to.
    canvas.part("Till").hover()
    page.locator("[data-side=bottom]").click()
    expect(page.get_by_role("combobox", name="Connect Till to")).to_be_focused()
    page.keyboard.press("Escape")
    choose_flow(canvas)
    x, y = middle(page.locator("[data-grip=middle]"))
    pull(page, (x, y), (x, y + 96))
    expect(page.get_by_role("button", name="Bend 1 of 1")).to_be_visible()
    page.keyboard.press("Escape")
    page.mouse.move(x, y + 120, steps=3)
    page.mouse.up()
    expect(page.get_by_role("button", name="Bend 1 of 1")).to_have_count(0)
    page.wait_for_timeout(300)
    assert (canvas.counts(), bends(canvas)) == ([3, 0, 1], [])


def test_escape_closes_what_is_open_and_then_deselects(page: Page, canvas: Canvas) -> None:
    canvas.part("Refund agent").click()
    expect(page.get_by_role("complementary", name="Refund agent")).to_be_visible()
    page.keyboard.press("c")
    expect(page.get_by_role("combobox", name="Connect Refund agent to")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox", name="Connect Refund agent to")).to_have_count(0)
    expect(canvas.part("Refund agent")).to_be_focused()
    page.keyboard.press("F2")
    page.keyboard.press("Escape")
    expect(chosen(page)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(chosen(page)).to_have_count(0)
    expect(page.get_by_role("complementary", name="Refund agent")).to_have_count(0)
    page.keyboard.press("Delete")
    page.wait_for_timeout(300)
    assert canvas.counts() == [3, 0, 1]


def test_undo_by_key_works_wherever_the_focus_is(page: Page, canvas: Canvas) -> None:
    page.get_by_role("button", name="Add a diagram").click()
    page.get_by_role("menuitem", name="A copy of this one").click()
    expect(page.get_by_label("Title of Copy of Overview")).to_be_focused()
    page.keyboard.press("Enter")
    copy = page.get_by_role("tab", name="Copy of Overview")
    expect(copy).to_have_attribute("aria-selected", "true")
    page.get_by_role("button", name="What to do with Copy of Overview").click()
    page.get_by_role("menuitem", name="Remove the diagram").click()
    expect(copy).to_have_count(0)
    toast = page.get_by_text("The diagram Copy of Overview is removed.")
    expect(toast).to_be_visible()
    menu = page.get_by_role("button", name="What to do with Overview")
    menu.focus()
    page.keyboard.press("Control+z")
    expect(copy).to_have_attribute("aria-selected", "true")
    expect(toast).to_have_count(0)
    page.keyboard.press("Control+Shift+z")
    expect(copy).to_have_count(0)
    # In a field they are the keys of what is written there.
    canvas.part("Till").click()
    detail = page.get_by_role("complementary", name="Till")
    detail.get_by_label("Name").click()
    page.keyboard.type("s")
    page.keyboard.press("Control+z")
    expect(detail.get_by_label("Name")).to_have_value("Till")
    expect(copy).to_have_count(0)


def test_aligning_and_distributing_leave_no_fractions(page: Page, canvas: Canvas) -> None:
    ids = {row["name"]: row["id"] for row in canvas.rows("elements")}
    operation = {
        "op": "place",
        "diagram": canvas.rows("diagrams")[0]["id"],
        "placements": [
            {"element": ids[name], "x": x, "y": y, "width": 168, "height": 64}
            for name, x, y in (("E-mail", 0, 0), ("Refund agent", 200, 108), ("Till", 605, 217))
        ],
    }
    assert canvas.client.post(f"{canvas.api}/changes", json={"operations": [operation]}).status_code == 200
    page.reload()
    expect(canvas.part("Till")).to_be_visible()
    canvas.part("Till").click()
    page.keyboard.press("Control+a")

    def arrange(item: str) -> dict[str, Spot]:
        before = places(canvas)
        page.get_by_role("button", name="Align and distribute").click()
        page.get_by_role("menuitem", name=item).click()
        wait_until("it is arranged", lambda: places(canvas) != before)
        return places(canvas)

    assert arrange("Distribute across")["Refund agent"] == (304, 108)
    assert {y for _, y in arrange("Align middles").values()} == {112}
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.get_by_role("button", name="Snap to the grid").click()
    wait_until("it is as it was", lambda: places(canvas)["Refund agent"] == (200, 108))
    assert arrange("Distribute across")["Refund agent"] == (303, 108)


def test_a_name_that_cannot_be_seen_is_refused_where_it_is_typed(page: Page, canvas: Canvas) -> None:
    canvas.part("Till").click()
    page.keyboard.press("F2")
    field = page.get_by_label("Name of Till")
    field.fill("\u200b\u200b")
    page.keyboard.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("alert")).to_have_text("This has no letter, number or sign that can be seen.")
    expect(field).to_have_value("\u200b\u200b")
    page.mouse.click(700, 700)
    expect(field).to_have_value("\u200b\u200b")
    field.fill("Cash desk")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.keyboard.press("Enter")
    wait_until("it has its name", lambda: "Cash desk" in places(canvas))


def test_rows_that_are_pasted_on_the_canvas_are_shown_their_way(page: Page, canvas: Canvas) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("() => navigator.clipboard.writeText('Name\\tKind\\nTill 2\\tTool\\n')")
    page.get_by_role("application", name="Picture").focus()
    page.keyboard.press("Control+v")
    expect(page.get_by_text("Rows of a spreadsheet go into the tables of the outline")).to_be_visible()
    assert canvas.counts() == [3, 0, 1]
