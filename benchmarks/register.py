"""A list of 1,000 findings beside one of 10: queries, and time at the server for the first page, on PostgreSQL.

`python -m benchmarks.register [--json]`. The peer is a plain DRF view of the same rows with the same parts nested, as
one writes it first, measured without middleware and without checking access, which is to its advantage.
"""

import argparse
import json
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import django

from tests.services import services

SIZES = (10, 1_000)
RUNS = 25


def measured(work: Callable[[], object]) -> tuple[float, int]:
    """Median seconds of several runs, and the queries of one."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    work()
    with CaptureQueriesContext(connection) as queries:
        work()
        asked = len(queries)  # Now: the next request empties the log that this counts.
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times), asked


def prepare() -> Any:
    """Tables, catalogue, and a person with a workspace."""
    from django.core.management import call_command

    from apps.accounts.models import User
    from apps.accounts.services import create_workspace
    from apps.catalog.loader import load_builtin

    call_command("migrate", verbosity=0)
    load_builtin()
    user = User.objects.create_user(email="owner@bifocal.example", password=None, name="Owner")
    return user, create_workspace(user, name="Register")


def fill(workspace: Any, size: int) -> Any:
    """A system with `size` findings, spread over the entries of the catalogue."""
    from django_scopes import scope

    from apps.catalog.models import Entry
    from apps.systems.models import System
    from apps.threats.models import Finding, RaisedBy

    with scope(workspace=workspace):
        system = System.objects.create(workspace=workspace, name=f"System of {size}")
        entries = list(Entry.objects.filter(retired_at=None))
        rows = [(number, entries[number % len(entries)]) for number in range(1, size + 1)]
        Finding.objects.bulk_create(
            Finding(
                workspace=workspace,
                system=system,
                number=number,
                entry=entry.slug,
                source=entry.source,
                origin=entry.origin,
                title=entry.title,
                description=entry.gist,
                target_type="element",
                target=uuid4(),
                target_name=f"Element {number}",
                raised_by=RaisedBy.ENGINE,
                fingerprint=uuid4().hex,
                score=100 * number / size,
                trace={"certainty": "certain", "score": 50.0, "because": [], "unknown": []},
            )
            for number, entry in rows
        )
    return system


def our_page(user: Any, workspace: Any, system: Any) -> Callable[[], object]:
    """The first page as a signed-in program gets it, through every layer."""
    from django.test import Client

    client = Client(raise_request_exception=True)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/api/v1/workspaces/{workspace.slug}/systems/{system.pk}/findings"

    def work() -> int:
        response = client.get(address)
        if response.status_code != 200:
            raise RuntimeError(response.content[:500])
        return len(response.json()["results"])

    return work


def plain_page(workspace: Any, system: Any, size: int) -> Callable[[], object]:
    """The same rows with entry, controls and references nested, by serializers alone."""
    from django_scopes import scope
    from rest_framework import serializers

    from apps.catalog.models import Control, Entry, Reference
    from apps.threats.models import Finding

    def plain(of: Any, **nested: Any) -> Any:
        meta = type("Meta", (), {"model": of, "fields": "__all__"})
        return type(f"Plain{of.__name__}", (serializers.ModelSerializer,), {"Meta": meta, **nested})

    reference = plain(Reference, framework=serializers.StringRelatedField())
    control = plain(Control)
    entry = plain(Entry, references=reference(many=True), controls=control(many=True))

    def entry_of(serializer: Any, finding: Any) -> Any:
        return entry(Entry.objects.get(slug=finding.entry)).data

    finding = plain(Finding, entry=serializers.SerializerMethodField(), get_entry=entry_of)

    def work() -> int:
        with scope(workspace=workspace):
            rows = Finding.objects.filter(system=system).order_by("-score", "number")[:size]
            return len(json.dumps(finding(rows, many=True).data, default=str))

    return work


def figures() -> dict[str, float | int | str]:
    user, workspace = prepare()
    found: dict[str, float | int | str] = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
    }
    for size in SIZES:
        system = fill(workspace, size)
        page = our_page(user, workspace, system)
        rows = page()
        assert isinstance(rows, int)
        found[f"page_rows_{size}"] = rows
        found[f"first_page_{size}_seconds"], found[f"queries_{size}"] = measured(page)
        plain = plain_page(workspace, system, rows)
        found[f"plain_view_{size}_seconds"], found[f"plain_view_queries_{size}"] = measured(plain)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one flat object of figures")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, services() as servers:
        os.environ.update(servers | {"BIFOCAL_DATA": folder, "DJANGO_SETTINGS_MODULE": "config.settings"})
        django.setup()
        from django.conf import settings
        from django.db import connections

        settings.ALLOWED_HOSTS = ["testserver"]
        shown = figures()
        connections.close_all()
    if options.json:
        print(json.dumps(shown))
        return
    for name, value in shown.items():
        print(f"{name:28} {value:.4f}" if isinstance(value, float) else f"{name:28} {value}")


if __name__ == "__main__":
    main()
