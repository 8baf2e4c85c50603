"""Two people in two fields of one object both win; in the same field the later one is told so."""

from typing import Any

import pytest

from apps.accounts.access import Role
from tests.factories.world import World

# route → two values of one field, and one of another.
EDITS: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "systems/{system}": ({"name": "One"}, {"name": "Two"}, {"purpose": "Other"}),
    "systems/{system}/elements/{elements}": ({"name": "One"}, {"name": "Two"}, {"description": "Other"}),
    "systems/{system}/boundaries/{boundaries}": ({"trust": "internal"}, {"trust": "untrusted"}, {"name": "Other"}),
    "systems/{system}/flows/{flows}": ({"name": "One"}, {"name": "Two"}, {"bidirectional": True}),
    "systems/{system}/diagrams/{diagrams}": ({"position": 3}, {"position": 4}, {"title": "Other"}),
    "systems/{system}/assumptions/{assumptions}": (
        {"valid_until": "2030-01-01"},
        {"valid_until": "2031-01-01"},
        {"owner": "Other"},
    ),
    "systems/{system}/assets/{assets}": (
        {"needs": {"integrity": "high"}},
        {"needs": {"integrity": "low"}},
        {"name": "Other"},
    ),
    "systems/{system}/losses/{losses}": ({"impact": {"rights": 1}}, {"impact": {"rights": 2}}, {"title": "Other"}),
    "systems/{system}/findings/{finding}": ({"title": "One"}, {"title": "Two"}, {"description": "Other"}),
}
everywhere = pytest.mark.parametrize("route", EDITS)


def _address(route: str, world: World) -> str:
    return f"workspaces/{world.workspace.slug}/{route.format(**world.ids)}"


@everywhere
def test_two_people_in_two_fields_both_win(route: str, world: World) -> None:
    one, _, other = EDITS[route]
    address, editor, owner = _address(route, world), world.people[Role.EDITOR], world.people[Role.OWNER]
    seen = editor.get(address).body["version"]
    assert editor.patch(address, {**one, "version": seen}).status == 200
    assert owner.patch(address, {**other, "version": seen}).status == 200
    now = owner.get(address).body
    assert {name: now[name] for name in (one | other)} == one | other
    assert now["version"] == seen + 2


@everywhere
def test_in_the_same_field_the_later_is_told_both_values_and_who(route: str, world: World) -> None:
    one, two, other = EDITS[route]
    address, editor, owner = _address(route, world), world.people[Role.EDITOR], world.people[Role.OWNER]
    before = editor.get(address).body
    assert editor.patch(address, {**one, "version": before["version"]}).status == 200
    late = owner.patch(address, {**two, **other, "version": before["version"]})
    (field,) = one
    assert late.status == 409
    who = editor.user.name
    assert late.body["conflicts"] == [{"field": field, "yours": two[field], "theirs": one[field], "by": who}]
    assert who in late.body["detail"]
    (elsewhere,) = other
    now = owner.get(address).body
    assert (now[field], now[elsewhere]) == (one[field], before[elsewhere]), "All of a refused edit is left out."


@everywhere
def test_who_has_seen_the_change_may_change_it_again(route: str, world: World) -> None:
    one, two, _ = EDITS[route]
    address, editor, owner = _address(route, world), world.people[Role.EDITOR], world.people[Role.OWNER]
    seen = editor.patch(address, one).body["version"]
    answer = owner.patch(address, {**two, "version": seen})
    assert (answer.status, answer.body["version"]) == (200, seen + 1)


@everywhere
def test_without_a_version_the_later_overwrites(route: str, world: World) -> None:
    one, two, _ = EDITS[route]
    address = _address(route, world)
    world.people[Role.EDITOR].patch(address, one)
    answer = world.people[Role.OWNER].patch(address, two)
    assert answer.status == 200
    assert two.items() <= answer.body.items()
