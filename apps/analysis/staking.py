"""What is probably at stake in one system: the knowledge of the field, tried with the engine's own rules. No Django."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from apps.analysis.compiling import Rules
from apps.analysis.explaining import Explainer
from apps.analysis.matches import CERTAIN, Match
from apps.analysis.matching import Matcher
from apps.analysis.reasons import TargetType
from apps.catalog.knowledge import Catalogue, Entry
from apps.catalog.stake_rows import StakeEntry
from apps.systems.graph import SystemGraph

FORMAT = "bifocal-stake"  # Of the external id by which a row remembers what it was picked from.
MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class StakeSuggestion:
    entry: StakeEntry
    because: tuple[str, ...]  # facts of this system, the first few
    more: int  # further places that say the same
    places: tuple[str, ...]  # ids of elements and flows that call for it


def stake_suggestions(graph: SystemGraph, entries: tuple[StakeEntry, ...]) -> tuple[StakeSuggestion, ...]:
    """In the order of the knowledge: what the model surely calls for, and what nobody has picked or written yet."""
    rules = _rules(entries)
    matcher = Matcher(graph, rules)
    explainer = Explainer(matcher)
    hits = matcher.hits()
    found: dict[int, list[int]] = {}
    for number, entry, unknown in zip(hits.object.tolist(), hits.entry.tolist(), hits.unknown.tolist(), strict=True):
        if unknown == 0:
            found.setdefault(entry, []).append(number)
    taken = _taken(graph)
    return tuple(
        _suggestion(matcher, explainer, entries[entry], entry, found[entry])
        for entry in sorted(found)
        if not taken & {entries[entry].slug, _plain(entries[entry].title)}
    )


def _taken(graph: SystemGraph) -> set[str]:
    """The slugs that rows were picked from, and what rows are called: both are there already."""
    rows = [
        *((one, one.name) for one in graph.assets),
        *((one, one.title) for one in graph.losses),
        *((one, one.text) for one in graph.assumptions),
    ]
    picked = {carried["id"] for row, _ in rows for carried in row.external_ids if carried.get("format") == FORMAT}
    return picked | {_plain(title) for _, title in rows}


def _plain(title: str) -> str:
    return " ".join(title.casefold().split()).rstrip(".")


def _suggestion(
    matcher: Matcher, explainer: Explainer, entry: StakeEntry, number: int, objects: list[int]
) -> StakeSuggestion:
    matches = [_match(matcher, at, number) for at in objects]
    said = _first_facts(explainer, matches)
    places = tuple(match.target for match in matches if match.target_type != "system")
    return StakeSuggestion(entry, said, max(0, len(matches) - len(said)), places)


def _first_facts(explainer: Explainer, matches: Iterable[Match]) -> tuple[str, ...]:
    """The first fact of each of the first few places."""
    facts: dict[str, None] = {}
    for match in matches:
        if len(facts) == MOST_REASONS:
            break
        facts[explainer.because(match)[0].text] = None
    return tuple(facts)


def _match(matcher: Matcher, at: int, number: int) -> Match:
    sayings = matcher.sayings
    kind: TargetType = "element" if at < sayings.flows_from else "flow" if at < sayings.system else "system"
    rule = matcher.rule(at, number)
    return Match(rule, 0, None, kind, sayings.ids[at], (), CERTAIN, 0.0, 0, 0.0)


@cache  # There is one set of entries.
def _rules(entries: tuple[StakeEntry, ...]) -> Rules:
    """As rules of the engine. Of the classic family, which it tries everywhere and not only near AI."""
    rows = {
        one.slug: Entry(
            slug=one.slug,
            title=one.title,
            gist=one.gist,
            family="classic",
            source="unintended",
            origin="human",
            kinds=one.kinds,
            when=one.when,
            harms=(),
            stages=(),
            references=(),
            question="",
            other_question="",
        )
        for one in entries
    }
    return Rules(Catalogue("stake", {}, {}, rows, (), {}))
