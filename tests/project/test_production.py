"""What production rests on: the containers, and the settings that refuse to be unsafe."""

import os
import subprocess
import sys
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.project.tracked import ROOT

SAFE = {
    "BIFOCAL_ENV": "production",
    "SECRET_KEY": "x1" * 30,
    "ALLOWED_HOSTS": "bifocal.example",
    "DATABASE_URL": "postgresql://bifocal@localhost/bifocal",
    "REDIS_URL": "redis://localhost:6379/0",
}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    document: dict[str, Any] = YAML(typ="safe").load(ROOT / "docker-compose.yml")
    return document


def _settings(environment: dict[str, str], folder: object) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "import config.settings"],
        env=kept | environment | {"BIFOCAL_DATA": str(folder)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_service_that_stays_has_a_health_check(compose: dict[str, Any]) -> None:
    staying = {name: service for name, service in compose["services"].items() if service.get("restart") != "no"}
    assert set(staying) == {"web", "worker", "scheduler", "postgres", "redis"}
    assert [name for name, service in staying.items() if not service["healthcheck"]["test"]] == []


def test_our_own_containers_run_without_rights(compose: dict[str, Any]) -> None:
    for name in ("prepare", "web", "worker", "scheduler"):
        service = compose["services"][name]
        assert service["user"] == "10001:10001"
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]


def test_only_the_web_server_is_reachable_and_only_from_its_own_machine(compose: dict[str, Any]) -> None:
    published = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}
    assert list(published) == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in published["web"])


def test_no_secret_stands_in_the_compose_file(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        named = {
            name
            for name in service.get("environment", {})
            if any(word in name for word in ("SECRET", "PASSWORD", "DATABASE_URL"))
        }
        assert {name for name in named if not name.endswith("_FILE")} == set()
        assert set(service.get("secrets", [])) <= set(compose["secrets"])


def test_what_the_image_copies_is_in_the_repository() -> None:
    copied = [
        line.split()[1:-1]
        for line in (ROOT / "Dockerfile").read_text().splitlines()
        if line.startswith("COPY ") and "--from" not in line
    ]
    sources = [source for line in copied for source in line]
    assert "requirements.lock" in sources
    assert [source for source in sources if not (ROOT / source).exists()] == []


def test_safe_settings_start(tmp_path: object) -> None:
    started = _settings(SAFE, tmp_path)
    assert started.returncode == 0, started.stderr


@pytest.mark.parametrize(
    ("name", "unsafe"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", ""),
        ("ALLOWED_HOSTS", "*"),
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "mysql://localhost/bifocal"),
        ("REDIS_URL", ""),
        ("SECRET_KEY_FILE", "/nowhere/at/all"),
    ],
)
def test_an_unsafe_setting_refuses_to_start_and_is_named(name: str, unsafe: str, tmp_path: object) -> None:
    started = _settings(SAFE | {name: unsafe}, tmp_path)
    assert started.returncode != 0
    assert (
        f"ImproperlyConfigured: {name}" in started.stderr
        or f"Set {name}" in started.stderr
        or name in started.stderr.splitlines()[-1]
    )


def test_a_secret_may_come_by_file(tmp_path: Any) -> None:
    secret = tmp_path / "secret_key"
    secret.write_text("x1" * 30 + "\n")
    started = _settings(
        {name: value for name, value in SAFE.items() if name != "SECRET_KEY"} | {"SECRET_KEY_FILE": str(secret)},
        tmp_path,
    )
    assert started.returncode == 0, started.stderr
