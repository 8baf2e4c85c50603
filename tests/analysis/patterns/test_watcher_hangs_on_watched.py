"""Monitoring that sees only what the watched part itself reports."""

from tests.analysis.patterns.shapes import element, line, routes

MODEL = element("model", "predictive_model")
ALARM = element("alarm", "monitoring")
LOG = element("log", "telemetry_store")


def test_an_alarm_that_hears_only_the_watched_part_is_found() -> None:
    assert routes("watcher_hangs_on_watched", MODEL, ALARM, *line("model", "alarm"))["alarm"].stops == (
        "model",
        "alarm",
    )
    found = routes("watcher_hangs_on_watched", MODEL, LOG, ALARM, *line("model", "log", "alarm"))
    assert found["alarm"].stops == ("model", "log", "alarm")


def test_a_second_source_makes_it_independent() -> None:
    probe = element("probe", "process")
    assert not routes("watcher_hangs_on_watched", MODEL, probe, ALARM, *line("model", "alarm"), *line("probe", "alarm"))
    assert not routes(
        "watcher_hangs_on_watched", MODEL, probe, LOG, ALARM, *line("model", "log", "alarm"), *line("probe", "log")
    )
