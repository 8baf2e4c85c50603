"""Every endpoint of the API with who may call it, and what a call to it looks like."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from apps.accounts.access import Action
from config.api import WORKSPACE, urlpatterns
from tests.factories.packs import HOUSE_RULES, own_control_row, own_entry_row
from tests.factories.people import Answer, Caller
from tests.factories.world import World

Body = Callable[[World], Any]


@dataclass(frozen=True)
class Deed:
    """A call that changes something: who may, with which body, and what an owner gets."""

    action: Action
    body: Body = lambda world: {}
    status: int = 200


def _new_flow(world: World) -> dict[str, Any]:
    return {"source": world.ids["elements"], "target": world.ids["elements"], "name": "asks"}


def _new_finding(world: World) -> dict[str, Any]:
    place = {"target_type": "element", "target": world.ids["elements"]}
    return {"source": "unintended", "origin": "human", "title": "Staff trust it too much", **place}


def _new_link(world: World) -> dict[str, Any]:
    ends = {"from": world.ids["finding"], "to": world.ids["hazard"]}
    return {**ends, "type": "also-unintended", "reason": "The same words."}


def _new_treatment(world: World) -> dict[str, Any]:
    return {"control": "allow-list", "state": "planned", "owner": "Platform team", "due": "2030-01-31"}


def _placements(world: World) -> dict[str, Any]:
    return {"placements": [{"element": world.ids["elements"], "x": 1, "y": 2, "width": 100, "height": 50}]}


def _changes(world: World) -> dict[str, Any]:
    made = {"op": "create", "type": "element", "values": {"name": "Robot", "kind": "agent"}}
    return {"operations": [made, {"op": "delete", "type": "element", "id": world.ids["elements"]}]}


def _new_entry(world: World) -> dict[str, Any]:
    return {"content": own_entry_row("tool-rusts"), "reason": "It happened here."}


def _new_control(world: World) -> dict[str, Any]:
    return {"content": own_control_row("two-people"), "reason": "We do it so."}


def _new_comment(world: World) -> dict[str, Any]:
    about = {"object_type": "element", "object": world.ids["elements"]}
    return {**about, "text": "Is that so?", "mentions": [world.ids["member"]]}


MODEL = '{"format": "bifocal-model", "version": 1, "system": {"name": "Desk"}, "elements": [], "flows": []}'
EDIT, DECIDE, CATALOGUE = Action.EDIT_SYSTEM, Action.DECIDE, Action.EDIT_CATALOGUE
# (route, method) → the deed. What is not here reads, or is about the caller alone.
DEEDS: dict[tuple[str, str], Deed] = {
    ("workspace-detail", "patch"): Deed(Action.MANAGE_WORKSPACE, lambda world: {"name": "Other"}),
    ("member-detail", "patch"): Deed(Action.MANAGE_MEMBERS, lambda world: {"role": "editor"}),
    ("member-detail", "delete"): Deed(Action.MANAGE_MEMBERS, status=204),
    ("invitation-list", "post"): Deed(Action.MANAGE_MEMBERS, lambda world: {"role": "viewer"}, 201),
    ("invitation-detail", "delete"): Deed(Action.MANAGE_MEMBERS, status=204),
    ("token-list", "post"): Deed(Action.CREATE_TOKEN, lambda world: {"name": "robot", "access": "write"}, 201),
    ("system-import", "post"): Deed(EDIT, lambda world: {"text": MODEL}, 201),
    ("saved-template-list", "post"): Deed(EDIT, lambda world: {"system": world.ids["system"]}, 201),
    ("saved-template-detail", "delete"): Deed(EDIT, status=204),
    ("version-list", "post"): Deed(EDIT, lambda world: {"name": "Signed off"}, 201),
    ("version-detail", "delete"): Deed(EDIT, status=204),
    ("version-restore", "post"): Deed(EDIT),
    ("system-list", "post"): Deed(EDIT, lambda world: {"name": "Desk"}, 201),
    ("system-detail", "patch"): Deed(EDIT, lambda world: {"name": "Other", "version": 1}),
    ("system-detail", "delete"): Deed(EDIT, status=204),
    ("boundaries-list", "post"): Deed(EDIT, lambda world: {"name": "Zone", "parent": world.ids["boundaries"]}, 201),
    ("boundaries-detail", "patch"): Deed(EDIT, lambda world: {"name": "Zone"}),
    ("boundaries-detail", "delete"): Deed(EDIT, status=204),
    ("elements-list", "post"): Deed(
        EDIT, lambda world: {"name": "Robot", "kind": "agent", "boundary": world.ids["boundaries"]}, 201
    ),
    ("elements-detail", "patch"): Deed(EDIT, lambda world: {"boundary": world.ids["boundaries"], "version": 1}),
    ("elements-detail", "delete"): Deed(EDIT, status=204),
    ("flows-list", "post"): Deed(EDIT, _new_flow, 201),
    ("flows-detail", "patch"): Deed(EDIT, lambda world: {"source": world.ids["elements"]}),
    ("flows-detail", "delete"): Deed(EDIT, status=204),
    ("diagrams-list", "post"): Deed(EDIT, lambda world: {"title": "Close"}, 201),
    ("diagrams-detail", "patch"): Deed(EDIT, lambda world: {"title": "Close"}),
    ("diagrams-detail", "delete"): Deed(EDIT, status=204),
    ("placements", "post"): Deed(EDIT, _placements),
    ("changes", "post"): Deed(EDIT, _changes),
    ("assumptions-list", "post"): Deed(EDIT, lambda world: {"text": "So it is.", "valid_until": "2030-01-31"}, 201),
    ("assumptions-detail", "patch"): Deed(EDIT, lambda world: {"valid_until": "2030-01-31"}),
    ("assumptions-detail", "delete"): Deed(EDIT, status=204),
    ("assets-list", "post"): Deed(EDIT, lambda world: {"name": "Trust", "held_by": [world.ids["elements"]]}, 201),
    ("assets-detail", "patch"): Deed(EDIT, lambda world: {"held_by": [world.ids["elements"], world.ids["flows"]]}),
    ("assets-detail", "delete"): Deed(EDIT, status=204),
    ("losses-list", "post"): Deed(EDIT, lambda world: {"title": "Harm", "assets": [world.ids["assets"]]}, 201),
    ("losses-detail", "patch"): Deed(EDIT, lambda world: {"impact": {"rights": 3}}),
    ("losses-detail", "delete"): Deed(EDIT, status=204),
    ("comment-list", "post"): Deed(Action.COMMENT, _new_comment, 201),
    ("comment-detail", "patch"): Deed(Action.COMMENT, lambda world: {"text": "So it is.", "version": 1}),
    ("comment-detail", "delete"): Deed(Action.COMMENT, status=204),
    ("comment-resolve", "post"): Deed(Action.COMMENT),
    ("comment-reopen", "post"): Deed(Action.COMMENT),
    # While a run is unfinished, asking for one gives that one: no new deed.
    ("run-list", "post"): Deed(Action.RUN, status=200),
    ("run-cancel", "post"): Deed(Action.RUN),
    ("finding-list", "post"): Deed(DECIDE, _new_finding, 201),
    ("finding-decide", "post"): Deed(DECIDE, lambda world: {"findings": [world.ids["finding"]], "status": "open"}),
    ("finding-detail", "patch"): Deed(DECIDE, lambda world: {"title": "Other", "harms": ["integrity"], "version": 1}),
    ("finding-source", "post"): Deed(
        DECIDE, lambda world: {"source": "unintended", "origin": "human", "reason": "Nobody wants it."}
    ),
    ("finding-link-list", "post"): Deed(DECIDE, _new_link, 201),
    ("finding-link-detail", "delete"): Deed(DECIDE, status=204),
    ("workspace-entry-list", "post"): Deed(CATALOGUE, _new_entry, 201),
    ("workspace-entry-detail", "patch"): Deed(
        CATALOGUE, lambda world: {"content": {"title": "It slips here"}, "reason": "Our word for it."}
    ),
    ("workspace-entry-detail", "delete"): Deed(CATALOGUE, status=204),
    ("entry-switch-off", "post"): Deed(CATALOGUE, lambda world: {"reason": "Not here."}),
    ("entry-switch-on", "post"): Deed(CATALOGUE),
    ("workspace-control-list", "post"): Deed(CATALOGUE, _new_control, 201),
    ("workspace-control-detail", "patch"): Deed(
        CATALOGUE, lambda world: {"content": {"title": "Our boss approves"}, "reason": "Our word for it."}
    ),
    ("workspace-control-detail", "delete"): Deed(CATALOGUE, status=204),
    ("control-switch-off", "post"): Deed(CATALOGUE, lambda world: {"reason": "Not here."}),
    ("control-switch-on", "post"): Deed(CATALOGUE),
    ("pack-preview", "post"): Deed(CATALOGUE, lambda world: {"text": HOUSE_RULES}),
    ("pack-list", "post"): Deed(CATALOGUE, lambda world: {"text": HOUSE_RULES, "digest": world.ids["digest"]}, 201),
    ("pack-detail", "delete"): Deed(CATALOGUE, status=204),
    ("treatment-list", "post"): Deed(DECIDE, _new_treatment, 201),
    ("treatment-detail", "patch"): Deed(DECIDE, lambda world: {"state": "planned", "due": "2030-01-31", "version": 1}),
    ("treatment-detail", "delete"): Deed(DECIDE, status=204),
    ("report-list", "post"): Deed(Action.REPORT, lambda world: {"title": "For the board"}, 201),
    ("report-detail", "delete"): Deed(Action.REPORT, status=204),
    ("report-cancel", "post"): Deed(Action.REPORT),
}
# Deeds that do nothing new in this world, and so leave no event.
WITHOUT_EVENT = {("run-list", "post"), ("pack-preview", "post")}
# About the caller alone, or for anybody who is signed in; each has its own tests.
PERSONAL = {
    ("me", "get"),
    ("invitation-link", "get"),
    ("invitation-accept", "post"),
    ("template-list", "get"),
    ("template-drawing", "get"),
    ("vocabulary", "get"),
    ("entry-list", "get"),
    ("entry-detail", "get"),
    ("control-list", "get"),
    ("control-detail", "get"),
    ("framework-list", "get"),
    ("reference-list", "get"),
    ("workspace-list", "get"),
    ("workspace-list", "post"),
    ("token-detail", "delete"),
    ("comment-detail", "patch"),
    ("comment-detail", "delete"),
    ("mention-list", "get"),
    ("mention-read", "post"),
}


@dataclass(frozen=True)
class Endpoint:
    """One method of one route."""

    route: str
    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method} {self.route}"

    @property
    def key(self) -> tuple[str, str]:
        return self.route, self.method

    @property
    def is_of_a_workspace(self) -> bool:
        return self.path.startswith(WORKSPACE)

    @property
    def action(self) -> Action:
        """What a role has to allow. Raises KeyError for an endpoint that nobody has thought about."""
        if self.method == "get":
            return Action.MANAGE_MEMBERS if self.route == "invitation-list" else Action.VIEW
        return DEEDS[self.key].action

    @property
    def status(self) -> int:
        """What somebody gets who may."""
        if self.key == ("report-file", "get"):
            return 409  # It is not made yet.
        return DEEDS[self.key].status if self.key in DEEDS else 200

    def call(self, caller: Caller, world: World, **headers: str) -> Answer:
        body = DEEDS[self.key].body(world) if self.key in DEEDS and self.method != "delete" else None
        return caller.send(self.method.upper(), world.path(self.route, self.path), body, headers)


ENDPOINTS = [
    Endpoint(str(pattern.name), method, str(pattern.pattern))
    for pattern in urlpatterns
    for method in pattern.callback.actions  # type: ignore[attr-defined]  # Viewsets all.
]
OF_A_WORKSPACE = [endpoint for endpoint in ENDPOINTS if endpoint.is_of_a_workspace]
WRITES = [endpoint for endpoint in OF_A_WORKSPACE if endpoint.key in DEEDS]
