"""The engine of rules: a frozen graph and a catalogue → suggestions and questions, always the same. No Django."""

from apps.analysis.compiling import Rules
from apps.analysis.explaining import Explainer
from apps.analysis.matching import Matcher, OnProgress
from apps.analysis.merging import merged
from apps.analysis.questions import questions
from apps.analysis.ranking import Ranked, ranked
from apps.analysis.stakes import Stakes
from apps.analysis.suggestions import Result, Suggestion, Unknown
from apps.catalog.knowledge import Catalogue
from apps.systems.graph import SystemGraph


def suggest(graph: SystemGraph, catalogue: Catalogue, on_progress: OnProgress | None = None) -> Result:
    """`on_progress` is told, element by element, how many of how many are done and the name of the last one."""
    matcher = Matcher(graph, Rules(catalogue))
    matches = merged(matcher.matches(on_progress), graph)
    explainer = Explainer(matcher)
    suggestions = tuple(_suggestion(one, explainer) for one in ranked(matches, Stakes(graph), catalogue))

    def name_of(unknown: Unknown) -> str:
        return explainer.name(unknown.object_type, unknown.object)

    return Result(suggestions, questions(suggestions, name_of))


def _suggestion(one: Ranked, explainer: Explainer) -> Suggestion:
    match = one.merged.match
    entry = match.rule.entry
    return Suggestion(
        entry=entry.slug,
        family=entry.family,
        source=entry.source,
        target_type=match.target_type,
        target=match.target,
        also=one.merged.also,
        score=one.score,
        certainty="certain" if match.is_certain else "possible",
        level=one.level,
        because=explainer.because(match),
        unknown=explainer.unknown(match),
        properties=entry.harms,
        path=explainer.path(match),
    )
