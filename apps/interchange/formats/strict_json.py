"""JSON from a stranger as plain values: limited in size and depth, with nothing JSON does not have. No Django here."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from apps.core.sentences import Sentence

LARGEST = 5_000_000  # Bytes. A model of 10,000 elements and 15,000 flows takes about 4 MB.
DEEPEST = 64
LONGEST_NUMBER = 32  # Digits; longer ones cost quadratic time to convert.


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: `elements[3].kind`; an empty path is the document itself."""

    path: str
    message: str


class FormatError(ValueError):
    """The file is refused. `problems` are all of them, by path."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(f"{problem.path or 'document'}: {problem.message}" for problem in problems))
        self.problems = problems

    @property
    def by_path(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for problem in self.problems:
            found.setdefault(problem.path, []).append(problem.message)
        return found


class _Twice(dict[str, Any]):
    """An object in which keys stood twice."""

    __slots__ = ("keys_twice",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        self.keys_twice = sorted({key for key, _ in pairs if key in seen or seen.add(key)})  # type: ignore[func-returns-value]  # `add` returns None, which is what the `or` is after.


@dataclass(frozen=True, slots=True)
class _NoNumber:
    text: str


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Twice(pairs)


def _integer(text: str) -> int | _NoNumber:
    return int(text) if len(text) <= LONGEST_NUMBER else _NoNumber(Sentence("a number with very many digits"))


def _decimal(text: str) -> float | _NoNumber:
    value = float(text)
    return value if math.isfinite(value) else _NoNumber(Sentence("a number too large to hold"))


def refuse(message: str) -> FormatError:
    return FormatError([Problem("", message)])


def read_text(content: str | bytes, largest: int = LARGEST) -> str:
    """The text of a file. Raises FormatError when it is too large or not UTF-8."""
    if len(content) > largest:
        raise refuse(Sentence("larger than %(most)s bytes", most=largest))
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(Sentence("not UTF-8 text (byte %(place)s)", place=error.start)) from error


def read_json(content: str | bytes, largest: int = LARGEST) -> tuple[Any, list[Problem]]:
    """The value, and what is wrong inside it. Raises FormatError where there is no value to go on with."""
    text = read_text(content, largest)
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_int=_integer, parse_float=_decimal, parse_constant=_NoNumber
        )
    except json.JSONDecodeError as error:
        reason = "not JSON: %(reason)s (line %(line)s, column %(column)s)"
        raise refuse(Sentence(reason, reason=error.msg, line=str(error.lineno), column=str(error.colno))) from error
    except RecursionError as error:
        raise refuse(Sentence("nested deeper than %(deepest)s levels", deepest=DEEPEST)) from error
    return value, list(_problems(value))


def _problems(value: Any) -> Iterator[Problem]:
    """Walks without recursion, in the order of the document."""
    waiting: list[tuple[str, Any, int]] = [("", value, 1)]
    while waiting:
        path, current, depth = waiting.pop()
        if isinstance(current, str):
            if problem := text_problem(current):
                yield Problem(path, problem)
        elif isinstance(current, _NoNumber):
            yield Problem(path, Sentence("%(number)s is not a number that can be used", number=current.text))
        elif isinstance(current, dict | list):
            if depth > DEEPEST:
                yield Problem(path, Sentence("nested deeper than %(deepest)s levels", deepest=DEEPEST))
                continue
            if isinstance(current, _Twice):
                twice = "the key %(key)s stands twice"
                yield from (Problem(path, Sentence(twice, key=shown(key))) for key in current.keys_twice)
            waiting.extend(reversed(_inside(path, current, depth + 1)))


def _inside(path: str, current: dict[str, Any] | list[Any], depth: int) -> list[tuple[str, Any, int]]:
    """The parts of a container that can hold something wrong, keys among them."""
    if isinstance(current, list):
        return [(f"{path}[{index}]", item, depth) for index, item in enumerate(current) if not _is_plain(item)]
    bad_keys = [(path, key, depth) for key in current if not key.isascii() or "\0" in key]
    return bad_keys + [(join(path, key), item, depth) for key, item in current.items() if not _is_plain(item)]


def _is_plain(item: Any) -> bool:
    return (
        item is None or isinstance(item, bool | int | float) or (isinstance(item, str) and text_problem(item) is None)
    )


def text_problem(text: str) -> str | None:
    if "\0" in text:
        return Sentence("holds a NUL character")
    if text.isascii():
        return None
    try:
        text.encode()
    except UnicodeEncodeError:
        return Sentence("holds half of a surrogate pair")
    return None


def join(path: str, key: str) -> str:
    short = key if len(key) <= 60 else key[:59] + "…"
    short = short.encode("utf-8", "replace").decode()
    return f"{path}.{short}" if path else short


def shown(value: Any) -> str:
    """A value as an error message quotes it: short, whatever it is."""
    if isinstance(value, dict | list):
        return Sentence("an object") if isinstance(value, dict) else Sentence("a list")
    text = json.dumps(value) if not isinstance(value, _NoNumber) else value.text
    return text if len(text) <= 60 else text[:59] + "…"
