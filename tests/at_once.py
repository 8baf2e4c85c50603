"""Several people at once: each deed in a thread with a connection of its own, all let go at the same moment."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connections

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
