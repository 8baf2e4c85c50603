"""A treatment that somebody records lowers suggestions in the next run, for as long as it holds."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from apps.accounts.access import Actor
from apps.analysis.services import start_run
from apps.analysis.tasks import suggest_findings
from apps.catalog.knowledge import Catalogue
from apps.interchange.services import import_model
from apps.systems.models import System
from apps.threats.models import Finding
from apps.threats.services import Decision, add_treatment, change_treatment, decide, remove_treatment
from tests.factories.people import Person, inside
from tests.factories.systems import RISKY, make_system

TODAY = timezone.localdate()


@pytest.fixture
def actor(catalogue: Catalogue, editor: Person, workspace: Any) -> Iterator[Actor]:
    with inside(workspace):
        yield editor.actor_in(workspace)


@pytest.fixture
def desk(actor: Actor) -> System:
    return import_model(actor, json.dumps(RISKY))


def run(actor: Actor, system: System) -> None:
    suggest_findings(str(start_run(actor, system)[0].pk))


def of(system: System, entry: str) -> Finding:
    return Finding.objects.get(system=system, entry=entry)  # type: ignore[no-any-return]  # A scoped manager is untyped.


def test_what_is_in_place_against_a_decided_finding_lowers_its_counterpart_and_says_so(
    actor: Actor, desk: System, editor: Person, here: str
) -> None:
    run(actor, desk)
    threat, before = of(desk, "planted-instructions"), of(desk, "text-misread").score
    decide(actor, desk, [threat.pk], Decision("open"))
    treatment = add_treatment(actor, threat, "human-approval", {"state": "planned"})
    run(actor, desk)
    assert (of(desk, "text-misread").score, of(desk, "text-misread").trace["treated"]) == (before, [])
    change_treatment(actor, treatment, {"state": "in_place"}, seen=None)
    run(actor, desk)
    hazard = of(desk, "text-misread")
    assert hazard.score < before
    [line] = editor.get(f"{here}/systems/{desk.pk}/findings/{hazard.pk}").body["trace"]["treated"]
    assert line == {
        "text": f"“A person approves” is in place on Refund agent ({threat.mark})",
        "control": "human-approval",
        "title": "A person approves",
        "state": "in_place",
        "finding": threat.mark,
    }
    remove_treatment(actor, treatment)
    run(actor, desk)
    assert of(desk, "text-misread").score == before


@pytest.mark.parametrize(("until", "is_lower"), [(TODAY, True), (TODAY - timedelta(days=1), False)])
def test_a_verification_counts_to_its_last_day_and_no_longer(
    actor: Actor, desk: System, until: Any, is_lower: bool
) -> None:
    run(actor, desk)
    before = of(desk, "text-misread").score
    values = {"state": "verified", "evidence": "We tried.", "verified_until": until}
    add_treatment(actor, of(desk, "planted-instructions"), "human-approval", values)
    run(actor, desk)
    assert (of(desk, "text-misread").score < before) == is_lower
    assert bool(of(desk, "text-misread").trace["treated"]) == is_lower


def test_what_is_treated_in_another_system_counts_for_nothing_here(actor: Actor, desk: System) -> None:
    run(actor, desk)
    before, threat = of(desk, "text-misread").score, of(desk, "planted-instructions")
    add_treatment(actor, threat, "human-approval", {"state": "in_place"})
    Finding.objects.filter(pk=threat.pk).update(system=make_system(actor.workspace, "Other"), fingerprint="")
    run(actor, desk)
    assert of(desk, "text-misread").score == before
