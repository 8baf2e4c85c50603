"""Hits of one entry on connected objects are one match: where most conditions hold. Pure: no Django here."""

from dataclasses import dataclass

import numpy as np

from apps.analysis.arrays import Ints, found_at, parts, spread, starts_of
from apps.analysis.matching import Hits
from apps.analysis.saying import Sayings

MANY = 1_000  # Conditions and steps of a path; what has more counts alike.


@dataclass(slots=True)
class Merged:
    """Hits that stand for themselves or for a group, what spans several objects first; `also` by the place of a hit."""

    hits: Hits
    stands: Ints  # the places of the hits that stand for the others
    members: Ints  # places of hits, group by group, each in the order of the model
    starts: Ints  # where the group of each of the first of `stands` begins in `members`, and where the last one ends


def merged(hits: Hits, sayings: Sayings) -> Merged:
    """Flows are connected to their ends, and to flows that share an end."""
    one, other = _joined(hits, sayings)
    part = parts(len(hits.object), one, other)
    together = np.zeros(len(part), dtype=bool)
    together[one] = together[other] = True
    members = np.flatnonzero(together)
    members = members[np.argsort(part[members], kind="stable")]
    _, starts = np.unique(part[members], return_index=True)
    best = members[_first_best(hits.asked[members], hits.unknown[members], starts)]
    return Merged(hits, np.concatenate((best, np.flatnonzero(~together))), members, np.append(starts, len(members)))


def _first_best(asked: Ints, unknown: Ints, starts: Ints) -> Ints:
    """In each group what is certain before what is not, then where most conditions hold, then fewest are unknown."""
    if not len(starts):
        return starts
    held, left = np.clip(asked - unknown, 0, MANY - 1), np.minimum(unknown, MANY - 1)
    worse = ((unknown > 0) * MANY + MANY - 1 - held) * MANY + left
    place: Ints = np.minimum.reduceat(worse * len(worse) + np.arange(len(worse)), starts) % len(worse)
    return place


def _joined(hits: Hits, sayings: Sayings) -> tuple[Ints, Ints]:
    """Pairs of hits of one entry on objects that are connected, by their places."""
    if not len(hits.object):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    entries = int(hits.entry.max()) + 1
    keys = hits.object * entries + hits.entry
    starts = starts_of(hits.object, sayings.count)
    between = np.flatnonzero(sayings.sources != sayings.targets)
    flow, at_source = spread(starts[:-1][sayings.sources[between]], np.diff(starts)[sayings.sources[between]])
    hit, at_target = found_at(sayings.targets[between][flow] * entries + hits.entry[at_source], keys)
    pairs = [(at_source[hit], at_target)]
    on_flow = np.arange(starts[sayings.flows_from], starts[sayings.system])
    flow = hits.object[on_flow] - sayings.flows_from
    ends = []
    for end in (sayings.sources, sayings.targets):
        ends.append(end[flow] * entries + hits.entry[on_flow])
        hit, at_end = found_at(ends[-1], keys)
        pairs.append((on_flow[hit], at_end))
    shared, flows = np.concatenate(ends), np.concatenate((on_flow, on_flow))
    order = np.argsort(shared, kind="stable")
    beside = np.flatnonzero(shared[order][1:] == shared[order][:-1])
    pairs.append((flows[order[beside]], flows[order[beside + 1]]))
    return np.concatenate([one for one, _ in pairs]), np.concatenate([other for _, other in pairs])
