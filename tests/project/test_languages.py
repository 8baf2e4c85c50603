"""What the server says in other languages: nothing forgotten, nothing left over, compiled as written."""

import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tests.product import ROOT

LANGUAGES = sorted((ROOT / "locale").iterdir())
SAID_BY_TEMPLATES = re.compile(r'{% translate "(.+?)" %}')
BLOCKS = re.compile(r"{% blocktranslate [^%]*%}(.+?){% endblocktranslate %}", re.DOTALL)


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
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "apps").rglob("*.py"))
    said = in_templates()
    assert [words for words in written(language) if words not in said and f'"{words}"' not in code] == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda path: path.name)
def test_what_is_compiled_is_what_is_written(language: Path) -> None:
    with (language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = {str(message.id): str(message.string) for message in read_mo(file) if message.id}
    assert compiled == written(language), "Run `make words`."
    with (language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        assert GNUTranslations(file).gettext("Sign in") != "Sign in"
