"""From the files in data/ to the tables: idempotent, all or nothing; rows keep their ids across releases."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from apps.catalog import knowledge
from apps.catalog.differences import differences
from apps.catalog.models import CatalogueVersion, Control, Entry, EntryLink, Framework, Reference
from apps.catalog.parsing import builtin_catalogue
from apps.catalog.plain_rows import catalogue_rows, condition_parts


def load_builtin() -> bool:
    """Bring the tables to what the files say; False where they were. Raises CatalogueError for a bad file."""
    catalogue = builtin_catalogue()
    if CatalogueVersion.objects.filter(version=catalogue.version).exists():
        return False
    with transaction.atomic():
        _load(catalogue)
    return True


def _load(catalogue: knowledge.Catalogue) -> None:
    frameworks = _upsert(Framework, "key", {key: _framework(row) for key, row in catalogue.frameworks.items()})
    references = _references(catalogue, frameworks)
    entries = _upsert(Entry, "slug", {slug: _entry(row) for slug, row in catalogue.entries.items()})
    controls = _upsert(Control, "slug", {slug: _control(row) for slug, row in catalogue.controls.items()})
    for model, kept in ((Entry, entries), (Control, controls)):
        model._default_manager.exclude(slug__in=kept).filter(retired_at=None).update(retired_at=timezone.now())
    _links(catalogue.links, entries)
    _join(Entry.references.through, "entry", "reference", _cited(catalogue.entries, entries, references))
    _join(Control.references.through, "control", "reference", _cited(catalogue.controls, controls, references))
    treated = {(controls[slug], entries[treats]) for slug, row in catalogue.controls.items() for treats in row.treats}
    _join(Control.treats.through, "control", "entry", treated)
    _note_upgrade(catalogue)


def _note_upgrade(catalogue: knowledge.Catalogue) -> None:
    """Keep what this version changed, in place of the version before; of the first there is nothing to say."""
    before = CatalogueVersion.objects.first()
    rows = catalogue_rows(catalogue)
    old = {(kind, key): row for kind, key, row in before.rows} if before else {}
    changed = differences(old, rows) if old else ()
    CatalogueVersion.objects.all().delete()
    CatalogueVersion.objects.create(
        version=catalogue.version,
        rows=[[*key, row] for key, row in rows.items()],
        previous=before.version if before else "",
        differences=[asdict(one) for one in changed],
    )


def _upsert(model: type[models.Model], key: str, rows: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Insert or update by `key`; returns key → id."""
    fields = list(next(iter(rows.values()), {}))
    model._default_manager.bulk_create(
        [model(**{key: value, **fields_of}) for value, fields_of in rows.items()],
        update_conflicts=True,
        unique_fields=[key],
        update_fields=fields,
        batch_size=200,
    )
    return dict(model._default_manager.filter(**{f"{key}__in": list(rows)}).values_list(key, "pk"))


def _framework(row: knowledge.Framework) -> dict[str, Any]:
    return {"title": row.title, "edition": row.edition, "licence": row.licence, "url": row.url}


def _entry(row: knowledge.Entry) -> dict[str, Any]:
    return {
        "title": row.title,
        "gist": row.gist,
        "family": row.family,
        "source": row.source,
        "origin": row.origin,
        "kinds": sorted(row.kinds),
        "when": [condition_parts(condition) for condition in row.when],
        "harms": list(row.harms),
        "stages": list(row.stages),
        "question": row.question,
        "other_question": row.other_question,
        "disturbance": row.disturbance,
        "pattern": row.pattern,
        "examples": [asdict(example) for example in row.examples],
        "alone": row.alone,
        "retired_at": None,
    }


def _control(row: knowledge.Control) -> dict[str, Any]:
    return {
        "title": row.title,
        "gist": row.gist,
        "kind": row.kind,
        "function": row.function,
        "effect_on_adversarial": row.effect_on_adversarial,
        "effect_on_unintended": row.effect_on_unintended,
        "effect_reason": row.effect_reason,
        "factor": row.factor,
        "verification": row.verification,
        "retired_at": None,
    }


def _references(catalogue: knowledge.Catalogue, frameworks: Mapping[str, Any]) -> dict[tuple[str, str], Any]:
    rows = [
        Reference(framework_id=frameworks[key], identifier=identifier, title=row.title)
        for (key, identifier), row in catalogue.references.items()
    ]
    Reference.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["framework", "identifier"], update_fields=["title"], batch_size=200
    )
    return {
        (key, identifier): pk
        for key, identifier, pk in Reference.objects.values_list("framework__key", "identifier", "pk")
    }


def _cited(
    rows: Mapping[str, Any], ids: Mapping[str, Any], references: Mapping[tuple[str, str], Any]
) -> set[tuple[Any, Any]]:
    return {
        (ids[slug], references[cited.framework.key, cited.identifier])
        for slug, row in rows.items()
        for cited in row.references
    }


def _links(links: Iterable[knowledge.EntryLink], entries: Mapping[str, Any]) -> None:
    EntryLink.objects.all().delete()
    EntryLink.objects.bulk_create(
        [
            EntryLink(
                threat_id=entries[link.threat],
                hazard_id=entries[link.hazard],
                relation=link.relation,
                shared_property=link.shared_property,
                reason=link.reason,
            )
            for link in links
        ]
    )


def _join(through: Any, left: str, right: str, pairs: set[tuple[Any, Any]]) -> None:
    """Make a many-to-many table hold exactly these pairs."""
    through.objects.all().delete()
    through.objects.bulk_create(
        [through(**{f"{left}_id": one, f"{right}_id": other}) for one, other in sorted(pairs, key=str)], batch_size=500
    )
