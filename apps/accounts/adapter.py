"""What Bifocal decides in allauth's flows: whether strangers may sign up, and that a newcomer gets a workspace."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from apps.accounts.models import User
from apps.accounts.services import create_workspace, open_invitation
from apps.core.errors import NotVisible


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types.
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Open where the operator says so, and always for somebody who follows an invitation that still holds."""
        return bool(settings.ALLOW_SIGNUP) or _is_invited(request)

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        saved: User = super().save_user(request, user, form, commit)
        if commit and not _is_invited(request):
            create_workspace(saved, name=f"{saved.name_shown}'s workspace")
        return saved


def _is_invited(request: HttpRequest) -> bool:
    """Whether they come from the page of an invitation, to which they go back."""
    address = str(request.POST.get("next") or request.GET.get("next") or "")
    if not address.startswith("/invite/"):
        return False
    try:
        open_invitation(address.removeprefix("/invite/"))
    except NotVisible:
        return False
    return True
