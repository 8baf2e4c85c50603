"""Systems and their parts, made with as few words as a test needs."""

from typing import Any
from uuid import UUID, uuid4

from django_scopes import scope

from apps.accounts.access import Actor
from apps.accounts.models import Workspace
from apps.assets.models import Asset, Loss
from apps.systems.models import Assumption, Boundary, Diagram, Element, Flow, Placement, System
from apps.systems.services import create_system

# A model that gives threats and hazards: outside text reaches an agent that can pay, and nothing watches it.
RISKY: dict[str, Any] = {
    "format": "bifocal-model",
    "version": 1,
    "system": {"name": "Refund desk", "purpose": "Pays customers back"},
    "boundaries": [
        {"id": "net", "name": "Internet", "trust": "untrusted"},
        {"id": "shop", "name": "Shop", "trust": "internal"},
    ],
    "elements": [
        {
            "id": "mail",
            "name": "Customer e-mail",
            "kind": "external_source",
            "boundary": "net",
            "attributes": {"untrusted_content": True},
        },
        {
            "id": "agent",
            "name": "Refund agent",
            "kind": "agent",
            "boundary": "shop",
            "attributes": {"autonomy": "autonomous", "untrusted_content": True},
        },
        {"id": "model", "name": "Language model", "kind": "foundation_model", "boundary": "shop"},
        {"id": "pay", "name": "Payment tool", "kind": "tool", "boundary": "shop"},
    ],
    "flows": [
        {"id": "f1", "name": "messages", "source": "mail", "target": "agent"},
        {"id": "f2", "name": "prompts", "source": "agent", "target": "model"},
        {"id": "f3", "name": "refunds", "source": "agent", "target": "pay"},
    ],
}


def make_system(workspace: Workspace, name: str = "Refund desk", **fields: Any) -> System:
    """A system with nothing in it but an empty diagram."""
    with scope(workspace=workspace):
        return create_system(Actor.product(workspace), name=name, **fields)


def make(model: Any, system: System, **fields: Any) -> Any:
    """A part of a system; what it needs and a test does not care about is filled in."""
    with scope(workspace=system.workspace):
        return model.objects.create(workspace=system.workspace, system=system, **{**_needed(model, system), **fields})


def _needed(model: Any, system: System) -> dict[str, Any]:
    if model is Flow:
        return {"source": make(Element, system), "target": make(Element, system)}
    needed: dict[Any, dict[str, Any]] = {
        Element: {"name": "Refund agent", "kind": "agent"},
        Boundary: {"name": "Shop"},
        Diagram: {"title": "Details"},
        Assumption: {"text": "Staff are trained."},
        Asset: {"name": "Money"},
        Loss: {"title": "Money is lost"},
    }
    return needed.get(model, {})


def draw(diagram: Diagram, element: Element) -> Placement:
    with scope(workspace=diagram.workspace):
        placed: Placement = Placement.objects.create(
            workspace=diagram.workspace, diagram=diagram, element=element, x=0, y=0, width=100, height=50
        )
    return placed


def unused_id() -> UUID:
    return uuid4()
