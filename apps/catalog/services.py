"""What a workspace can do to its catalogue, without touching the built-in one: add, change, take back, switch off."""

from collections.abc import Mapping
from typing import Any, Literal

from django.db import transaction

from apps.accounts.access import Action, Actor
from apps.accounts.models import Workspace
from apps.activity.services import record
from apps.catalog.differences import field_differences, title_of
from apps.catalog.models import OwnRow, SwitchedOff
from apps.catalog.own_rows import MOST_OWN_ROWS, RowError, checked_row
from apps.catalog.plain_rows import PlainRow
from apps.catalog.reading import WorkspaceCatalogue, workspace_catalogue
from apps.catalog.restoring import take_away
from apps.core.errors import Conflict, Invalid, NotVisible
from apps.core.sentences import Sentence
from apps.core.versions import apply_changes

Kind = Literal["entry", "control"]
THERE_ALREADY = {
    "entry": "There is an entry %(slug)s already.",
    "control": "There is a control %(slug)s already.",
}


@transaction.atomic
def add_own(actor: Actor, kind: Kind, content: PlainRow, *, reason: str) -> OwnRow:
    """An entry or control of the workspace's own. Raises Invalid by path, also for a slug that is taken."""
    catalogue = _begin(actor, reason)
    slug, row = _checked(catalogue, kind, content)
    if catalogue.row(kind, slug):
        raise Invalid({"content.slug": [Sentence(THERE_ALREADY[kind], slug=slug)]})
    if len(catalogue.own) >= MOST_OWN_ROWS:
        raise Conflict(
            Sentence(
                "A workspace may have %(most)s entries, controls and links of its own at most.", most=MOST_OWN_ROWS
            )
        )
    own: OwnRow = OwnRow.objects.create(
        workspace=actor.workspace, kind=kind, key=slug, content=row, reason=reason, by=actor.label
    )
    record(actor, f"{kind}.added", own, changes={"slug": slug, "title": row["title"], "reason": reason})
    return own


@transaction.atomic
def change_own(
    actor: Actor, kind: Kind, slug: str, fields: Mapping[str, Any], *, reason: str, seen: int | None
) -> OwnRow:
    """Change fields of an entry or control; of a built-in one a copy is made first, which remembers its origin.

    A row of a pack is the workspace's own from then on: the pack's version never said what it says now. A field with
    None is taken away. Raises Invalid by path, and Conflict when somebody changed the row since `seen`; 0 is built in.
    """
    catalogue = _begin(actor, reason)
    before = _known(catalogue, kind, slug)
    content = {**before, **fields}
    _check_identity(before, content)
    _, after = _checked(catalogue, kind, content)
    own = catalogue.own.get((kind, slug))
    is_new = own is None
    if own is None:
        if seen:
            raise Conflict("Somebody took the changed copy back since you opened it. Nothing was saved; look again.")
        own = OwnRow(workspace=actor.workspace, kind=kind, key=slug, content=before, origin=before)
    changes = apply_changes(own, {"content": after}, seen=seen, by=actor.label)
    if not (is_new or changes):
        return own
    own.reason, own.by, own.pack, own.replaced = reason, actor.label, None, None
    own.save()
    told = {one.field: [one.before, one.after] for one in field_differences(before, after)}
    verb = f"{kind}.{'overridden' if is_new else 'changed'}"
    record(actor, verb, own, changes={"slug": slug, "title": title_of(after), "reason": reason, **told})
    return own


@transaction.atomic
def remove_own(actor: Actor, kind: Kind, slug: str) -> None:
    """Take away what the workspace wrote or imported; what it stood in place of is back."""
    catalogue = _begin(actor)
    own = catalogue.own.get((kind, slug))
    if own is None:
        _known(catalogue, kind, slug)
        raise Conflict("It is built in, so it cannot be removed. Switch it off instead.")
    record(actor, f"{kind}.removed", own, changes={"slug": slug, "title": title_of(own.content)})
    take_away(catalogue, [(kind, slug)], by=actor.label)


@transaction.atomic
def switch_off(actor: Actor, kind: Kind, slug: str, *, reason: str) -> SwitchedOff:
    """It is not suggested any more; on the next run what was suggested from it no longer applies."""
    catalogue = _begin(actor, reason)
    row = _known(catalogue, kind, slug)
    if before := catalogue.off.get((kind, slug)):
        raise Conflict(Sentence("%(who)s has switched it off already.", who=before.by))
    off: SwitchedOff = SwitchedOff.objects.create(
        workspace=actor.workspace, kind=kind, slug=slug, reason=reason, by=actor.label
    )
    record(actor, f"{kind}.switched_off", off, changes={"slug": slug, "title": title_of(row), "reason": reason})
    return off


@transaction.atomic
def switch_on(actor: Actor, kind: Kind, slug: str) -> None:
    catalogue = _begin(actor)
    row = _known(catalogue, kind, slug)
    off = catalogue.off.get((kind, slug))
    if off is None:
        raise Conflict("It is not switched off.")
    record(actor, f"{kind}.switched_on", off, changes={"slug": slug, "title": title_of(row)})
    off.delete()


def lock_catalogue(workspace: Workspace) -> WorkspaceCatalogue:
    """The catalogue, which nobody else changes before the transaction ends."""
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    return workspace_catalogue(workspace)


def _begin(actor: Actor, reason: str | None = None) -> WorkspaceCatalogue:
    actor.check(Action.EDIT_CATALOGUE)
    if reason is not None and not reason.strip():
        raise Invalid({"reason": ["Say why; whoever looks for it later will ask."]})
    return lock_catalogue(actor.workspace)


def _known(catalogue: WorkspaceCatalogue, kind: Kind, slug: str) -> PlainRow:
    row = catalogue.row(kind, slug)
    if row is None:
        raise NotVisible
    return row


def _checked(catalogue: WorkspaceCatalogue, kind: Kind, content: PlainRow) -> tuple[str, PlainRow]:
    """Its key and the row as it is kept; a field with None is as one that is not there."""
    everything = catalogue.overlay.everything
    given = {name: value for name, value in content.items() if value is not None}
    try:
        return checked_row(kind, given, everything.entries, dict(everything.references))
    except RowError as error:
        raise Invalid({f"content.{path}": messages for path, messages in error.errors.items()}) from error


def _check_identity(before: PlainRow, after: PlainRow) -> None:
    """Findings name an entry by slug and are of its source, so neither changes."""
    for name in ("slug", "source"):
        if before.get(name) != after.get(name):
            raise Invalid(
                {f"content.{name}": [Sentence("It stays %(value)s. Write a new one instead.", value=before.get(name))]}
            )
