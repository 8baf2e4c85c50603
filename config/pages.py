"""The pages that are no API: the browser app's one page, and what a load balancer asks."""

import base64
import hashlib
import json
import re

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from apps.core.problems import problem_page
from apps.core.sentences import Sentence

# What follows the host's name in all addresses that are not the browser app's.
ELSEWHERE = "api/|static/|accounts/|admin/|live/|health/"
NOT_BUILT = "The browser app is not built yet. Run `make setup`, which builds it, and start again."


@require_safe
@ensure_csrf_cookie
def browser_app(request: HttpRequest) -> HttpResponse:
    """The built index.html for every address of the browser app; it finds out by itself who is signed in."""
    page = settings.FRONTEND_DIR / "index.html"
    if not page.is_file():
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain")
    return HttpResponse(page.read_bytes(), headers={"Cache-Control": "no-cache"})


@require_safe
def offline_worker(request: HttpRequest) -> HttpResponse:
    """The service worker, and in it the page that it shows while there is no line, in the language of who asks."""
    page = render_to_string("offline.html")
    script = re.findall("<script>(.*?)</script>", page, re.DOTALL)[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    given = json.dumps({"page": page, "policy": policy, "elsewhere": f"^/({ELSEWHERE})"})
    response = render(request, "offline.js", {"given": given}, content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response


def no_such_address(request: HttpRequest) -> JsonResponse:
    """What the API says to an address that it does not have."""
    return problem_page(
        404, Sentence("The API has no address %(path)s. All that it has are in /api/v1/schema/.", path=request.path)
    )


@require_safe
def healthy(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """The database answers too, so traffic may come."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
