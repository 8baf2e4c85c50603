"""The canvas under fingers: they move, pan, zoom and connect."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, CDPSession, Page, StorageState, expect

from tests.journeys.conftest import PATIENCE
from tests.journeys.drawing import empty_canvas
from tests.journeys.test_canvas_hands import Spot, drawn, middle, places, settled
from tests.product import Product, wait_until

pytestmark = pytest.mark.journey


@pytest.fixture
def tablet(browser: Browser, running_product: Product, demo: StorageState) -> Iterator[Page]:
    expect.set_options(timeout=PATIENCE)
    context = browser.new_context(
        base_url=running_product.address,
        viewport={"width": 1180, "height": 820},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
        storage_state=demo,
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


class Fingers:
    """Touches as a screen reports them."""

    def __init__(self, session: CDPSession) -> None:
        self.session = session

    def send(self, kind: str, *spots: Spot) -> None:
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(spots)]
        self.session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})

    def swipe(self, *ways: tuple[Spot, Spot]) -> None:
        self.send("Start", *(start for start, _ in ways))
        for step in range(1, 9):
            self.send(
                "Move",
                *((x + (right - x) * step / 8, y + (down - y) * step / 8) for (x, y), (right, down) in ways),
            )
        self.send("End")


def test_fingers_move_pan_zoom_and_connect(tablet: Page, program: httpx.Client) -> None:
    canvas = drawn(empty_canvas(tablet, program))
    fingers = Fingers(tablet.context.new_cdp_session(tablet))
    before = places(canvas)
    x, y = middle(canvas.part("Till"))
    fingers.swipe(((x, y), (x, y + 160)))
    wait_until("the till is moved", lambda: places(canvas)["Till"][1] > before["Till"][1] + 80)
    pane = tablet.get_by_role("application", name="Picture").bounding_box()
    assert pane
    left, top = pane["x"] + 200, pane["y"] + pane["height"] - 120
    start = middle(canvas.part("E-mail"))
    fingers.swipe(((left, top), (left + 60, top + 40)))
    moved = middle(canvas.part("E-mail"))
    assert moved == pytest.approx((start[0] + 60, start[1] + 40), abs=12)
    box = canvas.part("E-mail").bounding_box()
    fingers.swipe(((left, top), (left + 20, top)), ((left + 120, top), (left + 100, top)))
    after = canvas.part("E-mail").bounding_box()
    assert box
    assert after
    assert after["width"] < 0.8 * box["width"]
    # Also where both fingers are on elements, which stay where they are.
    before = places(canvas)
    one, other = middle(canvas.part("E-mail")), middle(canvas.part("Till"))
    fingers.swipe((one, (one[0] - 40, one[1])), (other, (other[0] + 40, other[1])))
    again = canvas.part("E-mail").bounding_box()
    assert again
    assert again["width"] > 1.1 * after["width"]
    canvas.part("Refund agent").tap()
    expect(tablet.get_by_role("complementary", name="Refund agent")).to_be_visible()
    tablet.get_by_role("button", name="Fit the picture to the window").tap()
    settled(canvas.part("Till"))
    canvas.part("Refund agent").tap()
    fingers.swipe((middle(tablet.locator("[data-side=right]")), middle(canvas.part("Till"))))
    canvas.name("refunds")
    wait_until("they are connected", lambda: ("Refund agent", "Till", "refunds") in canvas.flows())
    assert places(canvas) == before
