"""How fast the engine is, how it grows, and what it takes, beside pytm on the same graph in the same run.

`python -m benchmarks.engine [--json]`. Medians of several runs. pytm resolves its own 113 threats, one finding each; we
run the whole catalogue and also merge, rank, explain and ask.
"""

import argparse
import gc
import json
import math
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from apps.analysis.engines import suggest
from apps.catalog.parsing import BUILTIN, builtin_catalogue, read_catalogue
from apps.systems.graph import SystemGraph
from benchmarks.made_graphs import made_graph

SIZES = (10, 100, 1_000, 10_000)
RUNS = {10: 15, 100: 9, 1_000: 7, 10_000: 3}
PEER_SIZES = (10, 100, 1_000)  # Its time at 10,000 would say nothing new and take most of the run.
PEER_RUNS = {10: 7, 100: 5, 1_000: 3}


def seconds(runs: int, prepare: Callable[[], Any], work: Callable[[Any], Any]) -> float:
    times = []
    for _ in range(runs):
        prepared = prepare()
        gc.collect()
        gc.freeze()  # What was there before is neither's to look through.
        started = time.process_time()
        work(prepared)
        times.append(time.process_time() - started)
    return statistics.median(times)


def resolve_with_pytm(model: Any) -> None:
    model.resolve()


def pytm_model(graph: SystemGraph) -> Any:
    """The same graph in pytm's words: processes, stores, actors, boundaries and flows."""
    from pytm import TM, Actor, Boundary, Dataflow, Datastore, Process

    from apps.catalog.taxonomy import VOCABULARY

    TM.reset()
    model = TM(graph.name, description="The same graph")
    kinds = {"process": Process, "datastore": Datastore, "external": Actor}
    boundaries = {boundary.id: Boundary(boundary.name) for boundary in graph.boundaries}
    nodes = {}
    for element in graph.elements:
        node = kinds[VOCABULARY.kinds[element.kind].base](element.name)
        if element.boundary:
            node.inBoundary = boundaries[element.boundary]
        nodes[element.id] = node
    for flow in graph.flows:
        made = Dataflow(nodes[flow.source], nodes[flow.target], flow.name)
        if "encrypted" in flow.attributes:
            made.controls.isEncrypted = bool(flow.attributes["encrypted"])
    return model


def fresh(graph: SystemGraph) -> SystemGraph:
    """The same graph without what it has remembered: every run pays for its indexes."""
    return SystemGraph(
        name=graph.name, boundaries=graph.boundaries, elements=graph.elements, flows=graph.flows, assets=graph.assets
    )


def peak_megabytes(size: int) -> float:
    """Of a process of its own that runs the engine once."""
    code = (
        "import resource; from benchmarks.made_graphs import made_graph; from apps.analysis.engines import suggest;"
        "from apps.catalog.parsing import builtin_catalogue;"
        f"suggest(made_graph({size}), builtin_catalogue());"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(shown.stdout) / unit


def figures() -> dict[str, float | int | str]:
    catalogue = builtin_catalogue()
    found: dict[str, float | int | str] = {
        "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}",
        "entries": len(catalogue.entries),
        "catalogue_seconds": seconds(5, lambda: BUILTIN, read_catalogue),
    }
    for size in SIZES:
        graph = made_graph(size)
        found[f"suggest_{size}_seconds"] = seconds(
            RUNS[size], partial(fresh, graph), lambda one: suggest(one, catalogue)
        )
        found[f"suggestions_{size}"] = len(suggest(graph, catalogue).suggestions)
        if size in PEER_SIZES:
            found[f"pytm_{size}_seconds"] = seconds(PEER_RUNS[size], partial(pytm_model, graph), resolve_with_pytm)
            found[f"times_faster_{size}"] = found[f"pytm_{size}_seconds"] / found[f"suggest_{size}_seconds"]  # type: ignore[operator]  # Both are seconds.
    small, large = found["suggest_1000_seconds"], found["suggest_10000_seconds"]
    found["growth_exponent"] = math.log10(float(large) / float(small))
    found["peak_10000_megabytes"] = peak_megabytes(10_000)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one flat object of figures")
    options = parser.parse_args()
    shown = figures()
    if options.json:
        print(json.dumps(shown))
        return
    for name, value in shown.items():
        print(f"{name:28} {value:.4f}" if isinstance(value, float) else f"{name:28} {value}")


if __name__ == "__main__":
    main()
