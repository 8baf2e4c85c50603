"""In which order suggestions stand, how many are shown, and which questions settle most."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.analysis.engines import suggest
from apps.analysis.selecting import ALWAYS, MOST_PER_ELEMENT
from apps.analysis.suggestions import LEVELS, Result
from apps.catalog.parsing import builtin_catalogue
from apps.systems.graph import SystemGraph
from benchmarks.made_graphs import made_graph
from tests.analysis.drawn import element, flow, graph, of, small, suggested
from tests.interchange.graphs import graphs


def shown(result: Result) -> list[tuple[object, ...]]:
    """Everything that a reader sees."""
    return [
        (one.entry, one.target, one.also, one.score, one.certainty, one.level, one.because, one.unknown, one.path)
        for one in result.suggestions
    ]


def everything(made: SystemGraph) -> Result:
    return suggest(made, builtin_catalogue())


@given(graphs())
@settings(max_examples=40, deadline=None)
def test_any_system_is_suggested_for_twice_alike_and_in_order(made: SystemGraph) -> None:
    first, second = everything(made), everything(made)
    assert shown(first) == shown(second)
    assert first.questions == second.questions
    scores = [one.score for one in first.suggestions]
    assert scores == sorted(scores, reverse=True)
    tiers = [one.certainty for one in first.suggestions]
    assert tiers == sorted(tiers)  # "certain" stands before "possible".
    assert all(one.because for one in first.suggestions)
    assert all((one.certainty == "certain") <= (not one.unknown) for one in first.suggestions)


FEEDS_FACTS = {"untrusted_content", "exposure", "action_impact"}  # Derived facts hang on these by other rules.


def matched(result: Result) -> set[tuple[str, str]]:
    """Every entry and place, shown or not."""
    everywhere = (*result.suggestions, *result.left_out)
    return {(one.entry, place) for one in everywhere for place in (one.target, *one.also)}


@given(st.integers(1, 30), st.integers(0, 50), st.data())
@settings(max_examples=30, deadline=None)
def test_forgetting_what_was_known_takes_no_match_away(size: int, seed: int, data: st.DataObject) -> None:
    made = made_graph(size, seed)
    place = data.draw(st.integers(0, size - 1))
    one = made.elements[place]
    kept = {name: value for name, value in one.attributes.items() if name in FEEDS_FACTS or data.draw(st.booleans())}
    elements = (*made.elements[:place], replace(one, attributes=kept), *made.elements[place + 1 :])
    assert matched(everything(made)) <= matched(everything(replace(made, elements=elements)))


def test_by_kind_alone_comes_after_everything_else() -> None:
    agent = element("agent", "agent", monitored=False, autonomy="autonomous")
    entries = [one.entry for one in suggested(agent, element("memory", "memory_store")).suggestions]
    assert entries[-2:] == ["poisoned-memory", "poisoned-memory"]
    assert entries[0] == "nobody-notices"


def test_what_hangs_on_an_element_lifts_its_suggestions() -> None:
    plain = element("plain", "agent", monitored=False)
    grave = element("grave", "agent", monitored=False, action_impact=("physical",))
    first, second = of(suggested(plain, grave), "nobody-notices")
    assert (first.target, second.target) == ("grave", "plain")
    assert LEVELS.index(first.level) > LEVELS.index(second.level)


def test_a_pattern_that_comes_again_counts_less_the_second_time() -> None:
    first, second = of(suggested(*(element(name, "agent", monitored=False) for name in "ab")), "nobody-notices")
    assert first.score > second.score


def test_counterparts_at_one_place_draw_each_other_up() -> None:
    parts = (
        element("customer", "end_user", "net"),
        element("agent", "agent", autonomy="autonomous", oversight="none", action_impact=("financial",)),
        flow("customer", "agent"),
    )
    [hazard] = of(suggested(*parts), "misread-instruction")
    unlinked = replace(small(), links=())
    [alone] = [one for one in suggest(graph(*parts), unlinked).suggestions if one.entry == "misread-instruction"]
    assert hazard.score > alone.score


@pytest.mark.parametrize("size", [3, 30])
def test_lists_stay_short_and_nothing_certain_is_left_out(size: int) -> None:
    result = everything(made_graph(size))
    room = max(ALWAYS, MOST_PER_ELEMENT * size)
    for source in ("adversarial", "unintended"):
        tiers = Counter(one.certainty for one in result.suggestions if one.source == source)
        assert tiers.total() <= max(room, tiers["certain"])
    assert bool(result.left_out) == (size > ALWAYS)
    assert all(one.certainty == "possible" for one in result.left_out)


def test_the_questions_that_settle_most_come_first() -> None:
    parts = [element("quiet", "agent"), *(element(name, "tool") for name in ("a", "b"))]
    result = suggested(*parts)
    waiting = [one for one in result.suggestions if one.unknown]
    settled = [question.settles for question in result.questions]
    assert settled[0] > 0
    assert settled[-1] == len(waiting)
    bearing = [len(question.suggestions) for question in result.questions]
    assert bearing[0] == max(bearing)
