"""Drawing 1,000 elements and 1,500 flows in a real browser: opening, panning, dragging, and saving a drag of 200.

`python -m benchmarks.canvas [--json]`. Starts servers, web server and Chromium without a screen. Opening is from the
request for the page to the first frame with the drawing; frames are counted in the page while a real pointer moves.
The peer is mxGraph, the library under draw.io, with the same boxes and lines in the same browser; npm fetches it.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import tempfile
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page, ViewportSize, sync_playwright

from apps.interchange.formats import bifocal_model
from benchmarks.made_graphs import made_graph
from tests.browser import ARGUMENTS, browser_path
from tests.product import product, signed_in
from tests.services import services

ELEMENTS = 1_000
DRAGGED = 200
OPENINGS = 5
MOVES = 90  # A pointer that goes on for about one and a half seconds.
WINDOW = ViewportSize(width=1440, height=900)
PEER = "mxgraph@4.2.2"
SELECTED = ".react-flow__node-element.selected"

COUNT_FRAMES = """() => {
  const frames = [];
  const step = (at) => { frames.push(at); if (!window.isEnough) requestAnimationFrame(step); };
  window.isEnough = false;
  window.framesSeen = frames;
  requestAnimationFrame(step);
}"""
FRAMES_A_SECOND = """() => {
  window.isEnough = true;
  const frames = window.framesSeen;
  return (frames.length - 1) / ((frames.at(-1) - frames[0]) / 1000);
}"""
# The drawing is there when its boxes are and the browser has had a frame to show them.
IS_DRAWN = """() => document.querySelectorAll(".react-flow__node").length > 0
  && document.querySelectorAll("svg path").length > 0"""
DRAW_PEER = """({ boxes, lines }) => {
  const graph = new mxGraph(document.getElementById("graph"));
  graph.setPanning(true);
  graph.panningHandler.useLeftButtonForPanning = true;
  graph.getModel().beginUpdate();
  const parent = graph.getDefaultParent();
  const cells = new Map(boxes.map(([id, name, x, y, width, height]) =>
    [id, graph.insertVertex(parent, id, name, x, y, width, height)]));
  for (const [name, source, target] of lines)
    graph.insertEdge(parent, null, name, cells.get(source), cells.get(target));
  graph.getModel().endUpdate();
  window.graph = graph;
}"""


def frames_while(page: Page, start: tuple[float, float]) -> float:
    """Frames a second while the pointer goes from `start` in a wide circle with its button down."""
    page.mouse.move(*start)
    page.wait_for_timeout(150)  # From afar a card gets its box when the pointer comes to it.
    page.mouse.down()
    page.mouse.move(start[0] + 8, start[1] + 8)
    page.evaluate(COUNT_FRAMES)
    for step in range(MOVES):
        away = 160 * (1 - abs(1 - 2 * step / MOVES))
        page.mouse.move(start[0] + 8 + away, start[1] + 8 + away / 2)
        page.wait_for_timeout(1000 / 60)
    found: float = page.evaluate(FRAMES_A_SECOND)
    page.mouse.up()
    return found


def opening_seconds(page: Page, address: str) -> float:
    page.goto("about:blank")
    page.goto(address, wait_until="commit")
    page.wait_for_function(IS_DRAWN)
    return (
        float(page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done(performance.now())))")) / 1000
    )


def empty_spot(page: Page) -> tuple[float, float]:
    """Somewhere on the canvas where nothing but paper is."""
    found = page.evaluate(
        """() => {
          const pane = document.querySelector(".react-flow__pane").getBoundingClientRect();
          for (let y = pane.top + 120; y < pane.bottom - 120; y += 7)
            for (let x = pane.left + 120; x < pane.right - 200; x += 7)
              if (document.elementFromPoint(x, y)?.matches(".react-flow__pane")) return [x, y];
        }"""
    )
    return (found[0], found[1])


def middle_of_a_card(page: Page, which: str = ".react-flow__node-element") -> tuple[float, float]:
    """Worked out from where it is drawn: from afar most cards have no box of their own until the pointer is there."""
    found = page.evaluate(
        """(which) => {
          const pane = document.querySelector(".react-flow__pane").getBoundingClientRect();
          const whole = new DOMMatrix(document.querySelector(".react-flow__viewport").style.transform);
          for (const node of document.querySelectorAll(which)) {
            const at = new DOMMatrix(node.style.transform);
            const x = pane.left + whole.e + whole.a * (at.e + parseFloat(node.style.width) / 2);
            const y = pane.top + whole.f + whole.a * (at.f + parseFloat(node.style.height) / 2);
            const isInside = x > pane.left + 100 && x < pane.right - 200 && y > pane.top + 80 && y < pane.bottom - 80;
            const under = document.elementFromPoint(x, y);
            if (isInside && (under?.matches(".react-flow__pane") || node.contains(under))) return [x, y];
          }
        }""",
        which,
    )
    return (found[0], found[1])


def ours(page: Page, address: str) -> dict[str, float]:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url) if request.method == "POST" else None)
    opened = statistics.median(opening_seconds(page, address) for _ in range(OPENINGS))
    page.wait_for_timeout(1500)
    far = {
        "whole_pan_frames": frames_while(page, empty_spot(page)),
        "whole_drag_frames": frames_while(page, middle_of_a_card(page)),
    }
    page.wait_for_timeout(1500)
    box = page.locator(".react-flow__pane").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    for _ in range(9):
        page.mouse.wheel(0, -240)
        page.wait_for_timeout(60)
    page.wait_for_timeout(1500)
    near = {
        "near_pan_frames": frames_while(page, empty_spot(page)),
        "near_drag_frames": frames_while(page, middle_of_a_card(page)),
    }
    page.wait_for_timeout(1500)
    return {"opens_seconds": opened} | far | near | dragging_many(page, address, requests)


def dragging_many(page: Page, address: str, requests: list[str]) -> dict[str, float]:
    """Select 200 elements with a frame drawn around them, drag them, and count what is sent."""
    opening_seconds(page, address)
    page.wait_for_timeout(1500)
    pane = page.locator(".react-flow__pane").bounding_box()
    assert pane
    start = empty_spot(page)
    page.keyboard.down("Shift")
    page.mouse.move(*start)
    page.mouse.down()
    for share in range(1, 61):  # At the edge of the canvas the drawing would begin to move.
        page.mouse.move(start[0] + share * 14, min(start[1] + share * 28, pane["y"] + pane["height"] - 60))
        if page.locator(SELECTED).count() >= DRAGGED:
            break
    page.mouse.up()
    page.keyboard.up("Shift")
    selected = page.locator(SELECTED).count()
    before = len(requests)
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        frames = frames_while(page, middle_of_a_card(page, SELECTED))
    page.wait_for_timeout(1500)  # For any more of them.
    return {"dragged": selected, "drag_many_frames": frames, "drag_many_requests": len(requests) - before}


def peer(page: Page, folder: Path, boxes: list[Any], lines: list[Any]) -> dict[str, float]:
    subprocess.run(["npm", "pack", "--silent", PEER], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["tar", "xzf", next(iter(folder.glob("mxgraph-*.tgz")))], cwd=folder, check=True)
    page.set_content('<div id="graph" style="width: 1440px; height: 900px; overflow: hidden"></div>')
    page.evaluate("() => { window.mxBasePath = ''; window.mxLoadResources = false; window.mxLoadStylesheets = false; }")
    page.add_script_tag(path=str(folder / "package" / "javascript" / "mxClient.min.js"))
    drawn = page.evaluate(
        f"async (drawing) => {{ const start = performance.now(); ({DRAW_PEER})(drawing);"
        " await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));"
        " return (performance.now() - start) / 1000; }",
        {"boxes": boxes, "lines": lines},
    )
    page.evaluate("() => graph.view.scaleAndTranslate(1, 0, 0)")
    near = frames_while(page, (1100, 870))
    page.evaluate("() => graph.fit(10)")
    page.wait_for_timeout(500)
    return {
        "peer_draws_seconds": drawn,
        "peer_near_pan_frames": near,
        "peer_whole_pan_frames": frames_while(page, (1300, 880)),
    }


def figures() -> dict[str, float | int | str]:
    model = bifocal_model.write(made_graph(ELEMENTS))
    with ExitStack() as kept:
        folder = Path(kept.enter_context(tempfile.TemporaryDirectory()))
        servers = kept.enter_context(services())
        made = kept.enter_context(product(folder, servers["DATABASE_URL"], servers["REDIS_URL"]))
        made.start_web()
        client = kept.enter_context(closing(signed_in(made.address)))
        system = client.post("/api/v1/workspaces/demo/systems/import", json={"text": model}).json()["id"]
        api = f"/api/v1/workspaces/demo/systems/{system}"
        browser = kept.enter_context(sync_playwright()).chromium.launch(executable_path=browser_path(), args=ARGUMENTS)
        context = browser.new_context(base_url=made.address, viewport=WINDOW)
        context.add_cookies([{"name": c.name, "value": c.value or "", "url": made.address} for c in client.cookies.jar])
        page = context.new_page()
        found = ours(page, f"/w/demo/systems/{system}/picture")
        boxes, lines = drawn(client, api)
        beside = peer(browser.new_page(viewport=WINDOW), folder, boxes, lines)
        browser.close()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Chromium without a screen, load {os.getloadavg()[0]:.1f}"
    return {"machine": machine, "elements": len(boxes), "flows": len(lines), **found, **beside}


def every(client: httpx.Client, address: str | None) -> list[Any]:
    rows: list[Any] = []
    while address:
        page = client.get(address).json()
        rows += page["results"]
        address = page["next"]
    return rows


def drawn(client: httpx.Client, api: str) -> tuple[list[Any], list[Any]]:
    """The boxes and lines of the first diagram, for the peer."""
    names = {row["id"]: row["name"] for row in every(client, f"{api}/elements?page_size=200")}
    diagram = client.get(f"{api}/diagrams").json()["results"][0]["id"]
    places = client.get(f"{api}/diagrams/{diagram}/placements").json()["placements"]
    boxes = [
        [row["element"], names[row["element"]], row["x"], row["y"], row["width"], row["height"]]
        for row in places
        if row["element"]
    ]
    lines = [[row["name"], row["source"], row["target"]] for row in every(client, f"{api}/flows?page_size=200")]
    return boxes, lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one flat object of figures")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    shown = figures()
    if options.json:
        print(json.dumps(shown))
        return
    for name, value in shown.items():
        print(f"{name:24} {value:.2f}" if isinstance(value, float) else f"{name:24} {value}")


if __name__ == "__main__":
    main()
