"""Findings, links and runs, made with as few words as a test needs."""

from typing import Any

from django.utils import timezone
from django_scopes import scope

from apps.analysis.fingerprints import fingerprint
from apps.analysis.models import Run
from apps.catalog import knowledge
from apps.catalog.models import Entry
from apps.systems.models import Element, System
from apps.threats.models import Finding, FindingCounter, FindingLink, LinkType, RaisedBy, Source, Status, Treatment
from tests.factories.systems import make

ACCEPTED = {
    "rationale": "We can live with it.",
    "accepted_by": "The board",
    "accepted_until": timezone.now().date().replace(year=2099),
}


def make_finding(system: System, *, source: str = Source.ADVERSARIAL, number: int | None = None, **fields: Any) -> Any:
    """A finding at an element of its own, unless a target is given."""
    with scope(workspace=system.workspace):
        counter, _ = FindingCounter.objects.get_or_create(system=system, defaults={"workspace": system.workspace})
        counter.last = number or counter.last + 1
        counter.save()
        if "target" not in fields:
            fields["target"] = make(Element, system).pk
        if fields.get("status") == Status.ACCEPTED:
            fields = ACCEPTED | fields
        if fields.get("status") == Status.DISMISSED:
            fields = {"rationale": "It cannot happen here."} | fields
        usual = {
            "title": "Planted instructions steer the model",
            "origin": "third_party_content" if source == Source.ADVERSARIAL else "technical",
            "target_type": "element",
            "target_name": "Refund agent",
            "raised_by": RaisedBy.PERSON,
        }
        return Finding.objects.create(
            workspace=system.workspace, system=system, number=counter.last, source=source, **{**usual, **fields}
        )


def make_suggestion(system: System, entry: Entry | knowledge.Entry, **fields: Any) -> Any:
    """A finding as a run would leave it."""
    target = fields.pop("target", None) or make(Element, system).pk
    usual = {
        "source": entry.source,
        "origin": entry.origin,
        "status": Status.SUGGESTED,
        "raised_by": RaisedBy.ENGINE,
        "entry": entry.slug,
        "fingerprint": fingerprint(entry.slug, str(target)),
        "score": 50.0,
        "trace": {"certainty": "certain", "score": 50.0},
    }
    return make_finding(system, target=target, **{**usual, **fields})


def make_link(threat: Finding, hazard: Finding, type: str = LinkType.ALSO_UNINTENDED) -> FindingLink:
    with scope(workspace=threat.workspace):
        link: FindingLink = FindingLink.objects.create(
            workspace=threat.workspace,
            system=threat.system,
            from_finding=threat,
            to_finding=hazard,
            type=type,
            reason="Both begin with the same words.",
        )
    return link


def make_treatment(finding: Finding, control: str = "human-approval", **fields: Any) -> Treatment:
    """Where it is verified, with what that needs."""
    if fields.get("state") == "verified":
        fields = {"evidence": "We tried it.", "verified_until": ACCEPTED["accepted_until"]} | fields
    with scope(workspace=finding.workspace):
        treatment: Treatment = Treatment.objects.create(
            workspace=finding.workspace, finding=finding, control=control, **{"factor": "withstand", **fields}
        )
    return treatment


def make_run(system: System, **fields: Any) -> Run:
    with scope(workspace=system.workspace):
        run: Run = Run.objects.create(
            workspace=system.workspace,
            system=system,
            **{"revision": system.revision, "asked_by_label": "Olga", **fields},
        )
    return run
