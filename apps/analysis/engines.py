"""The engine of rules: a frozen graph and a catalogue → suggestions and questions, always the same. No Django."""

from apps.analysis.compiling import Rules
from apps.analysis.explaining import Explainer
from apps.analysis.matching import Matcher, OnProgress
from apps.analysis.merging import merged
from apps.analysis.questions import Open, questions
from apps.analysis.ranking import Ranked, ranked
from apps.analysis.selecting import shown
from apps.analysis.stakes import Stakes
from apps.analysis.suggestions import Result, Suggestion, Unknown
from apps.catalog.knowledge import Catalogue
from apps.systems.graph import SystemGraph


def suggest(graph: SystemGraph, catalogue: Catalogue, on_progress: OnProgress | None = None) -> Result:
    """`on_progress` is told, element by element, how many of how many are done and the name of the last one."""
    matcher = Matcher(graph, Rules(catalogue))
    matches = merged(matcher.matches(on_progress), graph)
    in_scope = sum(not element.out_of_scope for element in graph.elements)
    kept, left = shown(ranked(matches, Stakes(graph), catalogue), in_scope)
    explainer = Explainer(matcher)
    suggestions = tuple([_suggestion(one, explainer) for one in kept])
    waiting = [Open(one.entry, one.target, one.score, one.unknown, True) for one in suggestions if one.unknown]
    waiting += [_left_out(one, explainer) for one in left if one.merged.match.open]

    def name_of(unknown: Unknown) -> str:
        return explainer.name(unknown.object_type, unknown.object)

    return Result(suggestions, questions(waiting, name_of))


def _left_out(one: Ranked, explainer: Explainer) -> Open:
    match = one.merged.match
    return Open(one.entry.slug, match.target, one.score, explainer.unknown(match), is_shown=False)


def _suggestion(one: Ranked, explainer: Explainer) -> Suggestion:
    match = one.merged.match
    entry = one.entry
    return Suggestion(
        entry=entry.slug,
        family=entry.family,
        source=entry.source,
        target_type=match.target_type,
        target=match.target,
        also=one.merged.also,
        score=one.score,
        certainty="certain" if one.is_certain else "possible",
        level=one.level,
        because=explainer.because(match),
        unknown=explainer.unknown(match),
        properties=entry.harms,
        path=explainer.path(match),
    )
