"""Links between findings: which type leads from which source to which, and that each has a reason."""

from itertools import product
from typing import Any

import pytest

from apps.activity.models import Event
from apps.systems.models import System
from apps.threats.models import LINK_ENDS, Finding, FindingLink, LinkType, Source
from tests.factories.findings import make_finding, make_link
from tests.factories.people import Answer, Person, inside
from tests.factories.systems import make_system, unused_id


def linking(person: Person, there: str, one: Finding, other: Finding, **said: Any) -> Answer:
    body = {"from": str(one.pk), "to": str(other.pk), "type": "masks", "reason": "The one hides the other."}
    return person.post(f"{there}/links", body | said)


@pytest.mark.parametrize("type", LinkType.values)
def test_a_type_leads_from_its_one_source_to_its_other_only(
    editor: Person, there: str, system: System, type: str
) -> None:
    for ends in product(Source.values, repeat=2):
        one, other = (make_finding(system, source=source) for source in ends)
        answer = linking(editor, there, one, other, type=type)
        if LINK_ENDS.get(type, ends) == ends:
            assert answer.status == 201, answer.body
        else:
            names = [Source(end).label.lower() for end in LINK_ENDS[type]]
            assert answer.body["errors"] == {"type": [f"A link {type} leads from a {names[0]} to a {names[1]}."]}


def test_a_link_is_in_the_list_and_beside_both_findings(editor: Person, there: str, system: System) -> None:
    threat, hazard = make_finding(system), make_finding(system, source="unintended")
    made = linking(editor, there, threat, hazard, type="also-unintended")
    assert [row["id"] for row in editor.get(f"{there}/links").rows] == [made.id]
    for here, other in ((threat, hazard), (hazard, threat)):
        (counterpart,) = editor.get(f"{there}/findings/{here.pk}").body["counterparts"]
        assert (counterpart["link"], counterpart["finding"]) == (made.id, str(other.pk))
        assert (counterpart["relation"], counterpart["reason"]) == ("also-unintended", "The one hides the other.")


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_link_needs_a_reason(editor: Person, there: str, system: System, reason: str) -> None:
    answer = linking(editor, there, make_finding(system), make_finding(system), reason=reason)
    assert (answer.status, answer.body["errors"].keys()) == (400, {"reason"})


def test_a_finding_is_not_linked_to_itself(editor: Person, there: str, system: System) -> None:
    finding = make_finding(system)
    assert linking(editor, there, finding, finding).body["errors"].keys() == {"to"}


def test_the_same_link_twice_is_a_conflict_and_another_type_is_not(editor: Person, there: str, system: System) -> None:
    threat, hazard = make_finding(system), make_finding(system, source="unintended")
    assert linking(editor, there, threat, hazard).status == 201
    assert linking(editor, there, threat, hazard).status == 409
    assert linking(editor, there, threat, hazard, type="triggers").status == 201


def test_ends_of_another_system_are_refused_each_by_its_name(editor: Person, there: str, system: System) -> None:
    foreign = make_finding(make_system(system.workspace, "Other"))
    nobody = unused_id()
    answer = editor.post(
        f"{there}/links", {"from": str(foreign.pk), "to": str(nobody), "type": "masks", "reason": "So it is."}
    )
    assert answer.body["errors"] == {
        "from": [f"There is no finding {foreign.pk} in this system."],
        "to": [f"There is no finding {nobody} in this system."],
    }


def test_taking_a_link_away_says_in_the_event_what_it_was(editor: Person, there: str, system: System) -> None:
    link = make_link(make_finding(system), make_finding(system, source="unintended"))
    assert editor.delete(f"{there}/links/{link.pk}").status == 204
    with inside(system.workspace):
        assert not FindingLink.objects.exists()
        event = Event.objects.get(verb="finding.unlinked")
    assert event.changes == {"link": "T-1 also-unintended H-2", "reason": "Both begin with the same words."}
