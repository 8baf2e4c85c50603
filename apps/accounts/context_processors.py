"""What the sign-in page needs beyond the form."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from apps.accounts.models import User


def sign_in(request: HttpRequest) -> dict[str, Any]:
    """Whether strangers may sign up, and the demo account, said while it exists; never in production."""
    if not request.path.endswith("/login/"):
        return {}
    invited = request.GET.get("next", "").startswith("/invite/")
    return {"signup_closed": not (settings.ALLOW_SIGNUP or invited), **_demo_login()}


def _demo_login() -> dict[str, Any]:
    if not settings.DEMO_LOGIN:
        return {}
    exists = User.objects.filter(email=settings.DEMO_LOGIN["email"]).exists()
    return {"demo_login": settings.DEMO_LOGIN} if exists else {}
