"""A workspace's catalogue: the built-in one, what the workspace wrote itself, and what it switched off. Pure.

A release may take away what a row of the workspace names. Then a control treats less, a link falls out, and an entry
that can no longer be read is left out and told of: a run must not fail because somebody else's catalogue moved on.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from apps.catalog.checked_rows import Problems, Row
from apps.catalog.knowledge import Catalogue, Control, Entry, EntryLink
from apps.catalog.own_rows import canonical, own_control, own_entry, own_link
from apps.catalog.plain_blocks import blocks_of
from apps.catalog.plain_rows import RowKey, Rows, link_key
from apps.catalog.renumbering import References


@dataclass(frozen=True)
class Overlay:
    """`everything` also has what is switched off, for browsing; engines get what is `in_force`."""

    everything: Catalogue
    in_force: Catalogue
    problems: Mapping[RowKey, str]  # Rows of the workspace that cannot be used, and why.
    readable: Mapping[RowKey, Entry | Control]  # As much of them as can be read, so that they can be seen and mended.


def overlaid(builtin: Catalogue, own: Rows, off: frozenset[RowKey]) -> Overlay:
    if not own and not off:
        return Overlay(builtin, builtin, {}, {})
    return _overlaid(_Content(builtin, _version(builtin, own, off), own, off))


@dataclass(frozen=True)
class _Content:
    """What an overlay is made of. Its version tells it apart, so that what says the same is read once."""

    builtin: Catalogue
    version: str
    own: Rows = field(compare=False)
    off: frozenset[RowKey] = field(compare=False)


@lru_cache(
    maxsize=16
)  # Equal content gives the same catalogue, so that what engines worked out from it is found again.
def _overlaid(content: _Content) -> Overlay:
    builtin, own = content.builtin, content.own
    reader = _Reader(dict(builtin.references))
    entries = dict(builtin.entries) | reader.entries(own)
    everything = replace(
        builtin,
        version=content.version,
        entries=entries,
        controls=dict(builtin.controls) | reader.controls(own, entries),
        links=tuple(({link_key(link): link for link in builtin.links} | reader.links(own, entries)).values()),
    )
    return Overlay(everything, in_force(everything, content.off), reader.problems, reader.readable)


def in_force(everything: Catalogue, off: frozenset[RowKey]) -> Catalogue:
    """Without what is switched off, and without links and treatments of what is not there."""
    entries = {slug: entry for slug, entry in everything.entries.items() if ("entry", slug) not in off}
    controls = {
        slug: replace(control, treats=tuple(treated for treated in control.treats if treated in entries))
        for slug, control in everything.controls.items()
        if ("control", slug) not in off
    }
    links = tuple(link for link in everything.links if link.threat in entries and link.hazard in entries)
    return replace(everything, entries=entries, controls=controls, links=links)


def _version(builtin: Catalogue, own: Rows, off: frozenset[RowKey]) -> str:
    content = [builtin.version, sorted((*key, row) for key, row in own.items()), sorted(off)]
    return hashlib.sha256(canonical(content).encode()).hexdigest()


class _Reader:
    """Reads what can be read of the workspace's rows, and notes why the rest cannot."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.problems: dict[RowKey, str] = {}
        self.readable: dict[RowKey, Entry | Control] = {}

    def entries(self, own: Rows) -> dict[str, Entry]:
        found = {}
        for key, row, problems in self._rows(own, "entry"):
            entry = own_entry(row, self.references)
            if self._is_fine(key, problems):
                found[entry.slug] = entry
            else:
                self.readable[key] = replace(entry, slug=key[1])
        return found

    def controls(self, own: Rows, entries: Mapping[str, Entry]) -> dict[str, Control]:
        found = {}
        for key, row, problems in self._rows(own, "control"):
            control = own_control(row, own[key]["treats"], self.references)
            if self._is_fine(key, problems):
                found[control.slug] = replace(control, treats=tuple(slug for slug in control.treats if slug in entries))
            else:
                self.readable[key] = replace(control, slug=key[1])
        return found

    def links(self, own: Rows, entries: Mapping[str, Entry]) -> dict[str, EntryLink]:
        found = {}
        for key, row, problems in self._rows(own, "link"):
            link = own_link(row, entries)
            if self._is_fine(key, problems):
                found[link_key(link)] = link
        return found

    def _rows(self, own: Rows, kind: str) -> list[tuple[RowKey, Row, Problems]]:
        found = []
        for key, content in own.items():
            if key[0] == kind:
                problems = Problems()
                found.append((key, Row("", blocks_of(content)[0], problems), problems))
        return found

    def _is_fine(self, key: RowKey, problems: Problems) -> bool:
        if problems.found:
            self.problems[key] = "; ".join(message for _, _, message in problems.found)
        return not problems.found
