"""What an edition of a framework renumbered: references learn their other numbers. Pure: no Django here."""

from dataclasses import replace
from pathlib import Path

from apps.catalog.checked_rows import Problems, Row, read_rows, unique
from apps.catalog.knowledge import Reference
from apps.core.sentences import Sentence

References = dict[tuple[str, str], Reference]


def with_other_editions(folder: Path, references: References, problems: Problems) -> References:
    """The references, those named in `renumbered.yaml` with `formerly` and `now`."""
    found = dict(references)
    olds: dict[str, Row] = {}
    news: dict[str, Row] = {}
    for row in read_rows(folder, "renumbered.yaml", problems):
        row.only("old", "new")
        old, new = _end(row, "old", references), _end(row, "new", references)
        if old is None or new is None or not _are_editions_of_one(old, new, row):
            continue
        if unique(olds, old.cited, row, "old number") and unique(news, new.cited, row, "new number"):
            olds[old.cited] = news[new.cited] = row
            found[_key(old)] = replace(found[_key(old)], now=new.cited)
            found[_key(new)] = replace(found[_key(new)], formerly=old.cited)
    return found


def _key(reference: Reference) -> tuple[str, str]:
    return reference.framework.key, reference.identifier


def _end(row: Row, name: str, references: References) -> Reference | None:
    key, _, identifier = row.text(name).partition(":")
    reference = references.get((key, identifier))
    if reference is None:
        unknown = "'%(key)s' is '%(value)s', which is in no file of references"
        row.wrong(name, Sentence(unknown, key=name, value=row.block.get(name) or ""))
    return reference


def _are_editions_of_one(old: Reference, new: Reference, row: Row) -> bool:
    if old.framework.title == new.framework.title and old.framework.edition != new.framework.edition:
        return True
    unfit = "'new' is '%(cited)s', which is in no other edition of %(framework)s"
    row.wrong("new", Sentence(unfit, cited=new.cited, framework=old.framework.title))
    return False
