"""Packs come into a workspace's catalogue and go out again: looked at first, then applied as they were looked at."""

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import transaction

from apps.accounts.access import Action, Actor
from apps.activity.services import record
from apps.catalog.checked_rows import Problems
from apps.catalog.differences import Difference, differences
from apps.catalog.knowledge import Catalogue
from apps.catalog.models import OwnRow, Pack
from apps.catalog.overlay import overlaid
from apps.catalog.own_rows import MOST_OWN_ROWS, canonical
from apps.catalog.pack_files import PackFile, pack_text, read_pack
from apps.catalog.parsing import CatalogueError
from apps.catalog.plain_rows import PlainRow, RowKey, Rows, catalogue_rows
from apps.catalog.reading import WorkspaceCatalogue, workspace_catalogue
from apps.catalog.restoring import put_pack_in_place, take_away
from apps.catalog.services import lock_catalogue
from apps.core.errors import Conflict, Invalid
from apps.core.sentences import Sentence
from apps.core.versions import apply_changes


@dataclass(frozen=True)
class PackPreview:
    """What a file would do here. `replaced` says whose row each change stands in for: built_in, own, or a pack."""

    file: PackFile
    here: Pack | None
    differences: tuple[Difference, ...]
    replaced: Mapping[RowKey, str]

    @property
    def digest(self) -> str:
        """Of the changes: the same file gives another one where something else stands here."""
        content = [self.file.digest, [asdict(one) for one in self.differences], sorted(self.replaced.items())]
        return hashlib.sha256(canonical(content).encode()).hexdigest()

    def shown(self, one: Difference) -> dict[str, Any]:
        return {**asdict(one), "replaces": self.replaced.get((one.kind, one.key), "")}


def preview_pack(actor: Actor, content: str | bytes, *, file_name: str = "") -> PackPreview:
    """Writes nothing. Raises CatalogueError with every problem by file and line."""
    actor.check(Action.EDIT_CATALOGUE)
    return _preview(workspace_catalogue(actor.workspace), content, file_name)


@transaction.atomic
def import_pack(actor: Actor, content: str | bytes, *, digest: str, file_name: str = "") -> Pack:
    """Apply what was looked at; doing it again does nothing. Raises Conflict where it would do something else now."""
    actor.check(Action.EDIT_CATALOGUE)
    catalogue = lock_catalogue(actor.workspace)
    preview = _preview(catalogue, content, file_name)
    if preview.here and preview.here.digest == preview.file.digest and not preview.differences:
        return preview.here
    if digest != preview.digest:
        raise Conflict("The pack or this catalogue is not what you looked at. Nothing was changed; look again.")
    if _count_after(catalogue, preview) > MOST_OWN_ROWS:
        raise Invalid(
            {
                "file": [
                    Sentence(
                        "A workspace may have %(most)s entries, controls and links of its own at most.",
                        most=MOST_OWN_ROWS,
                    )
                ]
            }
        )
    pack = _kept(actor, preview)
    _write(actor, catalogue, preview, pack)
    by_change = [one.change for one in preview.differences]
    counts = {change: by_change.count(change) for change in ("new", "changed", "gone")}
    told = {"slug": pack.slug, "title": pack.title, "version": pack.version, **counts}
    record(actor, "pack.imported", pack, changes=told)
    return pack


@transaction.atomic
def remove_pack(actor: Actor, pack: Pack) -> None:
    """With everything that came with it; what it stood in for is back, built in or written by a person."""
    actor.check(Action.EDIT_CATALOGUE)
    catalogue = lock_catalogue(actor.workspace)
    back = take_away(catalogue, [key for key, row in catalogue.own.items() if row.pack_id == pack.pk], by=actor.label)
    told = {"slug": pack.slug, "title": pack.title, "version": pack.version, "back": back}
    record(actor, "pack.removed", pack, changes=told)
    pack.delete()


def export_pack(pack: Pack) -> str:
    """As it stands here. Where people changed or removed rows of it, its version says that it is not the one it was."""
    file = PackFile(pack.slug, pack.title, pack.version, _contents(OwnRow.objects.filter(pack=pack)))
    if file.digest != pack.digest:
        file = replace(file, version=f"{pack.version[:31]}+{file.digest[:8]}")
    return pack_text(file)


