"""What we depend on is locked, complete, and names no host that somebody else may not reach."""

import json
import re
import subprocess
import sys
import tomllib

import pytest

from tests.project.tracked import ROOT

PYTHON_LOCKS = ["requirements.lock", "requirements-dev.lock"]
PIN = re.compile(r"^([a-z0-9._-]+)(?:\[[^]]*\])?==(\S+)", re.M)


def _pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text()))


@pytest.mark.parametrize("name", [*PYTHON_LOCKS, "frontend/package-lock.json"])
def test_a_lock_names_no_host(name: str) -> None:
    lock = (ROOT / name).read_text()
    if name.endswith(".json"):
        # Where a package's authors ask for money is a link in their own words, not a place that we fetch from.
        packages = json.loads(lock)["packages"]
        assert [path for path, package in packages.items() if "resolved" in package] == []
    else:
        assert re.findall(r"https?://\S+|--(?:extra-)?index-url|--find-links", lock) == []


@pytest.mark.parametrize("name", PYTHON_LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    lock = (ROOT / name).read_text()
    parts = re.split(r"^(?=[a-z0-9])", lock, flags=re.M)[1:]
    assert parts
    assert [part.splitlines()[0] for part in parts if "--hash=sha256:" not in part] == []


def test_development_has_the_very_versions_of_production() -> None:
    development = _pins("requirements-dev.lock")
    assert {
        name: version for name, version in _pins("requirements.lock").items() if development.get(name) != version
    } == {}


def test_the_locks_hold_everything_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = {
        "requirements.lock": project["dependencies"],
        "requirements-dev.lock": project["optional-dependencies"]["dev"],
    }
    for lock, requirements in wanted.items():
        names = {re.split(r"[\[<>=~! ;]", requirement)[0].lower().replace(".", "-") for requirement in requirements}
        assert names - set(_pins(lock)) == set()


def test_the_installed_packages_fit_together() -> None:
    checked = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
