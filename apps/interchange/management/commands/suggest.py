"""`manage.py suggest FILE`: suggestions for a model file, without a database."""

import signal
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
        # Whoever reads may have enough after the first lines, as `head` has.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        code = suggesting.run(options["file"], options["format"], options["fail_on"], sys.stdout, sys.stderr)
        if code:
            sys.exit(code)
