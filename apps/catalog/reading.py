"""The catalogue as a workspace has it, and how each entry and control of it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from apps.accounts.models import Workspace
from apps.catalog.knowledge import Catalogue
from apps.catalog.models import OwnRow, SwitchedOff
from apps.catalog.overlay import Overlay, overlaid
from apps.catalog.parsing import builtin_catalogue
from apps.catalog.plain_rows import PlainRow, RowKey, RowKind, control_row, entry_row


@dataclass(frozen=True)
class WorkspaceCatalogue:
    """The built-in catalogue, what lies over it, and the two together."""

    builtin: Catalogue
    own: Mapping[RowKey, OwnRow]
    off: Mapping[RowKey, SwitchedOff]
    overlay: Overlay

    def builtin_row(self, kind: RowKind, slug: str) -> PlainRow | None:
        return plain_row(self.builtin, kind, slug)

    def row(self, kind: RowKind, slug: str) -> PlainRow | None:
        """As it stands here, also where it is switched off or cannot be used."""
        own = self.own.get((kind, slug))
        return own.content if own else self.builtin_row(kind, slug)


def plain_row(catalogue: Catalogue, kind: RowKind, slug: str) -> PlainRow | None:
    if kind == "entry":
        entry = catalogue.entries.get(slug)
        return entry_row(entry) if entry else None
    control = catalogue.controls.get(slug)
    return control_row(control) if control else None


def workspace_catalogue(workspace: Workspace) -> WorkspaceCatalogue:
    builtin = builtin_catalogue()
    rows = OwnRow.objects.filter(workspace=workspace).select_related("pack")
    # In an order of their own: it decides between suggestions of equal worth.
    own = {(row.kind, row.key): row for row in rows.order_by("kind", "key")}
    off = {(row.kind, row.slug): row for row in SwitchedOff.objects.filter(workspace=workspace)}
    contents = {key: row.content for key, row in own.items()}
    return WorkspaceCatalogue(builtin, own, off, overlaid(builtin, contents, frozenset(off)))


def catalogue_in(workspace: Workspace) -> Catalogue:
    """What engines use."""
    return workspace_catalogue(workspace).overlay.in_force
