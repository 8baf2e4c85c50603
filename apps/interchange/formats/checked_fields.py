"""Objects of a model file, read field by field; whatever is wrong is noted by path. Pure: no Django here."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from apps.catalog.taxonomy import attribute_problems
from apps.core.sentences import Sentence
from apps.core.visible import is_visible
from apps.interchange.formats.strict_json import Problem, join, shown

ID_LENGTH = 200
MOST_WORDS = 1_000  # Items of one list of words, such as tags.


def _none_of(allowed: Collection[str], value: Any) -> Sentence:
    return Sentence("is %(value)s; it has to be one of: %(allowed)s", value=shown(value), allowed=allowed)


@dataclass(frozen=True)
class Fields:
    """One object of the file. Each reader returns something of the right type, also where it notes a problem."""

    value: Mapping[str, Any]
    path: str
    problems: list[Problem]
    read: dict[str, None] = field(default_factory=dict)  # The fields that were asked for; all others are unknown ones.

    def wrong(self, key: str, message: str) -> None:
        self.problems.append(Problem(join(self.path, key) if key else self.path, message))

    def _unfit(self, key: str, message: Sentence) -> None:
        self.wrong(key, message if key in self.value else "is missing")

    def _given(self, key: str) -> Any:
        self.read[key] = None
        return self.value.get(key)

    def text(self, key: str, limit: int, *, needed: bool = False) -> str:
        value = self._given(key)
        if value is None and key not in self.value:
            if needed:
                self.wrong(key, "is missing")
            return ""
        if not isinstance(value, str):
            self.wrong(key, Sentence("has to be a text, not %(value)s", value=shown(value)))
            return ""
        if len(value) > limit:
            self.wrong(key, Sentence("is longer than %(most)s characters", most=limit))
        if needed and not value.strip():
            self.wrong(key, "is empty")
        elif needed and not is_visible(value):
            self.wrong(key, "has nothing that can be seen")
        return value

    def optional_text(self, key: str, limit: int) -> str | None:
        """A text or null; null and absent are the same."""
        if self._given(key) is None:
            return None
        return self.text(key, limit, needed=True)

    def word(self, key: str, allowed: Collection[str], *, needed: bool = False) -> str | None:
        value = self._given(key)
        if value is None and not needed:
            return None
        if not isinstance(value, str) or value not in allowed:
            if key in self.value:
                self.wrong(key, _none_of(allowed, value))
            else:
                missing = "is missing; it has to be one of: %(allowed)s"
                self.wrong(key, Sentence(missing, allowed=allowed))
            return None
        return value

    def flag(self, key: str) -> bool:
        value = self._given(key)
        if key in self.value and not isinstance(value, bool):
            self.wrong(key, Sentence("has to be true or false, not %(value)s", value=shown(value)))
        return value is True

    def number(self, key: str, smallest: float, largest: float) -> float:
        value = self._given(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._unfit(key, Sentence("has to be a number, not %(value)s", value=shown(value)))
            return 0.0
        if not smallest <= value <= largest:
            between = "has to lie between %(smallest)s and %(largest)s"
            self.wrong(key, Sentence(between, smallest=f"{smallest:g}", largest=f"{largest:g}"))
        return float(value) if abs(value) < 2**53 else 0.0

    def words(self, key: str, allowed: Collection[str] | None = None, limit: int = ID_LENGTH) -> tuple[str, ...]:
        value = self._given(key)
        if key not in self.value:
            return ()
        if not isinstance(value, list):
            self.wrong(key, Sentence("has to be a list, not %(value)s", value=shown(value)))
            return ()
        if len(value) > MOST_WORDS and allowed is not None:
            self.wrong(key, Sentence("has more than %(most)s items", most=MOST_WORDS))
            return ()
        for index, item in enumerate(value):
            if not isinstance(item, str) or not 0 < len(item) <= limit:
                unfit = "has to be a text of 1 to %(most)s characters, not %(value)s"
                self.wrong(f"{key}[{index}]", Sentence(unfit, most=limit, value=shown(item)))
            elif allowed is not None and item not in allowed:
                self.wrong(f"{key}[{index}]", _none_of(allowed, item))
        found = [item for item in value if isinstance(item, str)]
        if len(set(found)) < len(found):
            self.wrong(key, "names something twice")
        return tuple(dict.fromkeys(found))

    def table(self, key: str, allowed: Collection[str] | None, check: Callable[[Any], str | None]) -> dict[str, Any]:
        """A mapping whose keys are among the allowed ones and whose values pass the check."""
        value = self._given(key)
        if key not in self.value:
            return {}
        if not isinstance(value, dict):
            self.wrong(key, Sentence("has to be an object, not %(value)s", value=shown(value)))
            return {}
        for name, item in value.items():
            if allowed is not None and name not in allowed:
                self.wrong(join(key, name), Sentence("is not known; allowed are: %(allowed)s", allowed=allowed))
            elif message := check(item):
                self.wrong(join(key, name), message)
        return value

    def attributes(self, kind: str | None) -> Mapping[str, Any]:
        """Attributes of the vocabulary, as this kind may carry them. Of an unknown kind nothing more is said."""
        value = self.table("attributes", None, lambda _: None)
        for name, message in attribute_problems(kind, value) if kind else ():
            self.wrong(join("attributes", name), message)
        return {name: tuple(item) if isinstance(item, list) else item for name, item in value.items()}

    def day(self, key: str) -> str | None:
        value = self.optional_text(key, 10)
        if value:
            try:
                date.fromisoformat(value)
            except ValueError:
                self.wrong(key, Sentence("has to be a date such as 2026-11-24, not %(value)s", value=shown(value)))
        return value

    def part(self, key: str) -> "Fields":
        value = self._given(key)
        if not isinstance(value, dict):
            self._unfit(key, Sentence("has to be an object, not %(value)s", value=shown(value)))
            return Fields({}, join(self.path, key), [])  # What misses inside is not worth saying too.
        return Fields(value, join(self.path, key), self.problems)

    def parts(self, key: str, most: int) -> list["Fields"]:
        value = self._given(key)
        if key not in self.value:
            return []
        if not isinstance(value, list):
            self.wrong(key, Sentence("has to be a list, not %(value)s", value=shown(value)))
            return []
        if len(value) > most:
            self.wrong(key, Sentence("has more than %(most)s items", most=most))
            return []
        found = []
        for index, item in enumerate(value):
            path = f"{join(self.path, key)}[{index}]"
            if isinstance(item, dict):
                found.append(Fields(item, path, self.problems))
            else:
                unfit = Sentence("has to be an object, not %(value)s", value=shown(item))
                self.problems.append(Problem(path, unfit))
        return found

    def unread(self) -> dict[str, Any]:
        """The fields that nothing asked for, as they are."""
        return {key: value for key, value in self.value.items() if key not in self.read}
