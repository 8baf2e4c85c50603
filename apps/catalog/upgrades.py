"""What the last upgrade of the built-in catalogue means to a workspace."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from apps.accounts.models import Workspace
from apps.catalog.differences import Change, Difference, field_differences, title_of
from apps.catalog.models import CatalogueVersion
from apps.catalog.plain_rows import catalogue_rows
from apps.catalog.reading import WorkspaceCatalogue, workspace_catalogue


def last_upgrade(workspace: Workspace) -> dict[str, Any]:
    """Its differences, the entries touched, the workspace's copies whose original changed, and rows that broke."""
    catalogue = workspace_catalogue(workspace)
    loaded = CatalogueVersion.objects.first()
    changes = loaded.differences if loaded else []
    return {
        "version": catalogue.builtin.version,
        "previous": loaded.previous if loaded else "",
        "loaded_at": loaded.loaded_at if loaded else None,
        "differences": [{**one, "replaces": "built_in" if one["change"] != "new" else ""} for one in changes],
        "touched": frozenset(one["key"] for one in changes if one["kind"] == "entry" and one["change"] != "new"),
        "copies": [{**one, "replaces": "own"} for one in _copies(catalogue)],
        "unusable": {f"{kind} {key}": why for (kind, key), why in catalogue.overlay.problems.items()},
    }


def _copies(catalogue: WorkspaceCatalogue) -> Iterator[dict[str, Any]]:
    builtin = catalogue_rows(catalogue.builtin)
    for key, own in sorted(catalogue.own.items()):
        now = builtin.get(key)
        if not own.origin or now == own.origin:
            continue
        change: Change = "changed" if now else "gone"
        fields = tuple(field_differences(own.origin, now)) if now else ()
        yield asdict(Difference(*key, title_of(own.content), change, fields))
