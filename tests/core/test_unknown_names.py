"""A name that means nothing to an endpoint is refused everywhere, and what the API document names never is."""

from collections.abc import Iterator
from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator

from apps.accounts.access import Role
from tests.factories.endpoints import DEEDS, ENDPOINTS, WRITES, Endpoint
from tests.factories.world import World

DOCUMENT = SchemaGenerator(urlconf="config.urls").get_schema(request=None, public=True)  # type: ignore[no-untyped-call]  # Untyped there.
NO_SUCH = "There is no such"
# What is in them is named by whoever sends it, or checked as a part of the catalogue.
FREE = {"attributes", "impact", "content"}


def path_of(endpoint: Endpoint, world: World) -> str:
    return world.path(endpoint.route, endpoint.path)


def documented(endpoint: Endpoint) -> Any:
    """The operation of the API document."""
    path = endpoint.path
    for kind in ("slug", "str"):
        path = path.replace(f"<{kind}:", "{")
    return DOCUMENT["paths"][f"/api/v1/{path.replace('>', '}')}"][endpoint.method]


@pytest.mark.django_db
@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=str)
def test_an_unknown_query_parameter_is_refused_by_every_endpoint(endpoint: Endpoint, world: World) -> None:
    owner = world.people[Role.OWNER]
    answer = owner.send(endpoint.method.upper(), f"{path_of(endpoint, world)}?page_sizes=2&z=1", None, {})
    assert (answer.status, answer.body["errors"].keys()) == (400, {"page_sizes", "z"})
    assert all(message.startswith(NO_SUCH) for (message,) in answer.body["errors"].values())


@pytest.mark.django_db
@pytest.mark.parametrize("endpoint", [one for one in ENDPOINTS if one.method == "get"], ids=str)
def test_every_documented_query_parameter_is_known(endpoint: Endpoint, world: World) -> None:
    owner = world.people[Role.OWNER]
    names = [one["name"] for one in documented(endpoint).get("parameters", []) if one["in"] == "query"]
    for name in (*names, "format"):
        value = {"format": "json", "page_size": "1"}.get(name, "")
        answer = owner.send("GET", f"{path_of(endpoint, world)}?{name}={value}", None, {})
        assert NO_SUCH not in str(answer.body), name


def bodies_with_a_stranger(body: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The body once for each object in it that is checked by name, with a field that nobody knows; and its path."""
    if isinstance(body, list):
        for index, item in enumerate(body):
            for where, changed in bodies_with_a_stranger(item, f"{path}[{index}]"):
                yield where, [*body[:index], changed, *body[index + 1 :]]
    if isinstance(body, dict):
        yield f"{path}.stranger".lstrip("."), {**body, "stranger": 1}
        for name, value in body.items():
            if name not in FREE:
                for where, changed in bodies_with_a_stranger(value, f"{path}.{name}".lstrip(".")):
                    yield where, {**body, name: changed}


@pytest.mark.django_db
@pytest.mark.parametrize("endpoint", WRITES, ids=str)
def test_an_unknown_field_of_a_body_is_refused_by_every_endpoint(endpoint: Endpoint, world: World) -> None:
    owner = world.people[Role.OWNER]
    body = DEEDS[endpoint.key].body(world)
    for where, changed in bodies_with_a_stranger(body):
        answer = owner.send(endpoint.method.upper(), path_of(endpoint, world), changed, {})
        assert (answer.status, answer.body.get("errors", {}).keys()) == (400, {where}), changed
        (message,) = answer.body["errors"][where]
        takes_a_body = "requestBody" in documented(endpoint)
        assert message.startswith(NO_SUCH if takes_a_body else "This takes no body.")


@pytest.mark.django_db
def test_the_nearest_known_name_is_offered(world: World) -> None:
    owner, there = world.people[Role.OWNER], f"workspaces/{world.workspace.slug}/systems/{world.system.pk}"
    answer = owner.patch(f"{there}/elements/{world.ids['elements']}", {"descripton": "Pays."})
    assert answer.body["errors"] == {"descripton": ["There is no such field. Did you mean description?"]}
    answer = owner.get(f"{there}/findings?statuss=open")
    assert answer.body["errors"] == {"statuss": ["There is no such query parameter. Did you mean status?"]}
    answer = owner.get(f"{there}/runs?zzz=1")
    assert answer.body["errors"] == {
        "zzz": ["There is no such query parameter. Known here: cursor, format, page_size."]
    }


@pytest.mark.django_db
def test_what_was_read_can_be_sent_back(world: World) -> None:
    owner = world.people[Role.OWNER]
    path = f"workspaces/{world.workspace.slug}/systems/{world.system.pk}/elements/{world.ids['elements']}"
    answer = owner.patch(path, {**owner.get(path).body, "name": "Payer"})
    assert (answer.status, answer.body["name"]) == (200, "Payer")
