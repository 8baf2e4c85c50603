"""What can be done with findings: raise, edit, decide, link, and treat with controls."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from apps.accounts.access import Action, Actor
from apps.activity.services import record
from apps.catalog.reading import catalogue_in
from apps.catalog.taxonomy import ORIGINS
from apps.core.errors import Conflict, Invalid
from apps.core.models import EditableRow
from apps.core.sentences import Sentence, not_here
from apps.core.versions import apply_changes
from apps.systems.models import System
from apps.threats.models import (
    LINK_ENDS,
    SOURCE_FIELDS,
    Finding,
    FindingCounter,
    FindingLink,
    RaisedBy,
    Source,
    Status,
    Treatment,
    TreatmentState,
)
from apps.threats.transitions import allowed_next, needs_reason

MOST_AT_ONCE = 1_000


@transaction.atomic
def raise_finding(
    actor: Actor, system: System, values: Mapping[str, Any], *, identifier: UUID | None = None
) -> Finding:
    """A finding that a person saw; it is open at once."""
    actor.check(Action.DECIDE)
    finding = Finding(workspace=actor.workspace, system=system, status=Status.OPEN, raised_by=RaisedBy.PERSON, **values)
    if identifier:
        finding.pk = identifier
    _check(finding)
    finding.number = take_numbers(actor, system, 1)
    _save_new(finding)
    record(actor, "finding.raised", finding, system=system.pk, changes={"mark": finding.mark, "title": finding.title})
    return finding


def _save_new(row: EditableRow) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Invalid({"id": ["This id is taken. Leave it out, or mint another."]}) from error


def _check(finding: Finding) -> None:
    """Raises ValidationError: the origin has to be one of its source, and only fields of its source may be filled."""
    if finding.origin not in ORIGINS.get(finding.source, ()):
        unfit = "A finding whose source is %(source)s has one of these origins: %(allowed)s."
        raise ValidationError(
            {"origin": Sentence(unfit, source=finding.source, allowed=ORIGINS.get(finding.source, ()))}
        )
    others = [
        name
        for source, names in SOURCE_FIELDS.items()
        if source != finding.source
        for name in names
        if getattr(finding, name)
    ]
    if others:
        unfit = "Only a finding with the other source has a %(field)s."
        raise ValidationError({name: Sentence(unfit, field=name) for name in others})
    finding.full_clean(exclude=["number", "system"], validate_unique=False, validate_constraints=False)


def take_numbers(actor: Actor, system: System, count: int) -> int:
    """Take the next `count` numbers of the system and return the first. The counter's row stays locked."""
    counter = FindingCounter.objects.select_for_update().filter(system=system).first()
    if counter is None:
        FindingCounter.objects.bulk_create(
            [FindingCounter(workspace=actor.workspace, system=system)], ignore_conflicts=True
        )
        counter = FindingCounter.objects.select_for_update().get(system=system)
    first = int(counter.last) + 1
    counter.last += count
    counter.save(update_fields=["last", "updated_at"])
    return first


@transaction.atomic
def edit_finding(actor: Actor, finding: Finding, values: Mapping[str, Any], *, seen: int | None) -> Finding:
    actor.check(Action.DECIDE)
    locked: Finding = Finding.objects.select_for_update().get(pk=finding.pk)
    changes = apply_changes(locked, values, seen=seen, by=actor.label)
    if changes:
        _check(locked)
        locked.save()
        record(actor, "finding.changed", locked, system=locked.system_id, changes={"mark": locked.mark, **changes})
    return locked


@transaction.atomic
def change_source(
    actor: Actor, finding: Finding, *, source: str, origin: str, reason: str, seen: int | None
) -> Finding:
    """Look at a finding through the other lens.

    Its fields of the old source, and the links that lead from or to the old source only, go into the event, and away.
    """
    actor.check(Action.DECIDE)
    if not reason.strip():
        raise Invalid({"reason": ["Say why its source is another; a reader will ask."]})
    locked: Finding = Finding.objects.select_for_update().get(pk=finding.pk)
    old = SOURCE_FIELDS[locked.source] if source != locked.source else ()
    changes = apply_changes(
        locked, {"source": source, "origin": origin, **dict.fromkeys(old, "")}, seen=seen, by=actor.label
    )
    if changes:
        _check(locked)
        locked.save()
        record(
            actor,
            "finding.source_changed",
            locked,
            system=locked.system_id,
            changes={"mark": locked.mark, "reason": reason, **changes, "links": _unfit_links_removed(locked)},
        )
    return locked


