"""The catalogue as pages of Markdown: an index for each lens, a page per entry, the controls, the frameworks. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from apps.catalog.knowledge import Catalogue, Condition, Control, Entry, EntryLink, Reference
from apps.catalog.taxonomy import MARKS, VOCABULARY

NOTE = "<!-- Written by `manage.py catalogue_pages` from apps/catalog/data; change it there. -->\n\n"
WORDS = {"adversarial": "threat", "unintended": "hazard"}
EFFECTS = {"helps": "helps", "nothing": "does nothing", "hurts": "**hurts**"}
RELATIONS = {
    "mirrors": "the same failure from the other source",
    "exploits": "the threat makes use of the hazard",
    "enables": "the threat sets the hazard off",
}
WHERE = {"element": "", "near": "next to it: ", "flow": "a flow that touches it: ", "system": "the system: "}


def catalogue_pages(catalogue: Catalogue) -> Mapping[str, str]:
    """Path below the folder → the whole page."""
    pages = {
        "README.md": _index(catalogue),
        "controls.md": _controls(catalogue),
        "frameworks.md": _frameworks(catalogue),
    }
    for entry in catalogue.entries.values():
        pages[f"entries/{entry.slug}.md"] = "\n".join(_entry(entry, catalogue)) + "\n"
    return {path: NOTE + text for path, text in pages.items()}


def _index(catalogue: Catalogue) -> str:
    entries = catalogue.entries.values()
    lines = [
        "# The catalogue",
        "",
        f"{len(catalogue.entries)} patterns of what can go wrong with AI systems, {len(catalogue.links)} reasoned links"
        f" between the two lenses, {len(catalogue.controls)} [controls](controls.md) with their effect on each side."
        " By [framework and identifier](frameworks.md).",
    ]
    for source, heading in (
        ("adversarial", "◆ Threats: somebody wants it"),
        ("unintended", "● Hazards: nobody wants it"),
    ):
        of_source = [entry for entry in entries if entry.source == source]
        lines += ["", f"## {heading} ({len(of_source)})"]
        for origin, group in groupby(
            sorted(of_source, key=lambda entry: (entry.origin, entry.title)), lambda e: e.origin
        ):
            lines += [
                "",
                f"### {_words(origin).capitalize()}",
                "",
                "| pattern | decided at | harms |",
                "| --- | --- | --- |",
            ]
            lines += [
                f"| [{entry.title}](entries/{entry.slug}.md) | {_kinds(entry)} | {_properties(entry.harms)} |"
                for entry in group
            ]
    return "\n".join(lines) + "\n"


def _entry(entry: Entry, catalogue: Catalogue) -> Iterator[str]:
    yield f"# {MARKS[entry.source]} {entry.title}"
    yield from ("", entry.gist, "")
    yield f"A **{WORDS[entry.source]}** ({entry.source}, {_words(entry.origin)}), decided at: {_kinds(entry)}. Harms"
    yield f"{_properties(entry.harms)}. Stages: {', '.join(entry.stages)}.{_disturbance(entry)} `{entry.slug}`"
    yield from ("", f"- Ask: {entry.question}", f"- Ask for the other side: {entry.other_question}")
    yield from ("", "## Suggested when", "", *_conditions(entry))
    yield from ("", "## The other side", "", *_counterparts(entry, catalogue))
    controls = catalogue.controls_of.get(entry.slug, ())
    if controls:
        yield from (
            "",
            "## What can be done",
            "",
            "| control | against adversaries | against mishaps |",
            "| --- | --- | --- |",
        )
        yield from map(_control_row, controls)
    if entry.examples:
        yield from ("", "## It has happened", "", *(f"- {one.name} ({one.source})" for one in entry.examples))
    yield from ("", "## Elsewhere called", "", *_references(entry.references))


def _disturbance(entry: Entry) -> str:
    spec = VOCABULARY.disturbances.get(entry.disturbance)
    return f" A matter of withstanding: {spec.label.lower()}." if spec else ""


def _conditions(entry: Entry) -> Iterator[str]:
    if entry.pattern:
        yield f"- the picture has this path: {VOCABULARY.paths[entry.pattern]}"
    for condition in entry.when:
        yield f"- {WHERE[condition.on]}{_condition(condition)}"
    if not entry.when and not entry.pattern:
        yield "- always: by the kind alone, so it is ranked last"


def _condition(condition: Condition) -> str:
    if condition.attribute in VOCABULARY.derived:
        return f"{'not ' if condition.negated else ''}{VOCABULARY.derived[condition.attribute]}"
    spec = VOCABULARY.attributes[condition.attribute]
    values = [spec.value_labels.get(value) or _words(str(value).lower()) for value in sorted(condition.values, key=str)]
    return f"{spec.label} is {'not ' if condition.negated else ''}{' or '.join(values)}"


def _counterparts(entry: Entry, catalogue: Catalogue) -> Iterator[str]:
    for link in catalogue.links_of.get(entry.slug, ()):
        other = catalogue.entries[link.other_end(entry.slug)]
        yield f"- {MARKS[other.source]} [{other.title}]({other.slug}.md) – {_relation(link)}"
    if entry.alone:
        yield f"- none: {entry.alone}"


def _relation(link: EntryLink) -> str:
    return f"{RELATIONS[link.relation]} ({link.shared_property}). {link.reason}"


def _control_row(control: Control) -> str:
    effects = f"{EFFECTS[control.effect_on_adversarial]} | {EFFECTS[control.effect_on_unintended]}"
    return f"| [{control.title}](../controls.md#{control.slug}) | {effects} |"


def _controls(catalogue: Catalogue) -> str:
    lines = ["# Controls", ""]
    for control in sorted(catalogue.controls.values(), key=lambda control: control.title):
        treated = ", ".join(f"[{catalogue.entries[slug].title}](entries/{slug}.md)" for slug in control.treats)
        lines += [
            f'## <a id="{control.slug}"></a>{control.title}',
            "",
            control.gist,
            "",
            f"{control.kind.capitalize()}, to {control.function}; moves the factor {control.factor}."
            f" Against adversaries it {EFFECTS[control.effect_on_adversarial]},"
            f" against mishaps it {EFFECTS[control.effect_on_unintended]}."
            f" {control.effect_reason}",
            "",
            *([f"- Verify: {control.verification}"] if control.verification else []),
            f"- Treats: {treated}",
            *_references(control.references),
            "",
        ]
    return "\n".join(lines)


def _frameworks(catalogue: Catalogue) -> str:
    cited: dict[tuple[str, str], list[Entry]] = {}
    for entry in catalogue.entries.values():
        for reference in entry.references:
            cited.setdefault((reference.framework.key, reference.identifier), []).append(entry)
    lines = ["# Frameworks", "", "Identifiers and names are the frameworks' own; editions renumber, so both are given."]
    for key, framework in sorted(catalogue.frameworks.items()):
        lines += ["", f"## {framework.title}, {framework.edition}", "", f"<{framework.url}> ({framework.licence})", ""]
        for (owner, identifier), reference in catalogue.references.items():
            entries = cited.get((owner, identifier), [])
            if owner == key and entries:
                links = ", ".join(f"[{entry.title}](entries/{entry.slug}.md)" for entry in entries)
                lines.append(f"- **{identifier}** {reference.title}: {links}")
    return "\n".join(lines) + "\n"


def _references(references: Iterable[Reference]) -> Iterator[str]:
    for reference in references:
        edition = f"{reference.framework.title} {reference.framework.edition}"
        yield f"- {edition}: {reference.identifier} {reference.title}"


def _kinds(entry: Entry) -> str:
    labels = {name: kind.label.lower() for name, kind in VOCABULARY.kinds.items()}
    return ", ".join(labels.get(kind, kind) for kind in sorted(entry.kinds))


def _properties(names: Iterable[str]) -> str:
    return ", ".join(VOCABULARY.properties[name].label.lower() for name in names)


def _words(name: str) -> str:
    return name.replace("_", " ")
