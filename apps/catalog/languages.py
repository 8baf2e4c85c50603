"""The vocabulary in other languages: the same names with other labels, questions and helps. Pure: no Django here."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from apps.catalog import marked_yaml
from apps.catalog.taxonomy import VOCABULARY, VOCABULARY_FILE, AttributeSpec, Vocabulary

TRANSLATIONS = {path.suffixes[0][1:]: path for path in VOCABULARY_FILE.parent.glob("vocabulary.*.yaml")}


class WordsDifferError(ValueError):
    """A translation names something else than the vocabulary does, or leaves something out."""


@cache
def vocabulary_in(language: str) -> Vocabulary:
    """The vocabulary with the words of `vocabulary.<language>.yaml`, as it is where there is no such file."""
    file = TRANSLATIONS.get(language)
    return translated(VOCABULARY, marked_yaml.read(file)) if file else VOCABULARY


def translated(vocabulary: Vocabulary, words: Mapping[str, Any]) -> Vocabulary:
    _same("sections", words, ("element_kinds", "attributes", "properties", "paths", "disturbances"))
    return replace(
        vocabulary,
        kinds=_relabelled("element_kinds", vocabulary.kinds, words, ("label", "meaning")),
        attributes=_relabelled("attributes", vocabulary.attributes, words, ("label", "ask", "help")),
        properties=_relabelled("properties", vocabulary.properties, words, ("label", "meaning")),
        disturbances=_relabelled("disturbances", vocabulary.disturbances, words, ("label", "natural", "hostile")),
        paths=_same("paths", words["paths"], vocabulary.paths),
    )


def _relabelled(
    section: str, specs: Mapping[str, Any], words: Mapping[str, Any], fields: tuple[str, ...]
) -> dict[str, Any]:
    rows = _same(section, words[section], specs)
    return {name: _reworded(f"{section}.{name}", spec, rows[name], fields) for name, spec in specs.items()}


def _reworded(place: str, spec: Any, row: Mapping[str, Any], fields: tuple[str, ...]) -> Any:
    if not isinstance(spec, AttributeSpec) or not spec.values:
        return replace(spec, **_same(place, row, fields))
    _same(place, row, (*fields, "value_labels"))
    _same(f"{place}.value_labels", row["value_labels"], spec.values)
    return replace(spec, **row)


def _same(place: str, given: Mapping[str, Any], wanted: Any) -> dict[str, Any]:
    if missing := [name for name in wanted if not given.get(name)]:
        raise WordsDifferError(f"{place} has no words for {', '.join(missing)}.")
    if unknown := [name for name in given if name not in wanted]:
        raise WordsDifferError(f"{place} has words for {', '.join(unknown)}, which the vocabulary does not know.")
    return dict(given)
