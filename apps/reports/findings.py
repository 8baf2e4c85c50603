"""A finding as a report prints it: what the caller hands over, and the entry that is set from it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from apps.catalog.taxonomy import VOCABULARY
from apps.reports.text import name, names, paragraphs

Source = Literal["adversarial", "unintended"]
STATUSES = {
    "suggested": "Suggestion",
    "open": "Open",
    "treating": "Being treated",
    "resolved": "Resolved",
    "dismissed": "Dismissed",
    "accepted": "Risk accepted",
}
RELATIONS = {  # a finding, then this phrase, then its counterpart
    "mirrors": "the same on the other side",
    "exploits": "a threat that exploits a hazard",
    "enables": "one makes room for the other",
    "weaponised-by": "turned into a weapon",
    "also-unintended": "also happens with nobody behind it",
    "opens-door": "the hazard opens the door",
    "triggers": "the threat sets the hazard off",
    "masks": "one hides the other",
}
MOST_CONTROLS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReference:
    framework: str  # its title
    edition: str
    identifier: str
    title: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportControl:
    title: str
    adversarial: Literal["helps", "nothing", "hurts"] = "nothing"
    unintended: Literal["helps", "nothing", "hurts"] = "nothing"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCounterpart:
    """`number` is None for one that the catalogue knows and nobody has found in this system."""

    number: int | None
    source: Source
    title: str
    relation: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFinding:
    """`target` is the id of the element where it is decided, for the marks on the drawing; else None."""

    number: int
    source: Source
    title: str
    status: str
    target_name: str
    target: str | None = None
    description: str = ""
    also_names: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    controls: tuple[ReportControl, ...] = ()
    references: tuple[ReportReference, ...] = ()
    counterparts: tuple[ReportCounterpart, ...] = ()
    rationale: str = ""
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class CounterpartLine:
    mark: str
    code: str
    title: str
    relation: str
    reason: str
    anchor: str  # empty where the report has no such finding


@dataclass(frozen=True, slots=True)
class ControlLine:
    title: str
    threats: str  # helps, nothing or hurts
    hazards: str
    reason: str


@dataclass(frozen=True, slots=True)
class FindingEntry:
    code: str
    anchor: str
    title: str
    full_title: str  # only where the title had to be cut
    status: str
    outdated: bool
    target: str
    also: list[str]
    description: list[str]
    because: list[str]
    open_questions: list[str]
    harms: list[str]
    losses: list[str]
    counterparts: list[CounterpartLine]
    controls: list[ControlLine]
    more_controls: int
    references: list[str]
    rationale: list[str]
    overlaps: bool


def code_of(source: Source, number: int) -> str:
    return f"{mark_of(source)}-{number}"


def mark_of(source: Source) -> str:
    return "T" if source == "adversarial" else "H"


def entries_of(findings: Sequence[ReportFinding], printed: frozenset[int]) -> list[FindingEntry]:
    """`printed` are the numbers that have an entry of their own somewhere in the report."""
    return [_entry(finding, printed) for finding in findings]


def _entry(finding: ReportFinding, printed: frozenset[int]) -> FindingEntry:
    title, whole = name(finding.title, 200), name(finding.title, 2_000)
    counterparts = [_counterpart(counterpart, printed) for counterpart in finding.counterparts]
    return FindingEntry(
        code=code_of(finding.source, finding.number),
        anchor=anchor(finding.number),
        title=title or "Without a title",
        full_title=whole if whole != title else "",
        status=STATUSES.get(finding.status, name(finding.status)),
        outdated=finding.outdated,
        target=name(finding.target_name),
        also=names(finding.also_names),
        description=paragraphs(finding.description),
        because=names(finding.because),
        open_questions=names(finding.open_questions),
        harms=[property_label(harm) for harm in finding.harms],
        losses=names(finding.losses),
        counterparts=counterparts,
        controls=[_control(control) for control in finding.controls[:MOST_CONTROLS]],
        more_controls=max(0, len(finding.controls) - MOST_CONTROLS),
        references=[reference_line(reference) for reference in finding.references],
        rationale=paragraphs(finding.rationale),
        overlaps=any(counterpart.anchor for counterpart in counterparts),
    )


def anchor(number: int) -> str:
    return f"finding-{number}"


def _counterpart(counterpart: ReportCounterpart, printed: frozenset[int]) -> CounterpartLine:
    number = counterpart.number
    return CounterpartLine(
        mark=mark_of(counterpart.source),
        code="" if number is None else code_of(counterpart.source, number),
        title=name(counterpart.title),
        relation=RELATIONS.get(counterpart.relation, name(counterpart.relation)),
        reason=name(counterpart.reason, 600),
        anchor=anchor(number) if number is not None and number in printed else "",
    )


def _control(control: ReportControl) -> ControlLine:
    return ControlLine(name(control.title), control.adversarial, control.unintended, name(control.reason, 600))


def reference_line(reference: ReportReference) -> str:
    """Always with the edition: a framework's next one may give the number to something else."""
    line = f"{name(reference.framework)} {name(reference.edition)}, {name(reference.identifier)}"
    return f"{line} {name(reference.title)}" if reference.title else line


def property_label(harm: str) -> str:
    known = VOCABULARY.properties.get(harm)
    return known.label if known else name(harm, 40)


def by_source(findings: Sequence[ReportFinding]) -> Mapping[Source, list[ReportFinding]]:
    sorted_out: dict[Source, list[ReportFinding]] = {"adversarial": [], "unintended": []}
    for finding in findings:
        sorted_out[finding.source].append(finding)
    return sorted_out
