"""`manage.py catalogue_pages` writes docs/catalogue anew; with --check it only says whether that is needed."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.catalog.pages import catalogue_pages
from apps.catalog.parsing import builtin_catalogue


class Command(BaseCommand):
    help = "Write the built-in catalogue as pages of Markdown."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "docs" / "catalogue")
        parser.add_argument("--check", action="store_true", help="change nothing; fail where pages are old")

    def handle(self, *args: Any, folder: Path, check: bool, **options: Any) -> None:
        pages = catalogue_pages(builtin_catalogue())
        there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.md")}
        old = [name for name, text in pages.items() if name not in there or there[name].read_text("utf-8") != text]
        gone = there.keys() - pages.keys()
        if check:
            if old or gone:
                raise CommandError("docs/catalogue is old: run `make catalogue` and commit the result.")
            return
        for name in old:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages[name], encoding="utf-8")
        for name in gone:
            there[name].unlink()
        self.stdout.write(f"{len(old)} pages written, {len(gone)} taken away, {len(pages)} in all.")
