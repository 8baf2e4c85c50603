"""Entries and controls of a workspace's catalogue as the API shows them."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from apps.catalog.api.catalogue import CounterpartSerializer, ExampleSerializer, ReferenceSerializer
from apps.catalog.api.standing import StandingDetailSerializer, StandingSerializer, standing_in_detail, standing_of
from apps.catalog.knowledge import Control, Entry, EntryLink
from apps.catalog.plain_rows import condition_parts, control_row, entry_row
from apps.catalog.reading import WorkspaceCatalogue


def _words() -> serializers.ListField:
    return serializers.ListField(child=serializers.CharField())


class _TitledSerializer(serializers.Serializer[Any]):
    slug = serializers.CharField()
    title = serializers.CharField()
    gist = serializers.CharField()


class _EntrySerializer(_TitledSerializer):
    family = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # Field has a `source` too.
    origin = serializers.CharField()
    kinds = _words()
    harms = _words()
    stages = _words()


class _ControlSerializer(_TitledSerializer):
    kind = serializers.CharField()
    function = serializers.CharField()
    effect_on_adversarial = serializers.CharField()
    effect_on_unintended = serializers.CharField()
    effect_reason = serializers.CharField(allow_blank=True)
    factor = serializers.CharField()
    verification = serializers.CharField(allow_blank=True)


class EntryControlSerializer(_ControlSerializer):
    is_off = serializers.BooleanField(help_text="Switched off in this workspace.")


class EntryCounterpartSerializer(CounterpartSerializer):
    examples = ExampleSerializer(many=True)
    is_off = serializers.BooleanField(help_text="Switched off in this workspace.")


class ConditionSerializer(serializers.Serializer[Any]):
    on = serializers.ChoiceField(choices=("element", "near", "flow", "system"))
    attribute = serializers.CharField()
    values = serializers.ListField(child=serializers.JSONField())
    negated = serializers.BooleanField()


class WorkspaceEntryBriefSerializer(_EntrySerializer, StandingSerializer):
    pass


class WorkspaceEntrySerializer(_EntrySerializer, StandingDetailSerializer):
    when = ConditionSerializer(many=True)
    question = serializers.CharField()
    other_question = serializers.CharField()
    disturbance = serializers.CharField(allow_blank=True)
    pattern = serializers.CharField(allow_blank=True)
    examples = ExampleSerializer(many=True)
    alone = serializers.CharField(allow_blank=True)
    references = ReferenceSerializer(many=True)
    controls = EntryControlSerializer(many=True)
    counterparts = EntryCounterpartSerializer(many=True)


class WorkspaceControlBriefSerializer(_ControlSerializer, StandingSerializer):
    treats = _words()


class TreatedEntrySerializer(serializers.Serializer[Any]):
    slug = serializers.CharField()
    title = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # Field has a `source` too.
    is_off = serializers.BooleanField(help_text="Switched off in this workspace.")


class WorkspaceControlSerializer(_ControlSerializer, StandingDetailSerializer):
    treats = _words()
    entries = TreatedEntrySerializer(many=True, help_text="What it treats, with titles.")
    references = ReferenceSerializer(many=True)


def entry_brief(catalogue: WorkspaceCatalogue, entry: Entry) -> dict[str, Any]:
    return {**entry_row(entry), **standing_of(catalogue, "entry", entry.slug)}


def entry_detail(catalogue: WorkspaceCatalogue, entry: Entry) -> dict[str, Any]:
    everything, in_force = catalogue.overlay.everything, catalogue.overlay.in_force
    controls = sorted(everything.controls_of.get(entry.slug, ()), key=lambda control: control.title)
    return {
        "disturbance": "",
        "pattern": "",
        "examples": [],
        "alone": "",
        **entry_row(entry),
        "when": [condition_parts(condition) for condition in entry.when],
        "references": entry.references,
        "controls": [{**_control(control), "is_off": control.slug not in in_force.controls} for control in controls],
        "counterparts": [
            _counterpart(link, entry.slug, everything.entries, in_force.entries)
            for link in everything.links_of.get(entry.slug, ())
        ],
        **standing_in_detail(catalogue, "entry", entry.slug),
    }


def _counterpart(
    link: EntryLink, slug: str, entries: Mapping[str, Entry], in_force: Mapping[str, Entry]
) -> dict[str, Any]:
    other = entries[link.other_end(slug)]
    return {
        "slug": other.slug,
        "title": other.title,
        "source": other.source,
        "relation": link.relation,
        "shared_property": link.shared_property,
        "reason": link.reason,
        "examples": other.examples,
        "is_off": other.slug not in in_force,
    }


def _control(control: Control) -> dict[str, Any]:
    return {
        **control_row(control),
        "effect_on_adversarial": control.effect_on_adversarial,
        "effect_on_unintended": control.effect_on_unintended,
        "effect_reason": control.effect_reason,
        "verification": control.verification,
    }


def control_brief(catalogue: WorkspaceCatalogue, control: Control) -> dict[str, Any]:
    return {**_control(control), **standing_of(catalogue, "control", control.slug)}


def control_detail(catalogue: WorkspaceCatalogue, control: Control) -> dict[str, Any]:
    known, in_force = catalogue.overlay.everything.entries, catalogue.overlay.in_force.entries
    return {
        **_control(control),
        "references": control.references,
        "entries": [_treated(known[slug], slug in in_force) for slug in control.treats if slug in known],
        **standing_in_detail(catalogue, "control", control.slug),
    }


def _treated(entry: Entry, is_in_force: bool) -> dict[str, Any]:
    return {"slug": entry.slug, "title": entry.title, "source": entry.source, "is_off": not is_in_force}
