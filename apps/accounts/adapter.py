"""What Bifocal decides in allauth's flows: whether strangers may sign up, and that a newcomer gets a workspace."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from apps.accounts.models import User
from apps.accounts.services import create_workspace


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types.
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Open where the operator says so, and always for somebody who follows an invitation."""
        invited = str(request.GET.get("next", "") or request.POST.get("next", "")).startswith("/invite/")
        return bool(settings.ALLOW_SIGNUP) or invited

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        saved: User = super().save_user(request, user, form, commit)
        invited = str(request.POST.get("next", "")).startswith("/invite/")
        if commit and not invited:
            create_workspace(saved, name=f"{saved.name_shown}'s workspace")
        return saved
