"""Sentences in the language that a request asks for."""

from functools import partial
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext

from apps.core.sentences import Sentence, filled


def spoken(sentence: str) -> str:
    """In the language that was asked for; a sentence that nobody translated stays English."""
    if not isinstance(sentence, Sentence):
        return gettext(sentence) if sentence else ""
    return filled(gettext(sentence.words), sentence.values, number=_number, word=_word)


_number = partial(number_format, force_grouping=True)


def _word(value: Any) -> str:
    return spoken(value) if isinstance(value, Sentence) else str(value)
