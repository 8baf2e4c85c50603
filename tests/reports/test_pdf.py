"""The report as PDF: tagged, complete, and never broken by what people wrote."""

import re
from contextlib import closing
from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from apps.reports import pdf
from apps.reports.contents import contents_of
from apps.reports.findings import ReportControl, ReportCounterpart, ReportFinding, ReportReference, ReportTreatment
from apps.reports.pdf import Rendered, render
from apps.systems.graph import Asset, Assumption, Boundary, Diagram, Element, Flow, Loss, Placement, SystemGraph
from tests.reports.written_findings import hazard, many, occasion, threat
from tests.systems.drawn_models import assistant

HOSTILE = {
    "markup": '#eval("1+1") $x^2$ *bold* @ref <label> #import "x" \\ `code` = Heading // comment #panic("x")',
    "a long word": "x" * 10_000,
    "a long joined word": "م" * 10_000,
    "right to left": "مرحبا بالعالم שלום עולם",
    "ideographs": "漢字仮名交じり文한국어简体中文" * 30,
    "emoji": "🧑‍🚀 🚀 👩‍👩‍👧‍👦 🇫🇷 ❤️ 👍🏽",
    "control letters": "a\x00b\x1b[31mc\u202egnp.exe\u2066d \ud800 \U000e0001",
    "other scripts": "Հայերեն ქართული አማርኛ ελληνικά Кириллица",
    "lists": "line\n- not a list\n+ nor this\n1. nor this\n\n= nor a heading",
    "nothing": "",
}


def _text(rendered: Rendered) -> str:
    with closing(PdfDocument(rendered.pdf)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "\n".join(pages).replace("\u200b", "")


def _everywhere(text: str) -> tuple[SystemGraph, list[ReportFinding]]:
    """The same text in every place that takes one."""
    graph = SystemGraph(
        name=text,
        description=text,
        purpose=text,
        lifecycle_stage=text,
        boundaries=(Boundary(id="b", name=text, trust=text),),
        elements=tuple(
            Element(id=id_, name=text, kind="agent", description=text, boundary="b", out_of_scope_reason=text)
            for id_ in ("e", "g")
        ),
        flows=(Flow(id="f", name=text, source="e", target="g", description=text),),
        assets=(Asset(id="a", name=text, description=text, data_classes=(text,), needs={text: text}, held_by=("e",)),),
        losses=(Loss(id="l", title=text, description=text, impact={text: 3}, assets=("a",)),),
        assumptions=(Assumption(id="s", text=text, owner=text, valid_until=text, status=text),),
    )
    other = ReportCounterpart(number=2, source="unintended", title=text, relation=text, reason=text)
    finding = ReportFinding(
        number=1,
        source="adversarial",
        title=text,
        status=text or "open",
        target_name=text,
        target="e",
        description=text,
        also_names=(text,),
        because=(text,),
        open_questions=(text,),
        harms=(text,),
        losses=(text,),
        treatments=(ReportTreatment(title=text, state=text, owner=text),),
        controls=(ReportControl(title=text, adversarial="hurts", reason=text),),
        references=(ReportReference(framework=text, edition=text, identifier=text, title=text, licence=text),),
        counterparts=(other,),
        rationale=text,
    )
    dismissed = replace(finding, number=3, status="dismissed")
    return graph, [finding, replace(finding, number=2, source="unintended"), dismissed]


def test_nothing_is_printed_as_an_accessible_report() -> None:
    rendered = render(contents_of(SystemGraph(name="Nothing"), [], occasion()))
    assert rendered.pdf.startswith(b"%PDF-")
    assert (rendered.pages > 4, rendered.warnings) == (True, [])


def test_it_claims_the_accessibility_standard_and_says_its_language() -> None:
    rendered = render(contents_of(assistant(), [threat(1), hazard(2)], occasion()))
    assert rendered.warnings == []
    assert b"pdfuaid:part" in rendered.pdf
    assert re.search(rb"/Lang ?\(en\)", rendered.pdf) or b"/Lang" in rendered.pdf
    assert b"/StructTreeRoot" in rendered.pdf
    assert b"/Outlines" in rendered.pdf


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_printed_as_text(text: str) -> None:
    graph, findings = _everywhere(text)
    rendered = render(contents_of(graph, findings, replace(occasion(text), workspace=text, made_by=text)))
    assert rendered.warnings == []


def test_scripts_that_stack_letters_are_printed_and_keep_the_standard_outside_the_drawing() -> None:
    graph, findings = _everywhere("नमस्ते สวัสดี தமிழ் తెలుగు বাংলা")
    contents = contents_of(graph, findings, occasion())
    assert render(replace(contents, pictures=[])).warnings == []
    assert [warning[:40] for warning in render(contents).warnings] == [pdf.NOT_ACCESSIBLE[:40]]


def test_letters_that_no_font_has_cost_the_standard_and_nothing_else() -> None:
    graph = replace(assistant(), description="Ugaritic: \U00010380\U00010381.")
    rendered = render(contents_of(graph, [threat(1)], occasion()))
    assert rendered.pages > 4
    assert [warning[:40] for warning in rendered.warnings] == [pdf.NOT_ACCESSIBLE[:40]]


def test_every_finding_and_every_element_can_be_read_in_the_file() -> None:
    findings = [threat(1), hazard(2), *many(12, assistant())[2:], threat(50, None, status="dismissed")]
    words = " ".join(_text(render(contents_of(assistant(), findings, occasion()))).split())
    for finding in findings:
        letter = "T" if finding.source == "adversarial" else "H"
        assert f"{letter}-{finding.number}" in words
    for element in assistant().elements:
        assert element.name in words
    assert re.search(r"see H-2 p\. ?\d+", words)
    assert "MITRE ATLAS 2026.07: AML.T0051.001" in words


def test_markup_and_long_words_come_out_letter_by_letter() -> None:
    graph = replace(assistant(), description=f"{HOSTILE['markup']}\n{HOSTILE['a long word']}")
    text = "".join(_text(render(contents_of(graph, [], occasion()))).split())
    assert "".join(HOSTILE["markup"].split()) in text
    assert text.count("x") >= 10_000


def test_every_diagram_that_somebody_drew_has_its_page() -> None:
    drawn = Diagram(id="d", title="By hand", placements=(Placement("element", "agent", 10, 10, 150, 60),))
    one = render(contents_of(replace(assistant(), diagrams=(drawn,)), [], occasion()))
    two = render(contents_of(replace(assistant(), diagrams=(drawn, replace(drawn, id="e"))), [], occasion()))
    assert two.pages == one.pages + 1


def test_nothing_but_the_templates_can_be_read_while_it_is_set() -> None:
    for template in (pdf.FOLDER / "templates").glob("*.typ"):
        text = template.read_text(encoding="utf-8")
        assert re.findall(r"#?(?:import|include|read|eval|csv|yaml|toml|plugin)\b[ (]", text) == []
