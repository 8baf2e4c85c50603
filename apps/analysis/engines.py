"""The engine of rules: a frozen graph and a catalogue → suggestions and questions, always the same. No Django."""

from collections.abc import Sequence
from functools import lru_cache

from apps.analysis.arrays import Ints
from apps.analysis.compiling import Rules
from apps.analysis.credits import RecordedTreatment
from apps.analysis.found import Found
from apps.analysis.lowering import Lowering
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
    """`on_progress` is told again and again how many of how many elements are done, and the name of one of them.

    What is shown is chosen before treatments lower it, so that they change the order and never the choice.
    """
    rules, ranking = _prepared(catalogue)
    matcher = Matcher(graph, rules)
    groups = merged(matcher.hits(on_progress), matcher.sayings)
    ranked = ranking.ranked(groups, Stakes(matcher.sayings))
    in_scope = sum(not element.out_of_scope for element in graph.elements)
    kept, left = shown(ranked, ranking, in_scope)
    found = Found(matcher, groups, ranked)
    if treatments:
        Lowering(treatments, catalogue).lower(found)
        kept, left = ranked.in_order(kept), ranked.in_order(left)
    return Result(suggestions=_suggestions(kept, found), left_out=_suggestions(left, found), found=found)


def _suggestions(numbers: Ints, found: Found) -> tuple[Suggestion, ...]:
    return tuple([Suggestion(number, found) for number in numbers.tolist()])
