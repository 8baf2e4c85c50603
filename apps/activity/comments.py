"""What can be done with comments. Answers are one level deep; a thread is resolved as a whole."""

from collections.abc import Collection
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from apps.accounts.access import Action, Actor
from apps.accounts.models import Membership
from apps.activity.models import Comment, Mention
from apps.activity.services import record
from apps.activity.subjects import subject
from apps.core.errors import Conflict, Invalid, NotAllowed
from apps.core.sentences import Sentence
from apps.core.versions import apply_changes

IN_RECORD = 80  # Characters: the record says what it was about, and cannot be edited later as a comment can.
MOST_PER_OBJECT = 1_000


@transaction.atomic
def add_comment(
    actor: Actor,
    system: UUID,
    *,
    object_type: str,
    object_id: UUID,
    text: str,
    parent: Comment | None = None,
    mentions: Collection[UUID] = (),
    identifier: UUID | None = None,
) -> Comment:
    """`mentions` are ids of memberships. Raises Invalid for an object, a parent or a member that is not there."""
    actor.check(Action.COMMENT)
    about = subject(system, object_type, object_id)
    if Comment.objects.filter(system=system, object_id=object_id).count() >= MOST_PER_OBJECT:
        raise Conflict(
            Sentence(
                "One thing has %(most)s comments at most. Delete some, or write in its description.",
                most=MOST_PER_OBJECT,
            )
        )
    if parent and (parent.parent_id or parent.object_id != object_id):
        raise Invalid({"parent": ["Answer the first comment of a thread on the same thing."]})
    comment = Comment(
        **({"id": identifier} if identifier else {}),
        workspace=actor.workspace,
        system=system,
        object_type=object_type,
        object_id=object_id,
        object_name=str(about)[:200],
        parent=parent,
        text=text,
        author=actor.user,
    )
    try:
        with transaction.atomic():
            comment.save(force_insert=True)
    except IntegrityError as error:
        # Somebody whose answer was lost long ago says the same once more.
        asked = {"pk": comment.pk, "system": system, "object_id": object_id, "author": actor.user, "text": text}
        said: Comment | None = Comment.objects.filter(**asked).first()
        if said is None:
            raise Invalid({"id": ["This id is taken. Leave it out, or mint another."]}) from error
        return said
    _mention(comment, mentions)
    _record(actor, "created", comment)
    return comment


@transaction.atomic
def edit_comment(
    actor: Actor, comment: Comment, *, text: str, mentions: Collection[UUID] | None = None, seen: int | None
) -> Comment:
    """Who was mentioned before and still is keeps the mention as it is. Without `mentions` all stay."""
    locked = _locked(actor, comment, is_own=True)
    before = set(Mention.objects.filter(comment=locked).values_list("member", flat=True))
    after = before if mentions is None else set(mentions)
    is_reworded = apply_changes(locked, {"text": text}, seen=seen, by=actor.label)
    if is_reworded or before != after:
        locked.edited_at = timezone.now()
        locked.save()
        Mention.objects.filter(comment=locked, member__in=before - after).delete()
        _mention(locked, after - before)
        _record(actor, "edited", locked)
    return locked


@transaction.atomic
def delete_comment(actor: Actor, comment: Comment) -> None:
    """For good. What was answered stays, or the answers would answer nothing."""
    locked = _locked(actor, comment, is_own=True)
    if Comment.objects.filter(parent=locked).exists():
        raise Conflict("This was answered, so it stays. Edit it, or resolve the thread.")
    _record(actor, "deleted", locked)
    locked.delete()


@transaction.atomic
def resolve_comment(actor: Actor, comment: Comment, *, is_resolved: bool) -> Comment:
    """Resolve a thread, or open it again. To do it twice does nothing."""
    locked = _locked(actor, comment)
    if locked.parent_id:
        raise Conflict("This is an answer. Resolve the comment that the thread begins with.")
    if bool(locked.resolved_at) != is_resolved:
        locked.resolved_at = timezone.now() if is_resolved else None
        locked.resolved_by = actor.user if is_resolved else None
        locked.save()
        _record(actor, "resolved" if is_resolved else "reopened", locked)
    return locked


def read_mention(actor: Actor, mention: Mention) -> Mention:
    """It leaves the inbox. Nobody else's business, so there is no event."""
    if actor.read_only:
        raise NotAllowed("This token can only read. Use a token with write access.")
    if mention.read_at is None:
        mention.read_at = timezone.now()
        mention.save()
    return mention


def forget_comments(system: UUID) -> None:
    """The system goes for good, and what was said about it too."""
    Comment.objects.filter(system=system).delete()


def _locked(actor: Actor, comment: Comment, *, is_own: bool = False) -> Comment:
    actor.check(Action.COMMENT)
    locked: Comment = Comment.objects.select_for_update().get(pk=comment.pk)
    if is_own and (actor.user is None or locked.author_id != actor.user.pk):
        raise NotAllowed("Only who wrote a comment may change or delete it. Answer it, or resolve the thread.")
    return locked


def _mention(comment: Comment, members: Collection[UUID]) -> None:
    found = Membership.objects.filter(pk__in=members).select_related("user").in_bulk()
    missing = [
        Sentence("There is no member %(id)s in this workspace.", id=identifier)
        for identifier in members
        if identifier not in found
    ]
    if missing:
        raise Invalid({"mentions": missing})
    Mention.objects.bulk_create(
        Mention(workspace_id=comment.workspace_id, comment=comment, member=member, written=member.user.name_shown)
        for member in found.values()
    )


def _record(actor: Actor, deed: str, comment: Comment) -> None:
    about = {"object_type": comment.object_type, "object": str(comment.object_id), "name": comment.object_name}
    changes = {**about, "text": comment.text[:IN_RECORD]}
    record(actor, f"comment.{deed}", comment, system=comment.system, changes=changes)
