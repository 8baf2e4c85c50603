"""Every list asks the database the same number of questions for 3 rows and for 30, and no more than stand here."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.accounts.access import Role
from apps.accounts.models import Membership
from apps.accounts.services import create_token, create_workspace, invite
from apps.activity.comments import add_comment, resolve_comment
from apps.activity.services import record
from apps.assets.models import Asset, Loss
from apps.catalog.models import Control, Entry, EntryLink, Framework, Reference
from apps.catalog.packs import import_pack, preview_pack
from apps.catalog.services import Kind, add_own, switch_off
from apps.core.jobs import State
from apps.interchange.templates import save_template
from apps.interchange.versions import save_version
from apps.reports.models import Report
from apps.systems.models import Assumption, Boundary, Diagram, Element, Flow
from apps.threats.models import Finding
from config.api import urlpatterns
from tests.factories.findings import make_finding, make_link, make_run, make_suggestion, make_treatment
from tests.factories.packs import own_control_row, own_entry_row, pack_of
from tests.factories.people import inside, make_person
from tests.factories.systems import make, make_system
from tests.factories.world import World

MakeOne = Callable[[World, int], Any]


def _member(world: World, number: int) -> None:
    make_person(f"member{number}", world.workspace, Role.VIEWER)


def _invitation(world: World, number: int) -> None:
    invite(world.people[Role.OWNER].actor_in(world.workspace), role=Role.VIEWER)


def _token(world: World, number: int) -> None:
    person = make_person(f"program{number}", world.workspace, Role.VIEWER)
    create_token(person.actor_in(world.workspace), name="robot", read_only=True, expires_in_days=1)


def _event(world: World, number: int) -> None:
    record(world.people[Role.OWNER].actor_in(world.workspace), "workspace.renamed", world.workspace)


def _system_event(world: World, number: int) -> None:
    actor = world.people[Role.OWNER].actor_in(world.workspace)
    record(actor, "system.changed", world.system, system=world.system.pk)


def _comment(world: World, number: int) -> None:
    """Of somebody new, who mentions the owner."""
    actor = make_person(f"talker{number}", world.workspace, Role.EDITOR).actor_in(world.workspace)
    owner = Membership.objects.get(user=world.people[Role.OWNER].user)
    about: Any = {"object_type": "element", "object_id": world.ids["elements"]}
    resolve_comment(
        actor, add_comment(actor, world.system.pk, text="Why?", mentions=[owner.pk], **about), is_resolved=True
    )


def _system(world: World, number: int) -> None:
    make(Element, make_system(world.workspace, f"system {number}"))


def _part(model: Any, **fields: Any) -> MakeOne:
    return lambda world, number: make(model, world.system, **fields)


def _element(world: World, number: int) -> None:
    inner = make(Boundary, world.system, parent=make(Boundary, world.system))
    make(Element, world.system, boundary=inner, attributes={"autonomy": "suggest"})


def _asset(world: World, number: int) -> None:
    make(Asset, world.system, held_by=[str(make(Element, world.system).pk)])


def _loss(world: World, number: int) -> None:
    make(Loss, world.system, assets=[str(make(Asset, world.system).pk)])


def _saved_template(world: World, number: int) -> None:
    save_template(world.people[Role.OWNER].actor_in(world.workspace), world.system, name=f"Style {number}", purpose="")


def _version(world: World, number: int) -> None:
    save_version(world.people[Role.OWNER].actor_in(world.workspace), world.system, name=f"Draft {number}")


def _run(world: World, number: int) -> None:
    make_run(world.system, state=State.DONE)


def _report(world: World, number: int) -> None:
    Report.objects.create(workspace=world.workspace, system=world.system, asked_by_label="Olga")


def _finding(world: World, number: int) -> None:
    """With an entry, so with controls, references and what the catalogue names, and with a link."""
    threat = make_suggestion(world.system, Entry.objects.get(slug="planted-instructions"))
    make_link(threat, make_finding(world.system, source="unintended"))


def _link(world: World, number: int) -> None:
    make_link(make_finding(world.system), make_finding(world.system, source="unintended"))


def _treatment(world: World, number: int) -> None:
    make_treatment(Finding.objects.get(pk=world.ids["finding"]), f"control-{number}")


def _entry(world: World, number: int) -> Entry:
    entry, other = (_new_entry(f"{side}-{number}", side) for side in ("adversarial", "unintended"))
    EntryLink.objects.create(threat=entry, hazard=other, relation="mirrors", shared_property="Text")
    _control(world, number).treats.add(entry)
    return entry


def _new_entry(slug: str, source: str) -> Entry:
    entry = Entry.objects.create(slug=slug, title=slug, gist="A gist.", family="ai_security", source=source)
    entry.references.add(_reference(slug))
    return entry


def _control(world: World, number: int) -> Control:
    control = Control.objects.create(slug=f"control-{number}", title="A control", kind="preventive", function="limit")
    control.references.add(_reference(f"control-{number}"))
    return control


def _reference(key: str) -> Reference:
    framework = Framework.objects.create(key=f"F-{key}", title="A framework", edition="1")
    return Reference.objects.create(framework=framework, identifier="1", title="A reference")


def _own(kind: Kind, row: Callable[..., Any]) -> MakeOne:
    """Those that the workspace wrote, and switched every other of them off."""

    def write(world: World, number: int) -> None:
        actor = world.people[Role.OWNER].actor_in(world.workspace)
        add_own(actor, kind, row(f"ours-{number}"), reason="Ours.")
        if number % 2:
            switch_off(actor, kind, f"ours-{number}", reason="Not here.")

    return write


def _pack(world: World, number: int) -> None:
    actor = world.people[Role.OWNER].actor_in(world.workspace)
    pack = pack_of(own_entry_row(f"of-pack-{number}"), slug=f"another-{number}")
    import_pack(actor, pack, digest=preview_pack(actor, pack).digest)


def _workspace(world: World, number: int) -> None:
    create_workspace(world.people[Role.OWNER].user, name=f"Workspace {number}")


# route → what makes one more row in it, and how many queries its list makes, two of them for session and person.
LISTS: dict[str, tuple[MakeOne, int]] = {
    "workspace-list": (_workspace, 3),
    "member-list": (_member, 4),
    "invitation-list": (_invitation, 4),
    "token-list": (_token, 4),
    "event-list": (_event, 4),
    "system-list": (_system, 4),
    "version-list": (_version, 5),
    "saved-template-list": (_saved_template, 4),
    "system-event-list": (_system_event, 5),
    "boundaries-list": (_part(Boundary), 5),
    "elements-list": (_element, 6),
    "flows-list": (_part(Flow), 5),
    "diagrams-list": (_part(Diagram), 5),
    "assumptions-list": (_part(Assumption), 5),
    "assets-list": (_asset, 5),
    "losses-list": (_loss, 5),
    "run-list": (_run, 5),
    "comment-list": (_comment, 8),
    "mention-list": (_comment, 4),
    "finding-list": (_finding, 8),
    "finding-link-list": (_link, 5),
    "treatment-list": (_treatment, 8),
    "report-list": (_report, 5),
    "pack-list": (_pack, 4),
    "workspace-entry-list": (_own("entry", own_entry_row), 5),
    "workspace-control-list": (_own("control", own_control_row), 5),
    "entry-list": (_entry, 3),
    "control-list": (_control, 6),
    "framework-list": (lambda world, number: _reference(str(number)), 3),
    "reference-list": (lambda world, number: _reference(str(number)), 3),
}
ADDRESSES = {str(pattern.name): str(pattern.pattern) for pattern in urlpatterns}


def _is_a_list(pattern: Any) -> bool:
    paginates = getattr(pattern.callback.cls, "pagination_class", None) is not None
    return paginates and pattern.callback.actions.get("get") == "list"


def test_every_list_stands_in_the_table() -> None:
    assert {str(pattern.name) for pattern in urlpatterns if _is_a_list(pattern)} == LISTS.keys()


@pytest.mark.parametrize("route", LISTS)
def test_a_list_makes_the_same_queries_for_3_rows_and_for_30(route: str, world: World) -> None:
    make_one, allowed = LISTS[route]
    counted = []
    for numbers in (range(3), range(3, 30)):
        with inside(world.workspace):
            for number in numbers:
                make_one(world, number)
        counted.append(_queries(route, world))
    assert counted == [allowed, allowed]


def _queries(route: str, world: World) -> int:
    owner, path = world.people[Role.OWNER], f"{world.path(route, ADDRESSES[route])}?page_size=200"
    owner.cookie()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = owner.get(path)
    assert answer.status == 200
    assert len(answer.rows) >= 3
    return len(captured)
