"""Whether anybody can see a text: one of spaces, joiners and letters that steer the direction looks like none. Pure."""

import unicodedata

# Letters and symbols by their category that have no ink: fillers of Hangul, and the Braille cell without dots.
_INKLESS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def is_visible(text: str) -> bool:
    """Marks alone do not count: without a letter that they stand on there is nothing to read."""
    return any(unicodedata.category(letter)[0] in "LNPS" and letter not in _INKLESS for letter in text)
