"""Findings with everything that is shown beside them, in a fixed number of queries whatever their number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from apps.accounts.models import Workspace
from apps.catalog.knowledge import Catalogue, Control, Entry, EntryLink, Reference
from apps.catalog.overlay import Overlay
from apps.catalog.reading import workspace_catalogue
from apps.threats.models import Finding, FindingLink, Treatment
from apps.threats.suggesting import LINK_TYPES

Counterpart = dict[str, Any]
SHOWN_OF_LINKED = ("number", "status", "entry", "title", "source")


@dataclass(slots=True)
class Beside:
    """What is shown beside one finding."""

    counterparts: list[Counterpart] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def beside(findings: Iterable[Finding]) -> Mapping[UUID, Beside]:
    """Counterparts (linked findings, then what the catalogue names and nobody has found), controls and references.

    All findings are of one workspace.
    """
    rows = list(findings)
    if not rows:
        return {}
    catalogue = workspace_catalogue(rows[0].workspace).overlay
    linked = _linked(rows)
    found = {}
    for finding in rows:
        mine, known = linked[finding.pk], _known(catalogue, finding.entry)
        named = {counterpart["entry"] for counterpart in mine}
        known.counterparts = mine + [one for one in known.counterparts if one["entry"] not in named]
        found[finding.pk] = known
    return found


def _known(catalogue: Overlay, slug: str) -> Beside:
    """What the catalogue has beside an entry, also one that is switched off by now; nothing where it never had it."""
    entry = catalogue.everything.entries.get(slug)
    if entry is None:
        return Beside()
    in_force = catalogue.in_force
    controls = [row for row in catalogue.everything.controls_of.get(slug, ()) if row.slug in in_force.controls]
    return Beside(
        counterparts=_catalogue_counterparts(in_force, slug),
        controls=sorted(controls, key=lambda control: control.title),
        references=sorted(entry.references, key=lambda one: (one.framework.key, one.identifier)),
    )


def _linked(findings: list[Finding]) -> dict[UUID, list[Counterpart]]:
    """The findings at the other ends of links, from either end: one query."""
    mine = {finding.pk for finding in findings}
    links = FindingLink.objects.filter(Q(from_finding__in=mine) | Q(to_finding__in=mine))
    shown = [f"{end}__{name}" for end in ("from_finding", "to_finding") for name in SHOWN_OF_LINKED]
    found: dict[UUID, list[Counterpart]] = defaultdict(list)
    for link in (
        links.select_related("from_finding", "to_finding").only("type", "reason", *shown).order_by("created_at", "id")
    ):
        for here, there in ((link.from_finding, link.to_finding), (link.to_finding, link.from_finding)):
            if here.pk in mine:
                found[here.pk].append(_linked_counterpart(link, there))
    return found


def _linked_counterpart(link: FindingLink, other: Finding) -> Counterpart:
    return {
        "link": link.pk,
        "finding": other.pk,
        "number": other.number,
        "status": other.status,
        "entry": other.entry or None,
        "title": other.title,
        "source": other.source,
        "relation": link.type,
        "reason": link.reason,
    }


def _catalogue_counterparts(catalogue: Catalogue, slug: str) -> list[Counterpart]:
    found = [
        _catalogue_counterpart(link, catalogue.entries[link.other_end(slug)])
        for link in catalogue.links_of.get(slug, ())
    ]
    return sorted(found, key=lambda counterpart: str(counterpart["title"]))


def _catalogue_counterpart(link: EntryLink, other: Entry) -> Counterpart:
    return {
        "link": None,
        "finding": None,
        "number": None,
        "status": None,
        "entry": other.slug,
        "title": other.title,
        "source": other.source,
        "relation": LINK_TYPES[link.relation],
        "reason": link.reason,
    }


def treatments_of(findings: Iterable[Finding]) -> Mapping[UUID, list[Treatment]]:
    """In the order in which they were added: one query."""
    found: dict[UUID, list[Treatment]] = defaultdict(list)
    for treatment in Treatment.objects.filter(finding__in=[row.pk for row in findings]).order_by("created_at", "id"):
        found[treatment.finding_id].append(treatment)
    return found


def control_titles(workspace: Workspace) -> Mapping[str, str]:
    """By slug, as the workspace's catalogue has them, also those that are switched off by now."""
    everything = workspace_catalogue(workspace).overlay.everything
    return {slug: control.title for slug, control in everything.controls.items()}
