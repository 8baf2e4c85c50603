"""What the sign-in page needs beyond the form."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from apps.accounts.models import User


def demo_login(request: HttpRequest) -> dict[str, Any]:
    """The demo account, said on the sign-in page while it exists; never in production."""
    if not request.path.endswith("/login/") or not settings.DEMO_LOGIN:
        return {}
    exists = User.objects.filter(email=settings.DEMO_LOGIN["email"]).exists()
    return {"demo_login": settings.DEMO_LOGIN} if exists else {}
