"""One row of a controls or links file → Control or EntryLink, checked against the entries. Pure: no Django here."""

from collections.abc import Collection, Mapping

from apps.catalog.checked_rows import Row
from apps.catalog.knowledge import Control, Entry, EntryLink, Reference
from apps.core.sentences import Sentence

EFFECTS = ("helps", "nothing", "hurts")
CONTROL_KINDS = ("preventive", "detective", "corrective", "governance")
FUNCTIONS = ("avoid", "resist", "detect", "limit", "recover")
FACTORS = ("challenge", "withstand", "catch", "impact", "relief")
RELATIONS = ("mirrors", "exploits", "enables")
CONTROL_FIELDS = (
    *("slug", "title", "gist", "kind", "function"),
    *("effect", "treats", "references", "factor", "verification"),
)
LINK_FIELDS = ("threat", "hazard", "relation", "shared_property", "reason")


def control_of(row: Row, slugs: Collection[str], references: tuple[Reference, ...]) -> Control:
    """`slugs` are those of the entries that it may treat."""
    row.only(*CONTROL_FIELDS)
    effect = row.row("effect")
    effect.only("adversarial", "unintended", "reason")
    effects = effect.word("adversarial", EFFECTS), effect.word("unintended", EFFECTS)
    treats = row.words("treats")
    for slug in treats:
        if slug not in slugs:
            row.wrong("treats", Sentence("'treats' names '%(slug)s', which is no entry", slug=slug))
    return Control(
        slug=row.text("slug"),
        title=row.text("title"),
        gist=row.text("gist"),
        kind=row.word("kind", CONTROL_KINDS),
        function=row.word("function", FUNCTIONS),
        effect_on_adversarial=effects[0],
        effect_on_unintended=effects[1],
        effect_reason=_effect_reason(effect, effects),
        treats=treats,
        references=references,
        factor=row.word("factor", FACTORS) if "factor" in row.block else "withstand",
        verification=row.text("verification", needed=False),
    )


def _effect_reason(effect: Row, effects: tuple[str, str]) -> str:
    """What helps or does nothing may go without saying; what hurts a side may not."""
    if "hurts" in effects and not str(effect.block.get("reason") or "").strip():
        effect.wrong("reason", "'reason' is missing: a control that hurts a side says why")
        return ""
    return effect.text("reason", needed=False)


def link_of(row: Row, entries: Mapping[str, Entry]) -> EntryLink:
    row.only(*LINK_FIELDS)
    for key, source in (("threat", "adversarial"), ("hazard", "unintended")):
        entry = entries.get(row.text(key))
        if entry is None or entry.source != source:
            unfit = "'%(key)s' is '%(value)s', which is no entry whose source is %(source)s"
            row.wrong(key, Sentence(unfit, key=key, value=row.block.get(key) or "", source=source))
    return EntryLink(
        row.text("threat"),
        row.text("hazard"),
        row.word("relation", RELATIONS),
        row.text("shared_property"),
        row.text("reason"),
    )
