"""A folder of catalogue files → Catalogue, or every problem with file and line. Pure: no Django here."""

import hashlib
from functools import cache
from pathlib import Path

from apps.catalog.checked_rows import Problems, Row, read_rows, read_value, unique
from apps.catalog.control_rows import control_of, link_of
from apps.catalog.entry_rows import entry_of
from apps.catalog.knowledge import Catalogue, Control, Entry, EntryLink, Framework, Reference
from apps.catalog.marked_yaml import Block
from apps.catalog.renumbering import References, with_other_editions
from apps.core.sentences import Sentence

BUILTIN = Path(__file__).parent / "data"


class CatalogueError(ValueError):
    """The catalogue cannot be used. `problems` are lines of `file:line: message`, all of them."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@cache
def builtin_catalogue() -> Catalogue:
    return read_catalogue(BUILTIN)


def read_catalogue(folder: Path) -> Catalogue:
    problems = Problems()
    frameworks = _frameworks(folder, problems)
    references = with_other_editions(folder, _references(folder, frameworks, problems), problems)
    entries = _entries(folder, references, problems)
    links = _links(folder, entries, problems)
    controls = _controls(folder, entries, references, problems)
    if problems.found:
        raise CatalogueError(problems.lines())
    return Catalogue(
        version=content_hash(folder),
        frameworks=frameworks,
        references=references,
        entries=entries,
        links=links,
        controls=controls,
    )


def content_hash(folder: Path) -> str:
    """A hash of every file that the catalogue is read from, names and content; other languages are left out."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        if path.suffixes != [".yaml"]:
            continue  # Another language changes nothing of what is known.
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(folder: Path, name: str) -> list[str]:
    return [f"{name}/{path.name}" for path in sorted((folder / name).glob("*.yaml"))]


def _frameworks(folder: Path, problems: Problems) -> dict[str, Framework]:
    found: dict[str, Framework] = {}
    rows: dict[str, Row] = {}
    for row in read_rows(folder, "frameworks.yaml", problems):
        row.only("key", "title", "edition", "licence", "url")
        key = row.text("key")
        framework = Framework(key, row.text("title"), row.text("edition"), row.text("licence"), row.text("url"))
        if unique(rows, key, row, "framework"):
            rows[key], found[key] = row, framework
    return found


def _references(folder: Path, frameworks: dict[str, Framework], problems: Problems) -> References:
    found: References = {}
    rows: dict[str, Row] = {}
    for name in _files(folder, "references"):
        value = read_value(folder, name, problems)
        if not isinstance(value, Block):
            problems.note(name, 1, "has to be a mapping of framework and items")
            continue
        head = Row(name, value, problems)
        head.only("framework", "items")
        framework = frameworks.get(head.word("framework", list(frameworks)))
        for row in head.rows("items"):
            row.only("identifier", "title")
            reference = row.text("identifier"), row.text("title")
            if framework and unique(rows, f"{framework.key}:{reference[0]}", row, "reference"):
                rows[f"{framework.key}:{reference[0]}"] = row
                found[framework.key, reference[0]] = Reference(framework, *reference)
    return found


def _entries(folder: Path, references: References, problems: Problems) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    rows: dict[str, Row] = {}
    for name in _files(folder, "entries"):
        for row in read_rows(folder, name, problems):
            entry = entry_of(row, cited(row, references))
            if unique(rows, entry.slug, row, "entry"):
                rows[entry.slug], found[entry.slug] = row, entry
    return found


def cited(row: Row, references: References) -> tuple[Reference, ...]:
    """The references that a row cites as `KEY:identifier`."""
    found = []
    for text in row.words("references", needed=False):
        key, _, identifier = text.partition(":")
        reference = references.get((key, identifier))
        if reference is None:
            row.wrong(
                "references", Sentence("'references' cites '%(cited)s', which is in no file of references", cited=text)
            )
        else:
            found.append(reference)
    return tuple(found)


def _links(folder: Path, entries: dict[str, Entry], problems: Problems) -> tuple[EntryLink, ...]:
    found = []
    rows: dict[str, Row] = {}
    for row in read_rows(folder, "links.yaml", problems):
        link = link_of(row, entries)
        if unique(rows, f"{link.threat} {link.hazard}", row, "link"):
            rows[f"{link.threat} {link.hazard}"] = row
            found.append(link)
    return tuple(found)


def _controls(
    folder: Path, entries: dict[str, Entry], references: References, problems: Problems
) -> dict[str, Control]:
    found: dict[str, Control] = {}
    rows: dict[str, Row] = {}
    for name in _files(folder, "controls"):
        for row in read_rows(folder, name, problems):
            control = control_of(row, entries, cited(row, references))
            if unique(rows, control.slug, row, "control"):
                rows[control.slug], found[control.slug] = row, control
    return found
