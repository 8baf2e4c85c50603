"""Entries and controls that a workspace writes itself, and packs of them."""

import json
from typing import Any

import yaml

from apps.catalog.plain_rows import control_row, entry_row
from tests.factories.catalogue import APPROVAL, SMALL


def own_entry_row(slug: str, **fields: Any) -> dict[str, Any]:
    """A hazard of tools, in the form of the files."""
    return {**entry_row(SMALL.entries["tool-slips"]), "slug": slug, **fields}


def own_control_row(slug: str, **fields: Any) -> dict[str, Any]:
    return {**control_row(APPROVAL), "slug": slug, **fields}


def pack_of(*rows: Any, slug: str = "house-rules", version: str = "1", **lists: Any) -> str:
    document = {"pack": slug, "title": "House rules", "version": version, "entries": list(rows), **lists}
    # Through JSON, so that what stands twice is written twice and not as an alias.
    return yaml.safe_dump(json.loads(json.dumps(document)), sort_keys=False)


HOUSE_RULES = pack_of(
    own_entry_row("tool-rusts", title="A tool that nobody looks after stops working"),
    own_entry_row("tool-slips", gist="In this house it slips more often."),
)
