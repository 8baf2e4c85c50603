"""What the frozen picture of a system derives: attributes that are inherited, neighbours, and what reaches what."""

import pytest

from apps.systems.graph import Asset, Attributes, Boundary, Element, Flow, Inherited, SystemGraph


def element(identity: str, kind: str = "process", boundary: str | None = None, **attributes: object) -> Element:
    return Element(id=identity, name=identity.title(), kind=kind, boundary=boundary, attributes=attributes)  # type: ignore[arg-type]  # Tests write attributes as they come.


def flow(source: str, target: str, *, bidirectional: bool = False, **attributes: object) -> Flow:
    return Flow(
        id=f"{source}-{target}",
        name="",
        source=source,
        target=target,
        bidirectional=bidirectional,
        attributes=attributes,  # type: ignore[arg-type]  # The same.
    )


def graph(*parts: Element | Flow | Boundary | Asset, **system: object) -> SystemGraph:
    return SystemGraph(
        name="Test",
        boundaries=tuple(part for part in parts if isinstance(part, Boundary)),
        elements=tuple(part for part in parts if isinstance(part, Element)),
        flows=tuple(part for part in parts if isinstance(part, Flow)),
        assets=tuple(part for part in parts if isinstance(part, Asset)),
        attributes=system,  # type: ignore[arg-type]  # The same.
    )


INNER = Boundary(id="in", name="Inner", parent="out")
OUTER = Boundary(id="out", name="Outer", trust="internal")
INTERNET = Boundary(id="net", name="Internet", trust="untrusted")
NOWHERE = Boundary(id="dim", name="Unsaid")


def test_an_empty_graph_has_nothing_and_does_not_fail() -> None:
    empty = graph()
    assert empty.neighbours == {}
    assert empty.boundary_defaults == {}
    assert not empty.reached_by_untrusted.steps
    assert not empty.reaches_high_impact.steps


def test_an_attribute_is_taken_from_the_element_then_the_nearest_boundary_then_the_system() -> None:
    inner = Boundary(id="in", name="Inner", parent="out", attributes={"monitored": True})
    outer = Boundary(id="out", name="Outer", attributes={"monitored": False, "oversight": "none"})
    model = graph(outer, inner, element("a", "agent", "in", audit_log=True), audit_log=False, open_world=True)
    assert model.inherited("a") == {
        "audit_log": Inherited(True, "own"),
        "monitored": Inherited(True, "boundary", "in"),
        "oversight": Inherited("none", "boundary", "out"),
        "open_world": Inherited(True, "system"),
    }
    assert model.effective("a") == {"audit_log": True, "monitored": True, "oversight": "none", "open_world": True}


def test_an_element_does_not_inherit_what_its_kind_cannot_carry() -> None:
    model = graph(element("db", "datastore"), autonomy="autonomous", encrypted=True)
    assert model.effective("db") == {"encrypted": True}


def test_an_element_outside_every_boundary_inherits_from_the_system_alone() -> None:
    inner = Boundary(id="in", name="Inner", attributes={"monitored": True})
    assert graph(inner, element("a", "agent"), open_world=True).effective("a") == {"open_world": True}


def test_boundaries_that_lie_in_a_ring_end_somewhere() -> None:
    ring = (Boundary(id="x", name="X", parent="y"), Boundary(id="y", name="Y", parent="x", trust="partner"))
    assert graph(*ring, element("a", "agent", "x")).trust_of["x"] == "partner"


def test_a_chain_of_ten_thousand_boundaries_is_followed_without_recursion() -> None:
    chain = [Boundary(id="b0", name="B", trust="partner")]
    chain += [Boundary(id=f"b{number}", name="B", parent=f"b{number - 1}") for number in range(1, 10_000)]
    assert graph(*reversed(chain)).trust_of["b9999"] == "partner"


@pytest.mark.parametrize(
    ("source", "target", "crosses"),
    [("in", "in", False), ("in", "out", True), ("out", "net", True), (None, "net", True), (None, None, False)],
)
def test_a_flow_crosses_where_its_ends_lie_in_different_boundaries(
    source: str | None, target: str | None, crosses: bool
) -> None:
    model = graph(OUTER, INNER, INTERNET, element("a", "process", source), element("b", "process", target))
    assert graph(*model.boundaries, *model.elements, flow("a", "b")).crosses_boundary("a-b") is crosses


def test_neighbours_are_those_at_the_other_end_in_either_direction_once() -> None:
    model = graph(element("a"), element("b"), flow("a", "b"), flow("b", "a"), flow("a", "a"))
    assert model.neighbours == {"a": ("b",), "b": ("a",)}
    assert [one.id for one in model.flows_by_element["a"]] == ["a-b", "b-a", "a-a"]


