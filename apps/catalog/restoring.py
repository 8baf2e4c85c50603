"""What a pack replaces is kept beside it, and is back when the pack's row goes."""

from collections.abc import Iterable

from apps.catalog.models import OwnRow, Pack
from apps.catalog.plain_rows import RowKey
from apps.catalog.reading import WorkspaceCatalogue
from apps.core.versions import apply_changes

WRITTEN = ("content", "origin", "reason", "by")  # By a person.


def put_pack_in_place(own: OwnRow, pack: Pack, *, by: str) -> None:
    """The row is the pack's from now on. The caller sets the content and saves."""
    if not own._state.adding and own.pack_id is None:
        own.replaced = {name: getattr(own, name) for name in WRITTEN}
    own.pack, own.by, own.reason = pack, by, f"{pack.title} {pack.version}"


def take_away(catalogue: WorkspaceCatalogue, keys: Iterable[RowKey], *, by: str) -> list[str]:
    """Delete the rows, or give back what a pack replaced; the keys of those that are back.

    Nothing that is gone stays switched off, or somebody who writes it later would never see it suggested.
    """
    rows = {key: catalogue.own[key] for key in keys}
    gone = {key: own for key, own in rows.items() if own.replaced is None}
    back = [own for own in rows.values() if own.replaced is not None]
    for own in back:
        _give_back(own, by)
    OwnRow.objects.filter(pk__in=[own.pk for own in gone.values()]).delete()
    for key in gone:
        off = catalogue.off.get(key)
        if off and catalogue.builtin_row(*key) is None:
            off.delete()
    return [own.key for own in back]


def _give_back(own: OwnRow, by: str) -> None:
    replaced = own.replaced
    own.pack, own.replaced, own.reason, own.by = None, None, replaced["reason"], replaced["by"]
    apply_changes(own, {"content": replaced["content"], "origin": replaced["origin"]}, seen=None, by=by)
    own.save()
