"""What an answer can change: it settles what was possible, and takes away nothing that was certain."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from apps.analysis.engines import suggest
from apps.analysis.suggestions import Suggestion
from apps.catalog.parsing import builtin_catalogue
from apps.catalog.taxonomy import allowed_attributes
from apps.interchange.builtin import templates
from apps.interchange.formats.bifocal_model import read
from apps.systems.graph import Asset, AttributeValue, SystemGraph
from benchmarks.made_graphs import made_graph
from tests.analysis.drawn import element, flow, graph, of, small

# What an element is said to take of outsiders' content overrules what its place in the drawing implies.
OVERRULING = {"untrusted_content", "exposure"}
MODELS = {
    key: read(templates()[key].text) for key in ("credit-scoring", "multi-agent-workflow", "fine-tuning-platform")
}
MODELS |= {f"made-{seed}": made_graph(14, seed) for seed in (3, 4)}


def certain(model: SystemGraph) -> list[Suggestion]:
    return [one for one in suggest(model, builtin_catalogue()).suggestions if one.certainty == "certain"]


def lost(before: set[tuple[str, str]], model: SystemGraph) -> set[tuple[str, str]]:
    """Which of them, entry and target, are certain no more, there or at another place that stands for theirs."""
    return before - {(one.entry, place) for one in certain(model) for place in (one.target, *one.also)}


def answers(model: SystemGraph) -> Iterator[tuple[str, SystemGraph]]:
    """Each answer to what is not said of an element, and the model with it."""
    for number, asked in enumerate(model.elements):
        for name, spec in allowed_attributes(asked.kind).items():
            if name in model.with_held_data(asked.id, model.effective(asked.id)) or name in OVERRULING:
                continue
            values: list[AttributeValue] = [True, False] if spec.type == "bool" else list(spec.values)
            for value in values:
                said: AttributeValue = (str(value),) if spec.type == "set" else value
                answered = replace(asked, attributes={**asked.attributes, name: said})
                elements = (*model.elements[:number], answered, *model.elements[number + 1 :])
                yield f"{asked.id} {name}={value}", replace(model, elements=elements)


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_no_single_answer_takes_away_what_was_certain(model: SystemGraph) -> None:
    before = {(one.entry, one.target) for one in certain(model)}
    assert before
    assert {answer: gone for answer, answered in answers(model) if (gone := lost(before, answered))} == {}


def test_what_is_certain_stands_for_a_group_even_where_another_has_more_that_holds() -> None:
    wild = {"autonomy": "autonomous", "oversight": "none"}
    near = element("near", "agent", action_impact=("irreversible",), **wild)
    far = element("far", "agent", **wild)
    web = element("web", "external_source", "net")
    hops = [element(name, "consumer_app") for name in ("one", "two", "three")]
    flows = [flow("web", "near"), flow("web", "one"), flow("one", "two"), flow("two", "three"), flow("three", "far")]
    joined = flow("near", "far", untrusted_content=False)
    result = suggest(graph(web, near, far, *hops, *flows, joined), builtin_catalogue())
    [found] = of(result, "destructive-agent-action")
    assert (found.target, found.certainty) == ("near", "certain")


def test_knowing_more_never_lowers_what_holds() -> None:
    user = element("user", "end_user", None)
    scores = [
        of(suggest(graph(user, element("bot", "agent", **said), flow("user", "bot")), builtin_catalogue()), entry)[
            0
        ].score
        for entry in ("destructive-agent-action",)
        for said in ({}, {"autonomy": "autonomous"})
    ]
    assert scores == sorted(scores)


def test_the_flow_of_an_outsider_of_which_nothing_is_said_is_asked_about_and_no_other() -> None:
    user, desk, bot = element("user", "end_user", None), element("desk", "consumer_app"), element("bot", "agent")
    flows = (flow("user", "desk", untrusted_content=False), flow("user", "bot"))
    questions = suggest(graph(user, desk, bot, *flows), builtin_catalogue()).questions
    asked = [one.object for one in questions if (one.object_type, one.attribute) == ("flow", "untrusted_content")]
    assert asked == ["user-bot"]


def test_an_asset_that_names_what_was_deleted_does_no_harm() -> None:
    model = replace(graph(element("bot", "agent")), assets=(Asset(id="a", name="Records", held_by=("gone",)),))
    assert suggest(model, small()).suggestions
