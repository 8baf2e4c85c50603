"""The browser that journeys drive: the machine's own, found or, where we may, installed from the distribution."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = ("Google Chrome", "Chromium")
# The sandbox needs rights that containers and root do not have; the rest keeps the browser from calling home.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
MISSING = "There is no Chromium or Chrome on this machine: install one, or name it in BIFOCAL_CHROMIUM."


@cache
def browser_path() -> str | None:
    """The browser's executable, or None where there is none and none can be installed."""
    return os.environ.get("BIFOCAL_CHROMIUM") or _installed() or (_install() and _installed()) or None


def _installed() -> str | None:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    applications = (Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in MAC_APPLICATIONS)
    return next((str(path) for path in applications if path.exists()), None)


def _install() -> bool:
    """On Debian and as root, `apt-get install` may be tried; whether it worked."""
    if os.getuid() != 0 or not shutil.which("apt-get"):
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", "chromium"]):
        arguments = ["apt-get", "-o", "DPkg::Lock::Timeout=300", *command]
        if subprocess.run(arguments, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
            return False
    return True
