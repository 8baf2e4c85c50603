"""One row of an entries file → Entry, with its conditions checked against the vocabulary. Pure: no Django here."""

from collections.abc import Sequence

from apps.catalog.checked_rows import Row
from apps.catalog.knowledge import MOST_CONDITIONS, Condition, Entry, Example, Reference, Scope
from apps.catalog.taxonomy import ORIGINS, VOCABULARY, allowed_attributes
from apps.core.sentences import Sentence

FAMILIES = ("ai_security", "ai_safety", "classic")
SCOPES = ("element", "near", "flow", "system")
FIELDS = (
    *("slug", "title", "gist", "family", "source", "origin", "kinds", "when", "harms", "stages"),
    *("references", "question", "other_question", "disturbance", "pattern", "examples", "alone"),
)
TARGETS = (*VOCABULARY.kinds, "flow", "system")


def entry_of(row: Row, references: tuple[Reference, ...]) -> Entry:
    row.only(*FIELDS)
    source = row.word("source", tuple(ORIGINS))
    kinds = row.words("kinds", TARGETS)
    when = row.rows("when")
    if len(when) > MOST_CONDITIONS:
        too_many = "'when' has %(count)s conditions; %(most)s are the most"
        row.wrong("when", Sentence(too_many, count=len(when), most=MOST_CONDITIONS))
    return Entry(
        slug=row.text("slug"),
        title=row.text("title"),
        gist=row.text("gist"),
        family=row.word("family", FAMILIES),
        source=source,
        origin=row.word("origin", ORIGINS.get(source, ())),
        kinds=frozenset(kinds),
        when=tuple(condition_of(condition, kinds) for condition in when),
        harms=row.words("harms", VOCABULARY.properties),
        stages=row.words("stages", VOCABULARY.lifecycle_stages),
        references=references,
        question=row.text("question"),
        other_question=row.text("other_question"),
        disturbance=row.word("disturbance", VOCABULARY.disturbances) if "disturbance" in row.block else "",
        pattern=row.word("pattern", VOCABULARY.paths) if "pattern" in row.block else "",
        examples=tuple(map(_example, row.rows("examples"))) if "examples" in row.block else (),
        alone=row.text("alone", needed=False),
    )


def _example(row: Row) -> Example:
    row.only("name", "source")
    return Example(row.text("name"), row.text("source"))


def condition_of(row: Row, kinds: Sequence[str]) -> Condition:
    row.only("attribute", "fact", "is", "not", "on")
    scope: Scope = row.word("on", SCOPES) if "on" in row.block else "element"
    if "fact" in row.block:
        return _fact_condition(row, scope)
    name = row.word("attribute", VOCABULARY.attributes)
    if ("is" in row.block) == ("not" in row.block):
        row.wrong("attribute", "a condition says either 'is' or 'not', with a list of values")
        return Condition(scope, name, frozenset())
    key = "is" if "is" in row.block else "not"
    if name in VOCABULARY.attributes and not _can_stand(name, scope, kinds):
        row.wrong("attribute", Sentence("nothing that this condition looks at can carry '%(name)s'", name=name))
    return Condition(scope, name, frozenset(_values(row, key, name)), negated=key == "not")


def _fact_condition(row: Row, scope: Scope) -> Condition:
    name = row.word("fact", VOCABULARY.derived)
    values = row.block.get("is", [True])
    if "attribute" in row.block or "not" in row.block or values not in ([True], [False]):
        row.wrong("fact", "a fact stands alone, with 'is: [false]' where it has to be false")
    if scope == "system" or (
        name in VOCABULARY.derived and scope == ("near" if name == "crosses_boundary" else "flow")
    ):
        row.wrong("on", Sentence("nothing that this condition looks at has the fact '%(name)s'", name=name))
    return Condition(scope, name, frozenset({True}), negated=values == [False])


def _can_stand(name: str, scope: str, kinds: Sequence[str]) -> bool:
    if scope == "element":
        return not kinds or any(name in allowed_attributes(kind) for kind in kinds)
    return scope != "flow" or name in allowed_attributes("flow")


def _values(row: Row, key: str, name: str) -> Sequence[str | bool]:
    spec = VOCABULARY.attributes.get(name)
    values = row.block[key]
    if not isinstance(values, list) or not values:
        row.wrong(key, Sentence("'%(key)s' has to be a list of values", key=key))
        return ()
    allowed: tuple[str | bool, ...] = (True, False) if spec is None or spec.type == "bool" else spec.values
    for value in values:
        if spec and not any(value is option or (value == option and isinstance(value, str)) for option in allowed):
            words = ", ".join(str(option).lower() if isinstance(option, bool) else option for option in allowed)
            unfit = "'%(name)s' cannot be '%(value)s'; it has to be one of: %(allowed)s"
            row.wrong(key, Sentence(unfit, name=name, value=value, allowed=words))
    return [value for value in values if isinstance(value, str | bool)]
