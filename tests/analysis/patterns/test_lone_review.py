"""Agent → one reviewer as the only brake → an action that cannot be undone, and nothing limits the queue."""

from tests.analysis.patterns.shapes import asked, element, line, routes

AGENT = element("agent", "agent", rate_limited=False)
CLERK = element("clerk", "human_reviewer")
PAY = element("pay", "tool", action_impact=("financial",))
WAY = line("agent", "clerk", "pay")


def test_the_only_way_to_the_action_through_one_reviewer_is_found() -> None:
    found = routes("lone_review", AGENT, CLERK, PAY, *WAY)
    assert found["clerk"].stops == ("agent", "clerk", "pay")
    assert found["clerk"].text == "Clerk is all that stands between Agent and Pay"


def test_a_second_way_or_a_limited_queue_silences_it() -> None:
    assert not routes("lone_review", AGENT, CLERK, PAY, *WAY, *line("agent", "pay"))
    limited = element("agent", "agent", rate_limited=True)
    assert not routes("lone_review", limited, CLERK, PAY, *WAY)


def test_an_action_that_can_be_undone_needs_no_brake() -> None:
    assert not routes("lone_review", AGENT, CLERK, element("pay", "tool", action_impact=("reversible",)), *WAY)


def test_silence_about_the_queue_is_asked() -> None:
    found = routes("lone_review", element("agent", "agent"), CLERK, PAY, *WAY)
    assert asked(found["clerk"]) == [("agent", "rate_limited")]
