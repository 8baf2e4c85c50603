"""What nobody can see is no name, wherever it comes from."""

import json
from typing import Any

import pytest

from apps.accounts.access import Role
from apps.core.visible import is_visible
from apps.interchange.formats import bifocal_model
from tests.core.test_unknown_names import DOCUMENT, documented
from tests.factories.endpoints import DEEDS, WRITES, Endpoint
from tests.factories.world import World

UNSEEN = [
    "\u200b",
    "\u200b\u00a0 \u2060",
    "\u202e\u202c",
    "\ufeff",
    "\u3164",
    "\u2800",
    "\u0301",
    "\u00ad",
    "\U000e0041",
]


@pytest.mark.parametrize("text", ["", " ", *UNSEEN])
def test_spaces_joiners_and_letters_without_ink_cannot_be_seen(text: str) -> None:
    assert not is_visible(text)


@pytest.mark.parametrize("text", ["a", "\u200ba", "漢", "עברית", "🚀", "–", "7", "ก", "e\u0301"])
def test_one_letter_digit_or_sign_is_enough(text: str) -> None:
    assert is_visible(text)


def names_of(endpoint: Endpoint) -> set[str]:
    """Which names its body can have, as the API document says."""
    content = documented(endpoint).get("requestBody", {}).get("content", {})
    reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
    shape = DOCUMENT["components"]["schemas"].get(reference.rpartition("/")[2], {})
    properties: dict[str, Any] = shape.get("properties", {})
    return {"name", "title"} & properties.keys()


NAMING = [endpoint for endpoint in WRITES if names_of(endpoint)]


def test_there_are_endpoints_that_name_something() -> None:
    assert {"system-list", "elements-list", "flows-list", "losses-list", "finding-list", "report-list"} <= {
        endpoint.route for endpoint in NAMING
    }


@pytest.mark.django_db
@pytest.mark.parametrize("unseen", ["\u200b", "\u00a0\u200d"], ids=["zero width", "no-break and joiner"])
@pytest.mark.parametrize("endpoint", NAMING, ids=str)
def test_no_endpoint_takes_a_name_that_cannot_be_seen(endpoint: Endpoint, world: World, unseen: str) -> None:
    for field in names_of(endpoint):
        body = {**DEEDS[endpoint.key].body(world), field: unseen}
        path = world.path(endpoint.route, endpoint.path)
        answer = world.people[Role.OWNER].send(endpoint.method.upper(), path, body, {})
        assert (answer.status, answer.body["errors"].keys()) == (400, {field})


def test_a_file_with_such_a_name_is_refused() -> None:
    file = {"format": "bifocal-model", "version": 1, "system": {"name": "\u200b"}, "elements": [], "flows": []}
    with pytest.raises(bifocal_model.FormatError) as refused:
        bifocal_model.read(json.dumps(file))
    assert str(refused.value) == "system.name: has nothing that can be seen"
