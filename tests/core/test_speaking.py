"""Refusals in the language that a request asks for, with the values that are in them; English where none is asked."""

import json
import pickle

import pytest

from apps.core.sentences import Sentence
from apps.core.speaking import spoken
from apps.systems.models import System
from tests.factories.people import Person


def in_german(person: Person) -> Person:
    person.credentials = {**person.credentials, "Accept-Language": "de"}
    return person


def test_a_sentence_is_english_with_its_values_until_somebody_says_it() -> None:
    many = Sentence("A system may have %(most)s %(kind)s at most. Split it in two.", most=10_000, kind=["a", "b"])
    assert many == "A system may have 10,000 a, b at most. Split it in two."
    assert spoken(many) == many


def test_a_sentence_that_was_kept_is_still_text() -> None:
    assert pickle.loads(pickle.dumps(Sentence("It has %(size)s bytes.", size=12))) == "It has 12 bytes."  # noqa: S301 - our own.


def test_numbers_and_words_in_it_are_said_in_the_language_too(editor: Person, there: str, system: System) -> None:
    body = {"type": "element", "id": str(system.pk), "op": "delete"}
    answer = in_german(editor).post(f"{there}/changes", {"operations": [body]})
    assert answer.body["errors"] == {"operations[0].id": [f"Element {system.pk} gibt es in diesem System nicht."]}


def test_a_model_file_is_refused_in_german(editor: Person, here: str) -> None:
    elements = [{"id": "a", "kind": "robot"}]
    text = json.dumps({"format": "bifocal-model", "version": 1, "system": {"name": 5}, "elements": elements})
    answer = in_german(editor).post(f"{here}/systems/import", {"text": text})
    assert answer.body["errors"]["system.name"] == ["muss ein Text sein, ist aber 5"]
    assert answer.body["errors"]["elements[0].name"] == ["fehlt"]
    (kind,) = answer.body["errors"]["elements[0].kind"]
    assert kind.startswith('ist "robot"; möglich sind: ')


def test_a_pack_is_refused_in_german_with_file_and_line(editor: Person, here: str) -> None:
    answer = in_german(editor).post(f"{here}/catalogue/packs/preview", {"text": "pack: acme\nversion: '1'\n"})
    assert answer.body["errors"]["file"] == ["pack.yaml:1: „title“ fehlt"]


def test_what_a_model_does_not_allow_is_said_in_german(editor: Person, there: str) -> None:
    answer = in_german(editor).post(f"{there}/elements", {"name": "Robot", "kind": "robot"})
    assert answer.body["errors"]["kind"][0].startswith("Eine Elementart „robot“ gibt es nicht. Möglich sind: ")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"nam": "Desk"}, "Ein Feld dieses Namens gibt es nicht. Gemeint vielleicht: name?"),
        ({"name": "Desk", "extra": {"other": {"text": "x" * 1_000_001}}}, "Es hat mehr als 1.000.000 Zeichen."),
    ],
)
def test_what_a_field_refuses_is_said_in_german(editor: Person, there: str, body: dict[str, object], said: str) -> None:
    operation = {"op": "create", "type": "element", "values": {"kind": "agent", **body}}
    answer = in_german(editor).post(f"{there}/changes", {"operations": [operation]})
    assert [said] in answer.body["errors"].values()


def test_who_may_not_is_told_in_german(viewer: Person, there: str) -> None:
    answer = in_german(viewer).post(f"{there}/runs")
    assert answer.body["detail"].startswith("Die Rolle Einsicht erlaubt das nicht: Vorschläge anfordern.")


def test_a_program_that_asks_for_no_language_gets_english(editor: Person, there: str) -> None:
    answer = editor.post(f"{there}/elements", {"name": "Robot", "kind": "robot"})
    assert answer.body["errors"]["kind"][0].startswith("There is no kind 'robot'. It has to be one of ")
