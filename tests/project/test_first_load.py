"""How much script the first page loads, compressed, and what has to wait until somebody asks for it."""

import gzip
import re
from pathlib import Path

import pytest

DIST = Path(__file__).parents[2] / "frontend" / "dist"
MOST_BYTES = 350_000
# What stands before home for somebody who is signed in: the app around every page, the frame of a workspace, the page.
HOME = ("App-", "WorkspaceFrame-", "HomePage-")
# `import{a}from"./x.js"` and `import"./x.js"`; what `import("./x.js")` names comes later.
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


@pytest.fixture(scope="module")
def scripts() -> dict[str, str]:
    if not (DIST / "index.html").exists():
        pytest.skip("The browser app is not built: make setup.")
    return {path.name: path.read_text(encoding="utf-8") for path in (DIST / "assets").glob("*.js")}


def _loaded(scripts: dict[str, str], *names: str) -> set[str]:
    """These and all that they import at once."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += IMPORTED.findall(scripts[name])
    return found


def _first(scripts: dict[str, str]) -> set[str]:
    page = (DIST / "index.html").read_text(encoding="utf-8")
    entry = re.findall(r"assets/([\w.-]+\.js)", page)
    home = [name for name in scripts for beginning in HOME if name.startswith(beginning)]
    assert len(home) == len(HOME)
    return _loaded(scripts, *entry, *home)


def test_home_loads_at_most_350_kilobytes_of_compressed_script(scripts: dict[str, str]) -> None:
    sizes = {name: len(gzip.compress(scripts[name].encode())) for name in _first(scripts)}
    assert sum(sizes.values()) <= MOST_BYTES, sorted(sizes.items(), key=lambda one: -one[1])


def test_canvas_and_layout_wait_until_they_are_asked_for(scripts: dict[str, str]) -> None:
    canvas = {name for name in scripts if name.startswith("Canvas-")}
    layout = {name for name in scripts if name.startswith("elk")}
    assert canvas
    assert layout
    assert not _first(scripts) & (canvas | layout)
    assert not _loaded(scripts, *canvas) & layout, "Laying out is for those who ask for it."
