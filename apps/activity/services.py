"""The one line that every write ends in: the audit trail and the live update."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import models, transaction

from apps.accounts.access import Actor
from apps.activity.models import Event, Stream
from apps.core import live


def record(
    actor: Actor, verb: str, row: models.Model, *, system: UUID | None = None, changes: Mapping[str, Any] | None = None
) -> Event:
    """Note a deed in the transaction that does it, and tell the browsers after commit.

    `verb` is `object.past_tense`. What is not for everybody must not be in `changes`.
    Raises RuntimeError when called outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A deed is recorded in the transaction that does it.")
    stream = _locked_stream(actor, system)
    stream.last += 1
    stream.save(update_fields=["last", "updated_at"])
    event: Event = Event.objects.create(
        workspace=actor.workspace,
        system=system,
        sequence=stream.last,
        actor=actor.user,
        actor_label=actor.label,
        verb=verb,
        object_type=row._meta.model_name,
        object_id=getattr(row, "id", row.pk),
        changes=dict(changes or {}),
    )
    live.publish({"type": "news", "workspace": str(actor.workspace.pk), "system": str(system) if system else None})
    return event


def _locked_stream(actor: Actor, system: UUID | None) -> Stream:
    mine = Stream.objects.select_for_update().filter(workspace=actor.workspace, system=system)
    stream: Stream | None = mine.first()
    if stream is None:
        # Two first deeds at once: one of them creates the row, both then lock it.
        Stream.objects.bulk_create([Stream(workspace=actor.workspace, system=system)], ignore_conflicts=True)
        stream = mine.get()
    return stream
