"""A catalogue of four entries, so that a test knows what a run will say."""

from dataclasses import replace
from typing import Any

from apps.catalog.knowledge import Catalogue, Condition, Control, Entry, EntryLink, Framework, Reference

ATLAS = Framework("ATLAS", "MITRE ATLAS", "2026.07", "Apache-2.0", "https://atlas.example")
GMF = Framework("GMF", "GMF taxonomy", "1", "CC BY-SA 4.0", "https://gmf.example")
PLANTED = Reference(ATLAS, "AML.T0051.001", "Indirect prompt injection")
MISREAD = Reference(GMF, "misread", "Misread input")


def _entry(slug: str, source: Any, kind: str, reference: Reference, *when: Condition) -> Entry:
    return Entry(
        slug=slug,
        title=slug.replace("-", " ").capitalize(),
        gist=f"What is meant by {slug}.",
        family="ai_security" if source == "adversarial" else "ai_safety",
        source=source,
        origin="third_party_content" if source == "adversarial" else "technical",
        kinds=frozenset({kind}),
        when=when,
        harms=("integrity",),
        stages=("operation",),
        references=(reference,),
        question="Who could want this?",
        other_question="How could it happen by itself?",
    )


_OUTSIDE_TEXT = Condition("element", "untrusted_content", frozenset({True}))
_ENTRIES = (
    _entry("planted-instructions", "adversarial", "agent", PLANTED, _OUTSIDE_TEXT),
    _entry("tool-misused", "adversarial", "tool", PLANTED),
    _entry("text-misread", "unintended", "agent", MISREAD),
    _entry("tool-slips", "unintended", "tool", MISREAD),
)
APPROVAL = Control(
    slug="human-approval",
    title="A person approves",
    gist="Nothing is paid before a person has looked.",
    kind="preventive",
    function="limit",
    effect_on_adversarial="helps",
    effect_on_unintended="helps",
    effect_reason="A second pair of eyes.",
    treats=("planted-instructions", "text-misread"),
    references=(PLANTED,),
)
ALLOW_LIST = Control(
    slug="allow-list",
    title="Only known payees",
    gist="Money goes to nobody new.",
    kind="preventive",
    function="limit",
    effect_on_adversarial="helps",
    effect_on_unintended="nothing",
    effect_reason="A stranger is on no list; a slip on the list is still a slip.",
    treats=("tool-misused",),
    references=(PLANTED,),
    factor="impact",
)
MIRRORS = EntryLink("planted-instructions", "text-misread", "mirrors", "Text is taken for an order", "Both are text.")
SMALL = Catalogue(
    version="small",
    frameworks={row.key: row for row in (ATLAS, GMF)},
    references={(row.framework.key, row.identifier): row for row in (PLANTED, MISREAD)},
    entries={row.slug: row for row in _ENTRIES},
    links=(MIRRORS,),
    controls={control.slug: control for control in (APPROVAL, ALLOW_LIST)},
)


def changed(catalogue: Catalogue, version: str, **fields: Any) -> Catalogue:
    """The same catalogue with other content, as a later release would have it."""
    return replace(catalogue, version=version, **fields)
