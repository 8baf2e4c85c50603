"""Writes the scenarios that are missing, and drops those of entries and conditions that are gone.

`python -m tests.analysis.make_scenarios`. What stands in the file already is left as it is, as long as it still holds.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from apps.analysis.compiling import scope_of
from apps.catalog.knowledge import Condition, Entry
from apps.catalog.parsing import builtin_catalogue
from apps.catalog.taxonomy import VOCABULARY, allowed_attributes
from tests.analysis.scenarios import FILE, PATH, Scenario, fires, mutants, scenarios, worded

Parts = tuple[list[list[Any]], list[list[Any]]]
# A small system with each shape of a path; "target" is where it is decided.
SHAPES: Mapping[str, Parts] = {
    "content_to_action": (
        [
            ["target", "agent", "lan", {}],
            ["web", "external_source", "net", {}],
            ["pay", "tool", "lan", {"action_impact": ["financial"]}],
        ],
        [["web", "target"], ["target", "pay"]],
    ),
    "secrets_to_outside": (
        [
            ["target", "agent", "lan", {"tool_scope": "broad"}],
            ["files", "datastore", "lan", {"data_classes": ["personal"]}],
        ],
        [["files", "target"]],
    ),
    "output_to_own_training": (
        [
            ["target", "training_data", "lan", {}],
            ["model", "predictive_model", "lan", {}],
        ],
        [["model", "target"], ["target", "model"]],
    ),
    "sensor_to_actuator": (
        [["target", "actuator", "lan", {}], ["camera", "sensor", "lan", {}], ["model", "predictive_model", "lan", {}]],
        [["camera", "model"], ["model", "target"]],
    ),
    "decision_unchecked": (
        [
            ["target", "predictive_model", "lan", {"decision_effect": "legal", "oversight": "none", "fallback": False}],
            ["person", "affected_person", "net", {}],
        ],
        [["target", "person"]],
    ),
    "unverified_artefact": (
        [
            ["target", "training_pipeline", "lan", {"verified_artifacts": False}],
            ["hub", "model_provider", "net", {"verified_artifacts": False}],
        ],
        [["hub", "target"]],
    ),
    "tenants_share_an_agent": (
        [
            ["target", "agent", "lan", {"credentials": "own", "multi_tenant": True}],
            ["notes", "vector_store", "lan", {"multi_tenant": True}],
        ],
        [["notes", "target"]],
    ),
    "lone_review": (
        [
            ["target", "human_reviewer", "lan", {}],
            ["agent", "agent", "lan", {"rate_limited": False}],
            ["pay", "tool", "lan", {"action_impact": ["financial"]}],
        ],
        [["agent", "target"], ["target", "pay"]],
    ),
    "guardrail_walked_around": (
        [
            ["target", "guardrail", "lan", {}],
            ["user", "end_user", "net", {}],
            ["web", "external_source", "net", {}],
            ["agent", "agent", "lan", {}],
        ],
        [["user", "target"], ["target", "agent"], ["web", "agent"]],
    ),
    "watcher_hangs_on_watched": (
        [["target", "monitoring", "lan", {}], ["model", "predictive_model", "lan", {}]],
        [["model", "target"]],
    ),
    "agents_in_a_ring": (
        [[name, "agent", "lan", {"rate_limited": False}] for name in ("target", "two", "three")],
        [["target", "two"], ["two", "three"], ["three", "target"]],
    ),
    "one_supplier_behind": (
        [
            ["target", "model_provider", "net", {}],
            ["model", "foundation_model", "lan", {}],
            ["filter", "guardrail", "lan", {}],
        ],
        [["target", "model"], ["target", "filter"]],
    ),
}


@dataclass
class Drawing:
    """A system in the making. `sought` and `refused` say what each condition wants of the objects that it looks at."""

    kind: str
    elements: list[list[Any]] = field(default_factory=list)
    flows: list[list[Any]] = field(default_factory=list)
    system: dict[str, Any] = field(default_factory=dict)
    has_shape: bool = False

    def element(self, identity: str, kind: str, boundary: str = "lan", **attributes: Any) -> dict[str, Any]:
        found = next((one for one in self.elements if one[0] == identity), None)
        if found is None:
            self.elements.append(found := [identity, kind, boundary, {}])
        found[3].update(attributes)
        known: dict[str, Any] = found[3]
        return known

    def flow(self, source: str, target: str, identity: str = "") -> dict[str, Any]:
        self.flows.append([identity or f"{source}-{target}", source, target, {}])
        known: dict[str, Any] = self.flows[-1][3]
        return known

    def neighbours(self) -> list[list[Any]]:
        """The elements that a condition on neighbours looks at."""
        if self.kind == "system":
            return self.elements
        beside = {
            end for _, source, target, _ in self.flows for end in (source, target) if "target" in (source, target)
        }
        return [
            one for one in self.elements if one[0] in beside - {"target"} or (self.kind == "flow" and one[0] in "ab")
        ]

    def touching(self) -> list[list[Any]]:
        return [one for one in self.flows if self.kind in ("flow", "system") or "target" in one[1:3]]


def drawn(entry: Entry, kind: str, dropped: Condition | None, *, with_path: bool = True) -> Scenario:
    """A system in which all conditions hold but the dropped one, which is false for everything that it looks at."""
    drawing = Drawing(kind)
    _frame(drawing, entry, with_path=with_path)
    for condition in entry.when:
        _satisfy(drawing, condition, kind, holds=condition is not dropped)
    _near_some_ai(drawing)
    _known(drawing, entry, kind, dropped)
    without = None if dropped is None and with_path else worded(dropped) if dropped else PATH
    return Scenario(entry.slug, without, drawing.elements, drawing.flows, drawing.system)


def _frame(drawing: Drawing, entry: Entry, *, with_path: bool) -> None:
    if entry.pattern and with_path:
        drawing.has_shape = True
        elements, flows = SHAPES[entry.pattern]
        drawing.elements = [[identity, kind, boundary, dict(known)] for identity, kind, boundary, known in elements]
        for source, target in flows:
            drawing.flow(source, target)
    elif drawing.kind == "flow":
        drawing.element("a", "process")
        drawing.element("b", "process")
        drawing.flow("a", "b", "target")
    elif drawing.kind == "system":
        drawing.element("a", "process")
    else:
        drawing.element("target", drawing.kind)


def _satisfy(drawing: Drawing, condition: Condition, kind: str, *, holds: bool) -> None:
    """Draw what has to be there for a condition that is to hold; what is to be false is said by `_known`."""
    wanted = holds != condition.negated
    scope, name = scope_of(condition, kind), condition.attribute
    end = "target" if kind not in ("flow", "system") else "a"
    begin = drawing.elements[1][0] if len(drawing.elements) > 1 and kind not in ("flow", "system") else end
    if name in VOCABULARY.derived:
        if not wanted and name == "reaches_high_impact" and "action_impact" in allowed_attributes(kind):
            drawing.element("target", kind, action_impact=["read_only"])
        if wanted:
            _fact(drawing, name, begin if name == "reached_by_untrusted" and drawing.has_shape else end)
        return
    if not wanted:
        return
    value = _true(name, condition)
    if scope == "system":
        drawing.system[name] = value
    elif scope == "flow" and kind != "flow":
        if not drawing.touching():
            drawing.element("other", "process")
            drawing.flow("other", end)
        drawing.touching()[0][3][name] = value
    elif scope == "flow" or (scope == "element" and kind == "flow"):
        next(one for one in drawing.flows if one[0] == "target")[3][name] = value
    elif scope == "element":
        (drawing.system if kind == "system" else drawing.element("target", kind))[name] = value
    else:
        _neighbour(drawing, name, value, end)


def _neighbour(drawing: Drawing, name: str, value: Any, end: str) -> None:
    carrier = next(
        (one for one in drawing.neighbours() if name in allowed_attributes(one[1]) and name not in one[3]), None
    )
    if carrier:
        carrier[3][name] = value
        return
    kind = next(kind for kind in VOCABULARY.kinds if name in allowed_attributes(kind))
    identity = f"near{len(drawing.elements)}"
    drawing.element(identity, kind, **{name: value})
    if drawing.kind == "flow":
        # The ends of the flow are its neighbours.
        one = next(one for one in drawing.flows if one[0] == "target")
        one[1] = identity
        drawing.elements = [known for known in drawing.elements if known[0] != "a"]
    elif drawing.kind != "system":
        drawing.flow(identity, end)


def _fact(drawing: Drawing, name: str, end: str) -> None:
    if name == "reached_by_untrusted":
        drawing.element("web", "external_source", "net")
        if not any(one[1] == "web" for one in drawing.flows):
            drawing.flow("web", end)
    elif name == "reaches_high_impact":
        drawing.element("act", "tool", action_impact=["irreversible"])
        drawing.flow(end, "act")
    elif drawing.kind == "flow":
        next(one for one in drawing.elements if one[0] == "b")[2] = "net"
    else:
        drawing.element("far", "process", "net")
        drawing.flow("far", end)


def _known(drawing: Drawing, entry: Entry, kind: str, dropped: Condition | None) -> None:
    """Say of everything that a condition looks at what it does not say yet, so that nothing is left open."""
    for condition in entry.when:
        name, scope = condition.attribute, scope_of(condition, kind)
        if name in VOCABULARY.derived:
            continue
        value = _true(name, condition) if condition is dropped and condition.negated else _false(name, condition)
        for known, carrier in _looked_at(drawing, scope, kind):
            if name in allowed_attributes(carrier):
                if condition is dropped:
                    known[name] = value
                else:
                    known.setdefault(name, value)


def _looked_at(drawing: Drawing, scope: str, kind: str) -> Iterator[tuple[dict[str, Any], str]]:
    if scope == "system" or (scope == "element" and kind == "system"):
        yield drawing.system, "system"
    elif scope == "flow" or (scope == "element" and kind == "flow"):
        for one in drawing.touching():
            if kind != "flow" or one[0] == "target":
                yield one[3], "flow"
    elif scope == "element":
        yield drawing.element("target", kind), kind
    else:
        for one in drawing.neighbours():
            yield one[3], one[1]


def _near_some_ai(drawing: Drawing) -> None:
    """Entries about AI are silent where there is none; it stands too far away to be looked at."""
    if not any(VOCABULARY.kinds[kind].is_ai for _, kind, _, _ in drawing.elements):
        last = drawing.elements[-1][0]
        drawing.element("between", "process")
        drawing.element("further", "process")
        drawing.element("model", "embedding_model")
        for source, target in ((last, "between"), ("between", "further"), ("further", "model")):
            drawing.flow(source, target)


def _true(name: str, condition: Condition) -> Any:
    value = min(condition.values, key=str)
    return [value] if VOCABULARY.attributes[name].type == "set" else value


def _false(name: str, condition: Condition) -> Any:
    spec = VOCABULARY.attributes[name]
    if spec.type == "bool":
        return next(value for value in (True, False) if value not in condition.values)
    if spec.type == "set":
        return []
    return next((value for value in spec.values if value not in condition.values), None)


def scenarios_of(entry: Entry) -> Iterator[Scenario]:
    """One that fires, and for each condition one that is silent for its sake alone. Raises where none can be drawn."""
    yield _first(entry, None, entry)
    for condition in entry.when:
        mutant = dict(mutants(entry))[worded(condition)]
        yield _first(entry, condition, mutant)
    if entry.pattern:
        yield _first(entry, None, dict(mutants(entry))[PATH], with_path=False)


def _first(entry: Entry, dropped: Condition | None, mutant: Entry, *, with_path: bool = True) -> Scenario:
    tried = []
    for kind in _kinds(entry):
        scenario = drawn(entry, kind, dropped, with_path=with_path)
        graph = scenario.graph()
        expected = ("certain", "certain") if scenario.without is None else ("silent", "certain")
        if (said := (fires(entry, graph), fires(mutant, graph))) == expected:
            return scenario
        tried.append(f"{kind}: {said}")
    what = worded(dropped) if dropped else "anything" if with_path else PATH
    raise ValueError(f"{entry.slug}: no scenario without {what} ({'; '.join(tried)})")


def _kinds(entry: Entry) -> list[str]:
    if entry.pattern:
        kind = SHAPES[entry.pattern][0][0][1]
        return [kind, *sorted(entry.kinds - {kind})]
    carried = {kind: sum(c.attribute in allowed_attributes(kind) for c in entry.when) for kind in entry.kinds}
    return sorted(entry.kinds, key=lambda kind: (-carried[kind], kind))


def main() -> int:
    kept = {(one.entry, one.without): one for one in scenarios()} if FILE.exists() else {}
    found, wrong = [], []
    for entry in builtin_catalogue().entries.values():
        for without in (None, *dict(mutants(entry))):
            old = kept.get((entry.slug, without))
            if old and fires(entry, old.graph()) == ("silent" if without else "certain"):
                found.append(old)
                continue
            try:
                found.append(next(one for one in scenarios_of(entry) if one.without == without))
            except ValueError as error:
                wrong.append(str(error))
    FILE.write_text("".join(json.dumps(asdict(one), sort_keys=True) + "\n" for one in found), encoding="utf-8")
    print(f"{len(found)} scenarios", *wrong, sep="\n")  # noqa: T201 - it is a command.
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
