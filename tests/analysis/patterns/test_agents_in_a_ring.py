"""Agents that hand work to each other in a ring."""

from dataclasses import replace

from tests.analysis.patterns.shapes import asked, element, line, routes

ONE, TWO, THREE = (element(name, "agent", rate_limited=False) for name in ("one", "two", "three"))


def test_three_agents_that_hand_work_round_are_a_ring() -> None:
    found = routes("agents_in_a_ring", ONE, TWO, THREE, *line("one", "two", "three", "one"))
    assert found["one"].stops == ("one", "two", "three", "one")
    assert list(found) == ["one"]


def test_a_call_and_its_answer_are_none_unless_both_hand_work_on() -> None:
    plain = [element(name, "agent", rate_limited=False, delegates=False) for name in ("one", "two")]
    assert not routes("agents_in_a_ring", *plain, *line("one", "two", "one"))
    assert asked(routes("agents_in_a_ring", ONE, TWO, *line("one", "two", "one"))["one"]) == [
        *(("one", "delegates"), ("two", "delegates")),
    ]
    eager = [element(name, "agent", rate_limited=False, delegates=True) for name in ("one", "two")]
    assert routes("agents_in_a_ring", *eager, *line("one", "two", "one"))["one"].stops == ("one", "two", "one")


def test_a_limit_anywhere_ends_the_round_and_silence_about_it_is_asked() -> None:
    limited = element("three", "agent", rate_limited=True)
    assert not routes("agents_in_a_ring", ONE, TWO, limited, *line("one", "two", "three", "one"))
    silent = element("three", "agent")
    found = routes("agents_in_a_ring", ONE, TWO, silent, *line("one", "two", "three", "one"))
    assert asked(found["one"]) == [("three", "rate_limited")]


def test_a_limited_ring_does_not_hide_another_one() -> None:
    limited = element("limited", "agent", rate_limited=True)
    way = (*line("one", "limited", "two", "one"), *line("one", "three", "two"))
    assert routes("agents_in_a_ring", ONE, TWO, THREE, limited, *way)["one"].stops == ("one", "three", "two", "one")


def test_a_ring_stands_at_its_first_agent_that_is_in_scope() -> None:
    left_out = replace(ONE, out_of_scope=True, out_of_scope_reason="Bought.")
    found = routes("agents_in_a_ring", left_out, TWO, THREE, *line("one", "two", "three", "one"))
    assert list(found) == ["two"]
