"""Sets the contents of a report as PDF. What people wrote goes in as data and is never read as markup."""

import json
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

from apps.reports.contents import Contents

FOLDER = Path(__file__).parent
ACCESSIBLE = ["ua-1"]
NOT_ACCESSIBLE = (
    "The file does not claim the accessibility standard PDF/UA-1: {reason}. It is tagged, and its text is all there."
)


@dataclass(frozen=True, slots=True)
class Rendered:
    pdf: bytes
    pages: int
    warnings: list[str]


def render(contents: Contents) -> Rendered:
    """Raises typst.TypstError only for a fault of the templates: no text of a system makes it fail."""
    with tempfile.TemporaryDirectory() as folder:  # The templates are all that can be read, and nothing is fetched.
        report = Path(folder) / "report.typ"
        report.write_bytes(_source())
        compiler = typst.Compiler(
            input=report,
            root=folder,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"contents": _data(contents)},
            package_path=folder,
            package_cache_path=folder,
        )
        pdf, warnings = _compiled(compiler)
        pages = json.loads(compiler.query("<last-page>", field="value", one=True))
    return Rendered(pdf, int(pages), warnings)


def _data(contents: Contents) -> str:
    """As JSON. Half a letter, which no file can hold, becomes a question mark here if it came through until now."""
    return json.dumps(contents.as_json(), ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")


def _compiled(compiler: Any) -> tuple[bytes, list[str]]:
    try:
        pdf, found = compiler.compile_with_warnings(format="pdf", pdf_standards=ACCESSIBLE)
    except typst.TypstError as problem:
        pdf, found = compiler.compile_with_warnings(format="pdf")
        reason = problem.message.removeprefix("PDF/UA-1 error: ").rstrip(".")
        return pdf, [NOT_ACCESSIBLE.format(reason=reason), *_messages(found)]
    return pdf, _messages(found)


def _messages(warnings: list[Any]) -> list[str]:
    return list(dict.fromkeys(str(warning.message) for warning in warnings))


@cache
def _source() -> bytes:
    """The templates as one document, in the order of their names."""
    parts = sorted((FOLDER / "templates").glob("*.typ"))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts).encode()


@cache
def _fonts() -> Any:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FOLDER / "fonts")])