def _unfit_links_removed(finding: Finding) -> list[dict[str, str]]:
    links = FindingLink.objects.filter(models.Q(from_finding=finding) | models.Q(to_finding=finding))
    unfit = [
        link
        for link in links.select_related("from_finding", "to_finding").order_by("created_at", "id")
        if LINK_ENDS.get(link.type, link.sources) != link.sources
    ]
    FindingLink.objects.filter(pk__in=[link.pk for link in unfit]).delete()
    return [{"link": str(link), "reason": link.reason} for link in unfit]


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided about one or many findings. Accepting a risk also names who answers for it, and until when."""

    status: str
    reason: str = ""
    accepted_by: str = ""
    accepted_until: date | None = None


@transaction.atomic
def decide(actor: Actor, system: System, identifiers: Sequence[UUID], decision: Decision) -> list[Finding]:
    """Move findings to another status, all or none, in one deed. Raises Invalid where one may not go there."""
    actor.check(Action.DECIDE)
    if not 1 <= len(identifiers) <= MOST_AT_ONCE:
        raise Invalid({"findings": [Sentence("Name from 1 to %(most)s findings.", most=MOST_AT_ONCE)]})
    _check_decision(decision)
    findings = list(Finding.objects.select_for_update().filter(system=system, pk__in=identifiers).order_by("number"))
    _check_moves(findings, identifiers, decision)
    before = {finding.mark: finding.status for finding in findings}
    for finding in findings:
        _move(finding, decision, by=actor.label)
    Finding.objects.bulk_update(
        findings,
        ["status", "rationale", "accepted_by", "accepted_until", "version", "field_versions", "updated_at"],
        batch_size=500,
    )
    changes = {
        "status": decision.status,
        "reason": decision.reason,
        "before": before,
        "findings": [str(finding.pk) for finding in findings],
    }
    record(actor, "finding.decided", findings[0], system=system.pk, changes=changes)
    return findings


def _check_decision(decision: Decision) -> None:
    if decision.status not in Status.values:
        raise Invalid({"status": [Sentence("It has to be one of %(allowed)s.", allowed=Status.values)]})
    if needs_reason(decision.status) and not decision.reason.strip():
        raise Invalid({"reason": ["Say why; whoever reads the report will ask."]})
    if decision.status == Status.ACCEPTED and not (decision.accepted_by.strip() and decision.accepted_until):
        raise Invalid(
            {"accepted_by": ["Name who accepts the risk."], "accepted_until": ["Say until which day it is accepted."]}
        )


def _check_moves(findings: Iterable[Finding], identifiers: Iterable[UUID], decision: Decision) -> None:
    found = {finding.pk for finding in findings}
    problems: list[str] = [not_here("finding", identifier) for identifier in identifiers if identifier not in found]
    for finding in findings:
        allowed = allowed_next(finding.status, raised_by_engine=finding.raised_by == RaisedBy.ENGINE)
        if decision.status not in allowed:
            stuck = "%(mark)s is %(status)s; from there it can become %(allowed)s."
            words = [Sentence(status) for status in sorted(allowed)]
            problems.append(Sentence(stuck, mark=finding.mark, status=Sentence(finding.status), allowed=words))
    if problems:
        raise Invalid({"findings": problems})


def _move(finding: Finding, decision: Decision, *, by: str) -> None:
    accepted = decision.status == Status.ACCEPTED
    values = {
        "status": decision.status,
        # A suggestion that is taken back to being one has no reasons yet.
        "rationale": decision.reason or ("" if decision.status == Status.SUGGESTED else finding.rationale),
        "accepted_by": decision.accepted_by if accepted else "",
        "accepted_until": decision.accepted_until if accepted else None,
    }
    apply_changes(finding, values, seen=None, by=by)
    finding.updated_at = timezone.now()


@transaction.atomic
def link_findings(actor: Actor, from_finding: Finding, to_finding: Finding, *, type: str, reason: str) -> FindingLink:
    """Raises Invalid where the type does not lead from the one source to the other."""
    actor.check(Action.DECIDE)
    from_finding, to_finding = _locked(from_finding.pk, to_finding.pk)
    ends = LINK_ENDS.get(type)
    if ends and ends != (from_finding.source, to_finding.source):
        start, end = (Sentence(Source(end).label.lower()) for end in ends)
        leads = Sentence("A link %(type)s leads from a %(start)s to a %(end)s.", type=type, start=start, end=end)
        raise Invalid({"type": [leads]})
    if not reason.strip():
        raise Invalid({"reason": ["Say in one sentence how the one bears on the other."]})
    if from_finding.pk == to_finding.pk:
        raise Invalid({"to": ["A finding cannot be linked to itself."]})
    link: FindingLink
    link, is_new = FindingLink.objects.get_or_create(
        system_id=from_finding.system_id,
        from_finding=from_finding,
        to_finding=to_finding,
        type=type,
        defaults={"workspace": actor.workspace, "reason": reason},
    )
    if not is_new:
        linked = "%(one)s is already linked to %(other)s in this way."
        raise Conflict(Sentence(linked, one=from_finding.mark, other=to_finding.mark))
    record(
        actor,
        "finding.linked",
        from_finding,
        system=from_finding.system_id,
        changes={"link": str(link), "reason": reason},
    )
    return link


@transaction.atomic
def unlink_findings(actor: Actor, link: FindingLink) -> None:
    actor.check(Action.DECIDE)
    from_finding, _ = _locked(link.from_finding_id, link.to_finding_id)
    link = FindingLink.objects.select_related("from_finding", "to_finding").get(pk=link.pk)
    told = {"link": str(link), "reason": link.reason}
    record(actor, "finding.unlinked", from_finding, system=link.system_id, changes=told)
    link.delete()


def _locked(*identifiers: UUID) -> list[Finding]:
    """The findings, in the order asked for. Nobody looks at them through another lens while they are linked."""
    # Taken in one order, so that two people who link the same two never wait for each other.
    rows = Finding.objects.select_for_update().filter(pk__in=identifiers).order_by("number")
    found = {row.pk: row for row in rows}
    if missing := set(identifiers) - found.keys():
        raise Finding.DoesNotExist(missing)
    return [found[identifier] for identifier in identifiers]


@transaction.atomic
def add_treatment(
    actor: Actor, finding: Finding, control: str, values: Mapping[str, Any], *, identifier: UUID | None = None
) -> Treatment:
    """`control` is a slug of the workspace's catalogue; unless `values` say otherwise, it moves its own factor."""
    actor.check(Action.DECIDE)
    known = catalogue_in(actor.workspace).controls.get(control)
    if known is None:
        raise Invalid({"control": [Sentence("There is no control %(slug)s in the catalogue.", slug=control)]})
    finding = Finding.objects.select_for_update().get(pk=finding.pk)
    if Treatment.objects.filter(finding=finding, control=control).exists():
        treated = "%(mark)s is already treated with this control; change that treatment instead."
        raise Conflict(Sentence(treated, mark=finding.mark))
    treatment = Treatment(
        workspace=actor.workspace, finding=finding, control=control, **{"factor": known.factor, **values}
    )
    if identifier:
        treatment.pk = identifier
    _check_treatment(treatment)
    _save_new(treatment)
    _record_treatment(actor, "treatment.added", treatment, {"state": treatment.state})
    return treatment


