"""What a run suggests is taken over: the new is added, the undecided refreshed, and decisions are left alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from apps.accounts.access import Actor
from apps.catalog.knowledge import Catalogue
from apps.systems.models import Element, System
from apps.threats.models import LINK_ENDS, Finding, FindingLink, LinkType, Status
from apps.threats.services import (
    Decision,
    change_source,
    decide,
    edit_finding,
    link_findings,
    raise_finding,
    unlink_findings,
)
from apps.threats.suggesting import Proposal, ProposedLink, take_over
from tests.factories.people import Person, inside
from tests.factories.systems import make
from tests.threats.proposals import proposal, threat_and_hazard

DECISIONS = {
    "open": [Decision("open")],
    "treating": [Decision("open"), Decision("treating")],
    "resolved": [Decision("open"), Decision("resolved")],
    "dismissed": [Decision("dismissed", "Not here.")],
}


@pytest.fixture
def actor(system: System, catalogue: Catalogue, editor: Person) -> Iterator[Actor]:
    with inside(system.workspace):
        yield editor.actor_in(system.workspace)


def found(system: System) -> dict[int, Finding]:
    return {finding.number: finding for finding in Finding.objects.filter(system=system)}


def only(system: System) -> Finding:
    (finding,) = found(system).values()
    return finding


@pytest.fixture
def suggested(actor: Actor, system: System) -> Proposal:
    """A suggestion that a first run has made."""
    one = proposal("planted-instructions", make(Element, system))
    take_over(actor, system, [one], [])
    return one


def test_nothing_proposed_writes_nothing(actor: Actor, system: System) -> None:
    counts = take_over(actor, system, [], [])
    assert counts == {"new": 0, "refreshed": 0, "outdated": 0, "threats": 0, "hazards": 0}
    assert found(system) == {}


def test_what_is_new_becomes_a_suggestion_with_a_number_and_its_reasons(actor: Actor, system: System) -> None:
    threat, hazard, link = threat_and_hazard(system)
    counts = take_over(actor, system, [threat, hazard], [link])
    assert counts == {"new": 2, "refreshed": 0, "outdated": 0, "threats": 1, "hazards": 1}
    assert {(one.mark, one.status, one.raised_by) for one in found(system).values()} == {
        ("T-1", "suggested", "engine"),
        ("H-2", "suggested", "engine"),
    }
    assert found(system)[1].trace == threat.trace
    assert [str(one) for one in FindingLink.objects.filter(system=system)] == ["T-1 also-unintended H-2"]


@pytest.mark.parametrize("relation", ["mirrors", "exploits", "enables"])
def test_a_link_leads_the_way_that_its_type_says(actor: Actor, system: System, relation: str) -> None:
    threat, hazard, link = threat_and_hazard(system)
    take_over(actor, system, [threat, hazard], [replace(link, relation=relation)])
    made = FindingLink.objects.get(system=system)
    assert LINK_ENDS[made.type] == made.sources


def test_a_second_run_over_the_same_changes_nothing(actor: Actor, system: System) -> None:
    threat, hazard, link = threat_and_hazard(system)
    take_over(actor, system, [threat, hazard], [link])
    before = list(Finding.objects.order_by("number").values("id", "number", "status", "trace", "version", "title"))
    counts = take_over(actor, system, [threat, hazard], [link])
    assert counts == {"new": 0, "refreshed": 2, "outdated": 0, "threats": 1, "hazards": 1}
    assert list(Finding.objects.order_by("number").values(*before[0])) == before
    assert FindingLink.objects.count() == 1


def test_what_is_still_undecided_gets_the_new_reasons(actor: Actor, system: System, suggested: Proposal) -> None:
    changed = replace(suggested, trace={"certainty": "possible"}, score=7.5, target_name="Agent", also=["x"])
    take_over(actor, system, [changed], [])
    finding = only(system)
    assert (finding.trace, finding.score) == ({"certainty": "possible"}, 7.5)
    assert (finding.target_name, finding.also) == ("Agent", ["x"])


def test_what_a_person_wrote_into_a_suggestion_stays(actor: Actor, system: System, suggested: Proposal) -> None:
    edit_finding(actor, only(system), {"title": "Our words", "also": ["here"], "harms": ["privacy"]}, seen=None)
    take_over(actor, system, [replace(suggested, also=["x"], title="Theirs", harms=["integrity"])], [])
    finding = only(system)
    assert (finding.title, finding.also, finding.harms) == ("Our words", ["here"], ["privacy"])


@pytest.mark.parametrize("status", DECISIONS)
@pytest.mark.parametrize("is_proposed_again", [True, False])
def test_what_was_decided_is_left_alone(
    actor: Actor, system: System, suggested: Proposal, status: str, is_proposed_again: bool
) -> None:
    for decision in DECISIONS[status]:
        decide(actor, system, [only(system).pk], decision)
    before = Finding.objects.values().get()
    again = [replace(suggested, trace={"certainty": "possible"}, score=1)] if is_proposed_again else []
    counts = take_over(actor, system, again, [])
    assert (counts["new"], counts["refreshed"], counts["outdated"]) == (0, 0, 0)
    assert Finding.objects.values().get() == before


def test_what_a_person_raised_is_never_outdated(actor: Actor, system: System) -> None:
    values = {"source": "unintended", "origin": "human", "title": "Staff trust it", "target_type": "system"}
    raise_finding(actor, system, {**values, "target": system.pk, "target_name": system.name})
    assert take_over(actor, system, [], [])["outdated"] == 0
    assert only(system).outdated_at is None


def test_what_no_longer_applies_is_marked_once_kept_and_revived(
    actor: Actor, system: System, suggested: Proposal
) -> None:
    before = only(system).pk
    assert take_over(actor, system, [], [])["outdated"] == 1
    assert only(system).outdated_at is not None
    assert take_over(actor, system, [], [])["outdated"] == 0
    counts = take_over(actor, system, [suggested], [])
    assert (counts["new"], counts["refreshed"]) == (0, 1)
    assert (only(system).pk, only(system).outdated_at) == (before, None)


def test_a_link_that_a_person_took_away_does_not_come_back(actor: Actor, system: System) -> None:
    threat, hazard, link = threat_and_hazard(system)
    take_over(actor, system, [threat, hazard], [link])
    unlink_findings(actor, FindingLink.objects.get())
    take_over(actor, system, [threat, hazard], [link])
    assert FindingLink.objects.count() == 0


def test_a_link_that_a_person_made_already_is_not_made_again(actor: Actor, system: System) -> None:
    threat, hazard, link = threat_and_hazard(system)
    take_over(actor, system, [threat, hazard], [])
    rows = found(system)
    link_findings(actor, rows[1], rows[2], type=LinkType.ALSO_UNINTENDED, reason="Ours.")
    other = proposal("text-misread", make(Element, system))
    take_over(
        actor, system, [threat, hazard, other], [link, ProposedLink(link.threat, other.fingerprint, "mirrors", "A")]
    )
    assert sorted(FindingLink.objects.values_list("reason", flat=True)) == ["A", "Ours."]


def test_a_new_counterpart_of_a_finding_with_another_source_by_now_is_not_linked(actor: Actor, system: System) -> None:
    threat, hazard, link = threat_and_hazard(system)
    take_over(actor, system, [threat], [])
    change_source(actor, only(system), source="unintended", origin="human", reason="Nobody wants it.", seen=None)
    assert take_over(actor, system, [threat, hazard], [link])["new"] == 1
    assert FindingLink.objects.count() == 0


def test_a_number_is_not_used_again_when_its_finding_is_gone(actor: Actor, system: System, suggested: Proposal) -> None:
    only(system).delete()
    take_over(actor, system, [suggested], [])
    assert list(found(system)) == [2]
    values = {"source": "unintended", "origin": "human", "title": "Staff trust it", "target_type": "system"}
    raised = raise_finding(actor, system, {**values, "target": system.pk, "target_name": system.name})
    assert raised.mark == "H-3"


def test_each_system_counts_for_itself(actor: Actor, system: System, suggested: Proposal) -> None:
    other = System.objects.create(workspace=system.workspace, name="Other")
    take_over(actor, other, [proposal("planted-instructions", make(Element, other))], [])
    assert list(found(other)) == [1]
    assert only(system).status == Status.SUGGESTED


def test_proposals_of_one_run_are_numbered_in_their_order(actor: Actor, system: System) -> None:
    ones = [proposal("tool-misused", make(Element, system, name=f"Tool {number}")) for number in range(1, 30)]
    take_over(actor, system, ones, [])
    assert [finding.target_name for _, finding in sorted(found(system).items())] == [one.target_name for one in ones]
