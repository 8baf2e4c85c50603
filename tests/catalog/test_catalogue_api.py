"""The built-in catalogue as a reader gets it: an entry with all that stands beside it."""

import pytest

from apps.catalog.loader import load_builtin
from apps.catalog.parsing import builtin_catalogue
from apps.catalog.taxonomy import VOCABULARY
from tests.factories.people import Caller, Person


@pytest.fixture(autouse=True)
def loaded(db: None) -> None:
    load_builtin()


def test_an_entry_says_of_each_control_which_factor_it_moves_and_how_one_verifies_it(viewer: Person) -> None:
    controls = viewer.get("catalogue/entries/evasion-physical").body["controls"]
    known = builtin_catalogue().controls
    assert {control["slug"] for control in controls} >= {"sensor-redundancy", "speed-and-separation-monitoring"}
    for control in controls:
        assert control["factor"] == known[control["slug"]].factor
        assert control["verification"] == known[control["slug"]].verification


def test_an_entry_says_how_it_shares_a_property_with_its_counterparts(viewer: Person) -> None:
    counterparts = viewer.get("catalogue/entries/evasion-physical").body["counterparts"]
    [smudge] = [other for other in counterparts if other["slug"] == "natural-corruption"]
    assert (smudge["relation"], smudge["shared_property"]) == ("mirrors", "robustness of perception")
    assert smudge["reason"] == "A model that a smudge misleads is misled more surely by a patch made for it."


def test_a_reference_leads_to_its_number_in_another_edition(viewer: Person) -> None:
    rows = viewer.get("catalogue/references", {"framework": "OWASP-LLM-2025"}).rows
    now = {row["identifier"]: (row["formerly"], row["now"]) for row in rows}
    assert now["LLM07"] == ("", "OWASP-LLM-2026:LLM08")


def test_nobody_reads_the_catalogue_without_signing_in(anonymous: Caller) -> None:
    assert anonymous.get("catalogue/entries/evasion-physical").status == 401


def test_the_vocabulary_says_of_each_disturbance_how_it_comes_by_itself_and_from_somebody(viewer: Person) -> None:
    disturbances = viewer.get("catalogue/vocabulary").body["disturbances"]
    assert set(disturbances) == set(VOCABULARY.disturbances)
    assert all(row.keys() == {"label", "natural", "hostile"} for row in disturbances.values())
