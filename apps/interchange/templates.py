"""Templates: models to begin a system from, those that ship with the product and those that a workspace keeps."""

from functools import cache
from uuid import UUID

from django.db import transaction
from django.utils.translation import get_language

from apps.accounts.access import Action, Actor
from apps.activity.services import record
from apps.assets.reading import read_graph
from apps.core.errors import Conflict, Invalid
from apps.core.sentences import Sentence
from apps.interchange.builtin import templates
from apps.interchange.drawn_words import words_now
from apps.interchange.formats import bifocal_model
from apps.interchange.models import SavedTemplate
from apps.interchange.services import kept_text, with_own_ids
from apps.systems.layout import automatic_diagram
from apps.systems.models import System
from apps.systems.svg import svg_of

MOST = 200  # of one workspace


@transaction.atomic
def save_template(actor: Actor, system: System, *, name: str, purpose: str) -> SavedTemplate:
    """The system as it is now, without what was found in it."""
    actor.check(Action.EDIT_SYSTEM)
    if SavedTemplate.objects.count() >= MOST:
        raise Conflict(
            Sentence("A workspace keeps %(most)s templates at most. Delete one that nobody uses.", most=MOST)
        )
    graph = with_own_ids(read_graph(system))
    template: SavedTemplate = SavedTemplate.objects.create(
        workspace=actor.workspace,
        name=name or system.name,
        purpose=purpose or system.purpose,
        elements=len(graph.elements),
        text=kept_text(graph),
        saved_by=actor.label,
    )
    record(actor, "template.saved", template, changes={"name": template.name, "system": system.name})
    return template


@transaction.atomic
def delete_template(actor: Actor, template: SavedTemplate) -> None:
    """For good; systems that were begun from it stay."""
    actor.check(Action.EDIT_SYSTEM)
    record(actor, "template.deleted", template, changes={"name": template.name})
    template.delete()


def template_text(key: str) -> tuple[str, str]:
    """(model file, file name) of a template that ships with the product, by key, or of a saved one, by id."""
    if key in templates():
        return templates()[key].text, f"{key}.json"
    saved = _saved(key)
    if saved is None:
        no_such = Sentence("There is no template '%(key)s'. GET templates lists those that there are.", key=key)
        raise Invalid({"template": [no_such]})
    return saved.text, f"{saved.name}.json"


def _saved(key: str) -> SavedTemplate | None:
    try:
        identifier = UUID(key)
    except ValueError:
        return None
    found: SavedTemplate | None = SavedTemplate.objects.filter(pk=identifier).first()
    return found


def drawing_of(text: str) -> str:
    """The first diagram of a model file on which anything is drawn, as SVG, or one laid out by itself."""
    graph = bifocal_model.read(text)
    drawn = next((diagram for diagram in graph.diagrams if diagram.placements), None)
    return svg_of(graph, drawn or automatic_diagram(graph), words=words_now())


def builtin_drawing(key: str) -> str:
    """The same of a template that ships with the product; the gallery shows all of them at once, so each is kept."""
    return _builtin_drawing(key, get_language())


@cache
def _builtin_drawing(key: str, language: str | None) -> str:
    return drawing_of(templates()[key].text)
