"""What ships with the product to begin from, as files beside this one: samples, and skeletons of common shapes."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Kind = Literal["sample", "skeleton"]
FOLDERS: dict[Kind, Path] = {
    "sample": Path(__file__).parent / "samples",  # real in detail
    "skeleton": Path(__file__).parent / "skeletons",  # the parts and flows alone; what is not said is asked
}


@dataclass(frozen=True, slots=True)
class Template:
    """A model to make one's own copy of."""

    key: str  # the file's name without its ending
    kind: Kind
    name: str
    purpose: str
    elements: int
    text: str


@cache
def templates() -> dict[str, Template]:
    """All by key: skeletons first, then samples, each in the order of their keys."""
    found = [_template(path, kind) for kind in ("skeleton", "sample") for path in sorted(FOLDERS[kind].glob("*.json"))]
    return {template.key: template for template in found}


def samples() -> list[Template]:
    return [template for template in templates().values() if template.kind == "sample"]


def _template(path: Path, kind: Kind) -> Template:
    text = path.read_text(encoding="utf-8")
    document = json.loads(text)
    system = document["system"]
    return Template(path.stem, kind, system["name"], system.get("purpose", ""), len(document["elements"]), text)
