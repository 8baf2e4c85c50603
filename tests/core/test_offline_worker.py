"""The service worker: the page that it carries is whole, in the language of who asks, and stands in nobody's way."""

import base64
import hashlib
import json
import re
from typing import Any

import pytest
from django.test import Client


def carried(**headers: str) -> dict[str, Any]:
    answer = Client().get("/offline.js", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"
    found = re.search(r"^const \{ page, policy, elsewhere \} = (.*);$", answer.content.decode(), re.MULTILINE)
    assert found
    given: dict[str, Any] = json.loads(found[1])
    return given


@pytest.mark.parametrize(
    ("headers", "language", "said"),
    [
        ({}, "en", "No connection"),
        ({"accept-language": "de-DE"}, "de", "Keine Verbindung"),
        # What a person has chosen goes before what their browser asks for.
        ({"accept-language": "de-DE", "cookie": "bifocal_language=en"}, "en", "No connection"),
    ],
)
def test_the_page_speaks_the_language_of_who_asks(headers: dict[str, str], language: str, said: str) -> None:
    page = carried(**headers)["page"]
    assert f'<html lang="{language}">' in page
    assert f"<h1>{said}</h1>" in page


def test_the_page_needs_nothing_else_and_runs_its_own_script_alone() -> None:
    given = carried()
    (script,) = re.findall("<script>(.*?)</script>", given["page"], re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; script-src 'sha256-{digest}';" in given["policy"]
    assert not re.findall(r"""(?:src|url\(|href)=?["'(]?(?:https?:)?/""", given["page"])


@pytest.mark.parametrize(
    ("path", "is_elsewhere"),
    [
        *((path, False) for path in ("/", "/w/demo", "/w/demo/systems/1/picture", "/invite/api/")),
        *((path, True) for path in ("/api/v1/me", "/accounts/login/", "/admin/", "/static/app/x.js", "/health/live")),
    ],
)
def test_only_pages_of_the_browser_app_pass_through_it(path: str, is_elsewhere: bool) -> None:
    assert bool(re.search(carried()["elsewhere"], path)) is is_elsewhere
