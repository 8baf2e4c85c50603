"""Makes what people wrote fit to be set: nothing that steers or hides, and a place to break in every long word."""

import re
from collections.abc import Iterable

from apps.systems.drawing.lettering import clusters, printable

LONGEST_NAME, LONGEST_TEXT = 300, 20_000
MOST_PARAGRAPHS = 400
# Letters without a place to break: more than 22 could stick out of a narrow column. Wide scripts break anywhere.
_RUN = re.compile(r"[^\s\u200b\u3000-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]{23,}")


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
    for cluster in clusters(run):
        if since >= _stretch(cluster):
            parts.append("\u200b")
            since = 0
        parts.append(cluster)
        since += 1
    return "".join(parts)


def _stretch(cluster: str) -> int:
    """Scripts that are written joined or stacked are torn by a break, so it comes later there."""
    return 16 if "\u0600" <= cluster <= "\u0dff" else 11
