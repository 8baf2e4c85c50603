"""Whatever is sent, the API answers as its document says, and never with an error of the program."""

from typing import Any

import pytest
import requests
import schemathesis
from django.db import transaction
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode, Response
from schemathesis.specs.openapi import checks

from apps.accounts.access import Role
from tests.factories.people import Person
from tests.factories.world import World

DOCUMENT = SchemaGenerator(urlconf="config.urls").get_schema(request=None, public=True)  # type: ignore[no-untyped-call]  # Untyped there.
OPERATIONS = [found.ok() for found in schemathesis.openapi.from_dict(DOCUMENT).get_all_operations()]  # type: ignore[union-attr]  # One that cannot be read has no `ok`, and ends all of it.
AS_DOCUMENTED = [
    checks.response_schema_conformance,
    checks.status_code_conformance,
    checks.content_type_conformance,
]
# What the ids of a resource are called in the world, where it is not as in the path.
SINGULAR = {
    "entries": "entry",
    "controls": "control",
    "systems": "system",
    "members": "member",
    "invitations": "invitation",
    "tokens": "token",
    "findings": "finding",
    "links": "finding-link",
    "treatments": "treatment",
    "comments": "comment",
    "mentions": "mention-read",
    "runs": "run",
    "reports": "report",
}
WRONG = GenerationMode.NEGATIVE
AnyCase = Case[Any]
# Each time the same: a test that finds something today and nothing tomorrow tells nobody what to mend.
SAME_EVERY_TIME = settings(
    max_examples=5,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.django_db
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_every_operation_answers_as_documented_whatever_is_sent(operation: Any, world: World) -> None:
    owner = world.people[Role.OWNER]
    owner.cookie()

    @SAME_EVERY_TIME
    @given(st.data())
    def answers(data: st.DataObject) -> None:
        case = data.draw(operation.as_strategy())
        _point_at(case, world, is_there=data.draw(st.integers(0, 3)) > 0)
        _check(case, owner)

    answers()
    if operation.body:

        @SAME_EVERY_TIME
        @given(operation.as_strategy(WRONG))
        def refuses(case: AnyCase) -> None:
            _point_at(case, world, is_there=True)
            _check(case, owner)

        refuses()


def _point_at(case: AnyCase, world: World, *, is_there: bool) -> None:
    """Put ids of the world into the path; where `is_there` is false, what the case made up stays at its end."""
    above: dict[str, str] = {"workspace": world.workspace.slug, "system": str(world.system.pk)}
    steps = case.operation.path.split("/")
    for name in case.path_parameters or {}:
        resource = steps[steps.index(f"{{{name}}}") - 1]
        if name in above:
            case.path_parameters[name] = above[name]
        elif is_there:
            case.path_parameters[name] = world.ids.get(SINGULAR.get(resource, resource), world.ids["secret"])


def _check(case: AnyCase, owner: Person) -> None:
    request = _request(case)
    with transaction.atomic():
        send: Any = owner.client.generic  # The stubs know of no bytes.
        kind = request.headers.get("Content-Type", "application/json")
        answer = send(request.method, request.path_url, request.body or b"", kind)
        transaction.set_rollback(True)
    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code
        assert answer.json()["detail"]
        return
    headers = {name.lower(): [value] for name, value in answer.headers.items()}
    seen = Response(answer.status_code, headers, answer.getvalue(), request, elapsed=0, verify=False)
    case.validate_response(seen, checks=AS_DOCUMENTED)


def _request(case: AnyCase) -> requests.PreparedRequest:
    said = case.as_transport_kwargs(base_url="http://testserver")
    names = ("method", "url", "headers", "data", "json", "params", "files", "cookies")
    return requests.Request(**{name: said[name] for name in names if name in said}).prepare()
