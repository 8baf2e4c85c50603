"""Every entry fires where it should and is silent where one condition fails, so that dropping one turns a test red."""

import pytest

from apps.catalog.parsing import builtin_catalogue
from tests.analysis.scenarios import Scenario, fires, mutants, scenarios

CATALOGUE = builtin_catalogue()


@pytest.mark.parametrize("scenario", scenarios(), ids=str)
def test_an_entry_fires_in_its_scenario_and_is_silent_without_one_condition(scenario: Scenario) -> None:
    entry = CATALOGUE.entries[scenario.entry]
    assert fires(entry, scenario.graph()) == ("silent" if scenario.without else "certain")


def test_every_condition_has_a_scenario_that_turns_when_it_is_dropped() -> None:
    by_key = {(one.entry, one.without): one for one in scenarios()}
    unnoticed = []
    for entry in CATALOGUE.entries.values():
        for dropped, mutant in mutants(entry):
            scenario = by_key.get((entry.slug, dropped))
            if scenario is None or fires(mutant, scenario.graph()) == "silent":
                unnoticed.append(f"{entry.slug}: {dropped}")
    assert unnoticed == [], "python -m tests.analysis.make_scenarios writes what is missing"


def test_every_entry_fires_somewhere_and_no_scenario_is_of_an_entry_that_is_gone() -> None:
    assert {one.entry for one in scenarios() if one.without is None} == CATALOGUE.entries.keys()
    assert {one.entry for one in scenarios()} == CATALOGUE.entries.keys()


def test_every_entry_is_silent_on_some_scenario_of_another() -> None:
    firing = [one.graph() for one in scenarios() if one.without is None][:40]
    loud = [
        slug for slug, entry in CATALOGUE.entries.items() if all(fires(entry, graph) != "silent" for graph in firing)
    ]
    assert loud == []
