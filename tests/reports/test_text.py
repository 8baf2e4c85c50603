"""Text on its way to the page: nothing that steers or hides, and no word too long to break."""

import re

import pytest

from apps.reports.text import breakable, name, paragraphs


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("", ""),
        ("Refund agent", "Refund agent"),
        ("  two\t words\n", "two words"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("gnp\u202eexe\u2066", "gnpexe"),
        ("\ud800 lone", "lone"),
        ('#eval("1") $x$ *b* @ref', '#eval("1") $x$ *b* @ref'),
        ("مرحبا بالعالم", "مرحبا بالعالم"),
        ("漢字仮名交じり文", "漢字仮名交じり文"),
        ("👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"),
    ],
)
def test_a_name_is_one_printable_line(text: str, printed: str) -> None:
    assert name(text) == printed


def test_a_name_is_cut_at_its_limit() -> None:
    assert name("word " * 100, limit=20) == "word word word word…"


@pytest.mark.parametrize("letter", ["x", "é", "م", "\U00010380", "_"])
def test_ten_thousand_letters_without_a_space_can_be_broken(letter: str) -> None:
    broken = breakable(letter * 10_000)
    assert broken.replace("\u200b", "") == letter * 10_000
    assert max(map(len, broken.split("\u200b"))) <= 22


def test_ordinary_words_are_left_alone() -> None:
    text = "Counterproductive internationalisation, says the model."
    assert breakable(text) == text


@pytest.mark.parametrize("cluster", ["👩‍👩‍👧‍👦", "🇫🇷", "👍🏽", "e\u0301"])
def test_a_break_never_tears_one_letter_apart(cluster: str) -> None:
    assert set(re.split("\u200b", breakable(cluster * 40).replace(cluster, "."))) <= {
        "." * count for count in range(41)
    }


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one", 1), ("one\ntwo", 2), ("one\r\n\r\n\u2029two", 2), ("\n" * 50_000, 1)]
)
def test_a_text_is_printed_paragraph_by_paragraph(text: str, count: int) -> None:
    assert len(paragraphs(text)) == count


def test_endless_texts_end() -> None:
    printed = paragraphs("line\n" * 100_000)
    assert len(printed) <= 401
    assert printed[-1] == "…"
