"""What counts as a change of the same field: attributes one by one, what is taken back, and what stays the same."""

from typing import Any

import pytest

from apps.systems.models import Boundary, Element, System
from tests.factories.people import Person
from tests.factories.systems import make


@pytest.fixture
def element(there: str, system: System) -> str:
    """The address of an agent."""
    return f"{there}/elements/{make(Element, system, kind='agent').pk}"


@pytest.mark.parametrize("version", ["1", 1.0, True, [], "new"])
def test_a_version_that_is_no_number_is_refused_and_overwrites_nothing(
    version: Any, element: str, editor: Person, owner: Person
) -> None:
    editor.patch(element, {"name": "Clerk"})
    answer = owner.patch(element, {"name": "Cashier", "version": version})
    assert answer.status == 400
    assert list(answer.body["errors"]) == ["version"]
    assert editor.get(element).body["name"] == "Clerk"


def test_attributes_count_one_by_one(element: str, editor: Person, owner: Person) -> None:
    for person, attributes in ((editor, {"autonomy": "autonomous"}), (owner, {"untrusted_content": True})):
        assert person.patch(element, {"attributes": attributes, "version": 1}).status == 200
    assert owner.get(element).body["attributes"] == {"autonomy": "autonomous", "untrusted_content": True}
    late = owner.patch(element, {"attributes": {"autonomy": "suggest", "untrusted_content": False}, "version": 2})
    assert late.status == 409
    # What the owner changed in version 3 is newer than what they say they saw, even though it was theirs.
    assert late.body["conflicts"] == [
        {"field": "attributes.untrusted_content", "yours": False, "theirs": True, "by": "Olga"}
    ]


def test_an_attribute_that_is_taken_back_counts_as_changed(element: str, editor: Person, owner: Person) -> None:
    owner.patch(element, {"attributes": {"autonomy": "autonomous", "untrusted_content": True}})
    assert editor.patch(element, {"attributes": {"autonomy": None}, "version": 2}).status == 200
    assert editor.get(element).body["attributes"] == {"untrusted_content": True}
    late = owner.patch(element, {"attributes": {"autonomy": "suggest"}, "version": 2})
    assert late.body["conflicts"] == [
        {"field": "attributes.autonomy", "yours": "suggest", "theirs": None, "by": "Edgar"}
    ]


def test_who_says_the_same_as_the_other_is_not_in_conflict(element: str, editor: Person, owner: Person) -> None:
    for person in (editor, owner):
        answer = person.patch(element, {"name": "Clerk", "version": 1})
        assert (answer.status, answer.body["version"]) == (200, 2)


def test_an_edit_that_changes_nothing_leaves_no_event_and_no_new_version(
    element: str, editor: Person, there: str
) -> None:
    before = editor.get(f"{there}/events").rows
    answer = editor.patch(element, {"name": "Refund agent", "attributes": {"autonomy": None}, "version": 1})
    assert (answer.status, answer.body["version"]) == (200, 1)
    assert editor.get(f"{there}/events").rows == before


def test_a_change_is_in_the_record_with_what_was_before(element: str, editor: Person, there: str) -> None:
    editor.patch(element, {"name": "Clerk", "attributes": {"autonomy": "suggest"}})
    latest = editor.get(f"{there}/events").rows[0]
    assert (latest["verb"], latest["actor"]) == ("element.changed", "Edgar")
    assert latest["changes"] == {"name": ["Refund agent", "Clerk"], "attributes.autonomy": [None, "suggest"]}


def test_a_reference_to_another_object_is_told_by_its_id(
    element: str, editor: Person, owner: Person, system: System
) -> None:
    net, shop = (str(make(Boundary, system, name=name).pk) for name in ("Net", "Shop"))
    editor.patch(element, {"boundary": net, "version": 1})
    late = owner.patch(element, {"boundary": shop, "version": 1})
    assert late.body["conflicts"] == [{"field": "boundary", "yours": shop, "theirs": net, "by": "Edgar"}]
