"""Rules that every file of the repository keeps."""

import ast
import re
import statistics
from pathlib import Path

import pytest

from tests.project.tracked import ROOT, text_of, tracked_files

CODE = {".py", ".ts", ".tsx"}
GENERATED = ("/migrations/", "schema.d.ts")
MOST_LINES = 400
SHAPELESS = {"utils", "helpers", "common", "misc", "managers"}
# Put together here, so that this file does not name them itself.
PRIVATE = re.compile("|".join(["/" + r"(?:root|home|Users)/(?!linuxbrew)\w", r"\b10\.\d+\.\d+\.\d+\b", "file:" + "//"]))


def _code() -> list[Path]:
    return [
        path for path in tracked_files() if path.suffix in CODE and not any(part in f"/{path}" for part in GENERATED)
    ]


def _functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(text_of(path))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_no_file_of_code_is_longer_than_400_lines() -> None:
    too_long = {str(path): lines for path in _code() if (lines := len(text_of(path).splitlines())) > MOST_LINES}
    assert too_long == {}


def test_most_files_and_functions_are_short() -> None:
    product = [path for path in _code() if path.parts[0] in {"apps", "config"}]
    lines = [len(text_of(path).splitlines()) for path in product if path.name != "__init__.py"]
    assert statistics.median(lines) <= 80
    lengths = sorted((node.end_lineno or 0) - node.lineno + 1 for path in product for node in _functions(path))
    assert statistics.median(lengths) <= 10
    assert lengths[int(len(lengths) * 0.9)] <= 30


def test_every_python_module_says_in_its_first_line_what_belongs_in_it() -> None:
    modules = [path for path in _code() if path.suffix == ".py" and text_of(path).strip()]
    assert [str(path) for path in modules if not ast.get_docstring(ast.parse(text_of(path)))] == []


def test_no_module_has_a_name_without_a_meaning() -> None:
    assert [str(path) for path in _code() if SHAPELESS & {part.removesuffix(path.suffix) for part in path.parts}] == []


def test_no_file_names_a_private_path_or_host() -> None:
    naming = {str(path): found.group() for path in tracked_files() if (found := PRIVATE.search(text_of(path)))}
    assert naming == {}


def test_every_ignored_warning_says_why() -> None:
    # In pieces, so that this file does not match itself.
    ignores = re.compile(
        r"#\s*(?:noqa|type: ignore|pragma)[^#\n]*$|(?:@ts-(?:expect-error|ignore)|eslint-" r"disable[a-z-]*)[^\n]*$",
        re.M,
    )
    bare = []
    for path in _code():
        for found in ignores.finditer(text_of(path)):
            reason = re.split(r" [-–—]+ |: (?=[A-Z])|#", found.group().lstrip("#"))
            if len(reason) < 2:
                bare.append(f"{path}: {found.group()}")
    assert bare == []


@pytest.mark.parametrize(
    "name", ["README.md", "LICENSE", "NOTICE", "CHANGELOG.md", "CONTRIBUTING.md", "docs/architecture.md"]
)
def test_what_a_visitor_looks_for_first_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_every_decision_record_fits_on_a_page() -> None:
    records = sorted((ROOT / "docs/adr").glob("[0-9]*.md"))
    assert records
    assert {path.name: count for path in records if (count := len(path.read_text().splitlines())) > 40} == {}
    numbers = [path.name[:4] for path in records]
    assert len(numbers) == len(set(numbers))