@transaction.atomic
def change_treatment(actor: Actor, treatment: Treatment, values: Mapping[str, Any], *, seen: int | None) -> Treatment:
    actor.check(Action.DECIDE)
    locked = _locked_treatment(treatment)
    changes = apply_changes(locked, values, seen=seen, by=actor.label)
    if changes:
        _check_treatment(locked)
        locked.save()
        _record_treatment(actor, "treatment.changed", locked, changes)
    return locked


@transaction.atomic
def remove_treatment(actor: Actor, treatment: Treatment) -> None:
    """All that was said of it stays in the event."""
    actor.check(Action.DECIDE)
    locked = _locked_treatment(treatment)
    _record_treatment(actor, "treatment.removed", locked, {name: getattr(locked, name) for name in Treatment.EDITABLE})
    locked.delete()


def _locked_treatment(treatment: Treatment) -> Treatment:
    locked: Treatment = Treatment.objects.select_for_update(of=("self",)).select_related("finding").get(pk=treatment.pk)
    return locked


def _check_treatment(treatment: Treatment) -> None:
    """Raises Invalid or ValidationError. What counts as verified says how, and until when that is believed."""
    if treatment.state == TreatmentState.VERIFIED:
        missing = {}
        if not treatment.evidence.strip():
            missing["evidence"] = ["Say how it was verified."]
        if treatment.verified_until is None:
            missing["verified_until"] = ["Say until which day that holds; then it has to be looked at again."]
        if missing:
            raise Invalid(missing)
    treatment.full_clean(exclude=["finding"], validate_unique=False, validate_constraints=False)


def _record_treatment(actor: Actor, verb: str, treatment: Treatment, changes: Mapping[str, Any]) -> None:
    finding = treatment.finding
    named = {"mark": finding.mark, "finding": str(finding.pk), "control": treatment.control}
    record(actor, verb, treatment, system=finding.system_id, changes={**named, **changes})
