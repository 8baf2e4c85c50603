"""Taking over what a run suggests: add the new, refresh the undecided, mark the outdated, leave decisions alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils import timezone

from apps.accounts.access import Actor
from apps.systems.models import System
from apps.threats.models import Finding, FindingLink, LinkType, RaisedBy, Source, Status
from apps.threats.services import take_numbers

BATCH = 500
# What a finding has from its entry and a person may write too; where one did, that stands.
WORDS = ("title", "description", "origin", "harms", "also")
LINK_TYPES = {"mirrors": LinkType.ALSO_UNINTENDED, "exploits": LinkType.WEAPONISED_BY, "enables": LinkType.TRIGGERS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A suggestion as findings keep it. `entry` is a slug of the catalogue."""

    fingerprint: str
    entry: str
    source: str
    origin: str
    title: str
    description: str
    target_type: str
    target: UUID
    target_name: str
    also: list[str] = field(default_factory=list)
    harms: list[str] = field(default_factory=list)
    score: float = 0
    trace: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProposedLink:
    """A threat and a hazard, by fingerprint, whose entries the catalogue links."""

    threat: str
    hazard: str
    relation: str
    reason: str


def take_over(
    actor: Actor, system: System, proposals: Sequence[Proposal], links: Iterable[ProposedLink]
) -> dict[str, int]:
    """Write a run's result, in the caller's transaction. Returns counts: new, refreshed, outdated, threats, hazards."""
    # The counter's lock makes two writers of one system's findings wait for each other.
    existing = _existing_after_lock(actor, system)
    fresh = [proposal for proposal in proposals if proposal.fingerprint not in existing]
    still = [(existing[proposal.fingerprint], proposal) for proposal in proposals if proposal.fingerprint in existing]
    _add(actor, system, fresh)
    refreshed = _refresh(still)
    outdated = _mark_outdated(existing, {proposal.fingerprint for proposal in proposals})
    added = {proposal.fingerprint for proposal in fresh}
    # Only where an end is new: a link that a person took away must not come back.
    _link(actor, system, [link for link in links if link.threat in added or link.hazard in added])
    by_source = [proposal.source for proposal in proposals]
    return {
        "new": len(fresh),
        "refreshed": refreshed,
        "outdated": outdated,
        "threats": by_source.count(Source.ADVERSARIAL),
        "hazards": by_source.count(Source.UNINTENDED),
    }


def _existing_after_lock(actor: Actor, system: System) -> dict[str, Finding]:
    take_numbers(actor, system, 0)
    # Locked in the order in which decisions lock them: what a person writes meanwhile waits, and is not overwritten.
    rows = Finding.objects.select_for_update().filter(system=system).exclude(fingerprint="").order_by("number")
    return {finding.fingerprint: finding for finding in rows}


def _add(actor: Actor, system: System, proposals: Sequence[Proposal]) -> None:
    first = take_numbers(actor, system, len(proposals))
    Finding.objects.bulk_create(
        [
            Finding(
                workspace=actor.workspace,
                system=system,
                number=first + position,
                status=Status.SUGGESTED,
                raised_by=RaisedBy.ENGINE,
                entry=proposal.entry,
                source=proposal.source,
                origin=proposal.origin,
                title=proposal.title,
                description=proposal.description,
                target_type=proposal.target_type,
                target=proposal.target,
                target_name=proposal.target_name,
                also=proposal.also,
                harms=proposal.harms,
                score=proposal.score,
                trace=dict(proposal.trace),
                fingerprint=proposal.fingerprint,
            )
            for position, proposal in enumerate(proposals)
        ],
        batch_size=BATCH,
    )


def _refresh(pairs: Iterable[tuple[Finding, Proposal]]) -> int:
    """Only what nobody has decided on is touched, and it applies again if it was outdated."""
    changed = []
    for finding, proposal in pairs:
        if finding.status != Status.SUGGESTED:
            continue
        finding.trace, finding.score = dict(proposal.trace), proposal.score
        finding.target_name = proposal.target_name
        finding.outdated_at = None
        finding.updated_at = timezone.now()
        _reword(finding, proposal)
        changed.append(finding)
    Finding.objects.bulk_update(
        changed, ["trace", "score", "target_name", "outdated_at", "updated_at", *WORDS], batch_size=BATCH
    )
    return len(changed)


def _reword(finding: Finding, proposal: Proposal) -> None:
    """What the catalogue says now, but for fields that a person wrote in. An origin is one of its source."""
    for name in WORDS:
        if name not in finding.field_versions and (name != "origin" or finding.source == proposal.source):
            setattr(finding, name, getattr(proposal, name))


def _mark_outdated(existing: Mapping[str, Finding], proposed: set[str]) -> int:
    gone = [
        finding.pk
        for fingerprint, finding in existing.items()
        if fingerprint not in proposed and finding.status == Status.SUGGESTED and finding.outdated_at is None
    ]
    # Somebody may have decided on one of them meanwhile.
    return int(Finding.objects.filter(pk__in=gone, status=Status.SUGGESTED).update(outdated_at=timezone.now()))


def _link(actor: Actor, system: System, links: Iterable[ProposedLink]) -> None:
    """Links lead from hazard to threat or the other way, as their type says. A person may have changed a source."""
    rows = []
    threats, hazards = (_by_fingerprint(system, source) for source in (Source.ADVERSARIAL, Source.UNINTENDED))
    for link in links:
        if link.threat not in threats or link.hazard not in hazards:
            continue
        kind = LINK_TYPES[link.relation]
        threat, hazard = threats[link.threat], hazards[link.hazard]
        ends = (hazard, threat) if kind == LinkType.WEAPONISED_BY else (threat, hazard)
        rows.append(
            FindingLink(
                workspace=actor.workspace,
                system=system,
                from_finding_id=ends[0],
                to_finding_id=ends[1],
                type=kind,
                reason=link.reason,
            )
        )
    FindingLink.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)


def _by_fingerprint(system: System, source: str) -> dict[str, UUID]:
    rows = Finding.objects.filter(system=system, source=source).exclude(fingerprint="")
    return dict(rows.values_list("fingerprint", "pk"))
