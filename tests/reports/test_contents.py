"""The contents of a report: both lenses in full, overlap marked on both sides, nothing lost and nothing invented."""

import json
from dataclasses import replace
from datetime import date

import pytest

from apps.catalog.knowledge import Effect
from apps.reports.contents import contents_of
from apps.reports.findings import LeftOut, ReportControl, ReportCounterpart, ReportFinding, ReportTreatment, effects_of
from apps.systems.graph import Asset, Assumption, Element, Flow, Loss, SystemGraph
from tests.reports.written_findings import ATLAS, hazard, many, occasion, threat
from tests.systems.drawn_models import assistant


def test_nothing_gives_a_report_that_says_so() -> None:
    contents = contents_of(SystemGraph(name="Nothing"), [], occasion())
    assert (contents.threats, contents.hazards, contents.pictures, contents.system.groups) == ([], [], [], [])
    assert "no threats and no hazards" in contents.summary.sentences[0]


def test_it_is_plain_data() -> None:
    contents = contents_of(assistant(), many(6, assistant()), occasion())
    assert json.loads(json.dumps(contents.as_json())) == contents.as_json()


def test_each_lens_has_its_chapter_in_the_order_given() -> None:
    contents = contents_of(assistant(), [threat(5), hazard(9), threat(3), hazard(4)], occasion())
    assert [entry.code for entry in contents.threats] == ["T-5", "T-3"]
    assert [entry.code for entry in contents.hazards] == ["H-9", "H-4"]


def test_overlap_is_marked_on_both_sides_and_refers_across() -> None:
    contents = contents_of(assistant(), [threat(1, 2), hazard(2, 1)], occasion())
    (above,), (below,) = contents.threats, contents.hazards
    assert (above.overlaps, below.overlaps) == (True, True)
    assert above.counterparts[0].code == "H-2"
    assert above.counterparts[0].anchor == below.anchor
    assert contents.summary.overlapping == 2


@pytest.mark.parametrize(
    ("counterpart", "standing"),
    [(None, "known to the catalogue, not found here"), (77, "suggested, not in this report")],
)
def test_a_counterpart_that_is_not_in_the_report_is_named_without_a_number(
    counterpart: int | None, standing: str
) -> None:
    contents = contents_of(assistant(), [threat(1, counterpart)], occasion())
    (line,) = contents.threats[0].counterparts
    assert (line.code, line.anchor, line.title, line.standing) == ("", "", "Misread", standing)
    assert not contents.threats[0].overlaps


def test_dismissed_findings_are_in_the_appendix_with_their_reason_and_nowhere_else() -> None:
    contents = contents_of(assistant(), [threat(1, status="dismissed"), hazard(2)], occasion())
    assert contents.threats == []
    assert [(row.code, row.reason) for row in contents.dismissed] == [("T-1", ["Seen in the logs."])]
    assert (contents.summary.threats, contents.summary.hazards, contents.summary.dismissed) == (0, 1, 1)


def test_a_dismissed_counterpart_is_referred_to_with_the_reason_and_is_no_overlap() -> None:
    other = ReportCounterpart(number=1, source="adversarial", title="Planted", relation="mirrors", reason="Same words.")
    open_hazard = replace(hazard(2, status="open"), counterparts=(other,))
    contents = contents_of(assistant(), [threat(1, status="dismissed"), open_hazard], occasion())
    (entry,) = contents.hazards
    assert (entry.overlaps, contents.summary.overlapping) == (False, 0)
    assert (entry.counterparts[0].code, entry.counterparts[0].reason) == ("T-1", "Same words.")
    assert entry.counterparts[0].anchor == contents.dismissed[0].anchor
    (below,) = contents_of(assistant(), [threat(1), open_hazard], occasion()).hazards
    assert (below.overlaps, below.counterparts[0].reason) == (True, "")


def test_a_control_is_listed_once_with_all_its_uses() -> None:
    contents = contents_of(assistant(), [threat(1), hazard(2)], occasion())
    listed = {row.title: (row.findings, row.helps, row.hurts) for row in contents.controls}
    assert listed["Keep orders and content apart"] == (["T-1", "H-2"], "helps on both sides", "")
    assert listed["Block an account after three refusals"] == (["T-1"], "helps against threats", "hurts safety")


def test_a_finding_lists_its_treatments_with_how_far_they_are_who_sees_to_them_and_until_when() -> None:
    day = date(2030, 1, 31)
    treated = replace(
        threat(1),
        treatments=(
            ReportTreatment(title="Ask a person", state="planned", owner="Payments", due=day),
            ReportTreatment(title="Block", state="verified", verified_until=day),
            ReportTreatment(title="Count", state="stale", owner=" "),
        ),
    )
    (entry,) = contents_of(assistant(), [treated], occasion()).threats
    assert [(line.title, line.standing, line.care) for line in entry.treatments] == [
        ("Ask a person", "planned", "by Payments, due 31 January 2030"),
        ("Block", "verified until 31 January 2030", ""),
        ("Count", "has to be verified again", ""),
    ]


@pytest.mark.parametrize(
    ("adversarial", "unintended", "words"),
    [
        ("helps", "helps", ("helps on both sides", "")),
        ("helps", "nothing", ("helps against threats", "")),
        ("nothing", "helps", ("helps against hazards", "")),
        ("helps", "hurts", ("helps against threats", "hurts safety")),
        ("hurts", "helps", ("helps against hazards", "hurts security")),
        ("hurts", "hurts", ("", "hurts security and safety")),
        ("nothing", "nothing", ("", "")),
    ],
)
def test_a_control_says_what_it_does_to_each_side(
    adversarial: Effect, unintended: Effect, words: tuple[str, str]
) -> None:
    assert effects_of(ReportControl(title="A", adversarial=adversarial, unintended=unintended)) == words


