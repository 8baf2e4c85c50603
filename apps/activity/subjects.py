"""What a comment can hang on: the apps above say which of their rows, as this one does not know them."""

from typing import Any
from uuid import UUID

from django.db import models

from apps.core.errors import Invalid
from apps.core.sentences import Sentence, not_here

_subjects: dict[str, type[models.Model]] = {}  # type → model. All but the system itself have a column `system`.


def can_be_discussed(*kinds: type[models.Model]) -> None:
    """To be called once, when the app that has these models is ready."""
    _subjects.update({str(kind._meta.model_name): kind for kind in kinds})


def systems() -> Any:
    """The systems of this workspace."""
    return _subjects["system"]._default_manager.all()


def subject(system: UUID, object_type: str, identifier: UUID) -> models.Model:
    """The row that somebody wants to talk about. Raises Invalid for what is not there, or not in this system."""
    model = _subjects.get(object_type)
    if model is None:
        raise Invalid({"object_type": [Sentence("It has to be one of %(allowed)s.", allowed=sorted(_subjects))]})
    rows = systems().filter(pk=system) if object_type == "system" else model._default_manager.filter(system=system)
    found: models.Model | None = rows.filter(pk=identifier).first()
    if found is None:
        raise Invalid({"object": [not_here(model._meta.verbose_name, identifier)]})
    return found