def export_own(actor: Actor) -> str:
    """Everything that the workspace wrote or imported, as one pack. Its version is the beginning of its digest."""
    rows = _contents(OwnRow.objects.filter(workspace=actor.workspace))
    slug = f"{re.sub('[^a-z0-9]+', '-', actor.workspace.slug[:70].lower()).strip('-')}-own"
    version = hashlib.sha256(canonical(sorted((*key, row) for key, row in rows.items())).encode()).hexdigest()[:12]
    return pack_text(PackFile(slug, actor.workspace.name, version, rows))


def _contents(rows: Iterable[OwnRow]) -> dict[RowKey, PlainRow]:
    return {(row.kind, row.key): row.content for row in rows}  # type: ignore[misc]  # The column holds the three kinds.


def _preview(catalogue: WorkspaceCatalogue, content: str | bytes, file_name: str) -> PackPreview:
    sources = {key: row.content["source"] for (kind, key), row in catalogue.own.items() if kind == "entry"}
    file = read_pack(content, lambda slug: _without(catalogue, slug), file_name, sources)
    here = Pack.objects.filter(slug=file.slug).first()
    if here and here.version == file.version and here.digest != file.digest:
        problems = Problems()
        other = "version %(version)s of %(pack)s is here already, with other content; give this one its own"
        problems.note(file_name or "pack.yaml", 1, Sentence(other, version=file.version, pack=file.slug))
        raise CatalogueError(problems.lines())
    mine = {key for key, row in catalogue.own.items() if here and row.pack_id == here.pk}
    standing = _standing(catalogue, file.rows.keys() | mine)
    changes = differences(standing, file.rows)
    replaced = {(one.kind, one.key): _whose(catalogue, (one.kind, one.key)) for one in changes if one.change != "new"}
    return PackPreview(file, here, changes, replaced)


def _without(catalogue: WorkspaceCatalogue, slug: str) -> Catalogue:
    """What a file may lean on: everything but the version of itself that it is about to replace."""
    others = {key: row.content for key, row in catalogue.own.items() if not row.pack or row.pack.slug != slug}
    return overlaid(catalogue.builtin, others, frozenset()).everything


def _standing(catalogue: WorkspaceCatalogue, keys: Collection[RowKey]) -> Rows:
    builtin = catalogue_rows(catalogue.builtin)
    own = {key: row.content for key, row in catalogue.own.items()}
    return {key: row for key, row in {**builtin, **own}.items() if key in keys}


def _whose(catalogue: WorkspaceCatalogue, key: RowKey) -> str:
    own = catalogue.own.get(key)
    if own is None:
        return "built_in"
    return own.pack.slug if own.pack else "own"


def _count_after(catalogue: WorkspaceCatalogue, preview: PackPreview) -> int:
    """The rows of the workspace's own once the pack is applied."""
    keys = {(one.kind, one.key): one.change == "gone" for one in preview.differences}
    gone = {key for key, is_gone in keys.items() if is_gone and catalogue.own[key].replaced is None}
    return len((catalogue.own.keys() | keys) - gone)


def _kept(actor: Actor, preview: PackPreview) -> Pack:
    values = {
        "title": preview.file.title,
        "version": preview.file.version,
        "digest": preview.file.digest,
        "imported_by": actor.label,
    }
    pack: Pack = Pack.objects.update_or_create(workspace=actor.workspace, slug=preview.file.slug, defaults=values)[0]
    return pack


def _write(actor: Actor, catalogue: WorkspaceCatalogue, preview: PackPreview, pack: Pack) -> None:
    builtin = catalogue_rows(catalogue.builtin)
    added: list[OwnRow] = []
    gone: list[RowKey] = []
    for one in preview.differences:
        key: RowKey = (one.kind, one.key)
        own = catalogue.own.get(key)
        if one.change == "gone":
            gone.append(key)
            continue
        row = own or OwnRow(workspace=actor.workspace, kind=one.kind, key=one.key)
        put_pack_in_place(row, pack, by=actor.label)
        apply_changes(row, {"content": preview.file.rows[key], "origin": builtin.get(key)}, seen=None, by=actor.label)
        if own:
            row.save()
        else:
            added.append(row)
    OwnRow.objects.bulk_create(added, batch_size=500)
    take_away(catalogue, gone, by=actor.label)
