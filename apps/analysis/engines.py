"""The engine of rules: a frozen graph and a catalogue → suggestions and questions, always the same. No Django."""

from functools import lru_cache

from apps.analysis.compiling import Rules
from apps.analysis.explaining import Explainer
from apps.analysis.matching import Matcher, OnProgress
from apps.analysis.merging import merged
from apps.analysis.ranking import Ranking
from apps.analysis.selecting import shown
from apps.analysis.stakes import Stakes
from apps.analysis.suggestions import Result, Suggestion
from apps.catalog.knowledge import Catalogue
from apps.systems.graph import SystemGraph


@lru_cache(maxsize=8)  # A worker meets the built-in catalogue and those of a few workspaces again and again.
def _prepared(catalogue: Catalogue) -> tuple[Rules, Ranking]:
    return Rules(catalogue), Ranking(catalogue)


def suggest(graph: SystemGraph, catalogue: Catalogue, on_progress: OnProgress | None = None) -> Result:
    """`on_progress` is told, element by element, how many of how many are done and the name of the last one."""
    rules, ranking = _prepared(catalogue)
    matcher = Matcher(graph, rules)
    matches = merged(matcher.places(on_progress), graph)
    in_scope = sum(not element.out_of_scope for element in graph.elements)
    kept, left = shown(ranking.ranked(matches, Stakes(graph)), in_scope)
    explainer = Explainer(matcher)
    return Result(
        suggestions=tuple([Suggestion(one, explainer) for one in kept]),
        left_out=tuple([Suggestion(one, explainer) for one in left]),
        explainer=explainer,
    )
