"""Links and treatments while somebody else changes the same: whoever comes second sees what the first has done."""

from typing import Any

import pytest

from apps.accounts.models import Workspace
from apps.activity.models import Event
from apps.systems.models import System
from apps.threats.models import Finding, FindingLink, Treatment
from tests.at_once import after_waiting
from tests.factories.findings import make_finding, make_link, make_treatment
from tests.factories.people import Person, inside

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("on_postgresql")]


@pytest.fixture
def pair(system: System) -> Any:
    return make_finding(system), make_finding(system, source="unintended")


def locked(finding: Finding) -> Finding:
    found: Finding = Finding.objects.select_for_update().get(pk=finding.pk)
    return found


def test_a_link_that_somebody_else_takes_away_is_taken_away_once(
    workspace: Workspace, editor: Person, there: str, pair: Any
) -> None:
    link = make_link(*pair)
    editor.cookie()
    with inside(workspace):
        answer = after_waiting(
            lambda: editor.delete(f"{there}/links/{link.pk}"),
            hold=lambda: locked(pair[0]),
            meanwhile=lambda: FindingLink.objects.filter(pk=link.pk).delete(),
        )
        assert answer.status == 404
        assert not Event.objects.filter(verb="finding.unlinked").exists()


def test_a_link_is_of_a_type_that_fits_the_findings_as_they_are_by_then(
    workspace: Workspace, editor: Person, there: str, pair: Any
) -> None:
    threat, hazard = pair
    editor.cookie()
    asked = {"from": str(threat.pk), "to": str(hazard.pk), "type": "also-unintended", "reason": "One cause."}
    with inside(workspace):
        answer = after_waiting(
            lambda: editor.post(f"{there}/links", asked),
            hold=lambda: locked(hazard),
            meanwhile=lambda: Finding.objects.filter(pk=hazard.pk).update(
                source="adversarial", origin="external_attacker"
            ),
        )
        assert (answer.status, set(answer.body["errors"])) == (400, {"type"})
        assert not FindingLink.objects.exists()


def test_the_record_of_a_treatment_taken_away_says_what_it_was_last(
    workspace: Workspace, editor: Person, there: str, pair: Any
) -> None:
    treatment = make_treatment(pair[0], owner="Platform")
    editor.cookie()
    with inside(workspace):
        answer = after_waiting(
            lambda: editor.delete(f"{there}/findings/{pair[0].pk}/treatments/{treatment.pk}"),
            hold=lambda: Treatment.objects.select_for_update().get(pk=treatment.pk),
            meanwhile=lambda: Treatment.objects.filter(pk=treatment.pk).update(owner="Payments"),
        )
        assert answer.status == 204
        assert Event.objects.get(verb="treatment.removed").changes["owner"] == "Payments"
