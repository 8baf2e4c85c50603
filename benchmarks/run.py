"""How long people wait for suggestions: a whole run through API and worker, on PostgreSQL and Redis.

`python -m benchmarks.run [--json]`. Starts its own servers, web server and worker. Measured from the request that asks
for the run to the answer that holds the last suggestion; beside it the engine alone on the same graph, in the same run.
"""

import argparse
import json
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from apps.analysis.engines import suggest
from apps.catalog.parsing import builtin_catalogue
from apps.interchange.formats import bifocal_model
from benchmarks.made_graphs import made_graph
from tests.product import product, signed_in, wait_until
from tests.services import services

ELEMENTS = 100
RUNS = 7
POLL_SECONDS = 0.02


def waited(client: httpx.Client, workspace: str, model: str) -> tuple[float, float, int]:
    """Seconds until the run is done, until its last suggestion is here, and how many there are; on a fresh system."""
    made = client.post(f"{workspace}/systems/import", json={"text": model}).json()
    system = f"{workspace}/systems/{made['id']}"
    started = time.perf_counter()
    run = f"{system}/runs/{client.post(f'{system}/runs').json()['id']}"
    while (state := client.get(run).json()["state"]) in ("queued", "running"):
        time.sleep(POLL_SECONDS)
    if state != "done":
        raise RuntimeError(f"The run ended as {state}.")
    done = time.perf_counter() - started
    count = len(all_pages(client, f"{system}/findings"))
    return done, time.perf_counter() - started, count


def all_pages(client: httpx.Client, address: str | None) -> list[Any]:
    rows: list[Any] = []
    while address:
        page = client.get(address).json()
        rows += page["results"]
        address = page["next"]
    return rows


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def figures() -> dict[str, float | int | str]:
    graph = made_graph(ELEMENTS)
    model = bifocal_model.write(graph)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    with (
        tempfile.TemporaryDirectory() as folder,
        services() as servers,
        product(Path(folder), servers["DATABASE_URL"], servers["REDIS_URL"]) as made,
    ):
        made.start_web()
        made.start_worker()
        client = signed_in(made.address)
        slug = client.get("/api/v1/me").json()["workspaces"][0]["slug"]
        workspace = f"/api/v1/workspaces/{slug}"
        wait_until("the worker is up", lambda: "ready" in made.log("worker"))
        waited(client, workspace, model)
        found = [waited(client, workspace, model) for _ in range(RUNS)]
        client.close()
    catalogue = builtin_catalogue()
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "elements": ELEMENTS,
        "flows": len(graph.flows),
        "suggestions": found[0][2],
        "run_seconds": statistics.median(done for done, _, _ in found),
        "last_suggestion_seconds": statistics.median(last for _, last, _ in found),
        "slowest_last_suggestion_seconds": max(last for _, last, _ in found),
        "engine_alone_seconds": statistics.median(
            seconds(lambda: suggest(made_graph(ELEMENTS), catalogue)) for _ in range(RUNS)
        ),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one flat object of figures")
    options = parser.parse_args()
    shown = figures()
    if options.json:
        print(json.dumps(shown))
        return
    for name, value in shown.items():
        print(f"{name:32} {value:.3f}" if isinstance(value, float) else f"{name:32} {value}")


if __name__ == "__main__":
    main()
