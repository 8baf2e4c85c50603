"""How long a report of 300 findings takes and how much memory, beside ReportLab setting the same texts in the same run.

`python -m benchmarks.report [--json]`. Medians of several runs, each in a process of its own: what a worker's first
report costs. Making the contents (with the layout of the drawing) and setting them are timed one after the other.
ReportLab comes from a throw-away environment; where that cannot be made, its figures are left out. It gets the same
texts and nothing else: no drawing, no tables, no tags, no cross references, no letters beyond Latin.
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from apps.analysis.engines import suggest
from apps.catalog.knowledge import Catalogue, Entry
from apps.catalog.parsing import builtin_catalogue
from apps.reports.contents import Contents, Occasion, contents_of
from apps.reports.findings import ReportControl, ReportCounterpart, ReportFinding, ReportReference
from apps.systems.graph import SystemGraph
from benchmarks.made_graphs import made_graph

FINDINGS = 300
ELEMENTS = 60
RUNS = 5
OCCASION = Occasion(
    title="Benchmark", workspace="Benchmarks", made_by="A machine", made_at=datetime(2026, 11, 1, tzinfo=UTC)
)
PEER = "reportlab==4.4.4"
OURS = """
import json, resource, time
from apps.reports.pdf import render
from benchmarks.report import OCCASION, ELEMENTS, contents_of, made_findings, made_graph
findings = made_findings(made_graph(ELEMENTS), {count})
began = time.perf_counter()
contents = contents_of(made_graph(ELEMENTS), findings, OCCASION)
started = time.perf_counter()
rendered = render(contents)
ended = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
again = render(contents)
print(json.dumps({{
    "contents": started - began, "render": ended - started, "again": time.perf_counter() - ended,
    "pages": rendered.pages, "bytes": len(rendered.pdf), "warnings": len(rendered.warnings),
    "peak": peak,
}}))
"""
THEIRS = """
import json, resource, sys, time
texts = json.load(open(sys.argv[1], encoding="utf-8"))
started = time.perf_counter()
from io import BytesIO
from xml.sax.saxutils import escape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate
styles = getSampleStyleSheet()
story = [Paragraph(escape(text), styles["Heading2" if heading else "BodyText"]) for heading, text in texts]
file = BytesIO()
document = SimpleDocTemplate(file)
document.build(story)
print(json.dumps({"render": time.perf_counter() - started, "pages": document.page,
    "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
"""


def made_contents(count: int) -> Contents:
    graph = made_graph(ELEMENTS)
    return contents_of(graph, made_findings(graph, count), OCCASION)


def made_findings(graph: SystemGraph, count: int) -> list[ReportFinding]:
    """As many of the engine's suggestions as asked for, with all that is shown beside them."""
    catalogue = builtin_catalogue()
    found = suggest(graph, catalogue).suggestions
    names = {element.id: element.name for element in graph.elements} | {flow.id: flow.name for flow in graph.flows}
    numbers: dict[str, int] = {}
    findings = []
    for number in range(1, count + 1):
        suggestion = found[(number - 1) % len(found)]
        numbers.setdefault(suggestion.entry, number)
        findings.append(
            ReportFinding(
                number=number,
                source=catalogue.entries[suggestion.entry].source,
                title=catalogue.entries[suggestion.entry].title,
                status=("open", "suggested", "treating", "accepted")[number % 4],
                target_name=names.get(suggestion.target, graph.name),
                target=suggestion.target,
                description=catalogue.entries[suggestion.entry].gist,
                also_names=tuple(names[one] for one in suggestion.also if one in names),
                because=tuple(fact.text for fact in suggestion.because),
                open_questions=tuple(unknown.ask for unknown in suggestion.unknown),
                harms=suggestion.properties,
                **_beside(catalogue, catalogue.entries[suggestion.entry], numbers),  # type: ignore[arg-type]  # Three tuples, each of its own kind.
            )
        )
    return findings


def _beside(catalogue: Catalogue, entry: Entry, numbers: Mapping[str, int]) -> dict[str, tuple[object, ...]]:
    ends = [(link, link.hazard if link.threat == entry.slug else link.threat) for link in catalogue.links]
    return {
        "counterparts": tuple(
            ReportCounterpart(
                number=numbers.get(other),
                source=catalogue.entries[other].source,
                title=catalogue.entries[other].title,
                relation=link.relation,
                reason=link.reason,
            )
            for link, other in ends
            if entry.slug in (link.threat, link.hazard)
        ),
        "controls": tuple(
            ReportControl(
                title=control.title,
                adversarial=control.effect_on_adversarial,
                unintended=control.effect_on_unintended,
                reason=control.effect_reason,
            )
            for control in catalogue.controls.values()
            if entry.slug in control.treats
        ),
        "references": tuple(
            ReportReference(
                framework=reference.framework.title,
                edition=reference.framework.edition,
                identifier=reference.identifier,
                title=reference.title,
                licence=reference.framework.licence,
            )
            for reference in entry.references
        ),
    }


def _texts(contents: Contents) -> list[tuple[bool, str]]:
    """What the peer sets: each finding's heading and its lines."""
    texts = []
    for entry in (*contents.threats, *contents.hazards):
        texts.append((True, f"{entry.code} {entry.title}"))
        lines = [*entry.description, *entry.because, *entry.open_questions, *entry.harms, *entry.references]
        lines += [f"{other.code} {other.title} {other.reason}" for other in entry.counterparts]
        lines += [f"{control.title} {control.reason}" for control in entry.controls]
        texts += [(False, line.replace("\u200b", "")) for line in lines]
    return texts


def _median_of_runs(command: list[str], code: str, *arguments: str) -> dict[str, float]:
    runs = []
    for _ in range(RUNS):
        shown = subprocess.run([*command, "-c", code, *arguments], capture_output=True, text=True, check=True)
        runs.append(json.loads(shown.stdout))
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def _peer(folder: Path) -> list[str] | None:
    """The interpreter of an environment that holds the peer, or nothing where it cannot be made."""
    environment = folder / "peer"
    python = environment / "bin" / "python"
    for command in (["venv", str(environment)], ["pip", "install", "--python", str(python), PEER]):
        if subprocess.run([sys.executable, "-m", "uv", "-q", *command], check=False).returncode:
            return None
    return [str(python)]


def figures() -> dict[str, float | int | str]:
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    ours = _median_of_runs([sys.executable], OURS.format(count=FINDINGS))
    found: dict[str, float | int | str] = {
        "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}",
        "findings": FINDINGS,
        "report_seconds": ours["contents"] + ours["render"],
        "contents_seconds": ours["contents"],
        "setting_seconds": ours["render"],
        "setting_again_seconds": ours["again"],
        "report_pages": int(ours["pages"]),
        "report_bytes": int(ours["bytes"]),
        "report_warnings": int(ours["warnings"]),
        "report_peak_megabytes": ours["peak"] / unit,
    }
    with tempfile.TemporaryDirectory() as folder:
        peer = _peer(Path(folder))
        if peer is None:
            return {**found, "peer": f"{PEER} could not be installed here"}
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps(_texts(made_contents(FINDINGS))), encoding="utf-8")
        theirs = _median_of_runs(peer, THEIRS, str(texts))
    return {
        **found,
        "peer": PEER,
        "peer_seconds": theirs["render"],
        "peer_pages": int(theirs["pages"]),
        "peer_peak_megabytes": theirs["peak"] / unit,
        "times_faster": theirs["render"] / (ours["contents"] + ours["render"]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one flat object of figures")
    options = parser.parse_args()
    shown = figures()
    if options.json:
        print(json.dumps(shown))
        return
    for key, value in shown.items():
        print(f"{key:30} {value:.4f}" if isinstance(value, float) else f"{key:30} {value}")


if __name__ == "__main__":
    main()
