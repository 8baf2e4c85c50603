"""People who call the API, as a browser or a program does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django_scopes import scope
from rest_framework.test import APIClient

from apps.accounts.access import Actor, Role
from apps.accounts.models import ApiToken, Membership, User, Workspace
from apps.accounts.services import create_token

PREFIX = "/api/v1/"


@dataclass(frozen=True)
class Answer:
    """What the API said."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def id(self) -> str:
        return str(self.body["id"])

    @property
    def rows(self) -> list[Any]:
        return list(self.body["results"])


@dataclass
class Caller:
    """Sends requests below `/api/v1/`; with `credentials` as headers of every one."""

    client: APIClient = field(default_factory=APIClient)
    credentials: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, query: dict[str, Any] | None = None, **headers: str) -> Answer:
        return self.send("GET", path, query, headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self.send("POST", path, body, headers)

    def patch(self, path: str, body: Any, **headers: str) -> Answer:
        return self.send("PATCH", path, body, headers)

    def delete(self, path: str, **headers: str) -> Answer:
        return self.send("DELETE", path, None, headers)

    def send(self, method: str, path: str, body: Any, headers: dict[str, str]) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        call: Any = getattr(self.client, method.lower())
        response = call(address(path), body, headers={**self.credentials, **named})
        return answer(response)

    def send_text(self, method: str, path: str, body: bytes, content_type: str = "application/json") -> Answer:
        """A body as it is, however wrong."""
        send: Any = self.client.generic  # The stubs know of no bytes.
        response = send(method, address(path), body, content_type, headers=self.credentials)
        return answer(response)


@dataclass
class Person(Caller):
    """Somebody who is signed in, in a browser."""

    user: User = field(default_factory=User)

    def send(self, method: str, path: str, body: Any, headers: dict[str, str]) -> Answer:
        self._sign_in()
        return super().send(method, path, body, headers)

    def send_text(self, method: str, path: str, body: bytes, content_type: str = "application/json") -> Answer:
        self._sign_in()
        return super().send_text(method, path, body, content_type)

    def _sign_in(self) -> None:
        if "sessionid" not in self.client.cookies:
            self.client.force_login(self.user)

    def actor_in(self, workspace: Workspace) -> Actor:
        with scope(workspace=workspace):
            membership = Membership.objects.get(user=self.user)
        return Actor(workspace=workspace, user=self.user, role=Role(membership.role))

    def cookie(self) -> str:
        self._sign_in()
        return self.client.cookies["sessionid"].value


def address(path: str) -> str:
    return path if path.startswith(("/", "http")) else f"{PREFIX}{path}"


def answer(response: Any) -> Answer:
    kind = response.headers.get("Content-Type", "")
    body = response.json() if "json" in kind and response.content else None
    if kind.startswith("image/svg"):
        body = response.content.decode()
    return Answer(response.status_code, body, dict(response.headers))


def make_person(name: str, workspace: Workspace | None = None, role: Role | None = None) -> Person:
    """Somebody new, as a member where a workspace is given."""
    person = Person(user=User.objects.create_user(f"{name.lower()}@example.com", name=name))
    if workspace and role:
        with scope(workspace=workspace):
            Membership.objects.create(workspace=workspace, user=person.user, role=role)
    return person


def make_program(
    person: Person, workspace: Workspace, *, read_only: bool, expires_in_days: int = 1
) -> tuple[Caller, ApiToken]:
    """A program with a token of this person's, and the token."""
    with scope(workspace=workspace):
        token, text = create_token(
            person.actor_in(workspace), name="robot", read_only=read_only, expires_in_days=expires_in_days
        )
    return Caller(credentials={"Authorization": f"Bearer {text}"}), token


@contextmanager
def inside(workspace: Workspace) -> Iterator[None]:
    """Look at the tables of one workspace."""
    with scope(workspace=workspace):
        yield
