"""Entries, controls and links as rows in the form of the files: plain values that JSON and YAML hold. Pure.

One thing has one row: sets are sorted, and what is optional and empty is left out, so that rows can be compared.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from apps.catalog.knowledge import Catalogue, Condition, Control, Entry, EntryLink, Reference
from apps.catalog.taxonomy import VOCABULARY

RowKind = Literal["entry", "control", "link"]
PlainRow = dict[str, Any]
RowKey = tuple[RowKind, str]  # The second is a slug, or for a link "threat relation hazard".
Rows = Mapping[RowKey, PlainRow]


def rows_of(entries: Iterable[Entry], controls: Iterable[Control], links: Iterable[EntryLink]) -> Rows:
    found: dict[RowKey, PlainRow] = {("entry", entry.slug): entry_row(entry) for entry in entries}
    found.update((("control", control.slug), control_row(control)) for control in controls)
    found.update((("link", link_key(link)), link_row(link)) for link in links)
    return found


def catalogue_rows(catalogue: Catalogue) -> Rows:
    return rows_of(catalogue.entries.values(), catalogue.controls.values(), catalogue.links)


def entry_row(entry: Entry) -> PlainRow:
    row = {
        "slug": entry.slug,
        "title": entry.title,
        "gist": entry.gist,
        "family": entry.family,
        "source": entry.source,
        "origin": entry.origin,
        "kinds": sorted(entry.kinds),
        "when": [_condition(condition) for condition in entry.when],
        "harms": list(entry.harms),
        "stages": list(entry.stages),
        "references": _cited(entry.references),
        "question": entry.question,
        "other_question": entry.other_question,
    }
    optional = {
        "disturbance": entry.disturbance,
        "pattern": entry.pattern,
        "examples": [{"name": example.name, "source": example.source} for example in entry.examples],
        "alone": entry.alone,
    }
    return row | {name: value for name, value in optional.items() if value}


def _condition(condition: Condition) -> PlainRow:
    where = {} if condition.on == "element" else {"on": condition.on}
    if condition.attribute in VOCABULARY.derived:
        return {"fact": condition.attribute, **({"is": [False]} if condition.negated else {}), **where}
    key = "not" if condition.negated else "is"
    return {"attribute": condition.attribute, key: sorted(condition.values, key=str), **where}


def condition_parts(condition: Condition) -> PlainRow:
    """A condition with its parts named one by one, as it is shown and not as files have it."""
    values = sorted(condition.values, key=str)
    return {"on": condition.on, "attribute": condition.attribute, "values": values, "negated": condition.negated}


def _cited(references: Iterable[Reference]) -> list[str]:
    return [f"{reference.framework.key}:{reference.identifier}" for reference in references]


def control_row(control: Control) -> PlainRow:
    row = {
        "slug": control.slug,
        "title": control.title,
        "gist": control.gist,
        "kind": control.kind,
        "function": control.function,
        "effect": {
            "adversarial": control.effect_on_adversarial,
            "unintended": control.effect_on_unintended,
            **({"reason": control.effect_reason} if control.effect_reason else {}),
        },
        "treats": list(control.treats),
        "references": _cited(control.references),
        "factor": control.factor,
    }
    return row | ({"verification": control.verification} if control.verification else {})


def link_key(link: EntryLink) -> str:
    return f"{link.threat} {link.relation} {link.hazard}"


def link_row(link: EntryLink) -> PlainRow:
    return {
        "threat": link.threat,
        "hazard": link.hazard,
        "relation": link.relation,
        "shared_property": link.shared_property,
        "reason": link.reason,
    }
