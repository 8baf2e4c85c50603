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


def test_an_asset_that_is_gone_is_no_longer_in_a_file_that_names_it(editor: Person, there: str, system: System) -> None:
    asset = make(Asset, system)
    loss = editor.post(f"{there}/losses", {"title": "Gone", "assets": [str(asset.pk)]})
    assert editor.delete(f"{there}/assets/{asset.pk}").status == 204
    assert editor.get(f"{there}/losses/{loss.id}").body["assets"] == [str(asset.pk)]
    assert "assets" not in editor.get(f"{there}/export").body["losses"][0]
