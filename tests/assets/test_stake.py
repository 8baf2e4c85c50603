"""What is at stake: assets with the properties they need, and losses with their impact."""

from typing import Any

import pytest

from apps.assets.models import IMPACT_KINDS, Asset
from apps.assets.reading import read_graph
from apps.catalog.taxonomy import VOCABULARY
from apps.systems.models import Element, Flow, System
from tests.factories.people import Person, inside
from tests.factories.systems import make


def test_an_asset_says_what_it_needs_and_who_holds_it(editor: Person, there: str, system: System) -> None:
    element, flow = make(Element, system), make(Flow, system)
    body = {
        "name": "Money",
        "data_classes": ["personal"],
        "needs": dict.fromkeys(VOCABULARY.properties, "high"),
        "held_by": [str(flow.pk), str(element.pk), str(flow.pk)],
    }
    made = editor.post(f"{there}/assets", body)
    assert (made.status, made.body["needs"]) == (201, body["needs"])
    assert made.body["held_by"] == [str(flow.pk), str(element.pk)]
    with inside(system.workspace):
        (asset,) = read_graph(system).assets
    assert (asset.id, asset.held_by) == (made.id, (str(flow.pk), str(element.pk)))


def test_a_loss_says_how_bad_it_is_for_whom_and_of_which_assets(editor: Person, there: str, system: System) -> None:
    asset = make(Asset, system)
    body = {"title": "Money is lost", "impact": dict.fromkeys(IMPACT_KINDS, 5), "assets": [str(asset.pk)]}
    made = editor.post(f"{there}/losses", {**body, "irreversible": True})
    assert made.status == 201
    with inside(system.workspace):
        (loss,) = read_graph(system).losses
    assert (loss.title, loss.impact, loss.irreversible) == ("Money is lost", body["impact"], True)
    assert loss.assets == (str(asset.pk),)


@pytest.mark.parametrize(
    ("resource", "said", "field", "message"),
    [
        ("assets", {"needs": {"honesty": "high"}}, "needs", "There is no 'honesty'; allowed: "),
        ("assets", {"needs": {"integrity": "huge"}}, "needs", "integrity has to be one of low, medium, high."),
        ("assets", {"data_classes": ["gossip"]}, "data_classes", "Unknown: gossip. Allowed: personal"),
        ("losses", {"impact": {"mood": 3}}, "impact", "There is no 'mood'; allowed: health_and_safety"),
        ("losses", {"impact": {"rights": 0}}, "impact", "rights has to be one of 1, 2, 3, 4, 5."),
        ("losses", {"impact": {"rights": 6}}, "impact", "rights has to be one of 1, 2, 3, 4, 5."),
    ],
)
def test_what_does_not_exist_is_refused_with_what_is_allowed(
    editor: Person, there: str, resource: str, said: dict[str, Any], field: str, message: str
) -> None:
    called = {"name": "Money"} if resource == "assets" else {"title": "Gone"}
    refused = editor.post(f"{there}/{resource}", called | said)
    assert refused.status == 400
    assert message in refused.body["errors"][field][0]


def test_what_is_deleted_is_named_nowhere_any_more_and_the_rest_can_be_edited(
    editor: Person, there: str, system: System
) -> None:
    holder, other = make(Element, system), make(Element, system)
    flow = make(Flow, system, source=holder, target=other)
    held = [str(holder.pk), str(flow.pk), str(other.pk)]
    asset = editor.post(f"{there}/assets", {"name": "Money", "held_by": held})
    loss = editor.post(f"{there}/losses", {"title": "Gone", "assets": [asset.id]})
    assert editor.delete(f"{there}/elements/{holder.pk}").status == 204
    assert (shown := editor.get(f"{there}/assets/{asset.id}").body)["held_by"] == [str(other.pk)]
    assert editor.patch(f"{there}/assets/{asset.id}", {"held_by": shown["held_by"]}).status == 200
    assert editor.delete(f"{there}/assets/{asset.id}").status == 204
    assert editor.get(f"{there}/losses/{loss.id}").body["assets"] == []
    verbs = {row["verb"] for row in editor.get(f"{there}/events").rows}
    assert {"asset.changed", "loss.changed"} <= verbs


def test_what_comes_back_is_named_again_where_it_was(editor: Person, there: str, system: System) -> None:
    holder = make(Element, system)
    flow = make(Flow, system, source=holder)
    asset = editor.post(f"{there}/assets", {"name": "Money", "held_by": [str(flow.pk), str(holder.pk)]})
    loss = editor.post(f"{there}/losses", {"title": "Gone", "assets": [asset.id]})
    ends = [("element", str(holder.pk)), ("asset", asset.id)]
    deed = {"operations": [{"op": "delete", "type": kind, "id": identifier} for kind, identifier in ends]}
    done = editor.post(f"{there}/changes", deed)
    assert editor.get(f"{there}/losses/{loss.id}").body["assets"] == []
    assert editor.post(f"{there}/changes", {"operations": done.body["undo"]}).status == 200
    assert editor.get(f"{there}/assets/{asset.id}").body["held_by"] == [str(flow.pk), str(holder.pk)]
    assert editor.get(f"{there}/losses/{loss.id}").body["assets"] == [asset.id]
