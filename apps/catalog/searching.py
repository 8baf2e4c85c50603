"""Which entries and controls somebody means: words, words of the vocabulary, identifiers of frameworks. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from apps.catalog.knowledge import Control, Entry, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Empty is anything. A `reference` is `ATLAS`, `AML.T0051` (which has AML.T0051.001 in it) or both with a colon."""

    q: str = ""
    source: str = ""
    family: str = ""
    origin: str = ""
    kind: str = ""
    harms: str = ""
    function: str = ""
    hurts: str = ""  # A side that a control hurts, or "either".
    reference: str = ""


def is_entry_asked(entry: Entry, asked: Asked) -> bool:
    return (
        asked.source in ("", entry.source)
        and asked.family in ("", entry.family)
        and asked.origin in ("", entry.origin)
        and (not asked.kind or asked.kind in entry.kinds)
        and (not asked.harms or asked.harms in entry.harms)
        and _is_named(entry, asked)
    )


def is_control_asked(control: Control, asked: Asked) -> bool:
    return (
        asked.kind in ("", control.kind)
        and asked.function in ("", control.function)
        and (not asked.hurts or _hurts(control, asked.hurts))
        and _is_named(control, asked)
    )


def _hurts(control: Control, side: str) -> bool:
    effects = {"adversarial": control.effect_on_adversarial, "unintended": control.effect_on_unintended}
    hurt = {one for one, effect in effects.items() if effect == "hurts"}
    return bool(hurt) if side == "either" else side in hurt


def _is_named(row: Entry | Control, asked: Asked) -> bool:
    words = asked.q.casefold().split()
    text = f"{row.title} {row.gist} {row.slug}".casefold()
    found = all(word in text for word in words) or is_cited(row.references, asked.q.strip())
    return found and (not asked.reference or is_cited(row.references, asked.reference.strip()))


def is_cited(references: Iterable[Reference], wanted: str) -> bool:
    return any(_is_meant(reference, wanted.casefold()) for reference in references)


def _is_meant(reference: Reference, wanted: str) -> bool:
    key, identifier = reference.framework.key.casefold(), reference.identifier.casefold()
    names = (key, identifier, f"{key}:{identifier}")
    return wanted in names or any(name.startswith(f"{wanted}.") for name in names[1:])
