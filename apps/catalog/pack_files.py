"""Packs: entries, links and controls as one YAML document, from workspace to workspace. Pure: no Django here."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import yaml

from apps.catalog import marked_yaml
from apps.catalog.checked_rows import Problems, Row, unique
from apps.catalog.knowledge import Catalogue, Entry
from apps.catalog.marked_yaml import Block
from apps.catalog.own_rows import SLUG, canonical, check_texts, own_control, own_entry, own_link
from apps.catalog.parsing import CatalogueError
from apps.catalog.plain_rows import PlainRow, RowKey, RowKind, Rows, control_row, entry_row, link_key, link_row
from apps.core.sentences import Sentence

LARGEST = 1_000_000  # Bytes.
LONGEST_TITLE, LONGEST_VERSION, LONGEST_SLUG = 200, 40, 80
NO_SOURCES: Mapping[str, str] = MappingProxyType({})
LISTS: dict[str, RowKind] = {"entries": "entry", "links": "link", "controls": "control"}


@dataclass(frozen=True)
class PackFile:
    slug: str
    title: str
    version: str
    rows: Rows

    @property
    def digest(self) -> str:
        """Of what it says, however it is written down."""
        rows = sorted((*key, row) for key, row in self.rows.items())
        return hashlib.sha256(canonical([self.slug, self.title, self.version, rows]).encode()).hexdigest()


def read_pack(
    content: str | bytes, known_to: Callable[[str], Catalogue], file: str = "", sources: Mapping[str, str] = NO_SOURCES
) -> PackFile:
    """Rows may name what is `known_to` a pack of that slug; `sources` are of all entries of the workspace by slug.

    Raises CatalogueError with every `file:line: message`.
    """
    problems = Problems()
    file = file or "pack.yaml"
    document = _document(content, file, problems)
    if document is None:
        raise CatalogueError(problems.lines())
    pack = _PackReader(Row(file, document, problems), known_to(str(document.get("pack"))), sources).pack()
    if problems.found:
        raise CatalogueError(list(dict.fromkeys(problems.lines())))
    return pack


def _document(content: str | bytes, file: str, problems: Problems) -> Block | None:
    try:
        text = _text(content)
        value = marked_yaml.parse_foreign(text)
    except marked_yaml.YamlError as error:
        problems.note(file, error.line, error.message)
        return None
    if not isinstance(value, Block):
        problems.note(file, 1, "has to be a mapping with pack, title, version, entries, links and controls")
        return None
    for line, key in marked_yaml.repeated_keys(value):
        problems.note(file, line, Sentence("'%(key)s' stands twice in one mapping", key=key))
    return value


def _text(content: str | bytes) -> str:
    try:
        raw = content.encode() if isinstance(content, str) else content
        if len(raw) > LARGEST:
            too_large = Sentence("it has %(size)s bytes; a pack may have %(most)s", size=len(raw), most=LARGEST)
            raise marked_yaml.YamlError(1, too_large)
        return raw.decode("utf-8-sig")
    except UnicodeError as error:
        raise marked_yaml.YamlError(1, "the file is not UTF-8") from error


class _PackReader:
    def __init__(self, head: Row, known: Catalogue, sources: Mapping[str, str]) -> None:
        self.head, self.known = head, known
        self.sources = {slug: entry.source for slug, entry in known.entries.items()} | dict(sources)
        self.references = dict(known.references)
        self.rows: dict[RowKey, PlainRow] = {}
        self.first: dict[str, Row] = {}

    def pack(self) -> PackFile:
        head = self.head
        head.only("pack", "title", "version", *LISTS)
        slug, title, version = head.text("pack"), head.text("title"), head.text("version")
        if slug and (not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG):
            head.wrong("pack", "'pack' has to be small letters, digits and single hyphens, such as acme-robots")
        for name, text, longest in (("title", title, LONGEST_TITLE), ("version", version, LONGEST_VERSION)):
            if len(text) > longest:
                head.wrong(name, Sentence("'%(key)s' is longer than %(most)s characters", key=name, most=longest))
        self._check_head()
        entries = dict(self.known.entries) | self._entries()
        self._controls(entries)
        self._links(entries)
        return PackFile(slug, title, version, self.rows)

    def _check_head(self) -> None:
        """Without the lists: their rows are checked one by one, and there may be more of them than a row may hold."""
        texts = Block(self.head.block.line)
        for key, value in self.head.block.items():
            if key not in LISTS:
                texts[key], texts.lines[key] = value, self.head.block.line_of(key)
        check_texts(Row(self.head.file, texts, self.head.problems))

    def _entries(self) -> dict[str, Entry]:
        found = {}
        for row in self._list("entries"):
            entry = own_entry(row, self.references)
            before = self.sources.get(entry.slug)
            if before and before != entry.source:
                kept = "'source' of %(slug)s is %(source)s here; an entry keeps its source"
                row.wrong("source", Sentence(kept, slug=entry.slug, source=before))
            if self._keep(("entry", entry.slug), entry_row(entry), row):
                found[entry.slug] = entry
        return found

    def _controls(self, entries: dict[str, Entry]) -> None:
        for row in self._list("controls"):
            control = own_control(row, entries, self.references)
            self._keep(("control", control.slug), control_row(control), row)

    def _links(self, entries: dict[str, Entry]) -> None:
        for row in self._list("links"):
            link = own_link(row, entries)
            self._keep(("link", link_key(link)), link_row(link), row)

    def _list(self, name: str) -> Iterable[Row]:
        return self.head.rows(name) if name in self.head.block else ()

    def _keep(self, key: RowKey, content: PlainRow, row: Row) -> bool:
        is_new = unique(self.first, f"{key[0]} {key[1]}", row, key[0])
        if is_new:
            self.first[f"{key[0]} {key[1]}"] = row
            self.rows[key] = content
        return is_new


class _PlainDumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """What stands twice is written twice: anchors are refused when it is read again."""
        return True


def pack_text(pack: PackFile) -> str:
    """Reading it again gives an equal pack."""
    document = {"pack": pack.slug, "title": pack.title, "version": pack.version, **dict(_lists(pack.rows))}
    return yaml.dump(document, Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=110)


def _lists(rows: Rows) -> Iterator[tuple[str, list[PlainRow]]]:
    for name, kind in LISTS.items():
        found = [row for key, row in sorted(rows.items()) if key[0] == kind]
        if found:
            yield name, found
