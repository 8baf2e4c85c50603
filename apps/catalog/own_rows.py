"""Rows that a workspace writes itself: the readers of the files, and what may not be in a text of a stranger. Pure."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from apps.catalog.checked_rows import Problems, Row
from apps.catalog.control_rows import control_of, link_of
from apps.catalog.entry_rows import entry_of
from apps.catalog.knowledge import Control, Entry, EntryLink
from apps.catalog.marked_yaml import Block, Sequence
from apps.catalog.parsing import cited
from apps.catalog.plain_blocks import blocks_of
from apps.catalog.plain_rows import PlainRow, RowKind, control_row, entry_row, link_key, link_row
from apps.catalog.renumbering import References
from apps.core.sentences import Sentence

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = {"slug": 80, "title": 200, "shared_property": 120}
LONGEST_TEXT = 5_000
LONGEST_LIST = 500  # Inside a row.
MOST_OWN_ROWS = 5_000
# Neither table takes half a surrogate or a NUL, and nobody means the other control characters.
UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def own_entry(row: Row, references: References) -> Entry:
    check_texts(row)
    return entry_of(row, cited(row, references))


def own_control(row: Row, slugs: Collection[str], references: References) -> Control:
    check_texts(row)
    return control_of(row, slugs, cited(row, references))


def own_link(row: Row, entries: Mapping[str, Entry]) -> EntryLink:
    check_texts(row)
    return link_of(row, entries)


def check_texts(row: Row) -> None:
    slug = row.block.get("slug")
    if isinstance(slug, str) and not SLUG.fullmatch(slug):
        row.wrong("slug", "'slug' has to be small letters, digits and single hyphens, such as planted-memory")
    for name, longest in LONGEST.items():
        if isinstance(row.block.get(name), str) and len(row.block[name]) > longest:
            row.wrong(name, Sentence("'%(key)s' is longer than %(most)s characters", key=name, most=longest))
    for line, message in unfit(row.block):
        row.problems.note(row.file, line, message)


def unfit(value: Block | Sequence) -> Iterator[tuple[int, str]]:
    """(line, what is wrong) for every text and list inside that no row may hold."""
    if isinstance(value, Sequence) and len(value) > LONGEST_LIST:
        yield value.line, Sentence("a list has at most %(most)s items here", most=LONGEST_LIST)
    for line, inner in _places(value):
        if isinstance(inner, Block | Sequence):
            yield from unfit(inner)
        elif isinstance(inner, str) and len(inner) > LONGEST_TEXT:
            yield line, Sentence("a text is longer than %(most)s characters", most=LONGEST_TEXT)
        elif isinstance(inner, str) and UNFIT.search(inner):
            yield line, Sentence("a text holds a character that nobody can read")


def _places(value: Block | Sequence) -> Iterator[tuple[int, Any]]:
    if isinstance(value, Sequence):
        return zip(value.lines, value, strict=True)
    return ((value.line_of(key), inner) for key, inner in value.items())


class RowError(ValueError):
    """A row cannot be used. `errors` are messages by path: `when[0].is` → what is wrong."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        super().__init__("; ".join(message for messages in errors.values() for message in messages))
        self.errors = errors


def checked_row(
    kind: RowKind, content: PlainRow, entries: Mapping[str, Entry], references: References
) -> tuple[str, PlainRow]:
    """Its key and the row as it is kept. Raises RowError with everything that is wrong."""
    block, paths = blocks_of(content)
    problems = Problems()
    row = Row("", block, problems)
    key, kept = _read(kind, row, entries, references)
    if problems.found:
        errors: dict[str, list[str]] = {}
        for _, line, message in problems.found:
            errors.setdefault(paths[line], []).append(message)
        raise RowError(errors)
    return key, kept


def _read(kind: RowKind, row: Row, entries: Mapping[str, Entry], references: References) -> tuple[str, PlainRow]:
    if kind == "entry":
        entry = own_entry(row, references)
        return entry.slug, entry_row(entry)
    if kind == "control":
        control = own_control(row, entries, references)
        return control.slug, control_row(control)
    link = own_link(row, entries)
    return link_key(link), link_row(link)


def canonical(value: Any) -> str:
    """One text for one value."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
