"""What numpy has no name for: masks as rows of words, grouping, and parts that hang together. Pure: no Django here."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

WORD = 64  # bits
Words = NDArray[np.uint64]  # masks, a row of words for each
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def as_words(masks: Sequence[int], words: int) -> Words:
    """Each mask as a row of so many words, the lowest bits first."""
    together = b"".join([mask.to_bytes(words * WORD // 8, "little") for mask in masks])
    return np.frombuffer(together, dtype="<u8").reshape(len(masks), words).astype(np.uint64)


def as_mask(row: Words) -> int:
    return int.from_bytes(row.astype("<u8").tobytes(), "little")


def starts_of(owners: Ints, count: int) -> Ints:
    """Where each of `count` owners begins in `owners`, which is in order; one more says where the last one ends."""
    return np.searchsorted(owners, np.arange(count + 1))


def gathered(rows: Words, owners: Ints, members: Ints, count: int) -> Words:
    """For each of `count` owners the rows of its members, joined by OR; zeros where it has none."""
    order = np.argsort(owners, kind="stable")
    found = np.zeros((count, rows.shape[1]), dtype=rows.dtype)
    starts = starts_of(owners[order], count)
    some = np.flatnonzero(starts[1:] > starts[:-1])
    if len(some):
        found[some] = np.bitwise_or.reduceat(rows[members[order]], starts[some], axis=0)
    return found


def spread(starts: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """For ranges that begin at `starts` and are `counts` long: the range that each place is in, and the place."""
    owners = np.repeat(np.arange(len(starts)), counts)
    within = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    return owners, starts[owners] + within


def numbered_within(groups: Ints) -> Ints:
    """For each place: how many of the same group stand before it."""
    order = np.argsort(groups, kind="stable")
    in_order = groups[order]
    begins = np.r_[True, in_order[1:] != in_order[:-1]] if len(groups) else np.zeros(0, dtype=bool)
    first = np.maximum.accumulate(np.where(begins, np.arange(len(groups)), 0))
    found = np.empty(len(groups), dtype=np.int64)
    found[order] = np.arange(len(groups)) - first
    return found


def parts(count: int, one: Ints, other: Ints) -> Ints:
    """For each of `count` things the least one of those that it hangs together with, through any number of pairs."""
    least = np.arange(count)
    while True:
        left, right = least[one], least[other]
        apart = left != right
        if not apart.any():
            return least
        np.minimum.at(least, np.maximum(left, right)[apart], np.minimum(left, right)[apart])
        while True:  # Each points at what its own least one points at, until nothing changes.
            further = least[least]
            if (further == least).all():
                break
            least = further


def found_at(wanted: Ints, keys: Ints) -> tuple[Ints, Ints]:
    """Which of the wanted ones are among the keys, which are in order, and where."""
    if not len(keys):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    hit = np.flatnonzero(keys[place] == wanted)
    return hit, place[hit]


def column(values: Sequence[Any], kind: Any = np.int64) -> NDArray[Any]:
    return np.fromiter(values, dtype=kind, count=len(values))