USER = element("user", "end_user", "net")
REACHED: list[tuple[str, tuple[Element | Flow | Boundary, ...], bool | None]] = [
    ("nothing leads there", (USER, element("x")), False),
    ("from an untrusted boundary", (USER, element("x"), flow("user", "x")), True),
    ("along several flows", (USER, element("m"), element("x"), flow("user", "m"), flow("m", "x")), True),
    ("not against the flow", (USER, element("x"), flow("x", "user")), False),
    ("against a flow of both directions", (USER, element("x"), flow("x", "user", bidirectional=True)), True),
    ("not along a flow without it", (USER, element("x"), flow("user", "x", untrusted_content=False)), False),
    (
        "not into an element without it",
        (USER, element("x", "agent", untrusted_content=False), flow("user", "x")),
        False,
    ),
    (
        "not through an element without it",
        (USER, element("m", "agent", untrusted_content=False), element("x"), flow("user", "m"), flow("m", "x")),
        False,
    ),
    ("by its own word", (element("x", "agent", untrusted_content=True),), True),
    ("by a flow that says so", (element("m"), element("x"), flow("m", "x", untrusted_content=True)), True),
    ("from a source outside", (element("m", "external_source", "out"), element("x"), flow("m", "x")), True),
    ("as anybody may reach it", (element("x", "process", exposure="public"),), True),
    ("from people of unsaid trust", (element("m", "end_user", "dim"), element("x"), flow("m", "x")), None),
    ("from people outside every boundary", (element("m", "end_user"), element("x"), flow("m", "x")), None),
    ("from people inside", (element("m", "end_user", "in"), element("x"), flow("m", "x")), False),
]


@pytest.mark.parametrize(("parts", "expected"), [row[1:] for row in REACHED], ids=[row[0] for row in REACHED])
def test_untrusted_content_reaches_along_flows(
    parts: tuple[Element | Flow | Boundary, ...], expected: bool | None
) -> None:
    assert graph(OUTER, INNER, INTERNET, NOWHERE, *parts).reached_by_untrusted.holds("x") is expected


ACTS: list[tuple[str, tuple[Element | Flow, ...], bool | None]] = [
    ("it does so itself", (element("x", "agent", action_impact=("financial",)),), True),
    ("it only reads", (element("x", "agent", action_impact=("read_only", "reversible")),), False),
    ("a tool does so", (element("x"), element("t", "tool", action_impact=("physical",)), flow("x", "t")), True),
    ("the tool calls it", (element("x"), element("t", "tool", action_impact=("physical",)), flow("t", "x")), False),
    ("an actuator moves", (element("x"), element("t", "actuator"), flow("x", "t")), True),
    ("a tool says nothing", (element("x"), element("t", "tool"), flow("x", "t")), None),
    ("an ordinary process says nothing", (element("x"), element("t"), flow("x", "t")), False),
]


@pytest.mark.parametrize(("parts", "expected"), [row[1:] for row in ACTS], ids=[row[0] for row in ACTS])
def test_a_grave_action_is_reached_along_flows(parts: tuple[Element | Flow, ...], expected: bool | None) -> None:
    assert graph(*parts).reaches_high_impact.holds("x") is expected


def test_the_way_leads_from_the_element_to_where_the_fact_begins() -> None:
    model = graph(INTERNET, USER, element("m"), element("x"), flow("user", "m"), flow("m", "x"))
    assert model.reached_by_untrusted.way("x") == ("x", "m", "user")
    assert model.reaches_high_impact.way("x") == ()


def test_a_path_is_a_shortest_one_along_the_flows() -> None:
    around = (flow("a", "b"), flow("b", "c"), flow("c", "d"), flow("a", "d", bidirectional=True))
    model = graph(*map(element, "abcd"), *around)
    assert model.path("a", "c") == ("a", "b", "c")
    assert model.path("d", "b") == ("d", "a", "b")
    assert model.path("b", "b") == ("b",)
    assert graph(element("a"), element("b")).path("a", "b") == ()


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({}, {"data_classes": ("personal",)}),
        ({"data_classes": ("credentials",)}, {"data_classes": ("credentials", "personal")}),
    ],
)
def test_the_classes_of_an_asset_are_those_of_its_holder_too(own: Attributes, expected: Attributes) -> None:
    records = Asset(id="r", name="Records", data_classes=("personal",), held_by=("db",))
    model = graph(element("db", "datastore"), records)
    assert model.with_held_data("db", own) == expected
    assert model.with_held_data("other", own) == own
