"""The engine of rules: a frozen graph and a catalogue → suggestions and questions, always the same. No Django."""

from apps.analysis.compiling import Rules
from apps.analysis.explaining import Explainer
from apps.analysis.matching import Matcher, OnProgress
from apps.analysis.merging import merged
from apps.analysis.ranking import ranked
from apps.analysis.selecting import shown
from apps.analysis.stakes import Stakes
from apps.analysis.suggestions import Result, Suggestion
from apps.catalog.knowledge import Catalogue
from apps.systems.graph import SystemGraph


def suggest(graph: SystemGraph, catalogue: Catalogue, on_progress: OnProgress | None = None) -> Result:
    """`on_progress` is told, element by element, how many of how many are done and the name of the last one."""
    matcher = Matcher(graph, Rules(catalogue))
    matches = merged(matcher.matches(on_progress), graph)
    in_scope = sum(not element.out_of_scope for element in graph.elements)
    kept, left = shown(ranked(matches, Stakes(graph), catalogue), in_scope)
    explainer = Explainer(matcher)
    return Result(
        suggestions=tuple([Suggestion(one, explainer) for one in kept]),
        left_out=tuple([Suggestion(one, explainer) for one in left]),
        explainer=explainer,
    )
