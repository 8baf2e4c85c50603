"""From which status a finding may move to which. Pure.

Undoing is a move like any other: what an engine suggested can go back to being a suggestion.
"""

_NEXT: dict[str, frozenset[str]] = {
    "suggested": frozenset({"open", "dismissed"}),
    "open": frozenset({"treating", "resolved", "dismissed", "accepted"}),
    "treating": frozenset({"open", "resolved", "dismissed", "accepted"}),
    "resolved": frozenset({"open", "treating"}),
    "dismissed": frozenset({"open"}),
    "accepted": frozenset({"open", "treating", "resolved"}),
}
_WITH_REASON = frozenset({"dismissed", "accepted"})


def allowed_next(status: str, *, raised_by_engine: bool) -> frozenset[str]:
    back = {"suggested"} if raised_by_engine and status in ("open", "dismissed") else set()
    return _NEXT[status] | back


def needs_reason(status: str) -> bool:
    """Whether moving there has to be explained."""
    return status in _WITH_REASON
