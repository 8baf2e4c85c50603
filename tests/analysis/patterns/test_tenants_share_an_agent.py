"""The stores of several tenants → one agent that reads them with rights of its own."""

from tests.analysis.patterns.shapes import asked, element, line, routes

USER = element("user", "end_user", "net")
SHARED = element("notes", "vector_store", multi_tenant=True)
WAY = (*line("user", "agent"), *line("notes", "agent"))


def test_an_agent_with_rights_of_its_own_over_a_shared_store_is_found() -> None:
    found = routes("tenants_share_an_agent", USER, element("agent", "agent", credentials="own"), SHARED, *WAY)
    assert found["agent"].stops == ("user", "agent", "notes")


def test_the_rights_of_whoever_asks_or_a_store_of_ones_own_silence_it() -> None:
    lent = element("agent", "agent", credentials="on_behalf_of_user")
    assert not routes("tenants_share_an_agent", USER, lent, SHARED, *WAY)
    alone = element("notes", "vector_store", multi_tenant=False)
    assert not routes("tenants_share_an_agent", USER, element("agent", "agent", credentials="own"), alone, *WAY)


def test_silence_about_rights_is_asked() -> None:
    found = routes("tenants_share_an_agent", USER, element("agent", "agent"), SHARED, *WAY)
    assert asked(found["agent"]) == [("agent", "credentials"), ("agent", "multi_tenant")]
