"""A finding as a report prints it: what the caller hands over, and the entry that is set from it. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
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
TREATMENT_STATES = {
    "idea": "an idea",
    "planned": "planned",
    "in_place": "in place",
    "verified": "verified",
    "stale": "has to be verified again",
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
MOST_CONTROLS = 4  # A reader weighs a few; the appendix has the rest.
MOST_PLACES = 8
MOST_NOT_FOUND = 2  # counterparts that the catalogue knows and nobody found here


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
class ReportTreatment:
    title: str  # of its control
    state: str
    owner: str = ""
    due: date | None = None
    verified_until: date | None = None


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
    treatments: tuple[ReportTreatment, ...] = ()
    controls: tuple[ReportControl, ...] = ()
    references: tuple[ReportReference, ...] = ()
    counterparts: tuple[ReportCounterpart, ...] = ()
    rationale: str = ""
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A suggestion that nobody has decided on and that is not printed."""

    source: Source
    target: str  # id of the element


@dataclass(frozen=True, slots=True)
class CounterpartLine:
    mark: str
    code: str  # empty, as `anchor`, where the report has no such finding: a number would lead nowhere
    title: str
    standing: str  # why the report has no such finding, or nothing
    relation: str
    reason: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ControlLine:
    title: str
    helps: str  # "helps on both sides", "helps against threats" …
    hurts: str  # "hurts safety", "hurts security", or nothing
    reason: str


@dataclass(frozen=True, slots=True)
class TreatmentLine:
    title: str
    standing: str  # "planned", "verified until 31 January 2030" …
    care: str  # "by the platform team, due 31 January 2030", or nothing


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
    treatments: list[TreatmentLine]
    controls: list[ControlLine]
    more_controls: int
    references: list[str]
    rationale: list[str]
    overlaps: bool


def code_of(source: Source, number: int) -> str:
    return f"{mark_of(source)}-{number}"


def mark_of(source: Source) -> str:
    return "T" if source == "adversarial" else "H"


def entries_of(
    findings: Sequence[ReportFinding], standing: frozenset[int], dismissed: frozenset[int]
) -> list[FindingEntry]:
    """`standing` are the numbers of both chapters; the dismissed ones have a row of the appendix each."""
    return [_entry(finding, standing, dismissed) for finding in findings]


def _entry(finding: ReportFinding, standing: frozenset[int], dismissed: frozenset[int]) -> FindingEntry:
    title, whole = name(finding.title, 200), name(finding.title, 2_000)
    found = [counterpart for counterpart in finding.counterparts if counterpart.number is not None]
    not_found = [counterpart for counterpart in finding.counterparts if counterpart.number is None][:MOST_NOT_FOUND]
    counterparts = [_counterpart(counterpart, standing, dismissed) for counterpart in (*found, *not_found)]
    # What nobody has decided may be dismissed tomorrow: until then its controls are in the appendix only.
    controls = () if finding.status == "suggested" else finding.controls
    return FindingEntry(
        code=code_of(finding.source, finding.number),
        anchor=anchor(finding.number),
        title=title or "Without a title",
        full_title=whole if whole != title else "",
        status=STATUSES.get(finding.status, name(finding.status)),
        outdated=finding.outdated,
        target=name(finding.target_name),
        also=_some(finding.also_names),
        description=paragraphs(finding.description),
        because=names(finding.because),
        open_questions=names(finding.open_questions),
        harms=[property_label(harm) for harm in finding.harms],
        losses=names(finding.losses),
        counterparts=counterparts,
        treatments=[_treatment(treatment) for treatment in finding.treatments],
        controls=[_control(control) for control in controls[:MOST_CONTROLS]],
        more_controls=max(0, len(controls) - MOST_CONTROLS),
        references=references_by_framework(finding.references),
        rationale=paragraphs(finding.rationale),
        overlaps=any(counterpart.number in standing for counterpart in found),
    )


def _some(texts: Sequence[str]) -> list[str]:
    shown = names(texts[:MOST_PLACES])
    more = len(texts) - MOST_PLACES
    return [*shown, f"{more} more"] if more > 0 else shown


def anchor(number: int) -> str:
    return f"finding-{number}"


def _counterpart(
    counterpart: ReportCounterpart, standing: frozenset[int], dismissed: frozenset[int]
) -> CounterpartLine:
    """Why two belong together is said once, at the threat, where both have an entry."""
    number = counterpart.number
    is_printed = number in standing or number in dismissed
    is_said_there = number in standing and counterpart.source == "adversarial"
    not_printed = "known to the catalogue, not found here" if number is None else "suggested, not in this report"
    return CounterpartLine(
        mark=mark_of(counterpart.source),
        code=code_of(counterpart.source, number) if number is not None and is_printed else "",
        title=name(counterpart.title),
        standing="" if is_printed else not_printed,
        relation=RELATIONS.get(counterpart.relation, name(counterpart.relation)),
        reason="" if is_said_there else name(counterpart.reason, 600),
        anchor=anchor(number) if number is not None and is_printed else "",
    )


def _treatment(treatment: ReportTreatment) -> TreatmentLine:
    standing = TREATMENT_STATES.get(treatment.state, name(treatment.state))
    if treatment.state == "verified" and treatment.verified_until:
        standing += f" until {_day(treatment.verified_until)}"
    care = [f"by {name(treatment.owner)}" if name(treatment.owner) else ""]
    care.append(f"due {_day(treatment.due)}" if treatment.due else "")
    return TreatmentLine(name(treatment.title), standing, ", ".join(filter(None, care)))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _control(control: ReportControl) -> ControlLine:
    helps, hurts = effects_of(control)
    return ControlLine(name(control.title), helps, hurts, name(control.reason, 600))


def effects_of(control: ReportControl) -> tuple[str, str]:
    """What it helps and what it hurts, in words that need no colour."""
    effects = (control.adversarial, control.unintended)
    helps = {
        ("helps", effects[1]): "helps against threats",
        (effects[0], "helps"): "helps against hazards",
        ("helps", "helps"): "helps on both sides",
    }
    harmed = [side for side, effect in zip(("security", "safety"), effects, strict=True) if effect == "hurts"]
    return helps.get(effects, ""), f"hurts {' and '.join(harmed)}" if harmed else ""


def references_by_framework(references: Iterable[ReportReference]) -> list[str]:
    """Always with the edition: the next one may give a number to something else. Titles are in the appendix."""
    items: dict[str, list[str]] = {}
    for reference in references:
        items.setdefault(framework_of(reference), []).append(name(reference.identifier))
    return [f"{framework}: {', '.join(dict.fromkeys(identifiers))}" for framework, identifiers in items.items()]


def framework_of(reference: ReportReference) -> str:
    return f"{name(reference.framework)} {name(reference.edition)}".strip() or "Unnamed framework"


def property_label(harm: str) -> str:
    known = VOCABULARY.properties.get(harm)
    return known.label if known else name(harm, 40)


def by_source(findings: Sequence[ReportFinding]) -> Mapping[Source, list[ReportFinding]]:
    sorted_out: dict[Source, list[ReportFinding]] = {"adversarial": [], "unintended": []}
    for finding in findings:
        sorted_out[finding.source].append(finding)
    return sorted_out
