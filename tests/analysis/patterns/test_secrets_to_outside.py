"""Agent → what only some may know → a way out of the system."""

from tests.analysis.patterns.shapes import asked, element, line, routes

FILES = element("files", "datastore", data_classes=("personal",))
PARTNER = element("partner", "external_entity", "net")


def test_an_agent_that_reads_secrets_and_sends_outside_is_found_with_the_way() -> None:
    agent, mail = element("agent", "agent", tool_scope="allow_list"), element("mail", "tool")
    found = routes("secrets_to_outside", FILES, agent, mail, PARTNER, *line("files", "agent", "mail", "partner"))
    assert found["agent"].stops == ("files", "agent", "mail", "partner")
    assert "can read Files and send to Partner" in found["agent"].text


def test_an_agent_with_neither_secrets_nor_a_way_out_is_left_alone() -> None:
    agent = element("agent", "agent", tool_scope="allow_list")
    assert not routes("secrets_to_outside", FILES, agent, *line("files", "agent"))
    assert not routes("secrets_to_outside", agent, PARTNER, *line("agent", "partner"))


def test_free_choice_of_tools_is_a_way_out_and_silence_about_it_is_asked() -> None:
    free, silent = element("agent", "agent", tool_scope="broad"), element("agent", "agent")
    assert asked(routes("secrets_to_outside", FILES, free, *line("files", "agent"))["agent"]) == []
    found = routes("secrets_to_outside", FILES, silent, *line("files", "agent"))
    assert asked(found["agent"]) == [("agent", "tool_scope")]
