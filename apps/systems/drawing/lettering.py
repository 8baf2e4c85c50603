"""How wide words are, where they break, and what of a text can be printed: all that placing labels takes."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Hundredths of the type size, for the letters from space to tilde, as our sans serif sets them in medium weight.
_WIDTHS = (
    26, 27, 43, 65, 57, 85, 74, 24, 31, 31, 55, 57, 27, 32, 27, 38, 57, 57, 57, 57, 57, 57, 57, 57, 57,
    57, 27, 27, 57, 57, 57, 45, 90, 65, 66, 63, 73, 56, 53, 73, 75, 35, 29, 63, 54, 92, 78, 78, 61, 78,
    63, 55, 56, 74, 62, 94, 61, 58, 57, 33, 38, 33, 57, 43, 30, 57, 62, 49, 62, 57, 36, 62, 63, 27, 27,
    56, 27, 95, 63, 61, 62, 62, 42, 48, 38, 63, 53, 81, 54, 53, 48, 38, 55, 38, 57,
)  # fmt: skip
ELLIPSIS = "…"
_LAST_MEASURED = 32 + len(_WIDTHS) - 1
# Letters that steer the direction of text or cannot be seen: they could make a label say something else than it holds.
_STEERING = frozenset(
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF)
)
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
# What varies or joins the letters beside it: joiner, variation selectors, skin tones.
_JOINERS = frozenset(map(chr, (0x200D, 0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400))))
LONGEST_CLUSTER = 40
LONGEST = 4_000  # Nothing longer is read when a label is made; only its beginning could be shown anyway.


def printable(text: str) -> str:
    """The text without control, steering, private and unassigned letters; any white space becomes one space."""
    kept = (
        " " if letter.isspace() else letter
        for letter in text
        if letter.isspace() or (letter not in _STEERING and unicodedata.category(letter) not in _UNPRINTABLE)
    )
    return " ".join("".join(kept).split())


def width_of(text: str, size: float) -> float:
    return sum(_letter_width(letter) for letter in text) * size / 100


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> int:
    code = ord(letter)
    if 32 <= code <= _LAST_MEASURED:
        return _WIDTHS[code - 32]
    if unicodedata.combining(letter):
        return 0
    return 100 if unicodedata.east_asian_width(letter) in "WF" else 62


def wrapped(text: str, size: float, width: float, most_lines: int) -> list[str]:
    """Lines that fit the width; words that do not fit are broken, and what remains after the last line is cut with …"""
    words = printable(text[:LONGEST]).split(" ")
    lines: list[str] = []
    line = ""
    while words:
        word = words.pop(0)
        attempt = f"{line} {word}" if line else word
        if width_of(attempt, size) <= width:
            line = attempt
            continue
        if len(lines) + 1 >= most_lines:
            return [*lines, _cut(attempt, size, width)]
        if line:
            lines.append(line)
            line = ""
            words.insert(0, word)
        else:
            head = _head(word, size, width)
            lines.append(head)
            words.insert(0, word[len(head) :])
    return [*lines, line] if line else lines


def _cut(text: str, size: float, width: float) -> str:
    return _head(text, size, width - width_of(ELLIPSIS, size)).rstrip() + ELLIPSIS


def _head(text: str, size: float, width: float) -> str:
    """As many letters as fit, at least one, and never half of what is one letter to the eye."""
    head, total = "", 0.0
    for cluster in clusters(text):
        total += width_of(cluster, size)
        if total > width and head:
            return head
        head += cluster
    return head


def clusters(text: str) -> Iterator[str]:
    """Letters as the eye counts them: with their accents, joined emoji together, flags as pairs."""
    cluster = ""
    for letter in text:
        if cluster and len(cluster) < LONGEST_CLUSTER and _belongs(cluster, letter):
            cluster += letter
        else:
            if cluster:
                yield cluster
            cluster = letter
    if cluster:
        yield cluster


def _belongs(cluster: str, letter: str) -> bool:
    if unicodedata.category(letter) in {"Mn", "Mc", "Me"} or letter in _JOINERS or cluster[-1] == "\u200d":
        return True
    return len(cluster) == 1 and _is_flag_half(cluster) and _is_flag_half(letter)


def _is_flag_half(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def balanced(text: str, size: float, width: float, most_lines: int) -> list[str]:
    """Like `wrapped`, with lines of about one length: two even lines read better than a full one and a crumb."""
    lines = wrapped(text, size, width, most_lines)
    if len(lines) < 2 or lines[-1].endswith(ELLIPSIS):
        return lines
    narrow = width
    while narrow > width / 2:
        narrow -= size / 2
        attempt = wrapped(text, size, narrow, len(lines))
        broken = attempt[-1].endswith(ELLIPSIS) or _splits_a_word(attempt, lines)
        if len(attempt) > len(lines) or broken:
            break
        lines = attempt
    return lines


def _splits_a_word(attempt: list[str], lines: list[str]) -> bool:
    return " ".join(attempt) != " ".join(lines)
