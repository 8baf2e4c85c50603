"""The one page that everybody reads: how many of each, where, what they harm, and what still needs a look. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from apps.reports.findings import STATUSES, LeftOut, ReportFinding, Source, by_source, property_label
from apps.reports.text import name
from apps.systems.graph import SystemGraph

MOST_BARS = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart with threats to the left and hazards to the right."""

    label: str
    threats: int
    hazards: int


@dataclass(frozen=True, slots=True)
class Summary:
    threats: int
    hazards: int
    overlapping: int  # findings with a counterpart in this report
    undecided: int
    dismissed: int
    sentences: list[str]
    statuses: list[Bar]
    properties: list[Bar]
    places: list[Bar]
    places_left_out: int
    to_look_at: list[str]


def summary_of(
    graph: SystemGraph, standing: Sequence[ReportFinding], dismissed: int, left_out: Sequence[LeftOut] = ()
) -> Summary:
    """`standing` are the findings of both chapters; the dismissed ones and suggestions left out are only counted."""
    numbers = {finding.number for finding in standing}
    sides = by_source(standing)
    threats, hazards = len(sides["adversarial"]), len(sides["unintended"])
    overlapping = sum(any(other.number in numbers for other in finding.counterparts) for finding in standing)
    undecided = sum(finding.status == "suggested" for finding in standing)
    places = _bars(standing, lambda finding: [name(finding.target_name, 32)])
    return Summary(
        threats=threats,
        hazards=hazards,
        overlapping=overlapping,
        undecided=undecided,
        dismissed=dismissed,
        sentences=_sentences(graph, threats, hazards, overlapping, undecided, dismissed, len(left_out)),
        statuses=_ordered(_bars(standing, lambda finding: [STATUSES.get(finding.status, name(finding.status, 20))])),
        properties=_bars(standing, lambda finding: [property_label(harm) for harm in dict.fromkeys(finding.harms)]),
        places=places[:MOST_BARS],
        places_left_out=max(0, len(places) - MOST_BARS),
        to_look_at=_to_look_at(graph, standing, undecided, left_out),
    )


def _bars(findings: Iterable[ReportFinding], labels: Callable[[ReportFinding], list[str]]) -> list[Bar]:
    counts: dict[str, Counter[str]] = {"adversarial": Counter(), "unintended": Counter()}
    for finding in findings:
        counts[finding.source].update(labels(finding))
    threats, hazards = counts["adversarial"], counts["unintended"]
    total = threats + hazards
    return [Bar(label, threats[label], hazards[label]) for label in sorted(total, key=lambda key: (-total[key], key))]


def _ordered(bars: Iterable[Bar]) -> list[Bar]:
    order = {label: index for index, label in enumerate(STATUSES.values())}
    return sorted(bars, key=lambda bar: order.get(bar.label, len(order)))


def count(number: int, one: str, many: str = "") -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    word = words[number] if number < len(words) else f"{number:,}"
    return f"{word} {one if number == 1 else many or one + 's'}"


def _sentences(
    graph: SystemGraph, threats: int, hazards: int, overlapping: int, undecided: int, dismissed: int, left_out: int
) -> list[str]:
    elements = sum(not element.out_of_scope for element in graph.elements)
    looked = f"We looked at {count(elements, 'element')} and {count(len(graph.flows), 'flow')} of this system"
    found = f"{looked} through two lenses, and found {count(threats, 'threat')} and {count(hazards, 'hazard')}."
    sentences = [found]
    if overlapping:
        have = "has a counterpart" if overlapping == 1 else "have counterparts"
        sentences.append(
            f"{_capital(count(overlapping, 'of these findings', 'of these findings'))} {have} on the other side: "
            "both are marked, and refer to each other."
        )
    if undecided:
        stands = "is a suggestion" if undecided == 1 else "are suggestions"
        sentences.append(f"{_capital(count(undecided, 'finding'))} {stands} that nobody has decided on yet.")
    if left_out:
        waits = "suggestion waits" if left_out == 1 else "suggestions wait"
        sentences.append(f"{_capital(count(left_out, waits, waits))} for a decision and stayed out of this report.")
    if dismissed:
        more = f"{_capital(count(dismissed, 'further finding'))} {'was' if dismissed == 1 else 'were'}"
        sentences.append(f"{more} dismissed, with reasons, and can be read in the appendix.")
    if threats + hazards:
        sentences.append("Levels have not been scored: the order within a chapter is that of the register.")
    return sentences


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _to_look_at(
    graph: SystemGraph, standing: Sequence[ReportFinding], undecided: int, left_out: Sequence[LeftOut]
) -> list[str]:
    lines = []
    if undecided or left_out:
        lines.append(f"Decide on {count(undecided + len(left_out), 'suggestion')}.")
    lines += _one_sided(graph, standing, left_out)
    open_assumptions = [assumption for assumption in graph.assumptions if assumption.status == "open"]
    if open_assumptions:
        lines.append(f"Confirm or refute {count(len(open_assumptions), 'assumption')}.")
    outdated = sum(finding.outdated for finding in standing)
    if outdated:
        lines.append(f"Look again at {count(outdated, 'finding')} that the model, as it is now, no longer suggests.")
    if not graph.losses:
        lines.append("Say what must never happen: no loss is written down yet.")
    return lines


def _one_sided(graph: SystemGraph, standing: Sequence[ReportFinding], left_out: Sequence[LeftOut]) -> Iterator[str]:
    """Elements with findings of one lens: asked about where the other found nothing, told of where it only waits."""
    seen = {source: {finding.target for finding in found} for source, found in by_source(standing).items()}
    sides: tuple[tuple[Source, Source, str], ...] = (
        ("adversarial", "unintended", "hazard"),
        ("unintended", "adversarial", "threat"),
    )
    for source, other, word in sides:
        waiting = Counter(one.target for one in left_out if one.source == other)
        one_sided = [element for element in graph.elements if element.id in seen[source] - seen[other]]
        waited_for = [element for element in one_sided if waiting[element.id]]
        alone = [element.name for element in one_sided if not waiting[element.id]]
        if alone:
            yield f"Only one lens found something at {_listed(alone)}: is there no {word}?"
        if waited_for:
            number = sum(waiting[element.id] for element in waited_for)
            waits = "waits" if number == 1 else "wait"
            places = _listed([element.name for element in waited_for])
            yield f"Only one lens is printed for {places}: {count(number, f'suggested {word}')} {waits} for a decision."


def _listed(words: Sequence[str], most: int = 4) -> str:
    shown = [name(word, 60) for word in words[:most]]
    if len(words) > most:
        return f"{', '.join(shown)} and {count(len(words) - most, 'other element')}"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
