"""References to public frameworks: each with its edition, none that nobody has checked, and their older numbers."""

import csv
import re
from pathlib import Path

import pytest

from apps.catalog.knowledge import Framework
from apps.catalog.parsing import builtin_catalogue

CATALOGUE = builtin_catalogue()
COLLECTED = Path(__file__).parents[2].parent / "shared" / "catalog" / "references.csv"
UNCHECKED = re.compile(r"\b(verify|memory)\b", re.IGNORECASE)


def unchecked_rows() -> list[dict[str, str]]:
    with COLLECTED.open(newline="") as file:
        return [
            row for row in csv.DictReader(file) if UNCHECKED.search(f"{row['version']} {row['url_or_source_path']}")
        ]


@pytest.mark.parametrize(
    "framework", [pytest.param(framework, id=key) for key, framework in CATALOGUE.frameworks.items()]
)
def test_a_framework_says_its_edition_its_licence_and_where_it_is(framework: Framework) -> None:
    assert framework.edition
    assert framework.licence
    assert framework.url.startswith("https://")
    assert any(key == framework.key for key, _ in CATALOGUE.references)


@pytest.mark.skipif(not COLLECTED.exists(), reason="The material that the catalogue was collected from is not here.")
def test_no_reference_ships_that_is_marked_as_unchecked_where_it_was_collected() -> None:
    unchecked = {(row["framework"].split()[0], row["id"]) for row in unchecked_rows()}
    assert unchecked
    shipped = {
        (word, identifier)
        for (key, identifier), row in CATALOGUE.references.items()
        for word in (key, *row.framework.title.split())
    }
    assert sorted(unchecked & shipped) == []


def test_every_risk_of_the_older_list_for_language_models_is_known_by_its_newer_number() -> None:
    moved = {identifier: row.now for (key, identifier), row in CATALOGUE.references.items() if key == "OWASP-LLM-2025"}
    assert moved["LLM06"] == "OWASP-LLM-2026:LLM03"
    assert len(set(moved.values())) == 10
    assert all(now.startswith("OWASP-LLM-2026:") for now in moved.values())


def test_a_retired_technique_leads_to_the_one_that_took_its_place() -> None:
    assert CATALOGUE.references["ATLAS-5", "AML.T0058"].now == "ATLAS:AML.T0115.001"
    assert CATALOGUE.references["ATLAS", "AML.T0115.001"].formerly == "ATLAS-5:AML.T0058"
    assert ("ATLAS", "AML.T0058") not in CATALOGUE.references
