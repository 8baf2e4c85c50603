"""What is new, changed and gone between two sets of rows, field by field. Pure: no Django here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from apps.catalog.plain_rows import PlainRow, RowKey, RowKind, Rows

Change = Literal["new", "changed", "gone"]
ORDER: tuple[Change, ...] = ("new", "changed", "gone")


@dataclass(frozen=True, slots=True)
class FieldDifference:
    field: str
    before: Any  # None where the field was not there.
    after: Any


@dataclass(frozen=True, slots=True)
class Difference:
    kind: RowKind
    key: str
    title: str
    change: Change
    fields: tuple[FieldDifference, ...] = ()


def differences(before: Rows, after: Rows) -> tuple[Difference, ...]:
    """New first, then changed, then gone; each in the order of kinds and keys."""
    found = [_difference(key, before.get(key), after.get(key)) for key in before.keys() | after.keys()]
    return tuple(sorted(filter(None, found), key=lambda one: (ORDER.index(one.change), one.kind, one.key)))


def _difference(key: RowKey, before: PlainRow | None, after: PlainRow | None) -> Difference | None:
    if before is None:
        return Difference(*key, title_of(after or {}), "new")
    if after is None:
        return Difference(*key, title_of(before), "gone")
    fields = tuple(field_differences(before, after))
    return Difference(*key, title_of(after), "changed", fields) if fields else None


def field_differences(before: PlainRow, after: PlainRow) -> Iterator[FieldDifference]:
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield FieldDifference(name, before.get(name), after.get(name))


def title_of(row: PlainRow) -> str:
    """A link has no title; its ends and relation say what it is."""
    return str(row.get("title") or f"{row.get('threat')} {row.get('relation')} {row.get('hazard')}")


def entries_touched(changes: Iterable[Difference]) -> frozenset[str]:
    """Slugs of the entries that change or go: findings may have come from them."""
    return frozenset(one.key for one in changes if one.kind == "entry" and one.change != "new")
