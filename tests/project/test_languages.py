"""What the server says in other languages: nothing forgotten, nothing left over, compiled as written."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tests.product import ROOT

LANGUAGES = sorted((ROOT / "locale").iterdir())
SAID_BY_TEMPLATES = re.compile(r'{% translate "(.+?)" %}')
BLOCKS = re.compile(r"{% blocktranslate [^%]*%}(.+?){% endblocktranslate %}", re.DOTALL)

# Whatever these are called with is read by a person.
REFUSALS = {
    *("Invalid", "Conflict", "NotAllowed", "NotVisible", "NotFound", "ParseError", "ValidationError"),
    *("Problem", "YamlError", "problem", "problem_page", "refuse", "wrong", "note", "_unfit"),
}
WITH_VALUES = re.compile(r"%\(\w+\)s")


@cache
def code() -> list[tuple[str, ast.AST]]:
    """Every node of the server's code, with where it stands."""
    found: list[tuple[str, ast.AST]] = []
    for path in [*(ROOT / "apps").rglob("*.py"), ROOT / "config/pages.py"]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(ROOT)
        found += ((f"{name}:{getattr(node, 'lineno', 0)}", node) for node in ast.walk(tree))
    return found


def called(node: ast.AST) -> str:
    """The name of the function or method that is called here, without what it belongs to."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def texts_in(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


@cache
def said_by_code() -> dict[str, str]:
    """Each sentence that the server says to a person, with where it does."""
    found: dict[str, str] = {}
    for place, node in code():
        if called(node) in REFUSALS:
            # A word alone names a field; what people read has a space in it.
            found |= dict.fromkeys((text for text in texts_in(node) if " " in text), place)
        elif isinstance(node, ast.Call) and called(node) == "Sentence":
            found |= dict.fromkeys(texts_in(node.args[0]), place)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and WITH_VALUES.search(node.value):
            found[node.value] = place
    return found


def in_templates() -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html")]
    blocks = {re.sub(r"{{ (\w+) }}", r"%(\1)s", block) for text in texts for block in BLOCKS.findall(text)}
    return blocks | {words for text in texts for words in SAID_BY_TEMPLATES.findall(text)}


def written(language: Path) -> dict[str, str]:
    with (language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.name)
def test_every_word_of_the_pages_is_translated(language: Path) -> None:
    assert in_templates() - {words for words, said in written(language).items() if said} == set()


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.name)
def test_nothing_is_translated_that_nobody_says(language: Path) -> None:
    said = in_templates() | {text for _, node in code() for text in texts_in(node)}
    assert [words for words in written(language) if words not in said] == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.name)
def test_every_sentence_of_the_server_is_translated(language: Path) -> None:
    translated = {words for words, said in written(language).items() if said}
    assert {place: text for text, place in said_by_code().items() if text not in translated} == {}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.name)
def test_a_translation_names_the_same_values(language: Path) -> None:
    for words, said in written(language).items():
        assert set(WITH_VALUES.findall(said)) == set(WITH_VALUES.findall(words)), words


def test_no_sentence_has_its_values_in_it_before_it_is_translated() -> None:
    built = [
        (place, ast.unparse(inner))
        for place, node in code()
        if called(node) in REFUSALS | {"Sentence"}
        for inner in ast.walk(node)
        if isinstance(inner, ast.JoinedStr) and any(" " in text for text in texts_in(inner))
    ]
    assert built == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.name)
def test_what_is_compiled_is_what_is_written(language: Path) -> None:
    with (language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = {str(message.id): str(message.string) for message in read_mo(file) if message.id}
    assert compiled == written(language), "Run `make words`."
    with (language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        assert GNUTranslations(file).gettext("Sign in") != "Sign in"
