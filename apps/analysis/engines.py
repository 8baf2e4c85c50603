"""The engine of rules: a frozen graph and a catalogue → suggestions and questions, always the same. No Django."""

from collections.abc import Sequence
from functools import lru_cache

from apps.analysis.compiling import Rules
from apps.analysis.explaining import Explainer
from apps.analysis.lowering import Lowering, RecordedTreatment
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


def suggest(
    graph: SystemGraph,
    catalogue: Catalogue,
    on_progress: OnProgress | None = None,
    treatments: Sequence[RecordedTreatment] = (),
) -> Result:
    """`on_progress` is told, element by element, how many of how many are done and the name of the last one.

    What is shown is chosen before treatments lower it, so that they change the order and never the choice.
    """
    rules, ranking = _prepared(catalogue)
    matcher = Matcher(graph, rules)
    matches = merged(matcher.places(on_progress), graph)
    in_scope = sum(not element.out_of_scope for element in graph.elements)
    kept, left = shown(ranking.ranked(matches, Stakes(graph)), in_scope)
    lowering = Lowering(treatments, catalogue)
    if treatments:
        kept, left = lowering.lowered(kept), lowering.lowered(left)
    explainer = Explainer(matcher, lowering.credits)
    return Result(
        suggestions=tuple([Suggestion(one, explainer) for one in kept]),
        left_out=tuple([Suggestion(one, explainer) for one in left]),
        explainer=explainer,
    )
