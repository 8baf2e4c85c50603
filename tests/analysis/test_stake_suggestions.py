"""What is suggested to be at stake: because of this model, surely, and once."""

from pathlib import Path
from typing import Any

import pytest

from apps.analysis.staking import FORMAT, stake_suggestions
from apps.assets.models import Asset, Loss
from apps.catalog.parsing import CatalogueError
from apps.catalog.stake_rows import builtin_stake, read_stake
from apps.systems.graph import Assumption as GraphAssumption
from apps.systems.graph import Element as GraphElement
from apps.systems.graph import Flow as GraphFlow
from apps.systems.graph import Loss as GraphLoss
from apps.systems.graph import SystemGraph
from apps.systems.models import Element, System
from tests.factories.people import Person
from tests.factories.systems import make, unused_id

AGENT = GraphElement(id="a", kind="agent", name="Refund agent", attributes={"action_impact": ("irreversible",)})


def suggested(graph: SystemGraph) -> dict[str, Any]:
    return {one.entry.slug: one for one in stake_suggestions(graph, builtin_stake())}


def test_an_empty_model_calls_for_nothing() -> None:
    assert suggested(SystemGraph(name="Shop")) == {}


def test_nothing_is_suggested_on_what_nobody_has_said() -> None:
    silent = GraphElement(id="a", kind="agent", name="Refund agent")
    assert "irreversible-action" not in suggested(SystemGraph(name="Shop", elements=(silent,)))


def test_a_suggestion_names_what_calls_for_it() -> None:
    other = GraphElement(id="b", kind="tool", name="Till", attributes={"action_impact": ("irreversible",)})
    out = GraphElement(
        id="c", kind="tool", name="Scale", attributes={"action_impact": ("irreversible",)}, out_of_scope=True
    )
    flow = GraphFlow(id="f", name="", source="a", target="b")
    found = suggested(SystemGraph(name="Shop", elements=(AGENT, other, out), flows=(flow,)))["irreversible-action"]
    assert found.places == ("a", "b")
    assert [text.split(" ")[0] for text in found.because] == ["Refund", "Till"]
    assert (found.entry.type, found.entry.irreversible, found.more) == ("loss", True, 0)


def test_of_many_places_the_first_few_are_named_and_the_others_counted() -> None:
    people = tuple(GraphElement(id=f"p{number}", kind="affected_person", name=f"P{number}") for number in range(7))
    found = suggested(SystemGraph(name="Shop", elements=people))["fair-treatment"]
    assert (len(found.because), found.more, len(found.places)) == (3, 4, 7)


PICKED = {"format": FORMAT, "file": "", "id": "irreversible-action"}


@pytest.mark.parametrize(
    "kept",
    [
        GraphLoss(id="l", title="Gone for good", external_ids=(PICKED,)),
        GraphLoss(id="l", title="an irreversible action is taken on a wrong or planted instruction."),
    ],
    ids=["picked and renamed", "written by hand"],
)
def test_what_is_there_already_is_not_suggested(kept: GraphLoss) -> None:
    graph = SystemGraph(name="Shop", elements=(AGENT,))
    assert "irreversible-action" in suggested(graph)
    assert "irreversible-action" not in suggested(SystemGraph(name="Shop", elements=(AGENT,), losses=(kept,)))
    text = GraphAssumption(id="s", text="The provider does not train on our data")
    provider = GraphElement(id="m", kind="model_provider", name="Host")
    assert suggested(SystemGraph(name="S", elements=(provider,), assumptions=(text,))).keys() == set()


@pytest.mark.parametrize("entry", builtin_stake(), ids=lambda entry: entry.slug)
def test_whatever_can_be_suggested_can_be_kept(entry: Any) -> None:
    if entry.type == "asset":
        Asset(name=entry.title, needs=dict(entry.needs), data_classes=list(entry.data_classes)).clean()
        assert entry.needs
    if entry.type == "loss":
        Loss(title=entry.title, impact=dict(entry.impact)).clean()
        assert entry.impact
    assert len(entry.title) <= 200


def test_each_list_has_enough_to_choose_from() -> None:
    lists = [entry.type for entry in builtin_stake()]
    assert all(15 <= lists.count(name) <= 25 for name in ("asset", "loss", "assumption"))


def test_a_wrong_row_is_refused_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "stake.yaml").write_text(
        "- {slug: a, type: wish, title: A, gist: B, kinds: [robot], when: []}\n", encoding="utf-8"
    )
    with pytest.raises(CatalogueError) as refused:
        read_stake(tmp_path)
    assert [problem.split(": ")[0] for problem in refused.value.problems] == ["stake.yaml:1", "stake.yaml:1"]


def test_a_picked_suggestion_goes_and_comes_back_with_undo(editor: Person, there: str, system: System) -> None:
    agent = make(Element, system, kind="agent", attributes={"action_impact": ["irreversible"]})

    def open_ones() -> dict[str, dict[str, Any]]:
        return {row["slug"]: row for row in editor.get(f"{there}/stake-suggestions").body}

    row = open_ones()["irreversible-action"]
    assert (row["places"], row["type"], row["impact"]["operations"]) == ([str(agent.pk)], "loss", 4)
    values = {"title": "Never", "external_ids": [{"format": FORMAT, "file": "", "id": row["slug"]}]}
    create = {"op": "create", "type": "loss", "id": str(unused_id()), "values": values}
    done = editor.post(f"{there}/changes", {"operations": [create]})
    assert done.status == 200
    assert row["slug"] not in open_ones()
    assert editor.post(f"{there}/changes", {"operations": done.body["undo"]}).status == 200
    assert row["slug"] in open_ones()
