"""How settings are read from the environment: secrets may come by file, databases and Redis by URL."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def setting(name: str, default: str = "") -> str:
    """The value of `name`, or the content of the file that `name_FILE` points at (container secrets)."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        try:
            return Path(path).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE names {path}, which cannot be read: {error}") from error
    return os.environ.get(name, default)


def listed(name: str) -> list[str]:
    """A comma-separated setting as a list."""
    return [part.strip() for part in setting(name).split(",") if part.strip()]


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's settings for `postgresql://user:password@host:port/name?host=/socket`; without a URL, SQLite."""
    if not url:
        # Without immediate transactions two writers that read first deadlock on SQLite's lock upgrade and one fails.
        options = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON",
        }
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "bifocal.sqlite3", "OPTIONS": options}
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured(f"DATABASE_URL has to start with postgresql://, not {parts.scheme}://")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": query.pop("port", str(parts.port or "")),
        "OPTIONS": query,
        "CONN_MAX_AGE": 60,
        # Idle connections fail after a restart of the server unless they are checked before use.
        "CONN_HEALTH_CHECKS": True,
    }
