"""NOTICE names every source that the product draws on, and every font that it carries."""

from pathlib import Path

import pytest

from apps.catalog.knowledge import Framework
from apps.catalog.parsing import builtin_catalogue

ROOT = Path(__file__).parents[2]
NOTICE = (ROOT / "NOTICE").read_text()
FRAMEWORKS = builtin_catalogue().frameworks
FONTS = sorted(
    path
    for folder in ("apps/accounts/static/accounts/fonts", "apps/reports/fonts")
    for path in (ROOT / folder).iterdir()
    if path.suffix in {".ttf", ".otf", ".woff2"}
)


def listed_fonts() -> set[Path]:
    """Every file that a path or pattern in NOTICE stands for."""
    patterns = [word.strip(",;") for word in NOTICE.split() if "/fonts/" in word]
    return {path for pattern in patterns for path in ROOT.glob(pattern)}


@pytest.mark.parametrize("framework", [pytest.param(framework, id=key) for key, framework in FRAMEWORKS.items()])
def test_a_framework_is_named_with_its_edition_source_and_licence(framework: Framework) -> None:
    [paragraph] = [text for text in NOTICE.split("\n\n") if text.startswith(f"{framework.key}\n")]
    assert f"{framework.title}, edition {framework.edition}\n" in paragraph
    assert f"Source:  {framework.url}\n" in paragraph
    assert f"Licence: {framework.licence}\n" in paragraph
    assert "Used:" in paragraph


def test_no_framework_is_named_that_the_catalogue_does_not_know() -> None:
    named = {text.split("\n")[0] for text in NOTICE.split("\n\n") if "\n    Licence: " in text}
    assert named == set(FRAMEWORKS)


def test_every_font_that_ships_is_listed_beside_its_licence() -> None:
    assert FONTS
    assert [path.name for path in FONTS if path not in listed_fonts()] == []
    assert all((path.parent / "OFL.txt").is_file() for path in FONTS)


def test_the_product_says_its_own_licence_first() -> None:
    assert NOTICE.startswith("Bifocal\nCopyright ")
    assert "Apache License, Version 2.0" in NOTICE.split("\n\n")[1]
