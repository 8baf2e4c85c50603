"""The words of a model: kinds, attributes, properties, stages, and which may stand where. Pure: no Django here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from apps.catalog import marked_yaml
from apps.core.sentences import Sentence

VOCABULARY_FILE = Path(__file__).parent / "data" / "vocabulary.yaml"
EVERYTHING = ("system", "boundary")  # These carry any attribute, as a default for the elements inside.

# What may stand behind a source, and the mark of each source in plain text.
ORIGINS: Mapping[str, tuple[str, ...]] = {
    "adversarial": ("external_attacker", "malicious_user", "insider", "third_party_content", "supply_chain"),
    "unintended": ("human", "technical", "statistical", "emergent", "socio_technical", "environmental"),
}
MARKS = {"adversarial": "◆ T", "unintended": "● H"}

# Kinds that exist only where there is AI. People, sensors, consumers, sources and telemetry also occur without.
AI_GROUPS = frozenset({"model", "agentic"})
AI_KINDS = frozenset(
    {
        "inference_service",
        "edge_runtime",
        "vector_store",
        "training_data",
        "eval_data",
        "feature_store",
        "training_pipeline",
        "model_registry",
        "model_provider",
    }
)


@dataclass(frozen=True, slots=True)
class KindSpec:
    name: str
    group: str
    base: Literal["process", "datastore", "external"]
    label: str
    meaning: str

    @property
    def is_ai(self) -> bool:
        return self.group in AI_GROUPS or self.name in AI_KINDS


@dataclass(frozen=True, slots=True)
class AttributeSpec:
    """`phrases` and `value_labels` are by value; for a bool the keys are True and False."""

    name: str
    type: Literal["enum", "set", "bool"]
    values: tuple[str, ...]
    applies_to: frozenset[str]
    label: str
    ask: str
    help: str = ""
    phrases: Mapping[str | bool, str] = field(default_factory=dict)
    value_labels: Mapping[str | bool, str] = field(default_factory=dict)

    def problem(self, value: object) -> str | None:
        """What is wrong with this value, naming what is allowed; None where nothing is."""
        if self.type == "bool":
            return None if isinstance(value, bool) else Sentence("has to be true or false")
        if self.type == "enum":
            fits = isinstance(value, str) and value in self.values
            return None if fits else Sentence("has to be one of: %(allowed)s", allowed=self.values)
        if not isinstance(value, list | tuple) or not all(
            isinstance(item, str) and item in self.values for item in value
        ):
            return Sentence("has to be a list of: %(allowed)s", allowed=self.values)
        return Sentence("names a value twice") if len(set(value)) < len(value) else None


@dataclass(frozen=True, slots=True)
class PropertySpec:
    name: str
    lens: Literal["security", "safety", "both"]
    label: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class DisturbanceSpec:
    """What a system has to withstand, as it comes by itself and as somebody brings it about."""

    name: str
    label: str
    natural: str
    hostile: str


@dataclass(frozen=True)
class Vocabulary:
    kinds: Mapping[str, KindSpec]
    attributes: Mapping[str, AttributeSpec]
    derived: Mapping[str, str]
    boundary_trust: tuple[str, ...]
    properties: Mapping[str, PropertySpec]
    disturbances: Mapping[str, DisturbanceSpec]
    paths: Mapping[str, str]
    lifecycle_stages: tuple[str, ...]


def read_vocabulary(path: Path = VOCABULARY_FILE) -> Vocabulary:
    document: Mapping[str, Any] = marked_yaml.read(path)
    return Vocabulary(
        kinds={name: KindSpec(name, **row) for name, row in document["element_kinds"].items()},
        attributes={name: _attribute(name, row) for name, row in document["attributes"].items()},
        derived=dict(document["derived"]),
        boundary_trust=tuple(document["boundary_trust"]),
        properties={name: PropertySpec(name, **row) for name, row in document["properties"].items()},
        disturbances={name: DisturbanceSpec(name, **row) for name, row in document["disturbances"].items()},
        paths=dict(document["paths"]),
        lifecycle_stages=tuple(document["lifecycle_stages"]),
    )


def _attribute(name: str, row: Mapping[str, Any]) -> AttributeSpec:
    return AttributeSpec(
        name=name,
        type=row["type"],
        values=tuple(row.get("values", ())),
        applies_to=frozenset(row["applies_to"]),
        label=row.get("label", name),
        ask=row["ask"],
        help=row.get("help", ""),
        phrases=_by_value(row.get("phrases", {})),
        value_labels=_by_value(row.get("value_labels", {})),
    )


def _by_value(row: Mapping[str, str]) -> dict[str | bool, str]:
    return {{"true": True, "false": False}.get(value, value): text for value, text in row.items()}


VOCABULARY = read_vocabulary()


@cache
def allowed_attributes(kind: str) -> Mapping[str, AttributeSpec]:
    """What an element of this kind (or "flow", "boundary", "system") may carry; nothing for an unknown kind."""
    if kind in EVERYTHING:
        return VOCABULARY.attributes
    if kind != "flow" and kind not in VOCABULARY.kinds:
        return {}
    words = {kind, "any"} if kind == "flow" else {kind, "any", VOCABULARY.kinds[kind].group}
    return {name: spec for name, spec in VOCABULARY.attributes.items() if spec.applies_to & words}


def attribute_problems(kind: str, attributes: Mapping[str, object]) -> list[tuple[str, str]]:
    """(attribute, what is wrong) for each one that may not stand here, with what is allowed instead."""
    allowed = allowed_attributes(kind)
    problems: list[tuple[str, str]] = []
    for name, value in attributes.items():
        if name not in allowed:
            words = allowed or Sentence("none")
            if name in VOCABULARY.attributes:
                unfit = Sentence("cannot stand on %(kind)s; allowed are: %(allowed)s", kind=kind, allowed=words)
            else:
                unfit = Sentence("is not known on %(kind)s; allowed are: %(allowed)s", kind=kind, allowed=words)
            problems.append((name, unfit))
        elif message := allowed[name].problem(value):
            problems.append((name, message))
    return problems
