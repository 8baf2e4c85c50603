"""Untrusted content → agent → an action that is hard to undo."""

from tests.analysis.patterns.shapes import asked, element, line, routes

CUSTOMER = element("customer", "end_user", "net")
PAY = element("pay", "tool", action_impact=("financial",))


def test_a_path_from_outside_through_the_agent_to_an_action_is_named_whole() -> None:
    found = routes("content_to_action", CUSTOMER, element("agent", "agent"), PAY, *line("customer", "agent", "pay"))
    assert found["agent"].stops == ("customer", "agent", "pay")
    assert found["agent"].text == "what comes from Customer can make Pay act, through Agent"
    assert asked(found["agent"]) == []


def test_an_agent_that_nothing_from_outside_reaches_has_none() -> None:
    inside = element("customer", "end_user", "lan")
    assert not routes("content_to_action", inside, element("agent", "agent"), PAY, *line("customer", "agent", "pay"))


def test_an_action_of_which_nobody_has_said_what_it_can_do_is_asked_about() -> None:
    silent = element("pay", "tool")
    agent = element("agent", "agent", action_impact=("read_only",))
    found = routes("content_to_action", CUSTOMER, agent, silent, *line("customer", "agent", "pay"))
    assert asked(found["agent"]) == [("pay", "action_impact")]