def test_long_lists_are_cut_and_say_so() -> None:
    finding = replace(threat(1), also_names=tuple(f"Place {number}" for number in range(46)))
    (entry,) = contents_of(assistant(), [finding], occasion()).threats
    assert entry.also[-2:] == ["Place 7", "38 more"]


def test_references_name_their_edition() -> None:
    contents = contents_of(assistant(), [threat(1)], occasion())
    assert contents.threats[0].references == ["MITRE ATLAS 2026.07: AML.T0051.001"]
    (framework,) = contents.frameworks
    assert (framework.title, framework.licence) == ("MITRE ATLAS 2026.07", ATLAS.licence)
    assert framework.items == [["AML.T0051.001", "Indirect"]]


def test_the_drawing_carries_the_marks_of_what_stands() -> None:
    findings = [threat(1), threat(2), hazard(3), threat(4, status="dismissed")]
    (picture,) = contents_of(assistant(), findings, occasion()).pictures
    assert picture.svg.count(">T</text>") == 1
    assert ">2</text>" in picture.svg
    assert ">3</text>" not in picture.svg


def test_what_one_lens_alone_has_seen_is_asked_about() -> None:
    lines = contents_of(assistant(), [threat(1), threat(3, target="pay")], occasion()).summary.to_look_at
    assert "Only one lens found something at Refund agent and Payment tool: is there no hazard?" in lines
    both = contents_of(assistant(), [threat(1), hazard(2)], occasion()).summary.to_look_at
    assert not any(line.startswith("Only one lens") for line in both)


def test_where_suggestions_of_the_other_lens_wait_the_report_does_not_say_that_it_found_nothing() -> None:
    waiting = replace(occasion(), left_out=[LeftOut("unintended", "agent")] * 2 + [LeftOut("adversarial", "pay")])
    lines = contents_of(assistant(), [threat(1), threat(3, target="pay")], waiting).summary.to_look_at
    assert lines[:3] == [
        "Decide on three suggestions.",
        "Only one lens found something at Payment tool: is there no hazard?",
        "Only one lens is printed for Refund agent: two suggested hazards wait for a decision.",
    ]


@pytest.mark.parametrize(
    ("findings", "sentence"),
    [
        ([threat(1)], "found one threat and no hazards"),
        ([threat(1), hazard(2)], "Two of these findings have counterparts"),
        ([hazard(2, None)], "One finding is a suggestion that nobody has decided on yet."),
        ([threat(1, status="dismissed")], "One further finding was dismissed"),
    ],
)
def test_the_summary_says_it_in_words(findings: list[ReportFinding], sentence: str) -> None:
    assert sentence in " ".join(contents_of(assistant(), findings, occasion()).summary.sentences)


def test_what_was_looked_at_is_listed_whole() -> None:
    section = contents_of(assistant(), [], occasion()).system
    assert [(" › ".join(group.path), [row.name for row in group.rows]) for group in section.groups] == [
        ("Internet", ["Customer e-mail"]),
        ("Our cloud", ["Refund agent", "Language model"]),
        ("Our cloud › Payment zone", ["Payment tool", "Ledger"]),
        ("", ["Customer"]),
    ]
    assert [row.name for row in section.flows if row.crosses] == ["messages", "refund order", "money"]
    assert [row.name for row in section.flows if row.both_ways] == ["booking"]


def test_attributes_are_told_in_the_words_of_the_vocabulary() -> None:
    element = Element(id="a", name="A", kind="agent", attributes={"autonomy": "autonomous", "made_up": True})
    (group,) = contents_of(SystemGraph(name="S", elements=(element,)), [], occasion()).system.groups
    assert len(group.rows[0].facts) == 1
    assert "autonomous" not in group.rows[0].facts[0]


def test_the_stakes_are_listed_with_names_instead_of_ids() -> None:
    graph = replace(
        assistant(),
        assets=(Asset(id="a", name="Money", needs={"integrity": "high"}, held_by=("pay", "f6", "gone")),),
        losses=(Loss(id="l", title="Wrong payout", impact={"money": 4}, irreversible=True, assets=("a", "gone")),),
        assumptions=(Assumption(id="s", text="Nobody shares passwords."),),
    )
    section = contents_of(graph, [], occasion()).system
    assert (section.assets[0].needs, section.assets[0].held_by) == (["Integrity: high"], ["Payment tool", "money"])
    assert (section.losses[0].impact, section.losses[0].assets) == (["money 4 of 5"], ["Money"])
    assert section.assumptions[0].status == "open"


def test_a_flow_without_a_name_holds_an_asset_by_its_ends() -> None:
    graph = replace(assistant(), assets=(Asset(id="a", name="Money", held_by=("f",)),))
    graph = replace(graph, flows=(Flow(id="f", name="", source="agent", target="pay"),))
    (asset,) = contents_of(graph, [], occasion()).system.assets
    assert asset.held_by == ["Refund agent → Payment tool"]


def test_a_flow_to_nowhere_is_still_listed() -> None:
    graph = SystemGraph(name="S", flows=(Flow(id="f", name="lost", source="x", target="y"),))
    (row,) = contents_of(graph, [], occasion()).system.flows
    assert (row.source, row.target, row.crosses) == ("x", "y", False)
