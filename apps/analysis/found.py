"""All that was found in one system: read one by one, while it was found all at once. Pure: no Django here."""

from collections.abc import Sequence

from apps.analysis.credits import Credit
from apps.analysis.explaining import Explainer
from apps.analysis.matches import Match
from apps.analysis.matching import Matcher
from apps.analysis.merging import Merged
from apps.analysis.ranking import Ranked
from apps.analysis.reasons import TargetType
from apps.catalog.knowledge import Entry


class Found:
    """Matches by number: their places in the arrays of `ranked`. `credits` are those of treatments, by that number."""

    def __init__(self, matcher: Matcher, merged: Merged, ranked: Ranked) -> None:
        self.explainer = Explainer(matcher)
        self.credits: dict[int, Sequence[Credit]] = {}
        self._matcher = matcher
        self._merged = merged
        self._ranked = ranked
        self._entries = matcher.rules.entries
        self._matches: dict[int, Match] = {}

    def __len__(self) -> int:
        return len(self._ranked.worth)

    def entry(self, number: int) -> Entry:
        return self._entries[int(self._ranked.entry[number])]

    def target(self, number: int) -> str:
        return self._matcher.sayings.ids[int(self._ranked.object[number])]

    def target_type(self, number: int) -> TargetType:
        at, sayings = int(self._ranked.object[number]), self._matcher.sayings
        return "element" if at < sayings.flows_from else "flow" if at < sayings.system else "system"

    def also(self, number: int) -> tuple[str, ...]:
        """What spans several objects stands first."""
        merged, ids = self._merged, self._matcher.sayings.ids
        if number + 1 >= len(merged.starts):
            return ()
        group = merged.members[merged.starts[number] : merged.starts[number + 1]]
        others = merged.hits.object[group[group != merged.stands[number]]]
        return tuple([ids[one] for one in others.tolist()])

    def places(self, number: int) -> tuple[str, ...]:
        return (self.target(number), *self.also(number))

    def lower(self, number: int, share: float) -> None:
        """Only this share of its worth remains."""
        self._ranked.worth[number] *= share
        self._matches.pop(number, None)

    def match(self, number: int) -> Match:
        """Made when somebody first asks for it."""
        match = self._matches.get(number)
        if match is None:
            match = self._matches[number] = self._made(number)
        return match

    def _made(self, number: int) -> Match:
        ranked, at = self._ranked, int(self._ranked.object[number])
        rule = self._matcher.rule(at, int(ranked.entry[number]))
        return Match(
            rule=rule,
            open=self._matcher.open(at, rule),
            route=self._merged.hits.routes.get(int(ranked.hit[number])),
            target_type=self.target_type(number),
            target=self.target(number),
            also=self.also(number),
            tier=int(ranked.tier[number]),
            worth=float(ranked.worth[number]),
            degree=int(ranked.degree[number]),
            exposure=float(ranked.exposure[number]),
        )
