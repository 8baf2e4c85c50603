"""What people are told with values in it, so that it can be said in another language later. Pure: no Django here."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Self


class Sentence(str):
    """English text that remembers its words, with a place for each value, and the values.

    A value that is a sentence itself is translated too; whole numbers are grouped as a language does it, lists joined.
    """

    words: str
    values: dict[str, Any]

    def __new__(cls, words: str, **values: Any) -> Self:
        made = super().__new__(cls, filled(words, values, number="{:,}".format, word=str))
        made.words, made.values = words, values
        return made

    def __str__(self) -> str:
        """Itself, and not a plain text: Django asks for this when it collects the messages of an error."""
        return self


def filled(words: str, values: Mapping[str, Any], *, number: Callable[[int], str], word: Callable[[Any], str]) -> str:
    """The words with their values, each number and each other value said by one of the two."""

    def said(value: Any) -> str:
        if isinstance(value, Collection) and not isinstance(value, str):
            return ", ".join(map(said, value))
        return number(value) if type(value) is int else word(value)

    return words % {name: said(value) for name, value in values.items()} if values else words


def not_here(kind: object, identifier: object) -> Sentence:
    """`kind` is the name of a model."""
    return Sentence("There is no %(kind)s %(id)s in this system.", kind=Sentence(str(kind)), id=identifier)
