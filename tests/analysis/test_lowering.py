"""What is recorded as treated stands lower, says so, and is never lost by it."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.analysis.credits import RecordedTreatment
from apps.analysis.engines import suggest
from apps.analysis.lowering import LEAST, REMAINS
from apps.analysis.matches import TIERS
from apps.analysis.suggestions import Result, Suggestion
from apps.catalog.knowledge import Catalogue, Control
from apps.catalog.parsing import builtin_catalogue
from benchmarks.made_graphs import made_graph
from tests.analysis.drawn import element, flow, graph, small

SILENT = element("agent", "agent", name="Refund agent", monitored=False)
DRAWN = graph(SILENT, element("other", "agent", monitored=False))
ALARM = Control(
    slug="alarm",
    title="Alarm on odd refunds",
    gist="Odd refunds ring.",
    kind="detective",
    function="detect",
    effect_on_adversarial="nothing",
    effect_on_unintended="helps",
    effect_reason="Somebody sees it.",
    treats=("nobody-notices",),
    references=(),
)


def having(*controls: Control) -> Catalogue:
    return replace(small(), controls={control.slug: control for control in controls})


def treatment(**said: Any) -> RecordedTreatment:
    usual = {"control": "alarm", "state": "in_place", "finding": "H-12", "places": ("agent",)}
    return RecordedTreatment(**usual | said)


def at(result: Result, target: str, entry: str = "nobody-notices") -> Suggestion:
    [found] = [one for one in result.suggestions if (one.entry, one.target) == (entry, target)]
    return found


def said(suggestion: Suggestion) -> list[str]:
    return [one.text for one in suggestion.treated]


def test_a_treated_suggestion_stands_lower_and_says_because_of_what() -> None:
    before = suggest(DRAWN, having(ALARM))
    after = suggest(DRAWN, having(ALARM), treatments=[treatment()])
    assert at(after, "agent").score < at(before, "agent").score
    assert said(at(after, "agent")) == ["“Alarm on odd refunds” is in place on Refund agent (H-12)"]
    [line] = at(after, "agent").treated
    assert (line.control, line.title, line.state, line.finding) == (
        "alarm",
        "Alarm on odd refunds",
        "in_place",
        "H-12",
    )
    assert (at(after, "agent").certainty, at(after, "agent").level) == ("certain", at(before, "agent").level)


def test_what_is_somewhere_else_or_of_another_entry_stays_where_it_was() -> None:
    before = suggest(DRAWN, having(ALARM))
    after = suggest(DRAWN, having(ALARM), treatments=[treatment()])
    for one in before.suggestions:
        if (one.entry, one.target) != ("nobody-notices", "agent"):
            same = at(after, one.target, one.entry)
            assert (same.score, same.treated) == (one.score, ())


def test_verified_counts_for_more_than_in_place() -> None:
    scores = [
        at(suggest(DRAWN, having(ALARM), treatments=[treatment(state=state)]), "agent").score
        for state in ("in_place", "verified")
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 2
    assert REMAINS["verified"] < REMAINS["in_place"] < 1


def test_a_control_counts_once_however_often_it_is_recorded_and_by_its_strongest() -> None:
    twice = [treatment(), treatment(finding="T-3", state="verified"), treatment(finding="H-9")]
    once = at(suggest(DRAWN, having(ALARM), treatments=twice[1:2]), "agent")
    for order in permutations(twice):
        one = at(suggest(DRAWN, having(ALARM), treatments=list(order)), "agent")
        assert (one.score, one.treated) == (once.score, once.treated)
    assert said(once) == ["“Alarm on odd refunds” is verified on Refund agent (T-3)"]


def test_several_controls_lower_further_but_never_below_the_least_nor_out_of_the_tier() -> None:
    controls = [replace(ALARM, slug=f"alarm-{number}") for number in range(20)]
    scores = []
    for count in range(len(controls) + 1):
        recorded = [treatment(control=control.slug, state="verified") for control in controls[:count]]
        one = at(suggest(DRAWN, having(*controls), treatments=recorded), "agent")
        assert len(one.treated) == count
        scores.append(one.score)
    assert scores == sorted(scores, reverse=True)
    assert scores[1] > scores[2] > scores[3] == scores[20]
    low, high = TIERS[0]
    assert scores[20] == pytest.approx(low + LEAST * (scores[0] - low), abs=0.01)
    assert low <= scores[20] < scores[0] <= high


def test_a_treatment_at_a_place_that_the_suggestion_also_stands_for_counts() -> None:
    pair = graph(SILENT, element("second", "agent", monitored=False), flow("agent", "second"))
    for places in (("second",), ("elsewhere", "second")):
        one = at(suggest(pair, having(ALARM), treatments=[treatment(places=places)]), "agent")
        assert said(one) == ["“Alarm on odd refunds” is in place on Second (H-12)"]


def test_a_place_that_is_a_flow_or_the_system_is_called_by_its_name() -> None:
    plain = replace(ALARM, effect_on_adversarial="helps", treats=("tampered-flow",))
    order = flow("customer", "a", "order", encrypted=False)
    drawn = graph(element("customer", "end_user", "net"), element("a", "process"), order)
    one = at(
        suggest(drawn, having(plain), treatments=[treatment(places=("customer-a",))]), "customer-a", "tampered-flow"
    )
    assert said(one) == ["“Alarm on odd refunds” is in place on “order” (Customer → A) (H-12)"]


@pytest.mark.parametrize("effect", ["nothing", "hurts"])
def test_a_control_that_does_not_help_the_side_of_a_suggestion_gets_no_credit(effect: Any) -> None:
    idle = replace(ALARM, effect_on_adversarial="helps", effect_on_unintended=effect)
    one = at(suggest(DRAWN, having(idle), treatments=[treatment()]), "agent")
    assert (one.treated, one.score) == ((), at(suggest(DRAWN, having(idle)), "agent").score)


def test_a_control_or_entry_that_the_catalogue_does_not_have_is_passed_over() -> None:
    gone = replace(ALARM, treats=("no-such-entry",))
    result = suggest(DRAWN, having(gone), treatments=[treatment(), treatment(control="no-such-control")])
    assert not any(one.treated for one in result.suggestions)


@given(st.integers(2, 25), st.integers(0, 50), st.data())
@settings(max_examples=25, deadline=None)
def test_whatever_is_treated_the_same_is_shown_and_nothing_rises(size: int, seed: int, data: st.DataObject) -> None:
    drawn, catalogue = made_graph(size, seed), builtin_catalogue()
    places = st.sampled_from([one.id for one in (*drawn.elements, *drawn.flows)])
    recorded = data.draw(
        st.lists(
            st.builds(
                RecordedTreatment,
                control=st.sampled_from(list(catalogue.controls)),
                state=st.sampled_from(["in_place", "verified"]),
                finding=st.sampled_from(["T-1", "H-2"]),
                places=st.tuples(places, places),
            ),
            max_size=40,
        )
    )
    before, after = suggest(drawn, catalogue), suggest(drawn, catalogue, treatments=recorded)
    for shown, others in ((before.suggestions, after.suggestions), (before.left_out, after.left_out)):
        old = {(one.entry, one.target): one for one in shown}
        assert old.keys() == {(one.entry, one.target) for one in others}
        for one in others:
            was = old[one.entry, one.target]
            assert one.score <= was.score
            assert (one.certainty, one.level) == (was.certainty, was.level)
            assert one.treated or one.score == was.score
    scores = [one.score for one in after.suggestions]
    assert scores == sorted(scores, reverse=True)
