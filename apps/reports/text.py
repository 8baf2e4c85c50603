"""Makes what people wrote fit to be set: nothing that steers or hides, and a place to break in every long word."""

import re
import unicodedata
from collections.abc import Iterable

from apps.systems.drawing.lettering import printable

LONGEST_NAME, LONGEST_TEXT = 300, 20_000
MOST_PARAGRAPHS = 400
# Letters without a place to break: more than 22 could stick out of a narrow column. Wide scripts break anywhere.
_RUN = re.compile(r"[^\s\u200b\u3000-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]{23,}")
_JOINERS = "\u200d\ufe0f\ufe0e"  # Inside one emoji: no break beside these.


def name(text: str, limit: int = LONGEST_NAME) -> str:
    """One line, cut at the limit."""
    kept = printable(text[: 4 * limit])
    return breakable(kept if len(kept) <= limit else kept[: limit - 1].rstrip() + "…")


def names(texts: Iterable[str]) -> list[str]:
    return [kept for text in texts if (kept := name(text))]


def paragraphs(text: str) -> list[str]:
    """A longer text, paragraph by paragraph."""
    whole = text[:LONGEST_TEXT]
    kept = [breakable(line) for part in re.split(r"[\r\n\u2028\u2029]+", whole) if (line := printable(part))]
    if len(kept) > MOST_PARAGRAPHS:
        kept = [*kept[: MOST_PARAGRAPHS - 1], breakable(" ".join(kept[MOST_PARAGRAPHS - 1 :]))]
    return [*kept, "…"] if len(text) > LONGEST_TEXT else kept


def breakable(text: str) -> str:
    return _RUN.sub(lambda found: _with_breaks(found.group()), text)


def _with_breaks(run: str) -> str:
    """A zero-width space after every few letters, never inside what is one letter to the eye."""
    parts = []
    since = 0
    for index, letter in enumerate(run):
        parts.append(letter)
        since += 1
        following = run[index + 1] if index + 1 < len(run) else ""
        if since >= _stretch(letter) and following and not _belongs(letter, following):
            parts.append("\u200b")
            since = 0
    return "".join(parts)


def _stretch(letter: str) -> int:
    """Scripts that are written joined or stacked are torn by a break, so it comes late there."""
    return 36 if "\u0600" <= letter <= "\u0dff" else 11


def _belongs(letter: str, following: str) -> bool:
    if letter in _JOINERS or following in _JOINERS or "\U0001f1e6" <= letter <= "\U0001f1ff":
        return True
    return unicodedata.combining(following) > 0 or "\U0001f3fb" <= following <= "\U0001f3ff"
