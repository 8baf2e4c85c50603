"""Every error of the API as a problem document (RFC 9457)."""

import logging
from dataclasses import asdict
from http import HTTPStatus
from typing import Any

import psycopg
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, RequestDataTooBig
from django.core.exceptions import ValidationError as ModelValidationError
from django.db import OperationalError
from django.http import JsonResponse
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from apps.core.errors import Conflict, Invalid, NotAllowed, NotVisible, Refused
from apps.core.sentences import Sentence
from apps.core.speaking import spoken

STATUS = {NotVisible: 404, NotAllowed: 403, Invalid: 400, Conflict: 409}
KIND = "application/problem+json"
logger = logging.getLogger(__name__)


def problem(status: int, detail: str, **members: Any) -> Response:
    return Response(_document(status, detail, **members), status=status, content_type=KIND)


def problem_page(status: int, detail: str) -> JsonResponse:
    """The same for what no view of the API has answered."""
    return JsonResponse(_document(status, detail), status=status, content_type=KIND)


def _document(status: int, detail: str, **members: Any) -> dict[str, Any]:
    title = HTTPStatus(status).phrase
    return {"type": "about:blank", "title": title, "status": status, "detail": spoken(detail), **members}


def problem_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. Unknown exceptions give None and become a plain 500."""
    if isinstance(error, Refused):
        return _refused(error)
    if isinstance(error, ModelValidationError):
        return problem(400, "Some of what was sent cannot be accepted.", errors=_by_field(error))
    if isinstance(error, ObjectDoesNotExist):
        # Somebody deleted the row while this request waited to lock it.
        return _refused(NotVisible())
    if isinstance(error, RequestDataTooBig):
        return problem(
            413, Sentence("The body is larger than %(most)s bytes.", most=settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
        )
    if isinstance(error, OperationalError) and _passes(error):
        logger.warning("The database did not answer in time: %s", error)
        answer = problem(503, "The database is busy. Nothing was done; try again in a moment.")
        answer["Retry-After"] = "2"
        return answer
    response = exception_handler(error, context)
    if response is None:
        return None
    if isinstance(error, exceptions.ValidationError):
        answer = problem(400, "Some of what was sent cannot be accepted.", errors=_flattened(error.detail))
    else:
        detail = (
            error.detail
            if isinstance(error, exceptions.APIException)
            else "There is nothing here, or it is not yours to see."
        )
        answer = problem(response.status_code, str(detail))
    for header in ("WWW-Authenticate", "Retry-After", "Allow"):
        if header in response.headers:
            answer[header] = response.headers[header]
    return answer


def _passes(error: OperationalError) -> bool:
    """Whether the database is away for a while, or somebody's long deed holds it for longer than others wait."""
    cause = error.__cause__
    if isinstance(cause, psycopg.OperationalError):
        return cause.sqlstate is None or cause.sqlstate[:2] in ("08", "40", "55", "57")
    return "locked" in str(error)


def _refused(error: Refused) -> Response:
    members: dict[str, Any] = {}
    if isinstance(error, Invalid):
        members["errors"] = {field: [spoken(line) for line in lines] for field, lines in error.errors.items()}
    if isinstance(error, Conflict):
        members["conflicts"] = [asdict(conflict) for conflict in error.conflicts]
    return problem(STATUS[type(error)], error.detail, **members)


def _by_field(error: ModelValidationError) -> dict[str, list[str]]:
    if hasattr(error, "error_dict"):
        return {
            ("" if field == "__all__" else field): [spoken(line) for line in lines]
            for field, lines in error.message_dict.items()
        }
    return {"": [spoken(line) for line in error.messages]}


def _flattened(detail: Any, path: str = "") -> dict[str, list[str]]:
    """DRF's nested errors as one level: `placements[3].x` → messages."""
    if isinstance(detail, dict):
        pairs = [(_joined(path, key), value) for key, value in detail.items()]
    elif isinstance(detail, list) and any(isinstance(item, dict | list) for item in detail):
        pairs = [(f"{path}[{index}]", value) for index, value in enumerate(detail) if value]
    else:
        messages = detail if isinstance(detail, list) else [detail]
        return {path: [spoken(str(message)) for message in messages]}
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.update(_flattened(value, key))
    return found


def _joined(path: str, key: Any) -> str:
    """A serializer of many tells its errors by number, and any what is wrong with the whole by a word of its own."""
    if key == "non_field_errors":
        return path
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if path else str(key)
