"""One supplier behind a model and the checks that are to be independent of it."""

from tests.analysis.patterns.shapes import element, line, routes

VENDOR = element("vendor", "model_provider", "net")
MODEL, FILTER = element("model", "foundation_model"), element("filter", "guardrail")


def test_a_model_and_its_check_from_one_supplier_are_found() -> None:
    found = routes("one_supplier_behind", VENDOR, MODEL, FILTER, *line("vendor", "model"), *line("vendor", "filter"))
    assert found["vendor"].stops == ("filter", "vendor", "model")


def test_a_check_from_somebody_else_is_independent() -> None:
    other = element("other", "model_provider", "net")
    assert not routes(
        "one_supplier_behind", VENDOR, other, MODEL, FILTER, *line("vendor", "model"), *line("other", "filter")
    )
