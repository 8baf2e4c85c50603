"""Values of the vocabulary in plain words: what an object does or is. Pure: no Django here."""

from collections.abc import Collection, Sequence
from functools import cache

from apps.catalog.taxonomy import VOCABULARY
from apps.systems.graph import AttributeValue


def matching_part(value: AttributeValue, wanted: Collection[str | bool]) -> AttributeValue:
    """Of a set, the members that were asked for."""
    return tuple(item for item in value if item in wanted) if isinstance(value, tuple) else value


@cache  # As many as there are values and small sets of values in use.
def phrase(name: str, value: AttributeValue) -> str:
    """What follows an object's name: "moves money and runs code"."""
    spec = VOCABULARY.attributes[name]
    values = value if isinstance(value, tuple) else (value,)
    phrases = [spec.phrases.get(item) or f"has {spec.label.lower()}: {item}" for item in values]
    if not phrases:
        return f"has no {spec.label.lower()}"
    verb = phrases[0].split(" ", 1)[0] + " "
    if all(words.startswith(verb) for words in phrases):
        return verb + listed([words.removeprefix(verb) for words in phrases])
    return listed(phrases)


def listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
