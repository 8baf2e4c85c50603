"""From an HTTP request to an actor: membership is resolved and the scope opened before any handler runs."""

from contextlib import ExitStack
from dataclasses import replace
from functools import cached_property
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db.models import Model
from django_scopes import scope
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from apps.accounts.access import Action, Actor
from apps.accounts.models import ApiToken, User
from apps.accounts.services import actor_for
from apps.core.asking import AskedView
from apps.core.errors import Invalid, NotVisible
from apps.core.idempotency import answer_once

READING = ("GET", "HEAD", "OPTIONS")


def person(request: Request) -> User:
    """Who is signed in; the permission class has refused everybody else."""
    return cast("User", request.user)


def actor_of(request: Request, slug: str) -> Actor:
    """Who asks, as a member of this workspace. Raises NotVisible for strangers and for tokens of other workspaces."""
    actor = actor_for(person(request), slug)
    token = request.auth
    if isinstance(token, ApiToken):
        if token.workspace_id != actor.workspace.pk:
            raise NotVisible
        actor = replace(actor, read_only=token.read_only, token_name=token.name)
    return actor


def one_of(rows: Any, identifier: str) -> Any:
    """The row with this id. Raises NotVisible where there is none, and for what is no id at all."""
    try:
        found = rows.filter(id=identifier).first()
    except (ValueError, ValidationError) as error:
        raise NotVisible from error
    if found is None:
        raise NotVisible
    return found


def _check_meant(request: Request) -> None:
    """A browser that sends later what was done before names who did it; another who has signed in since is refused."""
    meant = request.headers.get("X-Bifocal-Person")
    if meant and meant != str(person(request).pk):
        raise NotAuthenticated


class WriteOnceView(AskedView):
    """A view whose writes take an Idempotency-Key. `shown_once` names what its answers hold and nobody may store."""

    shown_once: tuple[str, ...] = ()

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        with ExitStack() as self.opened:
            return super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if request.method not in READING:
            self._answer_once(request)

    def _answer_once(self, request: Request) -> None:
        """Put the recording of answers around the handler that dispatch is about to call."""
        name = (request.method or "").lower()
        handler = getattr(self, name, self.http_method_not_allowed)

        def once(request: Request, *args: Any, **kwargs: Any) -> Response:
            _check_meant(request)
            caller = f"user:{person(request).pk}"
            return answer_once(request, caller, lambda: handler(request, *args, **kwargs), self.shown_once)

        setattr(self, name, once)


class WorkspaceViewSet(WriteOnceView, GenericViewSet[Any]):
    """A resource below `/workspaces/{workspace}/`. Every query inside runs in that workspace's scope."""

    actor: Actor
    model: type[Model]  # Where the resource is rows of a table; `rows` says which of them are seen here.
    swagger_fake_view = False  # Set by drf-spectacular on a view that it only describes: there is no workspace then.

    def rows(self) -> Any:
        return self.model._default_manager.all()

    def get_queryset(self) -> Any:
        return self.model._base_manager.none() if self.swagger_fake_view else self.rows()

    def get_object(self) -> Any:
        return one_of(self.get_queryset(), self.kwargs["id"])

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.actor = actor_of(request, kwargs["workspace"])
        self.opened.enter_context(scope(workspace=self.actor.workspace))
        self.actor.check(Action.VIEW)

    @cached_property
    def seen(self) -> int | None:
        """The `version` that an edit names, or None where it names none. Raises Invalid for what is no number."""
        version = self.request.data.get("version") if isinstance(self.request.data, dict) else None
        if version is not None and (not isinstance(version, int) or isinstance(version, bool)):
            raise Invalid({"version": ["It has to be a whole number: the version that you saw."]})
        return version

    def checked(self, request: Request, *, partial: bool) -> dict[str, Any]:
        """The values of a new row, or of an edit. The `version` that it names is in `seen`."""
        serializer = self.get_serializer(data=request.data, partial=partial)
        serializer.is_valid(raise_exception=True)
        return {name: value for name, value in serializer.validated_data.items() if name != "version"}
