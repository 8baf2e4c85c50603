"""The sample systems that ship with the product, as files beside this one."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    key: str  # the file's name without its ending
    name: str
    purpose: str
    elements: int
    text: str


@cache
def samples() -> dict[str, Sample]:
    """All samples by key, in the order of their keys."""
    return {path.stem: _sample(path) for path in sorted(FOLDER.glob("*.json"))}


def _sample(path: Path) -> Sample:
    text = path.read_text(encoding="utf-8")
    document = json.loads(text)
    system = document["system"]
    return Sample(path.stem, system["name"], system.get("purpose", ""), len(document["elements"]), text)
