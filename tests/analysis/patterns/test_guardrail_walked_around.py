"""A guardrail before a model, and another way to the same model that does not pass it."""

from dataclasses import replace

from tests.analysis.patterns.shapes import asked, element, line, routes

USER = element("user", "end_user", "net")
WEB = element("web", "external_source", "net")
FILTER = element("filter", "guardrail")
AGENT = element("agent", "agent")
WAY = line("user", "filter", "agent")


def test_content_that_comes_by_another_way_is_found() -> None:
    index = element("index", "vector_store")
    found = routes("guardrail_walked_around", USER, WEB, FILTER, AGENT, index, *WAY, *line("web", "index", "agent"))
    assert found["filter"].stops == ("web", "index", "agent")


def test_a_flow_that_says_it_brings_outsiders_content_past_the_guardrail_is_found_with_its_source() -> None:
    user, model = element("user", "end_user", None), element("model", "foundation_model")
    said = [
        replace(one, attributes={"untrusted_content": True})
        for one in (*line("user", "filter"), *line("user", "model"))
    ]
    found = routes("guardrail_walked_around", user, FILTER, model, *said, *line("filter", "model"))
    assert (found["filter"].stops, asked(found["filter"])) == (("user", "model"), [])


def test_where_nobody_said_what_the_user_sends_it_is_asked() -> None:
    user, model = element("user", "end_user", None), element("model", "foundation_model")
    flows = (*line("user", "filter", "model"), *line("user", "model"))
    found = routes("guardrail_walked_around", user, FILTER, model, *flows)
    assert {attribute for _, attribute in asked(found["filter"])} == {"untrusted_content"}


def test_a_guardrail_that_all_content_passes_is_whole() -> None:
    assert not routes("guardrail_walked_around", USER, WEB, FILTER, AGENT, *WAY, *line("web", "filter"))


def test_a_guardrail_that_the_agent_itself_asks_is_not_walked_around() -> None:
    asked_by_agent = (*line("user", "agent"), *line("agent", "filter"), *line("filter", "agent"))
    assert not routes("guardrail_walked_around", USER, FILTER, AGENT, *asked_by_agent)
