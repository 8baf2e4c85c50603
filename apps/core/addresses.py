"""Refuses an address of the API with a NUL in it: no text in the database has one, and PostgreSQL fails on it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

NUL = {
    "type": "about:blank",
    "title": "Bad Request",
    "status": 400,
    "detail": "The address holds a NUL character, which no text here has.",
}


class AddressMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/api/") and ("\0" in request.path or "%00" in request.META.get("QUERY_STRING", "")):
            return JsonResponse(NUL, status=400, content_type="application/problem+json")
        return self.get_response(request)
