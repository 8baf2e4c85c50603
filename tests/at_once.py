"""Several people at once: each deed in a thread with a connection of its own, all let go at the same moment."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import monotonic, sleep
from typing import TypeVar

from django.db import connection, connections, transaction

Result = TypeVar("Result")


def at_once(deeds: Sequence[Callable[[], Result]]) -> list[Result]:
    """What each deed gave, in their order. Needs committed rows: `@pytest.mark.django_db(transaction=True)`."""
    start = Barrier(len(deeds), timeout=20)

    def do(deed: Callable[[], Result]) -> Result:
        try:
            start.wait()
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=len(deeds)) as threads:
        return list(threads.map(do, deeds))


def after_waiting(deed: Callable[[], Result], *, hold: Callable[[], object], meanwhile: Callable[[], object]) -> Result:
    """What `deed` gives that waits for a lock which `hold` took, and finds what `meanwhile` did. PostgreSQL only."""

    def do() -> Result:
        try:
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=1) as threads:
        with transaction.atomic():
            hold()
            waiting = threads.submit(do)
            _until_somebody_waits_for_a_lock()
            meanwhile()
        return waiting.result(timeout=20)


def _until_somebody_waits_for_a_lock() -> None:
    deadline = monotonic() + 10
    waiting = 0
    while not waiting and monotonic() < deadline:
        sleep(0.02)
        with connection.cursor() as cursor:
            # Inside a transaction PostgreSQL shows the same picture again and again until it is told to look anew.
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            waiting = cursor.fetchone()[0]
    assert waiting, "Nobody waits."
