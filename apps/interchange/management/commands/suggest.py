"""`manage.py suggest FILE`: suggestions for a model file, without a database."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from apps.interchange import suggesting


class Command(BaseCommand):
    help = "Suggest threats and hazards for a model file. Needs no database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        suggesting.add_arguments(parser)

    def handle(self, *_arguments: Any, **options: Any) -> None:
        try:
            code = suggesting.run(options["file"], options["format"], options["fail_on"], sys.stdout, sys.stderr)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever reads has enough after the first lines, as `head` has; what is left goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        if code:
            sys.exit(code)
