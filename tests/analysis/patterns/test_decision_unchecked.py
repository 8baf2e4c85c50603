"""Model → the person decided about, with neither a reviewer nor another way between."""

from typing import Any

from tests.analysis.patterns.shapes import asked, element, line, routes

GRAVE: dict[str, Any] = {"decision_effect": "legal", "oversight": "none", "fallback": False}
APPLICANT = element("applicant", "affected_person", "net")
DESK = element("desk", "consumer_app", oversight="none")


def test_a_grave_decision_that_reaches_a_person_unseen_is_found() -> None:
    model = element("model", "predictive_model", **GRAVE)
    found = routes("decision_unchecked", model, DESK, APPLICANT, *line("model", "desk", "applicant"))
    assert found["model"].stops == ("model", "desk", "applicant")
    assert asked(found["model"]) == []


def test_a_reviewer_a_fallback_or_a_small_matter_silences_it() -> None:
    clerk = element("desk", "human_reviewer")
    way = line("model", "desk", "applicant")
    assert not routes("decision_unchecked", element("model", "predictive_model", **GRAVE), clerk, APPLICANT, *way)
    fallback = element("model", "predictive_model", **{**GRAVE, "fallback": True})
    assert not routes("decision_unchecked", fallback, DESK, APPLICANT, *way)
    small = element("model", "predictive_model", decision_effect="informational")
    assert not routes("decision_unchecked", small, DESK, APPLICANT, *way)


def test_what_nobody_said_of_effect_or_oversight_is_asked() -> None:
    way = line("model", "desk", "applicant")
    silent = element("model", "predictive_model")
    assert asked(routes("decision_unchecked", silent, DESK, APPLICANT, *way)["model"]) == [("model", "decision_effect")]
    grave = element("model", "predictive_model", decision_effect="legal", fallback=False)
    assert asked(routes("decision_unchecked", grave, DESK, APPLICANT, *way)["model"]) == [("model", "oversight")]


def test_a_fallback_or_a_look_on_the_way_that_nobody_spoke_of_is_asked() -> None:
    way = line("model", "desk", "applicant")
    silent = element("model", "predictive_model", decision_effect="legal", oversight="none")
    found = routes("decision_unchecked", silent, element("desk", "consumer_app"), APPLICANT, *way)
    assert asked(found["model"]) == [("model", "fallback"), ("desk", "oversight")]
