"""Findings to print: a threat and a hazard that know each other, and as many more as a test asks for."""

from datetime import UTC, datetime

from apps.reports.contents import Occasion
from apps.reports.findings import ReportControl, ReportCounterpart, ReportFinding, ReportReference
from apps.systems.graph import SystemGraph

ATLAS = ReportReference(
    framework="MITRE ATLAS", edition="2026.07", identifier="AML.T0051.001", title="Indirect", licence="Apache-2.0"
)
LOCKOUT = ReportControl(
    title="Block an account after three refusals",
    adversarial="helps",
    unintended="hurts",
    reason="A person in need may be locked out.",
)
SEPARATION = ReportControl(title="Keep orders and content apart", adversarial="helps", unintended="helps")


def occasion(title: str = "Refund assistant, spring review") -> Occasion:
    return Occasion(
        title=title, workspace="Northwind", made_by="Dana", made_at=datetime(2026, 11, 4, tzinfo=UTC), revision=7
    )


def threat(number: int = 1, counterpart: int | None = 2, status: str = "open", target: str = "agent") -> ReportFinding:
    return ReportFinding(
        number=number,
        source="adversarial",
        title="Planted instructions make the agent refund",
        status=status,
        target_name="Refund agent",
        target=target,
        description="A stranger's words reach the model together with ours.",
        because=("Refund agent is autonomous", "Customer e-mail reaches it"),
        harms=("integrity", "controllability"),
        controls=(SEPARATION, LOCKOUT),
        references=(ATLAS,),
        counterparts=(ReportCounterpart(number=counterpart, source="unintended", title="Misread", relation="mirrors"),),
        rationale="Seen in the logs." if status == "dismissed" else "",
    )


def hazard(number: int = 2, counterpart: int | None = 1, status: str = "suggested") -> ReportFinding:
    return ReportFinding(
        number=number,
        source="unintended",
        title="The agent reads an ordinary sentence as an order",
        status=status,
        target_name="Refund agent",
        target="agent",
        harms=("reliability",),
        controls=(SEPARATION,),
        counterparts=(
            ReportCounterpart(number=counterpart, source="adversarial", title="Planted", relation="mirrors"),
        ),
    )


def many(count: int, graph: SystemGraph) -> list[ReportFinding]:
    """Pairs of threat and hazard over all elements of the system."""
    elements = [element.id for element in graph.elements]
    return [
        threat(number, number + 1, target=elements[number % len(elements)])
        if number % 2
        else hazard(number, number - 1)
        for number in range(1, count + 1)
    ]
