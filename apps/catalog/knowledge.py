"""What the field knows, as frozen values that engines, exporters and the loader read. Pure: no Django here."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

MOST_CONDITIONS = 20  # Of one entry; nobody could say why a longer one matched.
Source = Literal["adversarial", "unintended"]
Family = Literal["ai_security", "ai_safety", "classic"]
Effect = Literal["helps", "nothing", "hurts"]
Factor = Literal["challenge", "withstand", "catch", "impact", "relief"]
Scope = Literal["element", "near", "flow", "system"]  # near: a neighbour along a flow; flow: a flow that touches it


@dataclass(frozen=True, slots=True)
class Framework:
    key: str  # "ATLAS"
    title: str  # "MITRE ATLAS"
    edition: str  # "2026.07"
    licence: str
    url: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Always framework + edition + identifier: editions renumber."""

    framework: Framework
    identifier: str
    title: str
    formerly: str = ""  # "OWASP-LLM-2025:LLM07", in the edition before
    now: str = ""  # "OWASP-LLM-2026:LLM08", in the edition after

    @property
    def cited(self) -> str:
        return f"{self.framework.key}:{self.identifier}"


@dataclass(frozen=True, slots=True)
class Condition:
    """One fact that has to hold. Conditions of an entry are joined by AND, the values of one by OR."""

    on: Scope
    attribute: str  # an attribute of the vocabulary, or a derived fact
    values: frozenset[str | bool]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A public incident by name, and where it is written down. The text stays there."""

    name: str
    source: str  # "AI Incident Database 102", "MITRE ATLAS AML.CS0005"


@dataclass(frozen=True, slots=True)
class Entry:
    slug: str
    title: str
    gist: str
    family: Family
    source: Source
    origin: str
    kinds: frozenset[str]  # element kinds; "flow" and "system" may stand among them
    when: tuple[Condition, ...]  # empty: applies by kind alone
    harms: tuple[str, ...]  # properties
    stages: tuple[str, ...]
    references: tuple[Reference, ...]
    question: str
    other_question: str
    disturbance: str = ""  # one of vocabulary.disturbances
    pattern: str = ""  # of the paths that it needs, by name; see analysis/patterns
    examples: tuple[Example, ...] = ()
    alone: str = ""  # why it has no counterpart on the other lens


@dataclass(frozen=True, slots=True)
class EntryLink:
    threat: str  # slug
    hazard: str  # slug
    relation: Literal["mirrors", "exploits", "enables"]
    shared_property: str
    reason: str

    def other_end(self, slug: str) -> str:
        return self.hazard if slug == self.threat else self.threat


@dataclass(frozen=True, slots=True)
class Control:
    slug: str
    title: str
    gist: str
    kind: Literal["preventive", "detective", "corrective", "governance"]
    function: Literal["avoid", "resist", "detect", "limit", "recover"]
    effect_on_adversarial: Effect
    effect_on_unintended: Effect
    effect_reason: str
    treats: tuple[str, ...]  # entry slugs
    references: tuple[Reference, ...]
    factor: Factor = "withstand"  # of the score that it moves
    verification: str = ""  # how one finds out that it works


@dataclass(frozen=True, eq=False)  # Told apart by identity, so that what is worked out from one can be kept for it.
class Catalogue:
    """The whole, indexed. `version` is a hash of the content it was read from."""

    version: str
    frameworks: Mapping[str, Framework]
    references: Mapping[tuple[str, str], Reference]  # (framework key, identifier)
    entries: Mapping[str, Entry]
    links: tuple[EntryLink, ...]
    controls: Mapping[str, Control]

    @cached_property
    def links_of(self) -> Mapping[str, tuple[EntryLink, ...]]:
        """Entry → the links of which it is an end."""
        found: dict[str, list[EntryLink]] = {}
        for link in self.links:
            found.setdefault(link.threat, []).append(link)
            found.setdefault(link.hazard, []).append(link)
        return {slug: tuple(links) for slug, links in found.items()}

    @cached_property
    def controls_of(self) -> Mapping[str, tuple[Control, ...]]:
        """Entry → the controls that treat it."""
        found: dict[str, list[Control]] = {}
        for control in self.controls.values():
            for slug in control.treats:
                found.setdefault(slug, []).append(control)
        return {slug: tuple(controls) for slug, controls in found.items()}
