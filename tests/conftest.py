"""The cast: an owner, an editor, a reviewer and a viewer of one workspace, and a stranger who owns another."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, connections, transaction
from django.test import override_settings

from apps.accounts.access import Role
from apps.accounts.models import Workspace
from apps.catalog.knowledge import Catalogue
from apps.catalog.loader import load_builtin
from apps.systems.models import System
from tests.factories.catalogue import SMALL
from tests.factories.people import Caller, Person, make_person
from tests.factories.systems import make_system
from tests.factories.world import World, make_world


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as people have it: the one in memory has no journal and one lock for all threads."""
    default = connections["default"]
    if default.vendor == "sqlite":
        default.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def without_static_files() -> Iterator[None]:
    """What serves the built browser app reads all of it whenever a client is made."""
    serving = [name for name in settings.MIDDLEWARE if "whitenoise" not in name.lower()]
    with override_settings(MIDDLEWARE=serving):
        yield


@pytest.fixture(autouse=True)
def nobody_has_called_yet() -> None:
    """Requests of earlier tests do not count towards a limit."""
    cache.clear()


@pytest.fixture
def catalogue(db: None, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """Four entries that a test knows by heart, instead of the built-in catalogue."""
    for place in ("apps.catalog.loader", "apps.catalog.reading"):
        monkeypatch.setattr(f"{place}.builtin_catalogue", lambda: SMALL)
    load_builtin()
    return SMALL


@pytest.fixture(scope="module")
def world_of_the_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One of everything, made once for all tests of a module, each of which undoes what it did to it."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        for place in ("apps.catalog.loader", "apps.catalog.reading"):
            patch.setattr(f"{place}.builtin_catalogue", lambda: SMALL)
        load_builtin()
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(world_of_the_module: World, db: None) -> World:
    return world_of_the_module.afresh()


@pytest.fixture
def on_postgresql(db: None) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("It is about how PostgreSQL locks; SQLite lets one writer in at a time.")


@pytest.fixture
def workspace(db: None) -> Workspace:
    return Workspace.objects.create(slug="acme", name="Acme")


@pytest.fixture
def system(workspace: Workspace) -> System:
    return make_system(workspace)


@pytest.fixture
def owner(workspace: Workspace) -> Person:
    return make_person("Olga", workspace, Role.OWNER)


@pytest.fixture
def editor(workspace: Workspace) -> Person:
    return make_person("Edgar", workspace, Role.EDITOR)


@pytest.fixture
def reviewer(workspace: Workspace) -> Person:
    return make_person("Rita", workspace, Role.REVIEWER)


@pytest.fixture
def viewer(workspace: Workspace) -> Person:
    return make_person("Viktor", workspace, Role.VIEWER)


@pytest.fixture
def elsewhere(db: None) -> Workspace:
    """The stranger's workspace."""
    return Workspace.objects.create(slug="elsewhere", name="Elsewhere")


@pytest.fixture
def stranger(elsewhere: Workspace) -> Person:
    return make_person("Sten", elsewhere, Role.OWNER)


@pytest.fixture
def anonymous() -> Caller:
    return Caller()


@pytest.fixture
def here(workspace: Workspace) -> str:
    """The path of the workspace below the API's."""
    return f"workspaces/{workspace.slug}"


@pytest.fixture
def there(here: str, system: System) -> str:
    """The path of the system below the API's."""
    return f"{here}/systems/{system.pk}"
