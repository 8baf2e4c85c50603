"""What can be done with workspaces, their people, invitations and tokens."""

import hashlib
import secrets
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django_scopes import scope, scopes_disabled

from apps.accounts.access import Action, Actor, Role
from apps.accounts.models import ApiToken, Invitation, Membership, User, Workspace
from apps.core import deeds
from apps.core.errors import Conflict, Invalid, NotAllowed, NotVisible
from apps.core.sentences import Sentence

INVITATION_DAYS = 14
MOST_TOKEN_DAYS = 366


def actor_for(user: User, slug: str) -> Actor:
    """The person as a member of the workspace with this slug. Raises NotVisible for a stranger."""
    with scopes_disabled():
        mine = Membership.objects.filter(user=user, user__is_active=True, workspace__slug=slug)
        membership = mine.select_related("workspace").first()
    if membership is None:
        raise NotVisible
    return Actor(workspace=membership.workspace, user=user, role=Role(membership.role))


def _record(actor: Actor, verb: str, row: object, **changes: object) -> None:
    deeds.done.send(sender=type(row), actor=actor, verb=verb, row=row, changes=changes)


@transaction.atomic
def create_workspace(user: User, *, name: str) -> Workspace:
    """A new workspace, owned by its maker. Its slug is made from the name and never changes."""
    workspace = _new_workspace(name)
    with scope(workspace=workspace):
        Membership.objects.create(workspace=workspace, user=user, role=Role.OWNER)
        _record(Actor(workspace=workspace, user=user, role=Role.OWNER), "workspace.created", workspace, name=name)
    return workspace


def _new_workspace(name: str) -> Workspace:
    """Under a free slug, also where several ask for the same name at once."""
    slug = base = slugify(name)[:50] or "workspace"
    while True:
        try:
            with transaction.atomic():
                return Workspace.objects.create(name=name, slug=slug)
        except IntegrityError:
            slug = f"{base}-{secrets.token_hex(3)}"


@transaction.atomic
def rename_workspace(actor: Actor, *, name: str) -> Workspace:
    actor.check(Action.MANAGE_WORKSPACE)
    workspace = Workspace.objects.select_for_update().get(pk=actor.workspace.pk)
    before, workspace.name = workspace.name, name
    workspace.save(update_fields=["name", "updated_at"])
    _record(actor, "workspace.renamed", workspace, name=[before, name])
    return workspace


@transaction.atomic
def change_role(actor: Actor, membership: Membership, *, role: Role) -> Membership:
    actor.check(Action.MANAGE_MEMBERS)
    _keep_an_owner(actor, membership, stays=role is Role.OWNER)
    before, membership.role = membership.role, role
    membership.save(update_fields=["role", "updated_at"])
    _record(actor, "member.role_changed", membership, role=[before, str(role)], member=membership.user.name_shown)
    return membership


@transaction.atomic
def remove_member(actor: Actor, membership: Membership) -> None:
    """Take somebody out of the workspace, with their tokens; anybody may leave by themselves."""
    if membership.user != actor.user or actor.read_only:
        actor.check(Action.MANAGE_MEMBERS)
    _keep_an_owner(actor, membership, stays=False)
    ApiToken.in_workspace.filter(user=membership.user).delete()
    _record(actor, "member.removed", membership, member=membership.user.name_shown)
    membership.delete()


def _keep_an_owner(actor: Actor, membership: Membership, *, stays: bool) -> None:
    owners = set(Membership.objects.select_for_update().filter(role=Role.OWNER).values_list("pk", flat=True))
    if not stays and owners == {membership.pk}:
        raise Conflict("A workspace needs an owner. Make somebody else an owner first.")


@transaction.atomic
def invite(actor: Actor, *, role: Role, email: str = "") -> tuple[Invitation, str]:
    """An invitation and its secret, which is shown once and kept as a digest only."""
    actor.check(Action.MANAGE_MEMBERS)
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        workspace=actor.workspace,
        role=role,
        email=email,
        secret_digest=_digest(secret),
        expires_at=timezone.now() + timedelta(days=INVITATION_DAYS),
        created_by=actor.user,
    )
    _record(actor, "invitation.created", invitation, role=str(role), email=email)
    return invitation, secret


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def revoke_invitation(actor: Actor, invitation: Invitation) -> None:
    actor.check(Action.MANAGE_MEMBERS)
    _record(actor, "invitation.revoked", invitation, role=invitation.role, email=invitation.email)
    invitation.delete()


def open_invitation(secret: str) -> Invitation:
    """The invitation behind a link. Raises NotVisible when it is unknown, used, revoked or expired."""
    with scopes_disabled():
        found = Invitation.objects.select_related("workspace").filter(secret_digest=_digest(secret)).first()
    invitation: Invitation | None = found
    if invitation is None or not invitation.is_open:
        raise NotVisible("This invitation is not valid any more. Ask for a new link.")
    return invitation


@transaction.atomic
def accept_invitation(user: User, secret: str) -> Workspace:
    """Join the workspace of a link. Somebody who is a member already keeps their role."""
    invitation = open_invitation(secret)
    if invitation.email and invitation.email.lower() != user.email.lower():
        raise NotAllowed(
            Sentence(
                "This invitation is for %(address)s. Sign in with that address, or ask for another link.",
                address=invitation.email,
            )
        )
    workspace = invitation.workspace
    with scope(workspace=workspace):
        Invitation.objects.select_for_update().get(pk=invitation.pk)
        # Whoever else held the link may have used it while this one waited for the lock.
        invitation = open_invitation(secret)
        membership, joined = Membership.objects.get_or_create(
            workspace=workspace, user=user, defaults={"role": invitation.role}
        )
        if joined:
            invitation.accepted_at = timezone.now()
            invitation.save(update_fields=["accepted_at", "updated_at"])
            actor = Actor(workspace=workspace, user=user, role=Role(membership.role))
            _record(actor, "member.joined", membership, role=membership.role, member=user.name_shown)
    return workspace


@transaction.atomic
def create_token(actor: Actor, *, name: str, read_only: bool, expires_in_days: int) -> tuple[ApiToken, str]:
    """A token for this workspace and the text of it, which is shown once. It never may more than its person may."""
    actor.check(Action.CREATE_TOKEN)
    if actor.user is None or not 1 <= expires_in_days <= MOST_TOKEN_DAYS:
        raise Invalid({"expires_in_days": [Sentence("It has to be from 1 to %(most)s.", most=MOST_TOKEN_DAYS)]})
    token, text = ApiToken.objects.create(
        actor.user, expiry=timedelta(days=expires_in_days), workspace=actor.workspace, name=name, read_only=read_only
    )
    _record(actor, "token.created", token, name=name, read_only=read_only)
    return token, text


@transaction.atomic
def revoke_token(actor: Actor, token: ApiToken) -> None:
    """One's own token, or anybody's as an owner."""
    if token.user != actor.user or actor.read_only:
        actor.check(Action.MANAGE_MEMBERS)
    _record(actor, "token.revoked", token, name=token.name)
    token.delete()
