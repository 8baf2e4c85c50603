"""Sensor → model → actuator, and nothing independent of the model that limits it."""

from tests.analysis.patterns.shapes import element, line, routes

CAMERA, MODEL, ARM = element("camera", "sensor"), element("model", "predictive_model"), element("arm", "actuator")
WAY = line("camera", "model", "arm")


def test_a_model_between_seeing_and_moving_with_nothing_else_is_found() -> None:
    found = routes("sensor_to_actuator", CAMERA, MODEL, ARM, *WAY)
    assert found["arm"].stops == ("camera", "model", "arm")


def test_what_takes_no_orders_from_the_model_and_commands_the_actuator_is_a_limit() -> None:
    stop = element("stop", "process")
    assert not routes("sensor_to_actuator", CAMERA, MODEL, ARM, stop, *WAY, *line("stop", "arm"))
    obedient = routes("sensor_to_actuator", CAMERA, MODEL, ARM, stop, *WAY, *line("model", "stop", "arm"))
    assert "arm" in obedient


def test_a_guard_or_a_person_on_the_way_is_a_limit() -> None:
    for kind in ("guardrail", "human_reviewer"):
        guard = element("guard", kind)
        assert not routes("sensor_to_actuator", CAMERA, MODEL, ARM, guard, *line("camera", "model", "guard", "arm"))


def test_a_plain_controller_without_a_model_is_no_matter_of_this() -> None:
    assert not routes("sensor_to_actuator", CAMERA, element("model", "process"), ARM, *WAY)


def test_a_way_around_the_model_does_not_hide_the_one_through_it() -> None:
    controller = element("controller", "process")
    way = (*line("camera", "model", "controller", "arm"), *line("camera", "controller"))
    assert routes("sensor_to_actuator", CAMERA, MODEL, ARM, controller, *way)["arm"].stops == (
        *("camera", "model", "controller", "arm"),
    )
