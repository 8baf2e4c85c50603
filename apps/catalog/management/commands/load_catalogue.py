"""`manage.py load_catalogue`: bring the tables to what the files in apps/catalog/data say."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.catalog.loader import load_builtin
from apps.catalog.parsing import CatalogueError


class Command(BaseCommand):
    help = "Load the built-in catalogue into the database. Does nothing where it is loaded already."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_builtin()
        except CatalogueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Catalogue loaded." if loaded else "The catalogue is up to date.")
