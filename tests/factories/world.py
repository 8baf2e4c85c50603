"""One of everything in one workspace."""

from dataclasses import dataclass, replace
from typing import Any

from django_scopes import scope

from apps.accounts.access import Actor, Role
from apps.accounts.models import Membership, Workspace
from apps.accounts.services import create_token, invite
from apps.activity.comments import add_comment, resolve_comment
from apps.activity.models import Mention
from apps.assets.models import Asset, Loss
from apps.catalog.models import Entry
from apps.catalog.packs import import_pack, preview_pack
from apps.catalog.services import Kind, add_own, switch_off
from apps.interchange.templates import save_template
from apps.interchange.versions import save_version
from apps.reports.models import Report
from apps.systems.models import Assumption, Boundary, Diagram, Element, Flow, System
from apps.threats.models import Source
from tests.factories.findings import make_finding, make_link, make_run, make_suggestion, make_treatment
from tests.factories.packs import HOUSE_RULES, own_control_row, own_entry_row, pack_of
from tests.factories.people import Person, make_person
from tests.factories.systems import make, make_system


@dataclass
class World:
    """`ids` hold the id of one row of each resource, by the name of its route."""

    workspace: Workspace
    system: System
    people: dict[Role, Person]
    ids: dict[str, str]

    def afresh(self) -> "World":
        """The same rows; nobody has signed in yet."""
        return replace(self, people={role: Person(user=person.user) for role, person in self.people.items()})

    def path(self, route: str, path: str) -> str:
        """A route of config.api with this world's names put in."""
        resource = route.removesuffix("-list").removesuffix("-detail")
        names = {
            "<slug:workspace>": self.workspace.slug,
            "<str:system>": str(self.system.pk),
            "<str:finding>": self.ids["finding"],
            "<str:id>": self.ids.get(resource, ""),
            "<str:slug>": self.ids.get(resource, ""),
            "<str:secret>": self.ids["secret"],
            "<slug:key>": "recommender",
        }
        for name, value in names.items():
            path = path.replace(name, value)
        return path


def make_world(slug: str = "acme") -> World:
    """Needs the catalogue's tables to be filled."""
    workspace = Workspace.objects.create(slug=slug, name=slug.capitalize())
    people = {role: make_person(f"{role}.{slug}", workspace, role) for role in Role}
    system = make_system(workspace)
    with scope(workspace=workspace):
        actor = people[Role.OWNER].actor_in(workspace)
        invitation, secret = invite(actor, role=Role.EDITOR)
        token, _ = create_token(actor, name="robot", read_only=True, expires_in_days=1)
        spare = make_person(f"spare.{slug}", workspace, Role.VIEWER).actor_in(workspace)
        ids = {"secret": secret, "invitation": str(invitation.pk), "token": str(token.id)}
        ids["member"] = str(Membership.objects.get(user=spare.user).pk)
        ids |= _own_knowledge(actor)
        ids["saved-template"] = str(save_template(actor, system, name="House style", purpose="").pk)
        ids["saved-template-drawing"] = ids["saved-template"]
        version = str(save_version(actor, system, name="Empty").pk)
        ids |= dict.fromkeys(("version", "version-compare", "version-drawing", "version-restore"), version)
        ids |= _parts(system) | _findings(system)
        ids |= _said(actor, system, ids["elements"])
    return World(workspace, system, people, ids)


def _own_knowledge(actor: Actor) -> dict[str, str]:
    """Entries and controls that no other workspace has: one of each in force, one switched off; and a pack."""
    ids = {}
    rows: dict[Kind, Any] = {"entry": own_entry_row, "control": own_control_row}
    for kind, row in rows.items():
        for way in ("on", "off"):
            slug = f"{kind}-{way}-{actor.workspace.slug}"
            add_own(actor, kind, row(slug), reason="Ours.")
            # What is on can be switched off, and the other way round.
            ids[f"{kind}-switch-{'off' if way == 'on' else 'on'}"] = slug
        switch_off(actor, kind, slug, reason="Not now.")
        ids[f"workspace-{kind}"] = f"{kind}-on-{actor.workspace.slug}"
    pack = pack_of(own_entry_row(f"packed-{actor.workspace.slug}"), slug=f"pack-{actor.workspace.slug}")
    import_pack(actor, pack, digest=preview_pack(actor, pack).digest)
    digest = preview_pack(actor, HOUSE_RULES).digest
    return {**ids, **dict.fromkeys(("pack", "pack-export"), f"pack-{actor.workspace.slug}"), "digest": digest}


def _parts(system: System) -> dict[str, str]:
    models: dict[str, Any] = {
        "boundaries": Boundary,
        "elements": Element,
        "flows": Flow,
        "diagrams": Diagram,
        "assumptions": Assumption,
        "assets": Asset,
        "losses": Loss,
    }
    made = {name: make(model, system) for name, model in models.items()}
    ids = {name: str(row.pk) for name, row in made.items()}
    return ids | {"placements": ids["diagrams"], "system": str(system.pk)}


def _said(actor: Actor, system: System, element: str) -> dict[str, str]:
    """Two comments of the owner's, who mentions themselves in the first; the second is resolved."""
    about: Any = {"object_type": "element", "object_id": element}
    me = Membership.objects.get(user=actor.user)
    asked, resolved = (add_comment(actor, system.pk, text="Why?", mentions=[me.pk], **about) for _ in range(2))
    resolve_comment(actor, resolved, is_resolved=True)
    mention = Mention.objects.get(comment=asked)
    comments = {"comment": asked, "comment-resolve": asked, "comment-reopen": resolved}
    return {name: str(row.pk) for name, row in {**comments, "mention-read": mention}.items()}


def _findings(system: System) -> dict[str, str]:
    entry = Entry.objects.get(slug="planted-instructions")
    threat, hazard = make_suggestion(system, entry), make_finding(system, source=Source.UNINTENDED)
    other = make_finding(system, source=Source.UNINTENDED)
    with scope(workspace=system.workspace):
        report = Report.objects.create(workspace=system.workspace, system=system, asked_by_label="Olga")
    run = str(make_run(system).pk)
    ids = {"finding": threat, "hazard": hazard, "finding-link": make_link(threat, other), "report": report}
    ids["treatment"] = make_treatment(threat)
    catalogue = {"entry": "planted-instructions", "control": "human-approval"}
    jobs = {"run": run, "run-cancel": run, "report-cancel": str(report.pk), "report-file": str(report.pk)}
    return {name: str(row.pk) for name, row in ids.items()} | catalogue | jobs | {"finding-source": str(threat.pk)}
