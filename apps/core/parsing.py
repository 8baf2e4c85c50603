"""JSON as the API accepts it: no NaN, no key twice, no half letter, not deeper than anything real."""

import json
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from apps.core.sentences import Sentence
from apps.core.speaking import spoken

DEEPEST = 64


def without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object hook for json.loads: ValueError when a key stands twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(Sentence("the key '%(key)s' stands twice in one object", key=twice[:80]))
    return found


def refuse_constant(name: str) -> Any:
    """A constant hook for json.loads: ValueError for NaN and the infinities."""
    raise ValueError(Sentence("%(name)s is not a number that JSON has", name=name))


def nesting(text: str) -> int:
    """How deep brackets nest in a JSON text, strings left out. Never recurses."""
    depth = deepest = 0
    in_string = escaped = False
    for character in text:
        if in_string:
            if escaped:
                escaped = False
            elif character == "\\":
                escaped = True
            elif character == '"':
                in_string = False
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


class StrictJSONParser(JSONParser):
    """DRF's parser with the limits above; an error is a 400 that says where."""

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        try:
            text = stream.read().decode("utf-8")
            # Only a text with that many brackets can nest so deep, and most have far fewer.
            if text.count("[") + text.count("{") > DEEPEST and nesting(text) > DEEPEST:
                raise ValueError(Sentence("it nests deeper than %(deepest)s levels", deepest=DEEPEST))
            value = json.loads(text, object_pairs_hook=without_duplicates, parse_constant=refuse_constant)
            # Half of a surrogate pair can come out of an escape only. Nothing can store it, or answer with it.
            if "\\ud" in text.lower():
                json.dumps(value, ensure_ascii=False).encode()
            return value
        except (ValueError, RecursionError) as error:
            reason = error.args[0] if error.args and isinstance(error.args[0], Sentence) else str(error)
            refusal = Sentence("The body is not JSON that can be accepted: %(reason)s.", reason=reason)
            raise ParseError(spoken(refusal)) from error
