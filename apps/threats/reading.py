"""Findings with everything that is shown beside them, in a fixed number of queries whatever their number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from apps.catalog.models import Control, Entry, EntryLink, Reference
from apps.threats.models import Finding, FindingLink
from apps.threats.suggesting import LINK_TYPES

Counterpart = dict[str, Any]


@dataclass(slots=True)
class Beside:
    """What is shown beside one finding."""

    counterparts: list[Counterpart] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def beside(findings: Iterable[Finding]) -> Mapping[UUID, Beside]:
    """Counterparts (linked findings, then what the catalogue names and nobody has found), controls and references."""
    rows = list(findings)
    entries = {finding.entry_id for finding in rows if finding.entry_id}
    controls, references = _controls(entries), _references(entries)
    linked, known = _linked(rows), _catalogue_counterparts(entries)
    found = {}
    for finding in rows:
        mine = linked[finding.pk]
        named = {counterpart["entry"] for counterpart in mine}
        rest = [counterpart for counterpart in known[finding.entry_id] if counterpart["entry"] not in named]
        found[finding.pk] = Beside(mine + rest, controls[finding.entry_id], references[finding.entry_id])
    return found


def _controls(entries: set[UUID]) -> dict[UUID | None, list[Control]]:
    pairs = list(
        Control.treats.through.objects.filter(entry__in=entries, control__retired_at=None).values_list(
            "entry", "control"
        )
    )
    rows = Control.objects.in_bulk({control for _, control in pairs})
    found: dict[UUID | None, list[Control]] = defaultdict(list)
    for entry, control in sorted(pairs, key=lambda pair: rows[pair[1]].title):
        found[entry].append(rows[control])
    return found


def _references(entries: set[UUID]) -> dict[UUID | None, list[Reference]]:
    pairs = list(Entry.references.through.objects.filter(entry__in=entries).values_list("entry", "reference"))
    rows = Reference.objects.select_related("framework").in_bulk({reference for _, reference in pairs})
    found: dict[UUID | None, list[Reference]] = defaultdict(list)
    for entry, reference in sorted(pairs, key=lambda pair: (rows[pair[1]].framework.key, rows[pair[1]].identifier)):
        found[entry].append(rows[reference])
    return found


def _linked(findings: list[Finding]) -> dict[UUID, list[Counterpart]]:
    """The findings at the other ends of links, from either end: one query."""
    mine = {finding.pk for finding in findings}
    links = FindingLink.objects.filter(Q(from_finding__in=mine) | Q(to_finding__in=mine))
    found: dict[UUID, list[Counterpart]] = defaultdict(list)
    for link in links.select_related("from_finding__entry", "to_finding__entry").order_by("created_at", "id"):
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
        "entry": other.entry.slug if other.entry else None,
        "title": other.title,
        "source": other.source,
        "relation": link.type,
        "reason": link.reason,
    }


def _catalogue_counterparts(entries: set[UUID]) -> dict[UUID | None, list[Counterpart]]:
    links = EntryLink.objects.filter(Q(threat__in=entries) | Q(hazard__in=entries)).select_related("threat", "hazard")
    found: dict[UUID | None, list[Counterpart]] = defaultdict(list)
    for link in links.order_by("threat__title", "hazard__title"):
        for here, there in ((link.threat, link.hazard), (link.hazard, link.threat)):
            if here.pk in entries:
                found[here.pk].append(_catalogue_counterpart(link, there))
    return found


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
