"""What a run might propose, by entry of the small catalogue, for the elements of one system."""

from typing import Any

from apps.analysis.fingerprints import fingerprint
from apps.catalog.models import Entry
from apps.systems.models import Element, System
from apps.threats.suggesting import Proposal, ProposedLink
from tests.factories.systems import make


def proposal(slug: str, element: Element, **fields: Any) -> Proposal:
    entry = Entry.objects.get(slug=slug)
    usual = {"score": 50.0, "trace": {"certainty": "certain", "because": []}, "target_name": element.name}
    return Proposal(
        fingerprint=fingerprint(slug, str(element.pk)),
        entry=slug,
        source=entry.source,
        origin=entry.origin,
        title=entry.title,
        description=entry.gist,
        target_type="element",
        target=element.pk,
        **{**usual, **fields},
    )


def threat_and_hazard(system: System) -> tuple[Proposal, Proposal, ProposedLink]:
    """Planted instructions at an agent, the misread text at the same one, and the link of the two."""
    agent = make(Element, system, name="Refund agent")
    threat, hazard = proposal("planted-instructions", agent), proposal("text-misread", agent)
    return threat, hazard, ProposedLink(threat.fingerprint, hazard.fingerprint, "mirrors", "Both are text.")
