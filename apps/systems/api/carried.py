"""What other tools' files said about a part: whoever brings a part back brings it along, as a model file could."""

import json
import math
from typing import Any

from rest_framework import serializers

from apps.core.sentences import Sentence
from apps.core.speaking import spoken

LONGEST_TEXT = 2_000  # Of one name or id in another tool's file.
LARGEST_EXTRA = 1_000_000  # Characters of JSON.
LARGEST_NUMBER = 10**32


class CarriedSerializer(serializers.Serializer[Any]):
    """Files may carry as much, and no more; how deep it nests is limited for the whole request."""

    external_ids = serializers.ListField(
        child=serializers.DictField(
            child=serializers.CharField(max_length=LONGEST_TEXT, allow_blank=True, trim_whitespace=False)
        ),
        required=False,
        max_length=100,
    )
    extra = serializers.DictField(child=serializers.DictField(), required=False)

    def validate_extra(self, extra: dict[str, Any]) -> dict[str, Any]:
        if len(json.dumps(extra, ensure_ascii=False)) > LARGEST_EXTRA:
            raise serializers.ValidationError(
                spoken(Sentence("It has more than %(most)s characters.", most=LARGEST_EXTRA))
            )
        if problem := _problem(extra):
            raise serializers.ValidationError(spoken(problem))
        return extra


def _problem(value: Any) -> Sentence | None:
    """Why no database and no file could hold it."""
    if isinstance(value, str):
        return Sentence("A text holds a NUL character, which no text here has.") if "\0" in value else None
    if isinstance(value, int | float):
        fits = math.isfinite(value) and abs(value) < LARGEST_NUMBER
        return None if fits else Sentence("A number is too large to keep.")
    inner = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    return next(filter(None, map(_problem, inner)), None)
