"""Which entries the engine suggests where, and why."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from apps.analysis.engines import suggest
from apps.analysis.fingerprints import fingerprint
from apps.analysis.suggestions import Suggestion
from apps.catalog.parsing import builtin_catalogue
from apps.systems.graph import Asset, Element, Flow
from tests.analysis.drawn import element, flow, graph, of, small, suggested, texts

CUSTOMER = element("customer", "end_user", "net")
READER = element("mail_reader", "process")
WILD: dict[str, Any] = {"autonomy": "autonomous", "oversight": "none", "monitored": True}
MAIL = (flow("customer", "mail_reader"), flow("mail_reader", "agent"))


def asked(suggestion: Suggestion) -> list[tuple[str, str, str]]:
    return [(one.object_type, one.object, one.attribute) for one in suggestion.unknown]


def test_an_empty_system_gets_no_suggestion_and_no_question() -> None:
    result = suggested()
    assert (result.suggestions, result.questions) == ((), ())


def test_a_suggestion_names_the_facts_of_this_model_that_made_it_match() -> None:
    agent = element("agent", "agent", name="Refund agent", **WILD)
    [found] = of(suggested(CUSTOMER, READER, agent, *MAIL), "planted-instructions")
    assert texts(found)[:2] == [
        "content from Customer reaches Refund agent through Mail Reader",
        "Refund agent is autonomous",
    ]
    assert found.path == ("customer", "mail_reader", "agent")
    assert (found.certainty, found.unknown) == ("certain", ())


def test_a_condition_that_is_false_silences_the_entry() -> None:
    tame = element("agent", "agent", autonomy="suggest", monitored=True)
    assert not of(suggested(CUSTOMER, READER, tame, *MAIL), "planted-instructions")


def test_a_negated_condition_silences_where_it_holds_and_is_asked_where_it_is_unknown() -> None:
    watched = element("agent", "agent", autonomy="autonomous", oversight="in_the_loop")
    silent = element("agent", "agent", autonomy="autonomous")
    assert not of(suggested(CUSTOMER, READER, watched, *MAIL), "planted-instructions")
    [found] = of(suggested(CUSTOMER, READER, silent, *MAIL), "planted-instructions")
    assert asked(found) == [("element", "agent", "oversight")]


def test_an_unknown_attribute_makes_a_match_possible_and_is_asked_for() -> None:
    result = suggested(element("agent", "agent"))
    [found] = of(result, "nobody-notices")
    assert found.certainty == "possible"
    assert asked(found) == [("element", "agent", "monitored")]
    [question] = [one for one in result.questions if one.attribute == "monitored"]
    assert question.ask.endswith("?")
    assert question.suggestions == (fingerprint("nobody-notices", "agent"),)


def test_a_trust_that_nobody_stated_is_asked_of_the_boundary() -> None:
    drawn = graph(CUSTOMER, element("agent", "agent", autonomy="veto", oversight="none"), flow("customer", "agent"))
    unsaid = replace(drawn.boundaries[0], trust=None)
    [found] = [
        one
        for one in suggest(replace(drawn, boundaries=(unsaid, *drawn.boundaries[1:])), small()).suggestions
        if one.entry == "planted-instructions"
    ]
    assert asked(found) == [("boundary", "net", "trust")]


def test_an_attribute_of_the_system_counts_for_its_elements_and_is_said_so() -> None:
    [found] = of(suggested(element("agent", "agent"), monitored=False), "nobody-notices")
    assert found.certainty == "certain"
    assert texts(found)[0].endswith(", as said of the whole system")


def test_an_entry_about_flows_matches_where_the_flow_crosses_a_boundary() -> None:
    inside, across = flow("a", "b", encrypted=False), flow("customer", "a", "order", encrypted=False)
    result = suggested(CUSTOMER, element("a", "process"), element("b", "process"), inside, across)
    [found] = of(result, "tampered-flow")
    assert (found.target_type, found.target, found.also) == ("flow", "customer-a", ())
    assert texts(found)[0] == "“order” (Customer → A) crosses from Internet to Office"


def test_what_an_asset_is_makes_its_holder_hold_it() -> None:
    drawn = graph(element("store", "datastore", encrypted=False))
    held = replace(
        drawn, assets=(Asset(id="r", name="Patient records", data_classes=("special_category",), held_by=("store",)),)
    )
    found = {one.entry: one for one in suggest(held, builtin_catalogue()).suggestions}
    assert found["store-disclosure"].certainty == "certain"
    assert any("as it holds Patient records" in text for text in texts(found["store-disclosure"]))


def test_elements_out_of_scope_yield_nothing_and_are_named_nowhere() -> None:
    outside = replace(element("agent", "agent", **WILD | {"monitored": False}), out_of_scope=True)
    inside = element("other", "agent", **WILD | {"monitored": False})
    result = suggested(CUSTOMER, READER, outside, inside, *MAIL, flow("agent", "other"))
    named = {place for one in result.suggestions for place in (one.target, *one.also)}
    assert "other" in named
    assert "agent" not in named


def test_a_flow_counts_while_one_of_its_ends_is_in_scope() -> None:
    def ends(*scopes: bool) -> tuple[Element | Flow, ...]:
        places = zip(("customer", "a"), ("net", "lan"), scopes, strict=True)
        nodes = [replace(element(one, "process", place), out_of_scope=out) for one, place, out in places]
        return (*nodes, flow("customer", "a", encrypted=False))

    assert of(suggested(*ends(True, False)), "tampered-flow")
    assert not suggested(*ends(True, True)).suggestions


def test_matches_on_connected_elements_are_one_at_the_element_where_most_conditions_hold() -> None:
    agents = [element("one", "agent"), element("two", "agent", monitored=False), element("three", "agent")]
    result = suggested(*agents, element("apart", "agent"), flow("one", "two"), flow("two", "three"))
    merged, alone = of(result, "nobody-notices")
    assert (merged.target, merged.also, merged.certainty) == ("two", ("one", "three"), "certain")
    assert (alone.target, alone.also) == ("apart", ())


def test_flows_that_share_an_end_are_one() -> None:
    users = [element(name, "end_user", "net") for name in ("first", "second")]
    flows = [flow(user.id, "hub", encrypted=False) for user in users]
    [found] = of(suggested(*users, element("hub", "process"), *flows), "tampered-flow")
    assert (found.target, found.also) == ("first-hub", ("second-hub",))


def test_a_system_without_ai_gets_classic_entries_only() -> None:
    plain = [
        element(kind, kind) for kind in ("process", "datastore", "identity_provider", "staff", "sensor", "monitoring")
    ]
    flows = [flow(one.id, other.id) for one, other in pairwise(plain)]
    result = suggest(graph(CUSTOMER, *plain, flow("customer", "process"), *flows), builtin_catalogue())
    assert {one.family for one in result.suggestions} == {"classic"}


def test_a_part_of_the_picture_without_ai_gets_classic_entries_only() -> None:
    people = (element("staff", "staff"), element("desk", "process"), flow("staff", "desk"))
    result = suggest(graph(*people, element("agent", "agent", **WILD)), builtin_catalogue())
    assert {one.family for one in result.suggestions if one.target != "agent"} <= {"classic"}


def test_a_condition_that_the_kind_cannot_carry_is_looked_up_next_to_it() -> None:
    catalogue = builtin_catalogue()
    entry = catalogue.entries["approval-flooding"]
    assert "human_reviewer" in entry.kinds
    agent = element("agent", "agent", oversight="in_the_loop", untrusted_content=True)
    result = suggest(graph(agent, element("clerk", "human_reviewer"), flow("agent", "clerk")), catalogue)
    [found] = [one for one in result.suggestions if one.entry == entry.slug]
    assert all(fact.object == "agent" for fact in found.because)


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_progress_is_told_until_all_elements_are_done(missing: int) -> None:
    told: list[tuple[int, int, str]] = []
    elements = [element(name, "agent") for name in "abc"][missing:]
    suggest(graph(*elements), small(), lambda *told_now: told.append(told_now))
    done = [one for one, _, _ in told]
    assert done == sorted(done)
    assert {total for _, total, _ in told} == {len(elements)}
    assert told[-1] == (len(elements), len(elements), elements[-1].name)
