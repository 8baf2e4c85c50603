"""Rows of a catalogue file, read field by field; what is wrong is noted with file and line. Pure: no Django here."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from apps.catalog import marked_yaml
from apps.catalog.marked_yaml import Block, Sequence
from apps.core.sentences import Sentence
from apps.core.visible import is_visible

ONE_OF = "'%(key)s' is '%(value)s'; it has to be one of: %(allowed)s"


@dataclass
class Problems:
    """Everything that is wrong so far, in the order of reading."""

    found: list[tuple[str, int, str]] = field(default_factory=list)

    def note(self, file: str, line: int, message: str) -> None:
        self.found.append((file, line, message))

    def lines(self) -> list[str]:
        """As `file:line: message`, from the top of each file down, so that one pair of eyes can follow."""
        found = sorted(self.found, key=lambda one: one[:2])
        return [
            Sentence("%(place)s: %(message)s", place=f"{file}:{line}", message=message) for file, line, message in found
        ]


@dataclass(frozen=True)
class Row:
    """One mapping of a file. Each reader returns something of the right type, also where it notes a problem."""

    file: str
    block: Block
    problems: Problems

    def wrong(self, key: str, message: str) -> None:
        self.problems.note(self.file, self.block.line_of(key), message)

    def _unfit(self, key: str, message: Sentence) -> None:
        self.wrong(key, message if key in self.block else Sentence("'%(key)s' is missing", key=key))

    def only(self, *keys: str) -> None:
        for key in self.block:
            if key not in keys:
                self.wrong(
                    key,
                    Sentence("'%(key)s' is not a field here; the fields are: %(known)s", key=key, known=keys),
                )

    def text(self, key: str, *, needed: bool = True) -> str:
        value = self.block.get(key)
        if isinstance(value, str) and is_visible(value):
            return value
        if needed or value is not None:
            self._unfit(key, Sentence("'%(key)s' has to be a text that can be seen", key=key))
        return ""

    def word(self, key: str, allowed: Collection[str]) -> Any:
        """One of the allowed words; typed Any because the caller's Literal cannot be said here."""
        value = self.text(key)
        if value and value not in allowed:
            self.wrong(key, Sentence(ONE_OF, key=key, value=value, allowed=allowed))
        return value

    def words(self, key: str, allowed: Collection[str] | None = None, *, needed: bool = True) -> tuple[str, ...]:
        value = self.block.get(key)
        if value is None and not needed and key not in self.block:
            return ()
        if (
            not isinstance(value, Sequence)
            or not all(isinstance(item, str) for item in value)
            or (needed and not value)
        ):
            self._unfit(key, Sentence("'%(key)s' has to be a list of words", key=key))
            return ()
        for item, line in zip(value, value.lines, strict=True):
            if allowed is not None and item not in allowed:
                holds = "'%(key)s' holds '%(item)s'; allowed are: %(allowed)s"
                self.problems.note(self.file, line, Sentence(holds, key=key, item=item, allowed=allowed))
        if len(set(value)) < len(value):
            self.wrong(key, Sentence("'%(key)s' names something twice", key=key))
        return tuple(dict.fromkeys(value))

    def row(self, key: str) -> "Row":
        value = self.block.get(key)
        if isinstance(value, Block):
            return Row(self.file, value, self.problems)
        self._unfit(key, Sentence("'%(key)s' has to be a mapping", key=key))
        return Row(self.file, Block(self.block.line_of(key)), Problems())  # What misses inside is not worth saying too.

    def rows(self, key: str) -> list["Row"]:
        value = self.block.get(key)
        if not isinstance(value, Sequence):
            self._unfit(key, Sentence("'%(key)s' has to be a list", key=key))
            return []
        return list(rows_of(value, self.file, self.problems))


def rows_of(value: Sequence, file: str, problems: Problems) -> Iterator[Row]:
    for item, line in zip(value, value.lines, strict=True):
        if isinstance(item, Block):
            yield Row(file, item, problems)
        else:
            problems.note(file, line, "has to be a mapping")


def read_value(folder: Path, name: str, problems: Problems) -> Any:
    """The value of one file, or None with a problem noted."""
    try:
        value = marked_yaml.read(folder / name)
    except FileNotFoundError:
        problems.note(name, 1, "the file is missing")
    except UnicodeDecodeError:
        problems.note(name, 1, "the file is not UTF-8")
    except marked_yaml.YamlError as error:
        problems.note(name, error.line, error.message)
    else:
        for line, key in marked_yaml.repeated_keys(value):
            problems.note(name, line, Sentence("'%(key)s' stands twice in one mapping", key=key))
        return value
    return None


def read_rows(folder: Path, name: str, problems: Problems) -> list[Row]:
    """The rows of a file that holds a list of mappings. An empty file holds none."""
    value = read_value(folder, name, problems)
    if value is None:
        return []
    if not isinstance(value, Sequence):
        problems.note(name, 1, "has to be a list")
        return []
    return list(rows_of(value, name, problems))


def unique(rows: Mapping[str, Row], key: str, row: Row, what: str) -> bool:
    """Whether this key is new among the rows; notes where the first one stands if not."""
    first = rows.get(key)
    if first is not None:
        place = f"{first.file}:{first.block.line}"
        twice = "%(what)s '%(key)s' is defined twice; first at %(place)s"
        row.wrong("", Sentence(twice, what=Sentence(what), key=key, place=place))
    return first is None and bool(key)
