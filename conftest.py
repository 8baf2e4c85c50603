"""What pytest is told about the whole suite; the cast and the fixtures are in tests/conftest.py."""

import pytest

WHOLE_PRODUCT = ("journey", "processes")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whatever touches the database as `core`: it runs on PostgreSQL and again on the embedded default."""
    for item in items:
        touches_database = item.get_closest_marker("django_db") or "db" in getattr(item, "fixturenames", ())
        if touches_database and not any(item.get_closest_marker(name) for name in WHOLE_PRODUCT):
            item.add_marker("core")
