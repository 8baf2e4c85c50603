"""YAML of the catalogue as plain values that know their line. Pure: no Django here.

PyYAML's C parser builds the node tree (about fifteen times faster than a parser in Python); turning nodes into values
is done here, so that every value keeps its line, and all but `true`, `false` and null is text (`on`, `2025`, `1.10`).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from apps.core.sentences import Sentence

Loader: Any = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # Built without libyaml it is slower, and right all the same.
DEEPEST = 32
NOT_QUOTED = (None, "")


class YamlError(ValueError):
    """The text is no YAML of the plain kind that the catalogue uses."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


class Block(dict[str, Any]):
    """A mapping. `lines` holds the line of each key, `repeated` the keys that stood there twice."""

    __slots__ = ("line", "lines", "repeated")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}
        self.repeated: list[str] = []

    def line_of(self, key: str) -> int:
        return self.lines.get(key, self.line)


class Sequence(list[Any]):
    """A list. `lines` holds the line of each item."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


def read(path: Path) -> Any:
    """The value of a file: Block, Sequence, str, bool or None."""
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> Any:
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = Sentence("not YAML: %(reason)s", reason=error.problem or error.context)
        raise YamlError(mark.line + 1 if mark else 1, reason) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise YamlError(1, Sentence("not YAML: %(reason)s", reason=error)) from error
    return None if node is None else _value(node, set(), 0)


def parse_foreign(text: str) -> Any:
    """As `parse`, for a text from outside: nesting without end would take the parser, which recurses, down with it."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise YamlError(_line(event), Sentence("nested deeper than %(deepest)s levels", deepest=DEEPEST))
            if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
                raise YamlError(_line(event), "anchors and aliases are not used here")
    except yaml.YAMLError:
        pass  # The parser finds it again, and says where.
    return parse(text)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _value(node: yaml.Node, seen: set[int], depth: int) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    line = node.start_mark.line + 1
    if id(node) in seen:
        raise YamlError(line, "anchors and aliases are not used here")
    if depth > DEEPEST:
        raise YamlError(line, Sentence("nested deeper than %(deepest)s levels", deepest=DEEPEST))
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return _block(node, seen, depth)
    sequence = Sequence(line)
    for item in node.value:
        sequence.append(_value(item, seen, depth + 1))
        sequence.lines.append(item.start_mark.line + 1)
    return sequence


def _block(node: yaml.MappingNode, seen: set[int], depth: int) -> Block:
    block = Block(node.start_mark.line + 1)
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise YamlError(key_node.start_mark.line + 1, "a key has to be a word")
        key = key_node.value
        if key in block:
            block.repeated.append(key)
        block[key] = _value(value_node, seen, depth + 1)
        block.lines[key] = key_node.start_mark.line + 1
    return block


def _scalar(node: yaml.ScalarNode) -> str | bool | None:
    text = node.value
    if node.style not in NOT_QUOTED:
        return str(text)
    if text in ("true", "false"):
        return bool(text == "true")
    if text in ("", "null", "~"):
        return None
    return str(text)


def repeated_keys(value: Any) -> Iterator[tuple[int, str]]:
    """(line, key) of every key that stands twice in one mapping, anywhere inside."""
    if isinstance(value, Block):
        yield from ((value.lines[key], key) for key in value.repeated)
        for inner in value.values():
            yield from repeated_keys(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from repeated_keys(inner)
