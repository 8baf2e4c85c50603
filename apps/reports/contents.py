"""What a report holds, as plain values: from a system and its findings to sections that only have to be set. Pure."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from apps.reports.findings import (
    FindingEntry,
    LeftOut,
    ReportControl,
    ReportCounterpart,
    ReportFinding,
    ReportReference,
    by_source,
    code_of,
    effects_of,
    entries_of,
    framework_of,
    mark_of,
)
from apps.reports.looked_at import SystemSection, system_section
from apps.reports.summary import Summary, summary_of
from apps.reports.text import name, paragraphs
from apps.systems.drawing.lines import Box
from apps.systems.graph import Diagram, SystemGraph
from apps.systems.layout import diagram_of
from apps.systems.svg import Marks, svg_of

__all__ = [
    "Contents",
    "Occasion",
    "ReportControl",
    "ReportCounterpart",
    "ReportFinding",
    "ReportReference",
    "contents_of",
]


# Letters that only join or vary others. In a drawing the PDF would want a shape for each.
UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """When, for whom and on what state a report is made."""

    title: str
    workspace: str
    made_by: str
    made_at: datetime
    revision: int = 0
    catalogue: str = ""  # the catalogue's version
    left_out: Sequence[LeftOut] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Cover:
    title: str
    system: str
    purpose: list[str]
    description: list[str]
    stage: str
    workspace: str
    made_by: str
    date: str
    revision: int
    catalogue: str
    language: str


@dataclass(frozen=True, slots=True)
class Picture:
    title: str
    description: list[str]
    svg: str
    wider_than_high: bool
    size: float  # the longer side in pixels


@dataclass(frozen=True, slots=True)
class ControlRow:
    title: str
    helps: str
    hurts: str
    reason: str
    findings: list[str]  # codes


@dataclass(frozen=True, slots=True)
class DismissedRow:
    code: str
    mark: str
    anchor: str
    title: str
    target: str
    reason: list[str]


@dataclass(frozen=True, slots=True)
class FrameworkRow:
    """One edition of a framework, with everything of it that the findings refer to."""

    title: str
    licence: str
    items: list[list[str]]  # identifier and title


@dataclass(frozen=True, slots=True)
class Contents:
    cover: Cover
    summary: Summary
    pictures: list[Picture]
    system: SystemSection
    threats: list[FindingEntry]
    hazards: list[FindingEntry]
    controls: list[ControlRow]
    dismissed: list[DismissedRow]
    frameworks: list[FrameworkRow]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def contents_of(graph: SystemGraph, findings: Sequence[ReportFinding], occasion: Occasion) -> Contents:
    """Findings keep the order in which they come. Dismissed ones go to the appendix, with their reasons."""
    standing = [finding for finding in findings if finding.status != "dismissed"]
    dismissed = [finding for finding in findings if finding.status == "dismissed"]
    numbers = frozenset(finding.number for finding in standing), frozenset(finding.number for finding in dismissed)
    sides = by_source(standing)
    return Contents(
        cover=_cover(graph, occasion),
        summary=summary_of(graph, standing, len(dismissed), occasion.left_out),
        pictures=_pictures(graph, standing),
        system=system_section(graph),
        threats=entries_of(sides["adversarial"], *numbers),
        hazards=entries_of(sides["unintended"], *numbers),
        controls=_controls(standing),
        dismissed=[_dismissed(finding) for finding in dismissed],
        frameworks=_frameworks(standing),
    )


def _cover(graph: SystemGraph, occasion: Occasion) -> Cover:
    at = occasion.made_at
    return Cover(
        title=name(occasion.title) or name(graph.name) or "A system without a name",
        system=name(graph.name),
        purpose=paragraphs(graph.purpose),
        description=paragraphs(graph.description),
        stage=name(graph.lifecycle_stage),
        workspace=name(occasion.workspace),
        made_by=name(occasion.made_by),
        date=f"{at.day} {at:%B %Y}",
        revision=occasion.revision,
        catalogue=name(occasion.catalogue)[:12],
        language=occasion.language,
    )


def _pictures(graph: SystemGraph, standing: Sequence[ReportFinding]) -> list[Picture]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in standing:
        if finding.target:
            counts[finding.target][mark_of(finding.source)] += 1
    marks = {target: Marks(count["T"], count["H"]) for target, count in counts.items()}
    diagrams = [diagram for diagram in graph.diagrams if diagram.placements] or [diagram_of(graph)]
    return [_picture(graph, diagram, marks) for diagram in diagrams if diagram.placements]


def _picture(graph: SystemGraph, diagram: Diagram, marks: dict[str, Marks]) -> Picture:
    boxes = [Box.of(placement) for placement in diagram.placements]
    width = max(box.right for box in boxes) - min(box.left for box in boxes)
    height = max(box.bottom for box in boxes) - min(box.top for box in boxes)
    return Picture(
        title=name(diagram.title),
        description=paragraphs(diagram.description),
        svg=svg_of(graph, diagram, marks).translate(UNSEEN),
        wider_than_high=width > 0.85 * height,
        size=max(width, height),
    )


def _controls(standing: Sequence[ReportFinding]) -> list[ControlRow]:
    """Each control once, with all findings that it is proposed for; those that serve most come first."""
    uses: dict[str, list[str]] = defaultdict(list)
    first: dict[str, ReportControl] = {}
    for finding in standing:
        for control in finding.controls:
            first.setdefault(control.title, control)
            uses[control.title].append(code_of(finding.source, finding.number))
    ordered = sorted(first.values(), key=lambda control: (-len(uses[control.title]), control.title))
    return [
        ControlRow(
            name(control.title),
            *effects_of(control),
            name(control.reason, 600),
            list(dict.fromkeys(uses[control.title])),
        )
        for control in ordered
    ]


def _dismissed(finding: ReportFinding) -> DismissedRow:
    return DismissedRow(
        code=code_of(finding.source, finding.number),
        mark=mark_of(finding.source),
        anchor=f"finding-{finding.number}",
        title=name(finding.title),
        target=name(finding.target_name),
        reason=paragraphs(finding.rationale),
    )


def _frameworks(standing: Sequence[ReportFinding]) -> list[FrameworkRow]:
    used = {reference for finding in standing for reference in finding.references}
    editions: dict[str, list[ReportReference]] = defaultdict(list)
    for reference in sorted(used, key=lambda reference: (framework_of(reference), reference.identifier)):
        editions[framework_of(reference)].append(reference)
    return [
        FrameworkRow(title, name(references[0].licence), [list(item) for item in dict.fromkeys(map(_item, references))])
        for title, references in editions.items()
    ]


def _item(reference: ReportReference) -> tuple[str, str]:
    title = "" if reference.title == reference.identifier else name(reference.title)
    return name(reference.identifier), title
