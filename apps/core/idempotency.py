"""A write that is sent twice with the same Idempotency-Key happens once, and the repeat gets the first answer."""

import hashlib
from collections.abc import Callable

from django.db import transaction
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.errors import Conflict, Invalid
from apps.core.models import GivenAnswer

HEADER = "Idempotency-Key"
LONGEST_KEY = 200


def answer_once(request: Request, caller: str, handle: Callable[[], Response]) -> Response:
    """Run `handle` in a transaction with the record of its answer, or give the answer it gave before.

    A refusal is not recorded: after mending the request the same key can be used again.
    """
    key = request.headers.get(HEADER, "")
    if not key:
        return handle()
    if len(key) > LONGEST_KEY:
        raise Invalid({HEADER: [f"It may have {LONGEST_KEY} characters at most."]})
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode() + request.body).hexdigest()
    with transaction.atomic():
        # Where two send the same key at once, the second waits here until the first has committed.
        GivenAnswer.objects.bulk_create(
            [GivenAnswer(caller=caller, key=key, request_digest=digest)], ignore_conflicts=True
        )
        given = GivenAnswer.objects.select_for_update().get(caller=caller, key=key)
        if given.request_digest != digest:
            raise Conflict(f"This {HEADER} was used for another request. Use a new key for a new request.")
        if given.status is not None:
            return Response(given.body, status=given.status, headers={"Idempotent-Replay": "true"})
        response = handle()
        given.status, given.body = response.status_code, response.data
        given.save(update_fields=["status", "body"])
        return response
