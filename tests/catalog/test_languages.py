"""The vocabulary in other languages: the same names, other words."""

from copy import deepcopy
from typing import Any

import pytest

from apps.accounts.models import Workspace
from apps.catalog import marked_yaml
from apps.catalog.languages import TRANSLATIONS, WordsDifferError, translated, vocabulary_in
from apps.catalog.taxonomy import VOCABULARY
from tests.factories.people import Person

ADDRESS = "catalogue/vocabulary"


@pytest.fixture
def german() -> dict[str, Any]:
    words: dict[str, Any] = deepcopy(marked_yaml.read(TRANSLATIONS["de"]))
    return words


def test_german_keeps_every_name_value_and_phrase(german: dict[str, Any]) -> None:
    words = translated(VOCABULARY, german)
    assert list(words.kinds) == list(VOCABULARY.kinds)
    assert words.kinds["agent"].group == VOCABULARY.kinds["agent"].group
    assert words.attributes["autonomy"].values == VOCABULARY.attributes["autonomy"].values
    assert words.attributes["autonomy"].phrases == VOCABULARY.attributes["autonomy"].phrases
    assert words.attributes["autonomy"].ask == "Wie weit handelt es ohne einen Menschen?"


def test_a_language_that_nobody_wrote_gets_the_words_as_they_are() -> None:
    assert vocabulary_in("fr") is VOCABULARY


@pytest.mark.parametrize(
    ("section", "name"), [("element_kinds", "agent"), ("attributes", "task"), ("paths", "lone_review")]
)
def test_a_name_that_was_forgotten_is_told(german: dict[str, Any], section: str, name: str) -> None:
    del german[section][name]
    with pytest.raises(WordsDifferError, match=f"{section} has no words for {name}"):
        translated(VOCABULARY, german)


def test_a_value_that_was_forgotten_or_made_up_is_told(german: dict[str, Any]) -> None:
    labels = german["attributes"]["autonomy"]["value_labels"]
    labels["sometimes"] = labels["veto"]
    with pytest.raises(WordsDifferError, match=r"attributes\.autonomy\.value_labels has words for sometimes"):
        translated(VOCABULARY, german)
    del labels["sometimes"], labels["veto"]
    with pytest.raises(WordsDifferError, match=r"attributes\.autonomy\.value_labels has no words for veto"):
        translated(VOCABULARY, german)


def test_the_vocabulary_comes_in_the_language_that_is_asked_for(viewer: Person) -> None:
    plain = viewer.get(ADDRESS)
    german = viewer.get(ADDRESS, accept_language="de-AT,de;q=0.9,en;q=0.5")
    assert (plain.body["kinds"]["tool"]["label"], german.body["kinds"]["tool"]["label"]) == ("Tool", "Werkzeug")
    assert plain.body["kinds"].keys() == german.body["kinds"].keys()


def test_a_refusal_comes_in_the_language_of_the_cookie(editor: Person, workspace: Workspace) -> None:
    editor.client.cookies["bifocal_language"] = "de"
    refused = editor.post(f"workspaces/{workspace.slug}/systems", {"name": ""})
    assert refused.body["detail"] == "Ein Teil des Gesendeten lässt sich nicht annehmen."
    assert refused.body["errors"] == {"name": ["Dieses Feld darf nicht leer sein."]}
