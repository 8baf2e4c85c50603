"""A model's output → records → training data → the same model."""

from apps.analysis.patterns.routes import MOST_VISITED, Walk
from tests.analysis.drawn import graph
from tests.analysis.patterns.shapes import element, line, routes

PARTS = (
    element("model", "predictive_model"),
    element("log", "telemetry_store"),
    element("data", "training_data"),
    element("train", "training_pipeline"),
)


def test_a_loop_from_the_model_back_to_its_training_is_named_whole() -> None:
    found = routes("output_to_own_training", *PARTS, *line("model", "log", "data", "train", "model"))
    assert found["data"].stops == ("model", "log", "data", "train", "model")
    assert found["train"].stops == ("model", "log", "data", "train", "model")


def test_a_model_that_only_learns_or_only_records_has_no_loop() -> None:
    assert not routes("output_to_own_training", *PARTS, *line("data", "train", "model", "log"))


def test_another_model_that_learns_from_the_same_data_does_not_hide_the_loop() -> None:
    first = element("first", "predictive_model")
    way = (*line("data", "first"), *line("model", "log", "data", "train", "model"))
    assert routes("output_to_own_training", first, *PARTS, *way)["data"].stops[0] == "model"


def test_a_hub_is_not_looked_at_whole_for_every_search() -> None:
    many = [element(f"data{number}", "training_data") for number in range(2 * MOST_VISITED)]
    flows = [one for data in many for one in line("pipeline", data.id)]
    walk = Walk(graph(element("pipeline", "training_pipeline"), *many, *flows))
    assert len(list(walk.within_reach("pipeline"))) < MOST_VISITED
