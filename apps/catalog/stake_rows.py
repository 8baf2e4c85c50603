"""The stake file → what is often at stake, checked like the other files of the catalogue. Pure: no Django here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from apps.catalog.checked_rows import Problems, Row, read_rows, unique
from apps.catalog.entry_rows import TARGETS, condition_of
from apps.catalog.knowledge import Condition
from apps.catalog.parsing import BUILTIN, CatalogueError
from apps.catalog.taxonomy import VOCABULARY
from apps.core.sentences import Sentence

StakeType = Literal["asset", "loss", "assumption"]
FIELDS = ("slug", "type", "title", "gist", "kinds", "when", "needs", "data_classes", "impact", "irreversible")


@dataclass(frozen=True, slots=True, eq=False)  # Told apart by identity, as tables have no hash.
class StakeEntry:
    """An asset, loss or assumption that a system of some shape often has. Whoever picks it makes it theirs."""

    slug: str
    type: StakeType
    title: str
    gist: str
    kinds: frozenset[str]
    when: tuple[Condition, ...]  # empty: applies by kind alone
    needs: Mapping[str, Any] = field(default_factory=dict)  # of an asset: property → level
    data_classes: tuple[str, ...] = ()  # of an asset
    impact: Mapping[str, Any] = field(default_factory=dict)  # of a loss: kind of impact → 1..5
    irreversible: bool = False  # of a loss


@cache
def builtin_stake() -> tuple[StakeEntry, ...]:
    return read_stake(BUILTIN)


def read_stake(folder: Path) -> tuple[StakeEntry, ...]:
    """Raises CatalogueError with every problem, by file and line."""
    problems = Problems()
    rows: dict[str, Row] = {}
    found = []
    for row in read_rows(folder, "stake.yaml", problems):
        entry = _stake_of(row)
        if unique(rows, entry.slug, row, "stake entry"):
            rows[entry.slug] = row
            found.append(entry)
    if problems.found:
        raise CatalogueError(problems.lines())
    return tuple(found)


def _stake_of(row: Row) -> StakeEntry:
    row.only(*FIELDS)
    kinds = row.words("kinds", TARGETS)
    return StakeEntry(
        slug=row.text("slug"),
        type=row.word("type", get_args(StakeType)),
        title=row.text("title"),
        gist=row.text("gist"),
        kinds=frozenset(kinds),
        when=tuple(condition_of(condition, kinds) for condition in row.rows("when")),
        needs=_table(row, "needs"),
        data_classes=row.words("data_classes", VOCABULARY.attributes["data_classes"].values, needed=False),
        impact={kind: _level(row, value) for kind, value in _table(row, "impact").items()},
        irreversible=row.block.get("irreversible") is True,
    )


def _level(row: Row, value: object) -> int:
    if isinstance(value, str) and value in "12345":
        return int(value)
    row.wrong("impact", Sentence("'impact' is '%(value)s' somewhere; it has to be 1 to 5", value=value))
    return 1


def _table(row: Row, key: str) -> dict[str, Any]:
    """Its names and values are those of the models above, which check them when somebody picks it – and a test now."""
    return dict(row.row(key).block) if key in row.block else {}
