"""How an entry or control stands in a workspace, as the API shows it."""

from typing import Any

from rest_framework import serializers

from apps.catalog.differences import field_differences
from apps.catalog.plain_rows import RowKind
from apps.catalog.reading import WorkspaceCatalogue
from apps.core.pagination import KeyedPages

STANDINGS = ("built_in", "own", "overridden")


class KnowledgePages(KeyedPages):
    """By title; the slug tells apart what is called the same."""

    @staticmethod
    def key(row: Any) -> tuple[str, str]:
        return str(row["title"]).casefold(), str(row["slug"])


class SwitchedOffSerializer(serializers.Serializer[Any]):
    reason = serializers.CharField()
    by = serializers.CharField()
    at = serializers.DateTimeField(source="created_at")


class FieldDifferenceSerializer(serializers.Serializer[Any]):
    """`before` and `after` are null where the field is not there."""

    field = serializers.CharField()
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)


class StandingSerializer(serializers.Serializer[Any]):
    """`built_in` as it ships, `own` to the workspace, or `overridden`: a copy of a built-in one, changed here."""

    standing = serializers.ChoiceField(choices=STANDINGS)
    pack = serializers.CharField(allow_null=True, help_text="The pack that it came with, if one.")
    switched_off = SwitchedOffSerializer(allow_null=True)
    problem = serializers.CharField(allow_blank=True, help_text="Why it cannot be used, until somebody mends it.")
    original_changed = serializers.BooleanField(help_text="Whether the built-in one changed since it was copied.")


class StandingDetailSerializer(StandingSerializer):
    content = serializers.JSONField(help_text="The whole row in the form of the files.")
    version = serializers.IntegerField(help_text="To name in an edit; 0 for a built-in one.")
    reason = serializers.CharField(help_text="Why it was written or changed.")
    changed_by = serializers.CharField()
    changed_at = serializers.DateTimeField(allow_null=True)
    differs = FieldDifferenceSerializer(many=True, help_text="From the built-in one as it was copied.")
    original_changes = FieldDifferenceSerializer(many=True, help_text="Of the built-in one, since it was copied.")
    original_gone = serializers.BooleanField()


def standing_of(catalogue: WorkspaceCatalogue, kind: RowKind, slug: str) -> dict[str, Any]:
    own = catalogue.own.get((kind, slug))
    origin = own.origin if own else None
    return {
        "standing": "overridden" if origin else "own" if own else "built_in",
        "pack": own.pack.slug if own and own.pack else None,
        "switched_off": catalogue.off.get((kind, slug)),
        "problem": catalogue.overlay.problems.get((kind, slug), ""),
        "original_changed": bool(origin) and catalogue.builtin_row(kind, slug) != origin,
    }


def standing_in_detail(catalogue: WorkspaceCatalogue, kind: RowKind, slug: str) -> dict[str, Any]:
    own = catalogue.own.get((kind, slug))
    origin = own.origin if own else None
    builtin = catalogue.builtin_row(kind, slug)
    return {
        **standing_of(catalogue, kind, slug),
        "content": catalogue.row(kind, slug),
        "version": own.version if own else 0,
        "reason": own.reason if own else "",
        "changed_by": own.by if own else "",
        "changed_at": own.updated_at if own else None,
        "differs": list(field_differences(origin, own.content)) if own and origin else [],
        "original_changes": list(field_differences(origin, builtin)) if origin and builtin else [],
        "original_gone": bool(origin) and builtin is None,
    }
