"""What is new, changed and gone between two sets of rows."""

from apps.catalog.differences import differences, entries_touched
from apps.catalog.plain_rows import catalogue_rows
from tests.factories.catalogue import SMALL

ROWS = catalogue_rows(SMALL)


def test_equal_rows_differ_in_nothing() -> None:
    assert differences(ROWS, dict(ROWS)) == ()


def test_new_changed_and_gone_rows_come_in_this_order_with_their_fields() -> None:
    after = dict(ROWS)
    del after["entry", "tool-slips"], after["link", "planted-instructions mirrors text-misread"]
    after["entry", "ours"] = {**ROWS["entry", "tool-slips"], "slug": "ours", "title": "Ours"}
    after["entry", "tool-misused"] = {**ROWS["entry", "tool-misused"], "gist": "Other.", "alone": "So it is."}
    found = differences(ROWS, after)
    assert [(one.change, one.kind, one.key, one.title) for one in found] == [
        ("new", "entry", "ours", "Ours"),
        ("changed", "entry", "tool-misused", "Tool misused"),
        ("gone", "entry", "tool-slips", "Tool slips"),
        ("gone", "link", "planted-instructions mirrors text-misread", "planted-instructions mirrors text-misread"),
    ]
    assert [(one.field, one.before, one.after) for one in found[1].fields] == [
        ("gist", "What is meant by tool-misused.", "Other."),
        ("alone", None, "So it is."),
    ]
    assert entries_touched(found) == {"tool-misused", "tool-slips"}
