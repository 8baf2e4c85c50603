"""From a report's row to what it will hold: a fixed number of queries, whatever the number of findings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils import timezone

from apps.analysis.models import Run
from apps.assets.reading import read_graph
from apps.catalog.knowledge import Control, Reference
from apps.core.jobs import State
from apps.reports.contents import Contents, Occasion, contents_of
from apps.reports.findings import (
    LeftOut,
    ReportControl,
    ReportCounterpart,
    ReportFinding,
    ReportReference,
    ReportTreatment,
)
from apps.reports.models import Report
from apps.systems.graph import SystemGraph
from apps.threats.models import Finding, Status, Treatment
from apps.threats.reading import Beside, beside, control_titles, treatments_of


def read_contents(report: Report) -> Contents:
    """The system as it is now, with its findings best first."""
    graph = read_graph(report.system)
    findings, left_out = _printed(report)
    around, names = beside(findings), _names(graph)
    treatments = _treatments(report, findings)
    occasion = Occasion(
        title=report.title,
        workspace=report.workspace.name,
        made_by=report.asked_by_label,
        made_at=timezone.now(),
        revision=report.system.revision,
        catalogue=_catalogue_of_last_run(report),
        left_out=left_out,
    )
    printed = [replace(_finding(row, around[row.pk], names), treatments=treatments[row.pk]) for row in findings]
    return contents_of(graph, printed, occasion)


def _printed(report: Report) -> tuple[list[Finding], list[LeftOut]]:
    """What people decided on, then suggestions if the report asks for them, or has nothing else; and which stay out.

    Suggestions that no longer apply always stay out.
    """
    rows = list(Finding.objects.filter(system=report.system).order_by("-score", "number"))
    decided = [row for row in rows if row.status != Status.SUGGESTED]
    waiting = [row for row in rows if row.status == Status.SUGGESTED and row.outdated_at is None]
    if report.include_suggestions or all(row.status == Status.DISMISSED for row in decided):
        return decided + waiting, []
    return decided, [LeftOut(row.source, str(row.target)) for row in waiting]


def _catalogue_of_last_run(report: Report) -> str:
    last = Run.objects.filter(system=report.system, state=State.DONE).order_by("-finished_at").first()
    return last.catalogue_version if last else ""


def _names(graph: SystemGraph) -> Mapping[str, str]:
    flows = {flow.id: graph.name_of(flow.id) for flow in graph.flows}
    return {row.id: row.name for row in graph.elements} | flows | {row.id: row.title for row in graph.losses}


def _finding(row: Finding, around: Beside, names: Mapping[str, str]) -> ReportFinding:
    return ReportFinding(
        number=row.number,
        source=row.source,  # type: ignore[arg-type]  # The column holds one of the two.
        title=row.title,
        status=row.status,
        target_name=names.get(str(row.target), row.target_name),
        target=str(row.target),
        description=row.description,
        also_names=tuple(names[one] for one in row.also if one in names),
        because=tuple(fact["text"] for fact in row.trace.get("because", ())),
        open_questions=tuple(_question(unknown, names) for unknown in row.trace.get("unknown", ())),
        harms=tuple(row.harms),
        losses=tuple(names[one] for one in row.losses if one in names),
        controls=tuple(map(_control, around.controls)),
        references=tuple(map(_reference, around.references)),
        counterparts=tuple(map(_counterpart, around.counterparts)),
        rationale=row.rationale,
        outdated=row.outdated_at is not None,
    )


def _question(unknown: Mapping[str, Any], names: Mapping[str, str]) -> str:
    where = names.get(unknown["object"])
    return f"{where}: {unknown['ask']}" if where else str(unknown["ask"])


def _control(row: Control) -> ReportControl:
    return ReportControl(
        title=row.title,
        adversarial=row.effect_on_adversarial,
        unintended=row.effect_on_unintended,
        reason=row.effect_reason,
    )


def _treatments(report: Report, findings: Sequence[Finding]) -> Mapping[UUID, tuple[ReportTreatment, ...]]:
    rows, titles = treatments_of(findings), control_titles(report.workspace)
    return {
        finding.pk: tuple(_treatment(row, titles.get(row.control, row.control)) for row in rows.get(finding.pk, ()))
        for finding in findings
    }


def _treatment(row: Treatment, title: str) -> ReportTreatment:
    return ReportTreatment(
        title=title, state=row.state, owner=row.owner, due=row.due, verified_until=row.verified_until
    )


def _reference(row: Reference) -> ReportReference:
    return ReportReference(
        framework=row.framework.title,
        edition=row.framework.edition,
        identifier=row.identifier,
        title=row.title,
        licence=row.framework.licence,
    )


def _counterpart(row: Mapping[str, Any]) -> ReportCounterpart:
    return ReportCounterpart(
        number=row["number"], source=row["source"], title=row["title"], relation=row["relation"], reason=row["reason"]
    )
