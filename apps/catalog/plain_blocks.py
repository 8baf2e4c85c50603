"""Plain JSON values as the blocks that the readers of rows take. Pure: no Django here.

There are no lines in JSON that a person would look up, so a "line" is a number in the list of paths.
"""

from typing import Any

from apps.catalog.marked_yaml import Block, Sequence


def blocks_of(value: Any) -> tuple[Any, list[str]]:
    """The value, and the path of each line: `when[0].is`, or empty for the whole."""
    paths = [""]
    return _block_of(value, 0, paths), paths


def _block_of(value: Any, line: int, paths: list[str]) -> Any:
    if isinstance(value, dict):
        block = Block(line)
        for key, inner in value.items():
            block.lines[key] = _numbered(f"{paths[line]}.{key}" if line else str(key), paths)
            block[key] = _block_of(inner, block.lines[key], paths)
        return block
    if isinstance(value, list):
        sequence = Sequence(line)
        for position, inner in enumerate(value):
            sequence.lines.append(_numbered(f"{paths[line]}[{position}]", paths))
            sequence.append(_block_of(inner, sequence.lines[-1], paths))
        return sequence
    return value


def _numbered(path: str, paths: list[str]) -> int:
    paths.append(path)
    return len(paths) - 1
