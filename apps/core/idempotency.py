"""A write that is sent twice with the same Idempotency-Key happens once, and the repeat gets the first answer."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterator
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.errors import Conflict, Invalid
from apps.core.models import GivenAnswer
from apps.core.sentences import Sentence

HEADER = "Idempotency-Key"
LONGEST_KEY = 200


def answer_once(
    request: Request, caller: str, handle: Callable[[], Response], unkept: Collection[str] = ()
) -> Response:
    """Run `handle` in a transaction with the record of its answer, or give the answer it gave before.

    A refusal is not recorded: after mending the request the same key can be used again. `unkept` names what an answer
    shows once and nobody may store, such as a new token; a repeat has null there.
    """
    key = request.headers.get(HEADER, "")
    if not key:
        return handle()
    if len(key) > LONGEST_KEY:
        raise Invalid({HEADER: [Sentence("It may have %(most)s characters at most.", most=LONGEST_KEY)]})
    digest = _digest(request)
    with transaction.atomic():
        # Where two send the same key at once, the second waits here until the first has committed.
        GivenAnswer.objects.bulk_create(
            [GivenAnswer(caller=caller, key=key, request_digest=digest)], ignore_conflicts=True
        )
        given = GivenAnswer.objects.select_for_update().get(caller=caller, key=key)
        if given.request_digest != digest:
            raise Conflict("This Idempotency-Key was used for another request. Use a new key for a new request.")
        if given.status is not None:
            return Response(given.body, status=given.status, headers={"Idempotent-Replay": "true"})
        response = handle()
        given.status, given.body = response.status_code, _kept(response.data, unkept)
        given.save(update_fields=["status", "body"])
        return response


def _kept(data: Any, unkept: Collection[str]) -> Any:
    """The answer as the caller reads it: ids and dates are text there."""
    body = json.loads(JSONRenderer().render(data) or b"null")
    return {**body, **dict.fromkeys(unkept)} if body and unkept else body


def _digest(request: Request) -> str:
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    for part in _parts(request):
        digest.update(part)
    return digest.hexdigest()


def _parts(request: Request) -> Iterator[bytes]:
    """What was sent. A form is told by its fields: its text differs each time, and may have been read already."""
    if not (request.content_type or "").startswith("multipart/"):
        yield request.body
        return
    for name, value in sorted(request.data.items()):
        yield f"\n{name}\n".encode()
        if isinstance(value, UploadedFile):
            yield from value.chunks()
            value.seek(0)
        else:
            yield str(value).encode()
