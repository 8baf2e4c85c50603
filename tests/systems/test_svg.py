"""Drawings as SVG: well-formed whatever people write, labels beside lines, and marks that work without colour."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from apps.catalog.taxonomy import VOCABULARY
from apps.systems.drawing.labels import Obstacles
from apps.systems.drawing.lettering import printable, width_of, wrapped
from apps.systems.graph import Boundary, Diagram, Element, Flow, Placement, SystemGraph
from apps.systems.layout import automatic_diagram
from apps.systems.svg import IN_THE_DARK, Drawing, Marks, Words, darkened, icons, svg_of
from tests.systems.drawn_models import CASES, assistant, case, large
from tests.systems.test_layout import NO_CASES

HOSTILE = (
    '<script>alert("x")</script>&amp;\'"',
    "]]><!-- -->",
    "x" * 10_000,
    "\x00\x1b[31m\u202egnp.exe\u2066",
    "مرحبا بالعالم",
    "שלום עולם",
    "漢字仮名交じり文" * 40,
    "🧑‍🚀🚀",
    "\ud800 lone",
    "",
    "   ",
)


def _texts(svg: str) -> list[str]:
    return ["".join(node.itertext()) for node in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314 - Our own output, made a line above.


def _drawn(graph: SystemGraph, marks: dict[str, Marks] | None = None) -> str:
    return svg_of(graph, automatic_diagram(graph), marks)


def test_nothing_gives_an_empty_drawing() -> None:
    assert _texts(_drawn(SystemGraph(name="Nothing"))) == []


def test_names_kinds_and_trust_are_written() -> None:
    texts = _texts(_drawn(assistant()))
    assert {"Refund agent", "Agent", "messages", "Internet· untrusted"} <= set(texts)


@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(text[:12]) for text in HOSTILE])
def test_hostile_text_is_only_text(text: str) -> None:
    graph = SystemGraph(
        name=text,
        boundaries=(Boundary(id=text, name=text),),
        elements=tuple(Element(id=f"{index}", name=text, kind="agent", boundary=text) for index in range(2)),
        flows=(Flow(id=text, name=text, source="0", target="1"),),
    )
    svg = _drawn(graph, {"0": Marks(3, 4)})
    root = ET.fromstring(svg)  # noqa: S314 - Our own output, made a line above.
    assert {node.tag.split("}")[1] for node in root.iter()} <= {
        "svg",
        "title",
        "rect",
        "path",
        "circle",
        "text",
        "tspan",
        "g",
    }
    assert svg.encode("utf-8").isascii() or not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", svg)
    assert len(svg) < 20_000


def _clear(graph: SystemGraph) -> None:
    drawing = Drawing(graph, automatic_diagram(graph), {element.id: Marks(2, 3) for element in graph.elements})
    lines = Obstacles()
    for flow, points in drawing.lines.items():
        lines.add_line(points, flow)
    boxes = [label.box for label in drawing.labels]
    assert [label.lines for label in drawing.labels if lines.hit(label.box)] == []
    assert not any(first.meets(second) for index, first in enumerate(boxes) for second in boxes[:index])
    named = {flow.id for flow in graph.flows if flow.name}
    assert {label.flow for label in drawing.labels} | {badge.flow for badge in drawing.badges} == named


@pytest.mark.parametrize(
    "path", CASES or [pytest.param(None, marks=pytest.mark.skip(reason=NO_CASES))], ids=lambda path: path and path.stem
)
def test_labels_of_the_measured_cases_cover_no_line_and_no_other_label(path: Path) -> None:
    _clear(case(path))


def test_every_flow_of_a_large_model_is_named_or_numbered() -> None:
    _clear(large(150, 220, 12))


def test_what_was_drawn_by_hand_without_bends_gets_straight_lines_side_by_side() -> None:
    placements = (Placement("element", "agent", 0, 0, 150, 60), Placement("element", "model", 300, 10, 150, 60))
    drawing = Drawing(assistant(), Diagram(id="d", title="By hand", placements=placements), {})
    assert [drawing.lines[flow] for flow in ("f2", "f3")] == [((150, 28), (300, 28)), ((300, 42), (150, 42))]


def test_marks_carry_letter_and_number_besides_their_colour() -> None:
    texts = _texts(_drawn(assistant(), {"agent": Marks(threats=12, hazards=3), "model": Marks(), "gone": Marks(1, 1)}))
    assert [text for text in texts if text in {"T", "H", "12", "3"}] == ["T", "12", "H", "3"]


def test_out_of_scope_is_faded_and_crossed_out() -> None:
    assert _drawn(assistant()).count('<g opacity=".5">') == 1


def test_an_unknown_kind_is_drawn_with_a_question_mark() -> None:
    graph = SystemGraph(name="Odd", elements=(Element(id="a", name="A", kind="from-elsewhere"),))
    assert icons()["unknown"] in _drawn(graph)


def test_every_kind_has_an_icon_of_its_own() -> None:
    assert set(VOCABULARY.kinds) <= set(icons())
    assert len(set(icons().values())) == len(icons())
    assert all(re.fullmatch(r"[MLHVCSQTAZmlhvcsqtaz0-9 .,-]+", path) for path in icons().values())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one", ["one"]),
        ("one two", ["one two"]),
        ("one two three four", ["one two", "three four"]),
        ("a\u202eb\x00c\nd", ["abc d"]),
    ],
)
def test_text_is_wrapped_between_words(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10, 60, 3) == lines


def test_what_does_not_fit_ends_in_an_ellipsis_within_the_width() -> None:
    lines = wrapped("word " * 50 + "x" * 5000, 10, 60, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(width_of(line, 10) <= 60 for line in lines)


def test_letters_of_all_scripts_are_kept() -> None:
    text = "Ünïcödé مرحبا שלום 漢字 🚀"
    assert printable(text) == text


def test_a_drawing_says_what_it_shows_to_who_cannot_see_it() -> None:
    graph = replace(assistant(), name='Refund "assistant"')
    assert 'aria-label="Refund &quot;assistant&quot;: Overview"' in _drawn(graph)


def test_in_the_dark_every_colour_is_another_and_no_text_is_touched() -> None:
    graph = SystemGraph(name='Shop "#1c1917"', elements=(Element(id="a", name='Agent "#1c1917"', kind="agent"),))
    light = svg_of(graph, automatic_diagram(graph), {"a": Marks(1, 1)}, {"a": "changed"})
    dark = darkened(light)
    colours = re.compile('"(#[0-9a-f]{6})"')
    assert set(colours.findall(light)) <= set(IN_THE_DARK)
    assert set(colours.findall(light)).isdisjoint(colours.findall(dark))
    assert _texts(dark) == _texts(light)


def test_a_drawing_says_its_own_words_in_the_language_that_it_is_given() -> None:
    words = Words({"agent": "Agent (de)"}, {"internal": "intern"}, {"added": "H", "changed": "G", "gone": "E"})
    boundary = Boundary(id="b", name="Office of the whole house", trust="internal")
    graph = SystemGraph(
        name="Shop", elements=(Element(id="a", name="Bot", kind="agent", boundary="b"),), boundaries=(boundary,)
    )
    svg = svg_of(graph, automatic_diagram(graph), deeds={"a": "gone"}, words=words)
    assert all(f">{text}<" in svg for text in ("Agent (de)", "E"))
    assert "internal" not in svg
