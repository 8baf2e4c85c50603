"""The source of a finding decides which origins and fields it has; another source needs a reason."""

from typing import Any

import pytest

from apps.activity.models import Event
from apps.catalog.taxonomy import ORIGINS
from apps.systems.models import Element, Flow, System
from apps.threats.models import SOURCE_FIELDS, Finding, FindingLink, LinkType, Source
from tests.factories.findings import make_finding, make_link
from tests.factories.people import Answer, Person, inside
from tests.factories.systems import make, make_system, unused_id

OTHER = {Source.ADVERSARIAL: Source.UNINTENDED, Source.UNINTENDED: Source.ADVERSARIAL}
EVERY_ORIGIN = [(source, origin) for source, origins in ORIGINS.items() for origin in origins]


def raising(person: Person, there: str, system: System, **said: Any) -> Answer:
    usual = {"source": "unintended", "origin": "human", "title": "Staff trust it too much"}
    return person.post(f"{there}/findings", {**usual, "target_type": "system", "target": str(system.pk), **said})


@pytest.mark.parametrize(("source", "origin"), EVERY_ORIGIN)
def test_an_origin_goes_with_its_own_source_only(
    editor: Person, there: str, system: System, source: Source, origin: str
) -> None:
    assert raising(editor, there, system, source=source, origin=origin).status == 201
    refused = raising(editor, there, system, source=OTHER[source], origin=origin)
    assert refused.status == 400
    assert ", ".join(ORIGINS[OTHER[source]]) in refused.body["errors"]["origin"][0]


@pytest.mark.parametrize("source", Source.values)
def test_only_fields_of_its_source_can_be_filled(editor: Person, there: str, system: System, source: Source) -> None:
    finding = make_finding(system, source=source)
    for name in SOURCE_FIELDS[source]:
        assert editor.patch(f"{there}/findings/{finding.pk}", {name: "So it is."}).body[name] == "So it is."
    for name in SOURCE_FIELDS[OTHER[source]]:
        refused = editor.patch(f"{there}/findings/{finding.pk}", {name: "So it is."})
        assert refused.body["errors"] == {name: [f"Only a finding with the other source has a {name}."]}


def test_a_finding_of_a_person_is_open_at_once_and_numbered(editor: Person, there: str, system: System) -> None:
    threat = raising(editor, there, system, source="adversarial", origin="insider")
    hazard = raising(editor, there, system)
    assert [(one.body["mark"], one.body["status"], one.body["raised_by"]) for one in (threat, hazard)] == [
        ("T-1", "open", "person"),
        ("H-2", "open", "person"),
    ]
    assert hazard.body["target_name"] == system.name
    assert (hazard.body["trace"], hazard.body["entry"], hazard.body["certainty"]) == ({}, None, "")


@pytest.mark.parametrize("target_type", ["element", "flow", "system"])
def test_a_target_has_to_be_of_this_system_and_of_its_type(
    editor: Person, there: str, system: System, target_type: str
) -> None:
    other = make_system(system.workspace, "Other")
    foreign = {"element": make(Element, other), "flow": make(Flow, other), "system": other}[target_type]
    for target in (foreign.pk, unused_id()):
        refused = raising(editor, there, system, target_type=target_type, target=str(target))
        assert refused.body["errors"] == {"target": [f"There is no {target_type} {target} in this system."]}


def test_a_minted_id_is_kept_and_a_taken_one_refused(editor: Person, there: str, system: System) -> None:
    minted = str(unused_id())
    assert raising(editor, there, system, id=minted).id == minted
    refused = raising(editor, there, system, id=minted)
    assert (refused.status, refused.body["errors"].keys()) == (400, {"id"})
    assert raising(editor, there, system).body["number"] == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [("source", "adversarial"), ("target_type", "system"), ("target", "00000000-0000-4000-8000-000000000000")],
)
def test_source_and_target_cannot_be_edited_by_the_way(
    editor: Person, there: str, system: System, field: str, value: str
) -> None:
    finding = make_finding(system, source="unintended")
    refused = editor.patch(f"{there}/findings/{finding.pk}", {field: value, "title": "Other"})
    assert refused.body["errors"] == {field: ["This cannot be edited here."]}


def flipped(person: Person, there: str, finding: Finding, **said: Any) -> Answer:
    source = OTHER[Source(finding.source)]
    usual = {"source": source, "origin": ORIGINS[source][0], "reason": "We looked again."}
    return person.post(f"{there}/findings/{finding.pk}/source", usual | said)


@pytest.mark.parametrize("source", Source.values)
def test_another_source_empties_the_fields_of_the_old_one_into_the_event(
    editor: Person, there: str, system: System, source: Source
) -> None:
    filled: dict[str, Any] = dict.fromkeys(SOURCE_FIELDS[source], "As it was.")
    finding = make_finding(system, source=source, **filled)
    answer = flipped(editor, there, finding)
    assert (answer.status, answer.body["source"], answer.body["number"]) == (200, OTHER[source], finding.number)
    assert {answer.body[name] for name in SOURCE_FIELDS[source]} == {""}
    with inside(system.workspace):
        event = Event.objects.get(verb="finding.source_changed")
    assert event.changes["reason"] == "We looked again."
    assert event.changes["source"] == [source, OTHER[source]]
    assert {tuple(event.changes[name]) for name in SOURCE_FIELDS[source]} == {("As it was.", "")}


@pytest.mark.parametrize("said", [{"reason": "  "}, {"reason": ""}, {"reason": None}, {"origin": "environmental"}])
def test_another_source_needs_a_reason_and_an_origin_of_its_own(
    editor: Person, there: str, system: System, said: dict[str, Any]
) -> None:
    finding = make_finding(system, source="unintended", trigger="Rain")
    answer = flipped(editor, there, finding, **said)
    assert (answer.status, answer.body["errors"].keys()) == (400, said.keys())
    with inside(system.workspace):
        assert Finding.objects.values_list("source", "trigger").get(pk=finding.pk) == ("unintended", "Rain")
        assert not Event.objects.filter(verb="finding.source_changed").exists()


def test_a_finer_origin_of_the_same_source_keeps_its_fields(editor: Person, there: str, system: System) -> None:
    finding = make_finding(system, source="unintended", trigger="Rain")
    answer = flipped(editor, there, finding, source="unintended", origin="environmental")
    assert (answer.body["origin"], answer.body["trigger"]) == ("environmental", "Rain")


def test_a_source_that_somebody_else_changed_meanwhile_is_a_conflict(
    editor: Person, reviewer: Person, there: str, system: System
) -> None:
    finding = make_finding(system, source="unintended")
    assert flipped(reviewer, there, finding, origin="insider", version=1).status == 200
    answer = flipped(editor, there, finding, origin="supply_chain", version=1)
    assert (answer.status, [row["field"] for row in answer.body["conflicts"]]) == (409, ["origin"])


def test_links_that_lead_from_the_old_source_only_go_with_it(editor: Person, there: str, system: System) -> None:
    threat, hazard = make_finding(system), make_finding(system, source="unintended")
    make_link(threat, hazard)
    masks = make_link(hazard, threat, LinkType.MASKS)
    assert flipped(editor, there, threat).status == 200
    with inside(system.workspace):
        assert [link.pk for link in FindingLink.objects.all()] == [masks.pk]
        event = Event.objects.get(verb="finding.source_changed")
    assert event.changes["links"] == [{"link": "H-1 also-unintended H-2", "reason": "Both begin with the same words."}]
