"""Who is here, and what their browsers say about where they look: it passes through, but for the last place of a tab.

Places are kept in the memory of each web process. The carrier of the embedded default holds all of it for a minute.
"""

import json
import time
from collections import defaultdict
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from apps.core.parsing import refuse_constant, without_duplicates

Message = dict[str, Any]
FORGOTTEN_AFTER = 600.0  # Seconds. Until then, whoever is not heard of any more is shown as away.
MOST_SELECTED = 50
LONGEST_COMPLAINT = 300

_ID = {"type": "string", "maxLength": 36, "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
_NUMBER = {"type": "number", "minimum": -1e7, "maximum": 1e7}
_OR_NONE = {"type": "null"}
_FIELDS: dict[str, dict[str, Any]] = {
    "ping": {},
    "here": {
        "system": {"anyOf": [_ID, _OR_NONE]},
        "place": {"type": "string", "pattern": "^[a-z-]{0,40}$"},
        "following": {"anyOf": [_ID, _OR_NONE]},
    },
    "look": {
        "diagram": _ID,
        "pointer": {"anyOf": [{"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}, _OR_NONE]},
        "selected": {"type": "array", "items": _ID, "maxItems": MOST_SELECTED},
        # What can be seen of the diagram: left, top, width, height.
        "view": {"anyOf": [{"type": "array", "items": _NUMBER, "minItems": 4, "maxItems": 4}, _OR_NONE]},
    },
}
_READERS = {
    kind: Draft202012Validator(
        {
            "type": "object",
            "properties": {"type": {"const": kind}, **fields},
            "required": ["type", *fields],
            "additionalProperties": False,
        }
    )
    for kind, fields in _FIELDS.items()
}


def message_of(text: str) -> Message:
    """What a browser said. Raises ValueError, with the place and what is allowed there."""
    try:
        said = json.loads(text, object_pairs_hook=without_duplicates, parse_constant=refuse_constant)
    except RecursionError as error:
        raise ValueError("it nests too deep") from error
    kind = said.get("type") if isinstance(said, dict) else None
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    if reader is None:
        raise ValueError(f"$.type has to be one of {', '.join(_READERS)}")
    wrong = best_match(reader.iter_errors(said))
    if wrong is not None:
        raise ValueError(f"{wrong.json_path}: {wrong.message}"[:LONGEST_COMPLAINT])
    return dict(said)


class Presence:
    """The browser tabs of each workspace, as the last message of each tells; one for each web process."""

    def __init__(self) -> None:
        self.tabs: dict[str, dict[str, tuple[float, Message]]] = defaultdict(dict)

    def note(self, message: Message) -> None:
        """Take in that a tab is here, or gone."""
        tabs = self.tabs[message["workspace"]]
        if message["type"] == "gone":
            tabs.pop(message["tab"], None)
        else:
            tabs[message["tab"]] = (time.monotonic(), message)

    def people(self, workspace: str) -> list[Message]:
        """What each tab said last, with its age in seconds."""
        now = time.monotonic()
        known = {tab: (at, said) for tab, (at, said) in self.tabs[workspace].items() if now - at < FORGOTTEN_AFTER}
        self.tabs[workspace] = known
        return [{**said, "age": round(now - at, 1)} for at, said in known.values()]

    def forget(self, workspace: str) -> None:
        self.tabs.pop(workspace, None)
