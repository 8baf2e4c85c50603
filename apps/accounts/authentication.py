"""How callers of the API prove who they are: a session cookie with CSRF for browsers, a bearer token for programs."""

from knox.auth import TokenAuthentication
from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request


class ApiTokenAuthentication(TokenAuthentication):  # type: ignore[misc]  # knox ships no types.
    """`Authorization: Bearer bifocal_…`. First in the list, so that who sends nothing gets 401 with a challenge."""


class BrowserAuthentication(SessionAuthentication):
    """Django's session. CSRF is checked on every write."""

    def authenticate_header(self, request: Request) -> str:
        return "Session"
