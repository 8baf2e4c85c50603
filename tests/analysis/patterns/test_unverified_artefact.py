"""A hub or supplier → training or serving, and nothing on the way that checks what comes."""

from tests.analysis.patterns.shapes import asked, element, line, routes

HUB = element("hub", "model_provider", "net", verified_artifacts=False)
TRAIN = element("train", "training_pipeline", verified_artifacts=False)


def test_an_artefact_that_nobody_checks_is_followed_to_its_first_use() -> None:
    store = element("store", "model_registry", verified_artifacts=False)
    found = routes("unverified_artefact", HUB, store, TRAIN, *line("hub", "store", "train"))
    assert found["train"].stops == ("hub", "store", "train")
    assert asked(found["train"]) == []


def test_a_check_on_the_way_or_at_the_end_silences_it() -> None:
    checked = element("store", "model_registry", verified_artifacts=True)
    assert not routes("unverified_artefact", HUB, checked, TRAIN, *line("hub", "store", "train"))
    careful = element("train", "training_pipeline", verified_artifacts=True)
    assert not routes("unverified_artefact", HUB, careful, *line("hub", "train"))


def test_a_model_that_stays_with_its_vendor_brings_no_artefact() -> None:
    hosted = element("model", "foundation_model", weights_access="vendor_api")
    assert not routes("unverified_artefact", HUB, hosted, *line("hub", "model"))


def test_silence_about_checks_is_asked() -> None:
    silent = element("train", "training_pipeline")
    assert asked(routes("unverified_artefact", HUB, silent, *line("hub", "train"))["train"]) == [
        ("train", "verified_artifacts")
    ]
    quiet = element("hub", "model_provider", "net")
    assert asked(routes("unverified_artefact", quiet, TRAIN, *line("hub", "train"))["train"]) == [
        ("hub", "verified_artifacts")
    ]
