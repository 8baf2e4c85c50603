"""The words of a model and where they may stand."""

import pytest

from apps.catalog.taxonomy import VOCABULARY, allowed_attributes, attribute_problems

GOOD = [
    ("agent", {}),
    ("agent", {"autonomy": "autonomous", "action_impact": ["financial"], "monitored": False}),
    ("agent", {"action_impact": ("financial", "read_only")}),
    ("flow", {"encrypted": True, "control_action": False}),
    ("system", {"encrypted": True, "autonomy": "veto"}),
    ("boundary", {"encrypted": True, "autonomy": "veto"}),
]
BAD = [
    ("agent", {"autonomy": "wild"}, "has to be one of: suggest, approve_each"),
    ("agent", {"autonomy": ["veto"]}, "has to be one of"),
    ("agent", {"autonomy": None}, "has to be one of"),
    ("agent", {"monitored": "yes"}, "has to be true or false"),
    ("agent", {"monitored": 1}, "has to be true or false"),
    ("agent", {"action_impact": "financial"}, "has to be a list of: read_only"),
    ("agent", {"action_impact": ["financial", "magic"]}, "has to be a list of"),
    ("agent", {"action_impact": [["financial"]]}, "has to be a list of"),
    ("agent", {"action_impact": ["financial", "financial"]}, "names a value twice"),
    ("agent", {"encrypted": True}, "cannot stand on agent; allowed are: task"),
    ("flow", {"autonomy": "veto"}, "cannot stand on flow"),
    ("agent", {"colour": "red"}, "is not known on agent"),
    ("robot", {"autonomy": "veto"}, "allowed are: none"),
]


@pytest.mark.parametrize(("kind", "attributes"), GOOD)
def test_what_a_kind_may_carry_is_accepted(kind: str, attributes: dict[str, object]) -> None:
    assert attribute_problems(kind, attributes) == []


@pytest.mark.parametrize(("kind", "attributes", "message"), BAD)
def test_what_it_may_not_carry_is_refused_with_what_is_allowed(
    kind: str, attributes: dict[str, object], message: str
) -> None:
    [(name, said)] = attribute_problems(kind, attributes)
    assert name in attributes
    assert message in said


def test_every_value_of_every_attribute_can_be_spoken() -> None:
    silent = [
        (spec.name, value)
        for spec in VOCABULARY.attributes.values()
        for value in (spec.values or (True, False))
        if not spec.phrases.get(value)
    ]
    assert silent == []


def test_every_attribute_stands_somewhere_and_names_only_known_kinds_and_groups() -> None:
    places = {"any", "flow", *VOCABULARY.kinds, *(kind.group for kind in VOCABULARY.kinds.values())}
    for spec in VOCABULARY.attributes.values():
        assert spec.applies_to
        assert spec.applies_to <= places


def test_ordinary_things_are_no_sign_of_ai() -> None:
    ordinary = {name for name, kind in VOCABULARY.kinds.items() if not kind.is_ai}
    assert {"process", "datastore", "external_entity", "identity_provider", "end_user", "sensor"} <= ordinary
    assert {"agent", "foundation_model", "training_data", "vector_store"}.isdisjoint(ordinary)


def test_a_kind_carries_what_its_group_and_any_kind_carries() -> None:
    assert {"autonomy", "monitored"} <= allowed_attributes("agent").keys()
    assert "operator_expertise" in allowed_attributes("end_user")
    assert "operator_expertise" not in allowed_attributes("agent")
