"""Two people in two fields of one object both win; in the same field the later one is told.

`version` counts the changes of a row. `field_versions` holds, per field, the version that last changed it and who did:
`{"name": [7, "Ada"], "attributes.autonomy": [5, "Ben"]}`. Attributes count one by one, as people edit them.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from apps.core.errors import Conflict, FieldConflict
from apps.core.models import EditableRow
from apps.core.sentences import Sentence

SPLIT = "attributes"  # The one field whose keys are edited one by one.
Changes = dict[str, list[Any]]  # field → [before, after]


def apply_changes(
    row: EditableRow, values: Mapping[str, Any], *, seen: int | None, by: str, own_after: int | None = None
) -> Changes:
    """Set `values` on a locked row and return what changed. Raises Conflict for a field that changed since `seen`.

    Attributes are merged key by key; a key with None is removed. The row is not saved. Versions after `own_after`
    were made by the same deed, and nobody is in conflict with their own deed.
    """
    wanted = _flat(row, values)
    changes = {field: [_plain(before), _plain(after)] for field, (before, after) in wanted.items() if before != after}
    if seen is not None:
        newest = row.version if own_after is None else own_after
        conflicts = [
            _conflict(row, field, pair)
            for field, pair in changes.items()
            if field in row.field_versions and seen < int(row.field_versions[field][0]) <= newest
        ]
        if conflicts:
            who = ", ".join(sorted({conflict.by for conflict in conflicts}))
            raise Conflict(
                Sentence(
                    "%(who)s changed the same since you opened it. Both values are below; nothing was saved.", who=who
                ),
                tuple(conflicts),
            )
    if changes:
        row.version += 1
    for field in changes:
        _set(row, field, wanted[field][1])
        row.field_versions[field] = [row.version, by]
    return changes


def _flat(row: EditableRow, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    found: dict[str, tuple[Any, Any]] = {}
    for field, value in values.items():
        if field == SPLIT:
            own = getattr(row, SPLIT)
            found |= {f"{SPLIT}.{key}": (own.get(key), wanted) for key, wanted in value.items()}
        else:
            found[field] = (getattr(row, field), value)
    return found


def _conflict(row: EditableRow, field: str, pair: list[Any]) -> FieldConflict:
    theirs, yours = pair
    return FieldConflict(field=field, yours=yours, theirs=theirs, by=row.field_versions[field][1])


def _set(row: EditableRow, field: str, value: Any) -> None:
    name, dot, key = field.partition(".")
    if not dot:
        setattr(row, name, value)
    elif value is None:
        getattr(row, name).pop(key, None)
    else:
        getattr(row, name)[key] = value


def _plain(value: Any) -> Any:
    """A value as it can stand in an event or a problem document: rows by their id."""
    return str(value.pk) if isinstance(value, Model) else value
